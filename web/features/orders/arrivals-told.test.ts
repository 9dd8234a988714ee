import { expect, test } from 'vitest'
import { arrivalInWords } from '../../shared/arrival-words.ts'
import { arrivalsTold } from './arrivals-told.ts'

const arrival = (warehouseId: string, deliversOn: string | null) => ({
  warehouseId,
  service: 'GROUND',
  transitDays: deliversOn === null ? null : 2,
  leavesOn: deliversOn === null ? null : '2025-11-24',
  deliversOn,
  unknown: deliversOn === null ? ('no_route' as const) : null,
})
const batchIn = (warehouseId: string) => ({
  batchId: 'B',
  batchCode: 'B',
  expiresOn: null,
  placeId: 'P',
  placeCode: 'P',
  warehouseId,
  warehouseCode: warehouseId,
  quantity: 1,
})
const line = (id: string, more: object) => ({ id, quantity: 5, shipped: 0, batches: [], arrivals: [], ...more })

test('what all open lines agree on is told once, what differs at its line, and nothing of what is shipped', () => {
  const lines = [
    line('1', { arrivals: [arrival('CHI', '2025-11-26'), arrival('OSL', '2025-11-28')] }),
    line('2', { arrivals: [arrival('CHI', '2025-11-26'), arrival('OSL', '2025-11-29')] }),
    line('3', { shipped: 5, arrivals: [arrival('CHI', '2025-11-20')] }),
  ]
  const told = arrivalsTold({ state: 'open', lines }, () => '2025-11-24')
  expect(told.all).toEqual([arrival('CHI', '2025-11-26')])
  expect([...told.ofLine]).toEqual([
    ['1', [arrival('OSL', '2025-11-28')]],
    ['2', [arrival('OSL', '2025-11-29')]],
  ])
})

test('only the warehouses count in which batches are reserved; of a cancelled order nothing is told', () => {
  const arrivals = [arrival('CHI', '2025-11-26'), arrival('OSL', '2025-11-28')]
  const lines = [line('1', { batches: [batchIn('OSL')], arrivals })]
  expect(arrivalsTold({ state: 'open', lines }, () => '2025-11-24').all).toEqual([arrival('OSL', '2025-11-28')])
  expect(arrivalsTold({ state: 'cancelled', lines }, () => '2025-11-24').all).toEqual([])
})

test('a day of leaving that is past is told no more, though the line is open; that nobody knows the way, still', () => {
  const lines = [line('1', { arrivals: [arrival('CHI', '2025-11-26'), arrival('OSL', null)] })]
  expect(arrivalsTold({ state: 'open', lines }, () => '2025-11-25').all).toEqual([arrival('OSL', null)])
})

test('days of leaving and arriving are told with their weekday; what nobody knows is not', () => {
  expect(arrivalInWords(arrival('CHI', '2025-11-26'), 'Ground')).toBe(
    'leaves Mon 24 Nov, arrives Wed 26 Nov (Ground, 2 days)',
  )
  expect(arrivalInWords(arrival('CHI', null), 'Ground')).toBeNull()
})

test('a day is past where the goods are: it is still yesterday in Chicago', () => {
  const lines = [line('1', { arrivals: [arrival('CHI', '2025-11-26'), arrival('OSL', '2025-11-28')] })]
  const todayAt = (id: string) => (id === 'CHI' ? '2025-11-24' : '2025-11-25')
  expect(arrivalsTold({ state: 'open', lines }, todayAt).all).toEqual([arrival('CHI', '2025-11-26')])
})
