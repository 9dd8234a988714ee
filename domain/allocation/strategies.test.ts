import { expect, test } from 'vitest'
import { type Ask, distribute, type Open } from './strategies.ts'

/** Batch, quantity and pack of each balance: "A 6", "B 12 of 4". */
const open = (...rows: string[]): Open[] =>
  rows.map((text) => {
    const [batchId = '', quantity, , packOf = 1] = text.split(' ')
    return { batchId, quantity: Number(quantity), packOf: Number(packOf) }
  })

test.each<[string, Open[], Ask['choice'], number, number[]]>([
  ['in their order', open('A 6', 'B 4'), 'any', 8, [6, 2]],
  ['a batch that stands twice, as one', open('A 6', 'A 4', 'B 9'), 'one_per_line', 10, [6, 4, 0]],
  ['one batch: the first that serves all', open('A 6', 'B 9', 'C 8'), 'one_per_line', 8, [0, 8, 0]],
  ['one batch: else the first of those that serve most', open('A 6', 'B 9', 'C 9'), 'one_per_order', 10, [0, 9, 0]],
  ['nothing, where nothing is open', open('A 0', 'B 0'), 'one_per_line', 5, [0, 0]],
  ['nothing of no balances', [], 'fewest', 5, []],
  ['fewest: one, where one serves all', open('A 3', 'B 6', 'C 8'), 'fewest', 6, [0, 6, 0]],
  ['fewest: as early as can be', open('A 3', 'B 6', 'C 8'), 'fewest', 9, [3, 6, 0]],
  ['fewest: not so early that more are needed', open('A 9', 'B 5', 'C 6', 'D 6'), 'fewest', 21, [9, 0, 6, 6]],
  ['fewest: no more than are needed', open('A 5', 'B 5', 'C 5'), 'oldest_that_fills', 10, [5, 5, 0]],
  ['fewest: all, where all do not serve', open('A 3', 'B 4'), 'oldest_that_fills', 10, [3, 4]],
  ['fewest: none that has nothing', open('A 0', 'B 4', 'C 3'), 'fewest', 10, [0, 4, 3]],
])('%s', (_, rows, choice, quantity, taken) => {
  for (const packOrder of ['packs_first', 'loose_first'] as const)
    expect(distribute(rows, { quantity, choice, packOrder })).toEqual(taken)
})

test.each<[string, Open[], number, number[], number[]]>([
  ['loose and closed', open('A 7', 'A 8 of 4'), 11, [3, 8], [7, 4]],
  ['what is no whole pack stays', open('A 9 of 4', 'A 1'), 9, [8, 1], [8, 1]],
  ['three sizes', open('A 5', 'A 8 of 2', 'A 12 of 6'), 17, [1, 4, 12], [5, 6, 6]],
  ['a size of which no whole pack is open says nothing', open('A 5', 'A 1 of 2', 'A 6 of 3'), 6, [0, 0, 6], [3, 0, 3]],
  ['of one size in their order', open('A 4 of 2', 'A 4 of 2'), 6, [4, 2], [4, 2]],
  ['batches in their order, packs within', open('A 4', 'A 4 of 4', 'B 9'), 6, [2, 4, 0], [2, 4, 0]],
  ['closed packs alone', open('A 8 of 4'), 7, [4], [4]],
  ['none is opened', open('A 8 of 4'), 3, [0], [0]],
])('packs first, and loose first: %s', (_, rows, quantity, packsFirst, looseFirst) => {
  expect(distribute(rows, { quantity, choice: 'any', packOrder: 'packs_first' })).toEqual(packsFirst)
  expect(distribute(rows, { quantity, choice: 'any', packOrder: 'loose_first' })).toEqual(looseFirst)
})

test.each<[string, Open[], number, number[]]>([
  ['in rotation order, where that serves all', open('A 4', 'B 2'), 6, [4, 2]],
  ['a box alone, past what is loose before it', open('A 1', 'B 12 of 12'), 12, [0, 12]],
  ['of what comes first, as much as lets the boxes make the rest', open('A 5', 'B 8 of 4', 'C 9 of 3'), 12, [5, 4, 3]],
  ['boxes before loose', open('A 24 of 12', 'B 6 of 6', 'C 2'), 20, [12, 6, 2]],
  ['loose and boxes of one batch', open('A 3', 'A 10 of 10', 'B 10 of 10'), 20, [0, 10, 10]],
  ['what no mix serves, as far as it goes', open('A 1', 'B 12 of 12'), 14, [1, 12]],
])('whole: %s', (_, rows, quantity, taken) => {
  for (const choice of ['any', 'fewest', 'oldest_that_fills'] as const)
    expect(distribute(rows, { quantity, choice, packOrder: 'packs_first', whole: true })).toEqual(taken)
})

test('whole, of one batch alone: the first that serves all', () => {
  const rows = open('A 5', 'B 12 of 12')
  const ask = { quantity: 12, packOrder: 'packs_first', whole: true } as const
  expect(distribute(rows, { ...ask, choice: 'one_per_line' })).toEqual([0, 12])
})
