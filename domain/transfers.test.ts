import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allot, type Named, type Part, transferState } from './transfers.ts'

test.each([
  // approved, cancelled, asked, sent, in transit, arrived, missing
  [false, false, 40, 0, 0, 0, 0, 'requested'],
  [true, false, 40, 0, 0, 0, 0, 'approved'],
  [true, true, 0, 0, 0, 0, 0, 'cancelled'],
  [true, false, 40, 10, 10, 0, 0, 'picking'],
  [true, false, 40, 40, 40, 0, 0, 'in_transit'],
  [true, true, 10, 10, 10, 0, 0, 'in_transit'],
  [true, false, 40, 40, 2, 38, 0, 'partly_received'],
  [true, false, 40, 10, 0, 10, 0, 'partly_received'],
  [true, false, 40, 40, 2, 38, 2, 'discrepancy'],
  [true, false, 40, 40, 40, 0, 40, 'discrepancy'],
  [true, false, 40, 40, 0, 40, 0, 'received'],
  [true, false, 40, 40, 0, 38, 0, 'closed'],
  [true, true, 10, 10, 0, 10, 0, 'closed'],
] as const)('approved %s, cancelled %s, asked %i, sent %i, on its way %i, arrived %i, missing %i: %s', (...row) => {
  const [approved, cancelled, asked, sent, inTransit, arrived, missing, state] = row
  expect(transferState({ approved, cancelled }, { asked, sent, inTransit, arrived, missing })).toBe(state)
})

const part = (lineNo: number, batch: string, quantity: number, place = 'MAIN'): Part => ({
  lineNo,
  batchId: `id of ${batch}`,
  batchCode: batch,
  placeId: `id of ${place}`,
  placeCode: place,
  quantity,
})
const taken = (named: readonly Named[], parts: readonly Part[]) =>
  allot(named, parts).map((one) =>
    one.kind === 'taken'
      ? one.takes.map(({ part: from, quantity }) => [from.lineNo, from.batchCode, quantity])
      : one.kind,
  )

test('a batch is enough to name what is meant, whichever lines it is for', () => {
  const parts = [part(1, 'A', 10), part(2, 'B', 5), part(3, 'A', 4)]
  expect(taken([{ batch: 'A', quantity: 12 }], parts)).toEqual([
    [
      [1, 'A', 10],
      [3, 'A', 2],
    ],
  ])
  expect(
    taken(
      [
        { batch: 'id of B', quantity: 5 },
        { line: 3, quantity: 4 },
      ],
      parts,
    ),
  ).toEqual([[[2, 'B', 5]], [[3, 'A', 4]]])
})

test('of several batches or bins a part is not guessed, and all of them need no choice', () => {
  const parts = [part(1, 'A', 10), part(1, 'B', 5), part(2, 'C', 3), part(2, 'C', 3, 'B-2')]
  expect(taken([{ line: 1, quantity: 12 }], parts)).toEqual(['which'])
  expect(taken([{ line: 2, quantity: 4 }], parts)).toEqual(['which'])
  expect(taken([{ line: 2, quantity: 2, place: 'B-2' }], parts)).toEqual([[[2, 'C', 2]]])
  expect(taken([{ line: 1, quantity: 15 }], parts)).toHaveLength(1)
  expect(taken([{ line: 1, quantity: 15 }], parts)[0]).toEqual([
    [1, 'A', 10],
    [1, 'B', 5],
  ])
})

test('what is not there and what is more than there is are told apart', () => {
  expect(
    taken(
      [
        { batch: 'X', quantity: 1 },
        { batch: 'A', quantity: 11 },
      ],
      [part(1, 'A', 10)],
    ),
  ).toEqual(['none', 'beyond'])
  expect(allot([{ quantity: 11 }], [part(1, 'A', 10)])).toEqual([{ kind: 'beyond', most: 10 }])
})

const letters = fc.constantFrom('A', 'B', 'C')
const somePart = fc
  .tuple(fc.integer({ min: 1, max: 3 }), letters, fc.integer({ min: 1, max: 9 }), fc.constantFrom('P', 'Q'))
  .map(([lineNo, batch, quantity, place]) => part(lineNo, batch, quantity, place))
const someName = fc.record(
  {
    line: fc.integer({ min: 1, max: 4 }),
    batch: letters,
    place: fc.constantFrom('P', 'Q'),
    quantity: fc.integer({ min: 1, max: 12 }),
  },
  { requiredKeys: ['quantity'] },
)

test('law: no part is taken beyond what there is of it, and what is taken is what was named', () => {
  fc.assert(
    fc.property(fc.array(someName, { maxLength: 8 }), fc.array(somePart, { maxLength: 8 }), (named, parts) => {
      const sums = new Map<Part, number>()
      for (const [index, one] of allot(named, parts).entries()) {
        if (one.kind !== 'taken') continue
        const { line, batch, place, quantity } = named[index] ?? { quantity: 0 }
        expect(one.takes.reduce((sum, { quantity: some }) => sum + some, 0)).toBe(quantity)
        for (const { part: from, quantity: some } of one.takes) {
          sums.set(from, (sums.get(from) ?? 0) + some)
          expect([line ?? from.lineNo, batch ?? from.batchCode, place ?? from.placeCode]).toEqual([
            from.lineNo,
            from.batchCode,
            from.placeCode,
          ])
        }
      }
      for (const [from, sum] of sums) expect(sum).toBeLessThanOrEqual(from.quantity)
    }),
  )
})
