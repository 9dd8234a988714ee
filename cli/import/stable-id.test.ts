import { expect, test } from 'vitest'
import { seededNumbers, stableId } from './stable-id.ts'

test('an id is a UUIDv8, the same for the same document and another for any other', () => {
  expect(stableId('order', '536365')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(stableId('order', '536365')).toBe(stableId('order', '536365'))
  expect(stableId('order', '536365')).not.toBe(stableId('shipment', '536365'))
  expect(stableId('order', '1', '2')).not.toBe(stableId('order', '12'))
})

test('drawn numbers stay below their bounds', () => {
  const drawn = seededNumbers([1, 'x'], [3, 7, 1, 100])
  expect(drawn).toHaveLength(4)
  expect(drawn.every((number, at) => number >= 0 && number < ([3, 7, 1, 100][at] ?? 0))).toBe(true)
})
