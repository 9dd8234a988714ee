import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asksOf, daySeen, noDaysSeen, readDay, styleOf, unknownStyle } from './day-style.ts'

const told = (cell: string, style = {}) => {
  const read = readDay(cell, { ...unknownStyle, ...style })
  return 'on' in read ? read.on : read.asks ? 'asks' : 'none'
}

test.each([
  ['2027-01-31', '2027-01-31'],
  ['2027-01-31 00:00:00', '2027-01-31'],
  ['2027-01-31T10:00:00Z', '2027-01-31'],
  ['2027/1/31', '2027-01-31'],
  ['20270131', '2027-01-31'],
  ['31.01.2027', '2027-01-31'],
  ['3.4.27', '2027-04-03'],
  ['31. Januar 2027', '2027-01-31'],
  ['31 janv. 2027', '2027-01-31'],
  ['31-ene-27', '2027-01-31'],
  ['Jan 31st, 2027', '2027-01-31'],
  ['2027 März 1', '2027-03-01'],
  ['1 de agosto de 2027', '2027-08-01'],
  ['31/12/2027', '2027-12-31'],
  ['05/05/2027', '2027-05-05'],
  ['03/04/2027', 'asks'],
  ['01/2027', 'asks'],
  ['Jan 2027', 'asks'],
  ['juin 2027', 'asks'],
  ['jui 2027', 'none'],
  ['2027-02-30', 'none'],
  ['31/31/2027', 'none'],
  ['46023', 'none'],
  ['soon', 'none'],
  ['120', 'none'],
  ['L240131', 'none'],
])('%s is read as %s where nothing is known of its column', (cell, expected) => {
  expect(told(cell)).toBe(expected)
})

test.each([
  ['03/04/2027', { order: 'day first' }, '2027-04-03'],
  ['03/04/2027', { order: 'month first' }, '2027-03-04'],
  ['12/31/2027', { order: 'day first' }, 'none'],
  ['01/2027', { monthMeans: 'last day' }, '2027-01-31'],
  ['feb 2028', { monthMeans: 'last day' }, '2028-02-29'],
  ['2027-01', { monthMeans: 'first day' }, '2027-01-01'],
  ['46023', { serialFrom: 1900 }, '2026-01-01'],
  ['44561', { serialFrom: 1904 }, '2026-01-01'],
])('%s with %j is %s', (cell, style, expected) => {
  expect(told(cell, style)).toBe(expected)
})

const seenIn = (cells: readonly string[]) => {
  const seen = { ...noDaysSeen }
  for (const cell of cells) seen[daySeen(cell)] += 1
  return seen
}

test.each([
  [['03/04/2027', '31/12/2027'], 'day first', []],
  [['03/04/2027', '12/31/2027'], 'month first', []],
  [['03/04/2027', '05/06/2027'], null, ['order']],
  [['03/04/2027', '31/12/2027', '12/31/2027'], null, ['order']],
  [['05/05/2027', '2027-01-31'], null, []],
  [['01/2027', '31.12.2027'], null, ['month']],
])('a column of %j has %s, and asks for %j', (cells, order, asks) => {
  const seen = seenIn(cells)
  expect([styleOf(seen).order, asksOf(seen, styleOf(seen))]).toEqual([order, asks])
})

test('a column of numbers counts days as Excel does', () => {
  expect(styleOf(seenIn(['46023', '46054'])).serialFrom).toBe(1900)
})

const two = (number: number) => String(number).padStart(2, '0')

test('law: what is read under an order is the day that was written in that order', () => {
  const parts = fc.record({
    year: fc.integer({ min: 2000, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  fc.assert(
    fc.property(parts, fc.constantFrom('/', '-', ' '), ({ year, month, day }, sign) => {
      const on = `${year}-${two(month)}-${two(day)}`
      expect(told([two(day), two(month), year].join(sign), { order: 'day first' })).toBe(on)
      expect(told([month, day, year].join(sign), { order: 'month first' })).toBe(on)
    }),
  )
})
