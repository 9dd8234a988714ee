import fc from 'fast-check'
import { expect, test } from 'vitest'
import { followed, type Statement } from './inherited-dates.ts'
import type { DateKind } from './shelf-life.ts'

const kinds: readonly DateKind[] = ['produced', 'best_before', 'use_by', 'expiry']
const days = ['2026-01-01', '2026-02-02', '2026-03-03']

const parents = fc.uniqueArray(fc.record({ kind: fc.constantFrom(...kinds), onDate: fc.constantFrom(...days) }), {
  selector: ({ kind }) => kind,
})
const statements = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      onDate: fc.constantFrom(...days),
      source: fc.constantFrom('inherited', 'typed', 'corrected'),
      withdrawnAt: fc.constantFrom(null, null, '2026-01-01T00:00:00.000Z'),
    }),
    { maxLength: 8 },
  )
  .map((rows) => rows.map((row, at): Statement => ({ ...row, id: String(at) })))

const stands = (rows: readonly Statement[], kind: DateKind) =>
  rows.find((row) => row.kind === kind && row.withdrawnAt === null)

/** As the batch stands once what is to be stated and withdrawn is. */
function after(own: readonly Statement[], parent: readonly { kind: DateKind; onDate: string }[]): Statement[] {
  const { state, withdraw } = followed(own, parent)
  const gone = new Set(withdraw.map(({ id }) => id))
  const stated = state.map((one, at) => ({ ...one, id: `new ${at}`, source: 'inherited', withdrawnAt: null }))
  return [...stated, ...own.map((row) => (gone.has(row.id) ? { ...row, withdrawnAt: 'now' } : row))]
}

test('what somebody said of a batch itself is never touched by its parent', () => {
  fc.assert(
    fc.property(statements, parents, (own, parent) =>
      kinds.every((kind) => {
        const said = stands(own, kind)
        return said === undefined || said.source === 'inherited' || stands(after(own, parent), kind) === said
      }),
    ),
  )
})

test('every other date stands as it does with the parent, and not at all where it does not there', () => {
  fc.assert(
    fc.property(statements, parents, (own, parent) =>
      kinds.every((kind) => {
        const now = stands(after(own, parent), kind)
        const there = parent.find((one) => one.kind === kind)
        return now === undefined ? there === undefined : now.source !== 'inherited' || now.onDate === there?.onDate
      }),
    ),
  )
})

test('a parent that says nothing new changes nothing', () => {
  fc.assert(
    fc.property(statements, parents, (own, parent) => {
      const again = followed(after(own, parent), parent)
      expect(again).toEqual({ state: [], withdraw: [] })
    }),
  )
})
