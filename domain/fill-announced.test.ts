import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Came, fillAnnounced } from './fill-announced.ts'
import type { Announced, Arrived } from './receipt-differences.ts'

const line = (lineId: string, quantity: number, batchCode: string | null = null): Announced => ({
  lineId,
  product: 'P',
  quantity,
  batchCode,
})
const came = (quantity: number, batchCode = 'A', product = 'P'): Came => ({
  product,
  batchCode,
  quantity,
  condition: 'good',
})
const told = ({ lineId, batchCode, quantity }: Arrived) => `${lineId ?? '-'}: ${quantity} ${batchCode}`

test.each<[string, Announced[], Came[], string[]]>([
  ['two lines of one product', [line('1', 100), line('2', 50)], [came(100), came(50)], ['1: 100 A', '2: 50 A']],
  ['at once', [line('1', 100), line('2', 50)], [came(150)], ['1: 100 A', '2: 50 A']],
  ['in pieces', [line('1', 100), line('2', 50)], [came(60), came(60)], ['1: 60 A', '1: 40 A', '2: 20 A']],
  ['the excess alone is over', [line('1', 10), line('2', 5)], [came(17)], ['1: 10 A', '2: 5 A', '2: 2 A']],
  ['the batch that was named', [line('1', 10, 'A'), line('2', 10, 'B')], [came(10, 'B')], ['2: 10 B']],
  [
    'too much of a batch is not another that is still to come',
    [line('1', 10, 'A'), line('2', 5, 'B')],
    [came(7, 'B'), came(10)],
    ['2: 5 B', '1: 10 A', '2: 2 B'],
  ],
  ['another batch than named', [line('1', 10, 'A')], [came(4, 'B')], ['1: 4 B']],
  ['rather where none was named', [line('1', 10, 'A'), line('2', 10)], [came(4, 'B')], ['2: 4 B']],
  ['another product', [line('1', 10)], [came(4, 'A', 'Q')], ['-: 4 A']],
])('%s', (_, announced, arrivals, portions) => {
  expect(fillAnnounced(announced, arrivals).map(told)).toEqual(portions)
})

const codes = fc.constantFrom('A', 'B', 'C')
const products = fc.constantFrom('P', 'Q')
const quantity = fc.integer({ min: 1, max: 20 })
const lines = fc.array(fc.record({ product: products, quantity, batchCode: fc.option(codes) }), { maxLength: 6 })
const arrivals = fc.array(fc.record({ product: products, quantity, batchCode: codes, condition: fc.constant('good') }))
const sum = (rows: readonly { quantity: number }[]) => rows.reduce((total, row) => total + row.quantity, 0)

test('every unit is in one portion; a line is over only where every line of its product is full', () => {
  fc.assert(
    fc.property(lines, arrivals, (given, rows) => {
      const announced = given.map((one, index) => ({ lineId: String(index), ...one }))
      const portions = fillAnnounced(announced, rows as Came[])
      for (const product of ['P', 'Q'])
        for (const batchCode of ['A', 'B', 'C']) {
          const of = (all: readonly (Came | Arrived)[]) =>
            all.filter((one) => one.product === product && one.batchCode === batchCode)
          expect(sum(of(portions))).toBe(sum(of(rows as Came[])))
        }
      const got = (one: Announced) => sum(portions.filter(({ lineId }) => lineId === one.lineId))
      for (const one of announced.filter((each) => got(each) > each.quantity))
        for (const other of announced.filter(({ product }) => product === one.product))
          expect(got(other)).toBeGreaterThanOrEqual(other.quantity)
      expect(
        portions.filter(({ lineId, product }) => lineId === null && announced.some((one) => one.product === product)),
      ).toEqual([])
    }),
  )
})
