import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byBinCode, byRoute, type Stop } from './route.ts'

test.each([
  ['A-10 A-2 A-1', 'A-1 A-2 A-10'],
  ['B-1 A-99', 'A-99 B-1'],
  ['A-2-10 A-2-9 A-10-1', 'A-2-9 A-2-10 A-10-1'],
  ['A-002 A-1 A-2', 'A-1 A-002 A-2'],
  ['A1B A1', 'A1 A1B'],
  ['99999999999999999999 100000000000000000000 7', '7 99999999999999999999 100000000000000000000'],
])('%s are walked as %s', (bins, walked) => {
  expect(bins.split(' ').sort(byBinCode).join(' ')).toBe(walked)
})

const stop = (placeCode: string, more: Partial<Stop> = {}): Stop => ({
  zoneCode: 'COLD',
  placeCode,
  sku: 'P',
  expiresOn: '2026-01-01',
  batchCode: 'B',
  orderNumber: 'SO-1',
  ...more,
})

test('zone, then bin, then product, then what expires first; goods without a date and bins of no zone last', () => {
  const stops = [
    stop('A-1', { zoneCode: null }),
    stop('A-10'),
    stop('A-2', { expiresOn: null }),
    stop('A-2', { expiresOn: '2026-02-01' }),
    stop('A-2', { expiresOn: '2025-12-31', sku: 'Q' }),
    stop('A-2', { orderNumber: 'SO-10' }),
    stop('A-2', { orderNumber: 'SO-9' }),
    stop('Z-1', { zoneCode: 'AMBIENT' }),
  ]
  expect([...stops].sort(byRoute).map((one) => stops.indexOf(one))).toEqual([7, 6, 5, 3, 2, 4, 1, 0])
})

test('law: the walk is a total order, whatever bins are called', () => {
  const code = fc.stringMatching(/^[AB0-9-]{0,6}$/)
  fc.assert(
    fc.property(code, code, code, (a, b, c) => {
      expect(Math.sign(byBinCode(a, b)) + Math.sign(byBinCode(b, a))).toBe(0)
      expect(byBinCode(a, b) === 0).toBe(a === b)
      const [first = '', second = '', third = ''] = [a, b, c].sort(byBinCode)
      expect(byBinCode(first, second) <= 0 && byBinCode(second, third) <= 0 && byBinCode(first, third) <= 0).toBe(true)
    }),
  )
})
