import { expect, test } from 'vitest'
import { readDay } from './read-day.ts'

test.each([
  ['2026-12-01', '2026-12-01'],
  [' 2026/2/9 ', '2026-02-09'],
  ['2026.12.31', '2026-12-31'],
  ['20261231', '2026-12-31'],
  ['261201', '2026-12-01'],
  ['260100', '2026-01-31'],
  ['2026-02-00', '2026-02-28'],
  ['31.12.2026', '2026-12-31'],
  ['31/12/2026', '2026-12-31'],
  ['12/31/2026', '2026-12-31'],
  ['31-12-2026', '2026-12-31'],
  ['12 31 2026', '2026-12-31'],
  ['31122026', '2026-12-31'],
  ['12312026', '2026-12-31'],
  ['5/5/2026', '2026-05-05'],
  ['31.12.26', '2026-12-31'],
  ['12/31/26', '2026-12-31'],
  ['1 Dec 2026', '2026-12-01'],
  ['1-Dec-26', '2026-12-01'],
  ['1dec2026', '2026-12-01'],
  ['Dec 1, 2026', '2026-12-01'],
  ['December 31st 2026', '2026-12-31'],
  ['3rd March 2027', '2027-03-03'],
  ['29 February 2028', '2028-02-29'],
])('"%s" is %s', (typed, day) => {
  expect(readDay(typed)).toEqual({ kind: 'day', day })
})

test.each([
  ['01/02/2026', ['2026-02-01', '2026-01-02'], 'can be two days'],
  ['1.2.2026', ['2026-02-01', '2026-01-02'], 'can be two days'],
  ['03/04/27', ['2027-04-03', '2027-03-04'], 'can be two days'],
  ['10112026', ['2026-11-10', '2026-10-11'], 'can be two days'],
  ['26-12-31', ['2031-12-26', '2026-12-31'], 'can be two days'],
  ['12/2026', ['2026-12-31', '2026-12-01'], 'is a month'],
  ['2/28', ['2028-02-29', '2028-02-01'], 'is a month'],
  ['2026-12', ['2026-12-31', '2026-12-01'], 'is a month'],
  ['Dec 2026', ['2026-12-31', '2026-12-01'], 'is a month'],
  ['dec26', ['2026-12-31', '2026-12-01'], 'is a month'],
])('"%s" may be %j, which is asked: it %s', (typed, days, why) => {
  const read = readDay(typed)
  expect(read).toMatchObject({ kind: 'which', days })
  expect(read).toHaveProperty('says', expect.stringContaining(`${typed} ${why}`))
})

test.each([
  ['2026-02-30', 'is not a day of the calendar'],
  ['29 February 2027', 'is not a day of the calendar'],
  ['2026-13-01', 'is not a day of the calendar'],
  ['31/31/2026', 'is not a day of the calendar'],
  ['1 Foo 2026', 'is not a day of the calendar'],
  ['13/2026', 'cannot be read as a day'],
  ['tomorrow', 'cannot be read as a day'],
  ['2026', 'cannot be read as a day'],
  ['12.', 'cannot be read as a day'],
])('"%s" %s, and the person is told how to write one', (typed, why) => {
  expect(readDay(typed)).toEqual({
    kind: 'unreadable',
    says: `${typed} ${why}. Write it like 2026-12-31 or 31 Dec 2026.`,
  })
})

test('nothing typed is no day and no complaint', () => {
  expect(readDay('  ')).toEqual({ kind: 'none' })
})
