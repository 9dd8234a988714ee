import readXlsxFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { sheetRowsMax, workbook } from './xlsx.ts'

const columns = { batch: 'Batch', gtin: 'GTIN', phone: 'Phone', units: 'Units', lastDay: 'Last day', at: 'Shipped at' }
const as = { units: 'count', lastDay: 'day', at: 'instant' } as const

async function readBack(rows: readonly Record<string, unknown>[]) {
  const { content } = await workbook('any', [{ name: 'Who got it', columns, as, rows }])
  return readXlsxFile(content)
}

test('codes keep their zeros, no batch becomes a date, and days and counts can be reckoned with', async () => {
  const [sheet] = await readBack([
    {
      batch: '0815',
      gtin: '04006381333931',
      phone: '+1 312 555 0100',
      units: 12,
      lastDay: '2026-03-31',
      at: '2025-11-23T15:04:00.000Z',
    },
    { batch: '12-03-05', gtin: '', phone: null, units: 0, lastDay: null, at: undefined },
    { batch: '1E5', units: -3 },
  ])
  expect(sheet?.sheet).toBe('Who got it')
  expect(sheet?.data).toEqual([
    ['Batch', 'GTIN', 'Phone', 'Units', 'Last day', 'Shipped at (UTC)'],
    [
      '0815',
      '04006381333931',
      '+1 312 555 0100',
      12,
      new Date('2026-03-31T00:00:00Z'),
      new Date('2025-11-23T15:04:00Z'),
    ],
    ['12-03-05', null, null, 0, null, null],
    ['1E5', null, null, -3, null, null],
  ])
})

test.each([
  ['=HYPERLINK("http://x","y")', '=HYPERLINK("http://x","y")'],
  ['a < b & "c"', 'a < b & "c"'],
  ['null\u0000 and bell\u0007', 'null and bell'],
  ['Grüße 🍯', 'Grüße 🍯'],
  ['half\uD83C', 'half'],
])('the text %j stands in the cell as %j, and nothing is reckoned', async (batch, stands) => {
  const [sheet] = await readBack([{ batch }])
  expect(sheet?.data[1]?.[0]).toBe(stands)
})

test('more rows than a workbook can be made of are told to be taken as CSV', async () => {
  const rows = Array.from({ length: sheetRowsMax + 1 }, () => ({ batch: 'B' }))
  await expect(workbook('any', [{ name: 'Who got it', columns, rows }])).rejects.toMatchObject({
    code: 'sheet_too_long',
    problem: { status: 422, detail: expect.stringContaining('CSV') },
  })
})
