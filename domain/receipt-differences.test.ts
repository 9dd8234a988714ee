import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Announced, type Arrived, type ReceiptDifference, receiptDifferences } from './receipt-differences.ts'

const line = (quantity: number, batchCode: string | null = null): Announced => ({
  lineId: 'line',
  product: 'P',
  quantity,
  batchCode,
})
const came = (quantity: number, batchCode = 'A', more: Partial<Arrived> = {}): Arrived => ({
  lineId: 'line',
  product: 'P',
  batchCode,
  quantity,
  condition: 'good',
  ...more,
})
const damaged = { condition: 'damaged' } as const
const told = ({ kind, quantity, batchCode }: ReceiptDifference) => `${kind} ${quantity} ${batchCode ?? '-'}`

test.each<[string, Announced[], Arrived[], string[]]>([
  ['all came', [line(10, 'A')], [came(10)], []],
  ['all came, any batch would do', [line(10)], [came(10)], []],
  ['nothing came', [line(10, 'A')], [], ['short 10 A']],
  ['short', [line(10, 'A')], [came(7)], ['short 3 A']],
  ['over', [line(10, 'A')], [came(12)], ['over 2 A']],
  ['damaged is not short', [line(10, 'A')], [came(8), came(2, 'A', damaged)], ['damaged 2 A']],
  ['another batch', [line(10, 'A')], [came(10, 'B')], ['wrong_batch 10 B']],
  ['half another', [line(10, 'A')], [came(6), came(4, 'B')], ['wrong_batch 4 B', 'split 2 A']],
  ['two batches where none was announced', [line(10)], [came(6), came(4, 'B')], ['split 2 -']],
  ['one batch in two rows', [line(10, 'A')], [came(6), came(4)], []],
  ['never announced', [], [came(3, 'X', { lineId: null })], ['unannounced 3 X']],
  [
    'all at once',
    [line(10, 'A')],
    [came(2, 'A', damaged), came(4, 'B'), came(1, 'X', { lineId: null })],
    ['short 4 A', 'damaged 2 A', 'wrong_batch 4 B', 'split 2 A', 'unannounced 1 X'],
  ],
])('%s', (_, announced, arrived, differences) => {
  expect(receiptDifferences(announced, arrived).map(told)).toEqual(differences)
})

test('a person reads what happened', () => {
  const all = receiptDifferences([line(10, 'A')], [came(4, 'B'), came(1, 'X', { lineId: null })])
  expect(all.map(({ message }) => message)).toEqual([
    '4 came of 10 announced',
    '4 of batch B came, A was announced',
    '1 of P, batch X, came without being announced',
  ])
})

const codes = fc.constantFrom('A', 'B', 'C')
const lines = fc.uniqueArray(
  fc.record({
    lineId: fc.constantFrom('1', '2', '3'),
    product: fc.constant('P'),
    quantity: fc.integer({ min: 1, max: 20 }),
    batchCode: fc.option(codes),
  }),
  { selector: ({ lineId }) => lineId },
)
const arrivals = (announced: readonly Announced[]) =>
  fc.array(
    fc.record({
      lineId: fc.constantFrom(null, ...announced.map(({ lineId }) => lineId)),
      product: fc.constant('P'),
      batchCode: codes,
      quantity: fc.integer({ min: 1, max: 20 }),
      condition: fc.constantFrom('good' as const, 'damaged' as const),
    }),
  )
const both = lines.chain((announced) => fc.tuple(fc.constant(announced), arrivals(announced)))
const total = (rows: readonly { quantity: number }[]) => rows.reduce((sum, { quantity }) => sum + quantity, 0)

test('law: announced − short + over + unannounced is what came', () => {
  fc.assert(
    fc.property(both, ([announced, arrived]) => {
      const all = receiptDifferences(announced, arrived)
      const of = (kind: string) => total(all.filter((one) => one.kind === kind))
      expect(total(announced) - of('short') + of('over') + of('unannounced')).toBe(total(arrived))
    }),
  )
})

test('law: no line is short and over, and what arrived as announced makes no difference', () => {
  fc.assert(
    fc.property(both, ([announced, arrived]) => {
      for (const { lineId } of announced) {
        const kinds = receiptDifferences(announced, arrived).flatMap((one) => (one.lineId === lineId ? [one.kind] : []))
        expect(kinds.includes('short') && kinds.includes('over')).toBe(false)
      }
      const perfect = announced.map(({ lineId, quantity, batchCode }) => came(quantity, batchCode ?? 'A', { lineId }))
      expect(receiptDifferences(announced, perfect)).toEqual([])
    }),
  )
})
