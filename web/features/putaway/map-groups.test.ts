import { expect, test } from 'vitest'
import { positionOf } from '#domain/storage/bin-position.ts'
import type { MapBin } from '../../api/types.ts'
import { binWords, fillOf, isCalled, isShown, zonesOf } from './map-groups.ts'

const bin = (code: string, more: Partial<MapBin> = {}): MapBin => ({
  id: code,
  code,
  kind: 'storage',
  warehouseId: 'w',
  zoneId: null,
  zoneCode: null,
  zoneName: null,
  ...positionOf({ code, aisle: null, bay: null, level: null }),
  storage: 'ambient',
  hazards: [],
  freeFrom: [],
  mixing: 'mixed',
  capacity: null,
  quantity: 0,
  batches: 0,
  skus: [],
  expiresOn: null,
  daysLeft: null,
  held: false,
  misplaced: false,
  ...more,
})
const cold = { zoneId: 'z', zoneCode: 'COLD', zoneName: 'Cold room' }

test('the way begins at the dock, then zones by their codes, then bins of no zone, and quarantine at the end', () => {
  const zones = zonesOf([
    bin('QUARANTINE', { kind: 'quarantine' }),
    bin('MAIN'),
    bin('A-1-0', cold),
    bin('DOCK', { kind: 'dock' }),
  ])
  expect(zones.map(({ title }) => title)).toEqual(['Docks', 'COLD · Cold room', 'No zone', 'Quarantine'])
})

test('an aisle is drawn with its bays along and its levels up, and what stands alone is put together', () => {
  const [zone] = zonesOf([bin('A-1-0'), bin('A-1-1'), bin('A-5-0'), bin('MAIN')])
  expect(zone?.shelves.map(({ aisle, bins }) => [aisle, bins.map(({ column, row }) => [column, row])])).toEqual([
    [null, [[null, null]]],
    [
      'A',
      [
        [1, 2],
        [1, 1],
        [2, 2],
      ],
    ],
  ])
})

test('bins at one spot are drawn one after another', () => {
  const [zone] = zonesOf([bin('A-1', { bay: 1 }), bin('A-2', { bay: 1 })])
  expect(zone?.shelves[0]?.bins.map(({ column }) => column)).toEqual([null, null])
})

test('a bin is as full as it was told to hold, else beside the fullest', () => {
  const bins = [bin('A', { capacity: 40, quantity: 10 }), bin('B', { quantity: 30 }), bin('C', { quantity: 60 })]
  expect(bins.map(fillOf(bins))).toEqual([0.25, 0.5, 1])
})

test('a cell says in words what it shows', () => {
  expect(binWords(bin('A-1'))).toBe('A-1: empty')
  const full = { quantity: 30, capacity: 100, batches: 2, skus: ['TEA'], daysLeft: 5, held: true, misplaced: true }
  expect(binWords(bin('A-1', full))).toBe('A-1: 30 of 100, 2 batches, 5 days, held, lies where it must not')
})

test('a bin is found by its code and by what lies there', () => {
  expect(isCalled(bin('A-1', { skus: ['GREEN-TEA'] }), 'tea')).toBe(true)
  expect(isCalled(bin('A-1'), 'b-')).toBe(false)
  expect(isShown(bin('A-1', { daysLeft: 30 }), 'soon')).toBe(true)
  expect(isShown(bin('DOCK', { kind: 'dock' }), 'empty')).toBe(false)
})
