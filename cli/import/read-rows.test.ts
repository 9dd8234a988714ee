import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { columnsOf, type FileRow, readRows } from './read-rows.ts'

const folder = mkdtempSync(join(tmpdir(), 'firstout-rows-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function rowsOf(content: string | Buffer): Promise<FileRow[]> {
  const path = join(folder, 'file.csv')
  writeFileSync(path, content)
  const rows: FileRow[] = []
  for await (const row of readRows(path)) rows.push(row)
  return rows
}

test.each([
  ['a mark at the beginning', '\uFEFFa,b\n1,2\n'],
  ['the line ends of Windows', 'a,b\r\n1,2\r\n'],
  ['blank lines and outer space', 'a, b \n\n1,2\n\n'],
  ['no line end at the end', 'a,b\n1,2'],
])('%s changes nothing', async (_what, content) => {
  expect((await rowsOf(content)).map(({ cells }) => cells)).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
})

test('rows tell their line, also after a text of two lines', async () => {
  const rows = await rowsOf('a,b\n"one\ntwo",2\n3,4\n')
  expect(rows.map(({ lineNo }) => lineNo)).toEqual([1, 3, 4])
})

test.each([
  ['UTF-8', Buffer.from('a\n£40\n', 'utf8')],
  ['Latin-1', Buffer.from('a\n£40\n', 'latin1')],
])('a pound sign in %s is read', async (_name, content) => {
  expect((await rowsOf(content))[1]?.cells).toEqual(['£40'])
})

test('too few and too many cells and a stray quote come through', async () => {
  expect((await rowsOf('a,b\n1\n1,2,3\n3" pipe,2\n')).map(({ cells }) => cells)).toEqual([
    ['a', 'b'],
    ['1'],
    ['1', '2', '3'],
    ['3" pipe', '2'],
  ])
})

test('a column is found under any of its names, and every missing one is named', () => {
  const wanted = { invoice: ['InvoiceNo', 'Invoice'], price: ['UnitPrice'] }
  expect(columnsOf(['Price', 'invoice_no', 'Unit Price'], wanted)).toEqual({ invoice: 1, price: 2 })
  expect(() => columnsOf(['x'], wanted)).toThrow('no column for InvoiceNo, UnitPrice')
})
