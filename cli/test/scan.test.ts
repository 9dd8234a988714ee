import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Json } from '../../server/test/world.ts'

const bin = fileURLToPath(new URL('../firstout.mjs', import.meta.url))

/** Its answers, line by line, to these lines; no server is there. */
async function scan(lines: readonly string[], ...args: string[]): Promise<{ code: number | null; answers: Json[] }> {
  const child = spawn(process.execPath, [bin, 'scan', ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  child.stdin.end(lines.map((line) => `${line}\n`).join(''))
  const code = await ended
  const written = stdout.split('\n').filter(Boolean)
  return { code, answers: written.map((line) => JSON.parse(line) as Json) }
}

const gtin = '09506000134352'

test('a scan a line is answered with a line of JSON each, and what is wrong is an answer too', async () => {
  const { code, answers } = await scan([
    String.raw`01${gtin}1726010110A1\u001d21S9`,
    String.raw`"]d201${gtin}10A\"1\u001d17260100"`,
    `https://id.gs1.org/01/${gtin}/10/A1`,
    String.raw`(01)${gtin}(10)A\(1`,
    '4006381333931',
    'LOT-7',
    `01${gtin}10A121S9`,
    `]C101${gtin.slice(0, -1)}3`,
    String.raw`A\q`,
  ])
  expect(code).toBe(0)
  expect(answers.slice(0, 6)).toEqual([
    {
      ok: true,
      kind: 'element-string',
      elements: elements(['01', gtin], ['17', '260101'], ['10', 'A1'], ['21', 'S9']),
    },
    { ok: true, kind: 'element-string', elements: elements(['01', gtin], ['10', 'A"1'], ['17', '260100']) },
    { ok: true, kind: 'digital-link', elements: elements(['01', gtin], ['10', 'A1']) },
    { ok: true, kind: 'element-string', elements: elements(['01', gtin], ['10', 'A(1']) },
    { ok: true, kind: 'ean', elements: elements(['01', '04006381333931']) },
    { ok: true, kind: 'plain', elements: [] },
  ])
  expect(answers.slice(6).map(({ ok, problems }) => [ok, problems[0].code, problems[0].at])).toEqual([
    [false, 'separator_perhaps_missing', 20],
    [false, 'incorrect_check_digit', 18],
    [false, 'bad_escape', 1],
  ])
  expect(answers[7]?.problems[0].message).toBe('GTIN (01) has the check digit 3, but needs 2')
})

const elements = (...said: [string, string][]) => said.map(([ai, value]) => ({ ai, value }))

test('elements are built into every way to write them, and read back as they were', async () => {
  const wanted = [
    { ai: '01', value: gtin },
    { ai: '17', value: '261231' },
    { ai: '10', value: 'A(1)/21X' },
  ]
  const { answers } = await scan([JSON.stringify(wanted), '[{"ai":"10","value":"A"}]', 'A'], '--build', '--whole')
  expect(answers).toMatchObject([
    {
      ok: true,
      bracketed: `(01)${gtin}(17)261231(10)A\\(1)/21X`,
      digitalLink: `https://id.gs1.org/01/${gtin}/10/A%281%29%2F21X?17=261231`,
    },
    { ok: false, problems: [{ code: 'missing_identifier', at: 0, ai: '10' }] },
    { ok: false, problems: [{ code: 'elements_unreadable' }] },
  ])
  const ways = [answers[0]?.elementString, answers[0]?.bracketed, answers[0]?.digitalLink]
  const back = await scan(ways.map((way) => JSON.stringify(way)))
  for (const { ok, elements: read } of back.answers) {
    expect(ok).toBe(true)
    expect([...read].sort((a: Json, b: Json) => (a.ai < b.ai ? -1 : 1))).toEqual(
      [...wanted].sort((a, b) => (a.ai < b.ai ? -1 : 1)),
    )
  }
})

test('what the standard does not have passes where that is said', async () => {
  const lines = ['https://a.example/gtin/9506000134352/lot/A', '(01)09506000134352(89)X']
  expect((await scan(lines)).answers.map(({ ok }) => ok)).toEqual([false, false])
  const allow = ['--allow', 'names', 'short-gtins', 'unknown-identifiers']
  expect((await scan(lines, ...allow)).answers.map(({ ok }) => ok)).toEqual([true, true])
  expect((await scan(['LOT-7', ']Q1LOT-7'], '--announced')).answers.map(({ ok }) => ok)).toEqual([false, true])
})

test('what a code lacks may stand on another of the same thing: it is remarked, and wrong where the code is all there is', async () => {
  const lacks = [{ code: 'missing_identifier', at: 3, ai: '10' }]
  expect((await scan([']C110A'])).answers).toMatchObject([{ ok: true, remarks: lacks }])
  expect((await scan([']C110A'], '--whole')).answers).toMatchObject([{ ok: false, problems: lacks }])
  expect((await scan(['(10)A'])).answers).toMatchObject([{ ok: false, problems: [{ code: 'missing_identifier' }] }])
  expect((await scan(['[{"ai":"10","value":"A"}]'], '--build')).answers).toMatchObject([
    { ok: true, bracketed: '(10)A', digitalLink: null, remarks: [{ code: 'missing_identifier', at: 0 }] },
  ])
})

test('with a symbology the answer says what a reader sends', async () => {
  const built = await scan([`[{"ai":"01","value":"${gtin}"},{"ai":"10","value":"A"}]`], '--build', '--symbology', 'DM')
  expect(built.answers).toMatchObject([{ ok: true, scan: `]d201${gtin}10A` }])
  const number = await scan(['"211234567890"'], '--build', '--symbology', 'EAN13', '--add-check-digit')
  expect(number.answers).toEqual([{ ok: true, scan: ']E02112345678900' }])
})

test('a case of produce has its voice pick code', async () => {
  const label = [
    { ai: '01', value: '10333830000016' },
    { ai: '13', value: '230711' },
    { ai: '10', value: '186' },
  ]
  const { answers } = await scan([JSON.stringify(label), JSON.stringify(label.slice(0, 2))], '--build')
  expect(answers).toMatchObject([{ voicePickCode: '7557' }, { voicePickCode: null }])
})

test('many lines come out as many, in their order', async () => {
  const lines = Array.from({ length: 20_000 }, (_, at) => String.raw`]C101${gtin}10L${at}\u001d21S${at}`)
  const { answers } = await scan(lines)
  expect(answers.map((answer) => answer.elements[2].value)).toEqual(lines.map((_, at) => `S${at}`))
})
