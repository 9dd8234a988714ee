import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Standing, type ToUndo, undoMoves } from './undo-moves.ts'

const move = (id: string, quantity: number, serialIds: readonly string[] = []): Standing => ({
  id,
  key: id.charAt(0),
  quantity,
  serialIds,
})
const ask = (key: string, quantity: number, serialIds: readonly string[] = []): ToUndo => ({ key, quantity, serialIds })
const told = (moves: readonly Standing[], asked: readonly ToUndo[]) => {
  const { undone, missing } = undoMoves(moves, asked)
  return [...undone.map(({ id, quantity, serialIds }) => [id, quantity, ...serialIds].join(' ')), `missing ${missing}`]
}

test.each<[string, Standing[], ToUndo[], string[]]>([
  ['all of it', [move('a1', 10)], [ask('a', 10)], ['a1 10', 'missing 0']],
  ['a part', [move('a1', 10), move('b1', 5)], [ask('a', 3)], ['a1 3', 'missing 0']],
  ['over two moves of one key', [move('a1', 4), move('a2', 6)], [ask('a', 7)], ['a1 4', 'a2 3', 'missing 0']],
  ['asked twice', [move('a1', 4)], [ask('a', 1), ask('a', 2)], ['a1 3', 'missing 0']],
  ['more than stands', [move('a1', 4)], [ask('a', 6)], ['a1 4', 'missing 2']],
  ['of another key', [move('a1', 4)], [ask('b', 1)], ['missing 1']],
  ['one serial', [move('a1', 2, ['s', 't']), move('a2', 1, ['u'])], [ask('a', 1, ['u'])], ['a2 1 u', 'missing 0']],
  ['a serial that is not there', [move('a1', 1, ['s'])], [ask('a', 1, ['x'])], ['missing 1']],
])('%s', (_, moves, asked, outcome) => {
  expect(told(moves, asked)).toEqual(outcome)
})

const units = (rows: readonly { quantity: number }[]) => rows.reduce((sum, { quantity }) => sum + quantity, 0)
const someKey = fc.constantFrom('a', 'b', 'c')
const someMoves = fc
  .array(fc.record({ key: someKey, quantity: fc.integer({ min: 1, max: 20 }) }), { maxLength: 8 })
  .map((rows) => rows.map((row, at): Standing => ({ ...row, id: `m${at}`, serialIds: [] })))
const someAsked = fc.array(
  fc.record({ key: someKey, quantity: fc.integer({ min: 1, max: 20 }), serialIds: fc.constant([]) }),
  { maxLength: 8 },
)

test('of no move more is undone than stands of it, and what is undone and missing is what was asked', () => {
  fc.assert(
    fc.property(someMoves, someAsked, (moves, asked) => {
      const { undone, missing } = undoMoves(moves, asked)
      const stands = new Map(moves.map(({ id, quantity }) => [id, quantity]))
      for (const { id, quantity } of undone) expect(quantity).toBeLessThanOrEqual(stands.get(id) ?? 0)
      expect(units(undone) + missing).toBe(units(asked))
      for (const key of ['a', 'b', 'c']) {
        const of = <Row extends { key: string }>(rows: readonly Row[]) => rows.filter((row) => row.key === key)
        const taken = undone.filter(({ id }) => of(moves).some((one) => one.id === id))
        expect(units(taken)).toBe(Math.min(units(of(moves)), units(of(asked))))
      }
    }),
  )
})
