import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'
import { writeReport } from './import/report.ts'
import { emptyTally } from './import/summary.ts'

test.each([
  ['a formula', '=1+1', "'=1+1"],
  ['a link that sends data away', '=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['a call', '@SUM(A1)', "'@SUM(A1)"],
  ['a plus', '+1 800', "'+1 800"],
  ['a minus', '-A1', "'-A1"],
  ['a number', -3, '-3'],
  ['a plain code', 'A-1', 'A-1'],
])('in an exported file a cell of %s is harmless', async (_, given, cell) => {
  expect(await text(Readable.from([{ note: given }]).pipe(csvOf({ note: 'note' })))).toBe(`note\n${cell}\n`)
})

test('so is the report of an import, which repeats what stood in a file of others', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'firstout-report-'))
  const path = join(folder, 'report.csv')
  const refused = [
    { lineNo: 2, invoice: '=cmd()', code: '@x', kind: 'refused' as const, reason: 'there is no product' },
  ]
  await writeReport(path, { ...emptyTally(), refused })
  expect(readFileSync(path, 'utf8')).toBe("line,invoice,code,kind,reason\n2,'=cmd(),'@x,refused,there is no product\n")
  rmSync(folder, { recursive: true })
})
