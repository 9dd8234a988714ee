import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './calendar-date.ts'
import {
  type Calendars,
  type Delivery,
  deliveryDay,
  lastLeavingDay,
  type TransitRow,
  transitRow,
} from './delivery-day.ts'

const weekdays = [1, 2, 3, 4, 5]
const calendars = (holidays: string[] = [], carrierDays = weekdays): Calendars => ({
  dispatch: { cutOff: '14:00', days: { weekdays, holidays: new Set(holidays) } },
  carrier: { weekdays: carrierDays, holidays: new Set(holidays) },
})
const to = (postalPrefix: string, transitDays: number, more: Partial<TransitRow> = {}): TransitRow => ({
  id: `US ${postalPrefix} ${transitDays}`,
  service: 'Ground',
  warehouseId: null,
  country: 'US',
  postalPrefix,
  transitDays,
  ...more,
})
const route = { service: 'Ground', warehouseId: 'CHI', country: 'US', postalCode: '606-01' }
const table = [to('', 5), to('6', 3), to('606', 1), to('75', 4)]
const says = (one: Delivery) => (one.kind === 'delivery' ? `${one.leavesOn} ${one.deliversOn}` : one.kind)

// 2025-11-24 is a Monday; Thursday the 27th is Thanksgiving.
test.each([
  ['before the cut-off', '2025-11-24', '09:00', [], weekdays, '2025-11-24 2025-11-25'],
  ['at the minute of the cut-off', '2025-11-24', '14:00', [], weekdays, '2025-11-24 2025-11-25'],
  ['after it', '2025-11-24', '14:01', [], weekdays, '2025-11-25 2025-11-26'],
  ['on Friday', '2025-11-28', '09:00', [], weekdays, '2025-11-28 2025-12-01'],
  [
    'on Friday, with a carrier that works on Saturday',
    '2025-11-28',
    '09:00',
    [],
    [...weekdays, 6],
    '2025-11-28 2025-11-29',
  ],
  ['on Friday after the cut-off', '2025-11-28', '15:00', [], weekdays, '2025-12-01 2025-12-02'],
  ['on Sunday', '2025-11-23', '09:00', [], weekdays, '2025-11-24 2025-11-25'],
  ['before a holiday', '2025-11-26', '09:00', ['2025-11-27'], weekdays, '2025-11-26 2025-11-28'],
  ['on a holiday', '2025-11-27', '09:00', ['2025-11-27'], weekdays, '2025-11-28 2025-12-01'],
  ['with a carrier that never works', '2025-11-24', '09:00', [], [], 'no_working_day'],
] as const)('a parcel that is ready %s', (_, on, time, holidays, carrierDays, expected) => {
  const options = { table, calendars: calendars([...holidays], [...carrierDays]) }
  expect(says(deliveryDay({ on, time }, route, options))).toBe(expected)
})

test.each([
  ['the longest prefix', '60601', {}, 'US 606 1'],
  ['a shorter one', '61000', {}, 'US 6 3'],
  ['the country', '10001', {}, 'US  5'],
  ['spaces, hyphens and case say nothing', ' 6-06 ', { country: 'us' }, 'US 606 1'],
  ['another country', '60601', { country: 'DE' }, undefined],
  ['another service', '60601', { service: 'Air' }, undefined],
])('the row of a route is the one of %s', (_, postalCode, more, id) => {
  expect(transitRow({ ...route, postalCode, ...more }, table)?.id).toBe(id)
})

test('with the same prefix the row of the warehouse wins, then the lower id; a longer prefix wins over it', () => {
  const own = to('606', 2, { id: 'own', warehouseId: 'CHI' })
  expect(transitRow(route, [...table, own])?.id).toBe('own')
  expect(transitRow({ ...route, warehouseId: 'DAL' }, [...table, own])?.id).toBe('US 606 1')
  expect(transitRow(route, [own, to('60601', 9)])?.id).toBe('US 60601 9')
  expect(transitRow(route, [to('606', 1, { id: 'b' }), to('606', 2, { id: 'a' })])?.id).toBe('a')
})

test('a row for the country wins over one for anywhere, a row for the service over one for any', () => {
  const anywhere = to('', 9, { id: 'anywhere', country: null, service: null })
  const anyService = to('606', 7, { id: 'any service', service: null })
  expect(transitRow(route, [anywhere, to('', 5)])?.id).toBe('US  5')
  expect(transitRow(route, [anyService, to('606', 1)])?.id).toBe('US 606 1')
  expect(transitRow(route, [anyService, to('', 5)])?.id).toBe('any service')
  expect(transitRow({ ...route, service: null, country: null, postalCode: null }, [anywhere, to('', 5)])?.id).toBe(
    'anywhere',
  )
})

test('what nobody knows is not made up', () => {
  const options = { table: [], calendars: calendars() }
  expect(deliveryDay({ on: '2025-11-24', time: '09:00' }, route, options)).toEqual({ kind: 'no_route', route })
  expect(lastLeavingDay('2025-11-24', to('', 1), calendars([], []))).toBeNull()
  const shut = { ...calendars(), dispatch: { cutOff: '14:00', days: { weekdays: [], holidays: new Set<string>() } } }
  expect(deliveryDay({ on: '2025-11-24', time: '09:00' }, route, { table, calendars: shut })).toMatchObject({
    kind: 'no_working_day',
    whose: 'warehouse',
  })
})

test.each([
  ['Tuesday, a day on the way', '2025-11-25', 1, '2025-11-24'],
  ['Monday, a day on the way', '2025-12-01', 1, '2025-11-28'],
  ['Sunday, a day on the way', '2025-11-30', 1, '2025-11-27'],
  ['Friday, the same day', '2025-11-28', 0, '2025-11-28'],
  ['Saturday, the same day', '2025-11-29', 0, '2025-11-28'],
])('to be there on %s it has to leave on', (_, day, transitDays, leavesOn) => {
  expect(lastLeavingDay(day, to('', transitDays), calendars())).toBe(leavesOn)
})

const day = fc.nat(60).map((count) => addDays('2025-11-01', count))
const days = fc.record({
  weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  holidays: fc.array(day, { maxLength: 8 }).map((all) => new Set(all)),
})
const world = fc.record({
  ready: fc.record({ on: day, time: fc.constantFrom('00:00', '13:59', '14:00', '14:01', '23:59') }),
  calendars: fc.record({ dispatch: days.map((all) => ({ cutOff: '14:00', days: all })), carrier: days }),
  row: fc.nat(9).map((transitDays) => to('', transitDays)),
})

test('law: what is ready later is not delivered sooner, nor does it leave sooner', () => {
  fc.assert(
    fc.property(
      world,
      fc.nat(20),
      fc.constantFrom('00:00', '14:00', '23:59'),
      ({ ready, calendars: all, row }, more, time) => {
        const later = { on: addDays(ready.on, more), time }
        fc.pre(`${later.on} ${later.time}` >= `${ready.on} ${ready.time}`)
        const [first, second] = [ready, later].map((at) => deliveryDay(at, route, { table: [row], calendars: all }))
        if (first?.kind !== 'delivery' || second?.kind !== 'delivery') throw new Error('there is a way')
        expect(second.deliversOn >= first.deliversOn && second.leavesOn >= first.leavesOn).toBe(true)
        expect(first.deliversOn >= first.leavesOn && first.leavesOn >= ready.on).toBe(true)
      },
    ),
    { numRuns: 1000 },
  )
})

test('law: a parcel is there by a day exactly where it leaves by the last leaving day of it', () => {
  fc.assert(
    fc.property(world, day, ({ ready, calendars: all, row }, by) => {
      const delivery = deliveryDay(ready, route, { table: [row], calendars: all })
      if (delivery.kind !== 'delivery') throw new Error('there is a way')
      const last = lastLeavingDay(by, row, all)
      expect(delivery.deliversOn <= by).toBe(last !== null && delivery.leavesOn <= last)
    }),
    { numRuns: 1000 },
  )
})
