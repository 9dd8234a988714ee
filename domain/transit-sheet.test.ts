import { expect, test } from 'vitest'
import { atTransitLines, readTransitSheet } from './transit-sheet.ts'

const known = { services: new Set(['GROUND']), warehouses: new Set(['CHI']) }
const read = (text: string) =>
  readTransitSheet(
    text.split('\n').map((line, index) => ({ lineNo: index + 1, cells: line.split(',') })),
    known,
  )

test('what is empty holds for any; case, spaces and the order of columns say nothing', () => {
  expect(read('Country, Transit days ,service,warehouse,Postal_Prefix\nus,2,GROUND,CHI,6-06\n,9,,,').rows).toEqual([
    { service: 'GROUND', warehouse: 'CHI', country: 'US', postalPrefix: '6-06', transitDays: 2 },
    { transitDays: 9 },
  ])
})

test.each([
  ['NONE,,US,,1', 'there is no service "NONE"'],
  [',NONE,US,,1', 'there is no warehouse "NONE"'],
  [',,USA,,1', 'country must be a code of two letters, as US, not "USA"'],
  [',,,606,1', 'postalPrefix needs the country that it belongs to'],
  [',,US,,', 'transitDays must be a whole number from 0 to 365, not ""'],
  [',,US,,366', 'transitDays must be a whole number from 0 to 365, not "366"'],
  ['NONE,,US,,x', 'there is no service "NONE"; transitDays must be a whole number from 0 to 365, not "x"'],
])('the row %s is told as: %s', (row, message) => {
  const sheet = read(`service,warehouse,country,postalPrefix,transitDays\n,,US,,1\n${row}\n,,CA,,3`)
  expect(sheet.problems).toEqual([{ lineNo: 3, message }])
  expect(sheet.lineNos).toEqual([2, 4])
})

test('distance and cost are read where they stand, and may be empty', () => {
  const head = 'country,transitDays,distanceKm,parcelCost'
  expect(read(`${head}\nUS,1,0,590\nCA,2,,`).rows).toEqual([
    { country: 'US', transitDays: 1, distanceKm: 0, parcelCost: 590 },
    { country: 'CA', transitDays: 2 },
  ])
  expect(read(`${head}\nUS,1,far,5.90`).problems).toEqual([
    {
      lineNo: 2,
      message:
        'distanceKm must be a whole number of kilometres, or empty, not "far"; parcelCost must be a whole number of cents, as 590 for 5.90, or empty, not "5.90"',
    },
  ])
  expect(read(`${head}\nUS,1,50001,1000000001`).problems[0]?.message).toMatch(/50001.*1000000001/)
})

test('without the column of days nothing can be read; an empty file has no rows', () => {
  expect(read('service,country').problems).toMatchObject([{ lineNo: 1 }])
  expect(readTransitSheet([], known)).toEqual({ rows: [], lineNos: [], problems: [] })
})

test('what the server complains of stands at the line of its row', () => {
  const problems = [{ at: 'rows[1]', message: 'says the same as row 1: keep one of them' }]
  expect(atTransitLines(problems, [2, 5])).toEqual([
    { lineNo: 5, message: 'says the same as line 2: keep one of them' },
  ])
  expect(atTransitLines([{ at: 'replace', message: 'x' }], [2])).toEqual([])
})
