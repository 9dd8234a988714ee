import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundsOf, mostOf, type UnlabelledUnits, unitsThatFit } from './unlabelled.ts'

const order = 'order 7'
const set = (id: string, quantity: number, batches: string): UnlabelledUnits => ({
  id,
  quantity,
  batches: batches.split('|'),
  scopes: [order],
})
const roomOf =
  (out: Record<string, number>) =>
  (_: string, batch: string): number =>
    out[batch] ?? 0

test.each([
  // out of A and B, unlabelled, most of A, most of B
  [{ A: 3, B: 2 }, [set('1', 1, 'A|B')], 3, 2],
  [{ A: 0, B: 2 }, [set('1', 1, 'A|B')], 0, 1],
  [{ A: 3, B: 2 }, [set('1', 4, 'A|B')], 1, 1],
  [{ A: 3, B: 2 }, [set('1', 2, 'A|B'), set('2', 2, 'B|A')], 1, 1],
  [{ A: 1, B: 1, C: 1 }, [set('1', 1, 'A|B'), set('2', 1, 'B|C')], 1, 1],
])('of %j out, with %j without a label: %i of A, %i of B', (out, sets, a, b) => {
  const known = { sets, room: roomOf(out) }
  expect([mostOf('A', [order], known), mostOf('B', [order], known)]).toEqual([a, b])
})

test('scenario 53: of 3 A and 2 B one came back without a label: it is A or B, and no fourth A comes', () => {
  const known = { sets: [set('1', 1, 'A|B')], room: roomOf({ A: 3, B: 2 }) }
  const bounds = (batch: string) => boundsOf([batch], new Set(['1']), known)
  expect([bounds('A'), bounds('B')]).toEqual([
    { least: 0, most: 1 },
    { least: 0, most: 1 },
  ])
  expect(mostOf('A', [order], known)).toBe(3)
  const allAback = { ...known, room: roomOf({ A: 0, B: 2 }) }
  expect(boundsOf(['B'], new Set(['1']), allAback)).toEqual({ least: 1, most: 1 })
})

test('what one set must be of is held against the others: of A, A or B, and B or C, of which the first and the last are asked for, none is B', () => {
  const sets = [set('1', 1, 'A'), set('2', 1, 'A|B'), set('3', 1, 'B|C')]
  const known = { sets, room: roomOf({ A: 1, B: 1, C: 1 }) }
  expect(boundsOf(['B'], new Set(['1', '3']), known)).toEqual({ least: 0, most: 0 })
  expect(boundsOf(['C', 'A'], new Set(['1', '3']), known)).toEqual({ least: 2, most: 2 })
})

test('of 400 units of one of 40 batches each, all of which are needed, each batch has exactly its ten', () => {
  const all = Array.from({ length: 40 }, (_, at) => `B${at}`)
  const sets = all.flatMap((_, at) =>
    Array.from({ length: 10 }, (_, nth) => ({
      ...set(`${at}-${nth}`, 1, all.join('|')),
      scopes: [`order ${at}`, 'all'],
    })),
  )
  const known = { sets, room: (scope: string) => (scope === 'all' ? 10 : 3) }
  const every = new Set(sets.map(({ id }) => id))
  expect(boundsOf(all.slice(0, 7), every, known)).toEqual({ least: 70, most: 70 })
  expect(boundsOf(['B3'], every, { ...known, room: () => 30 })).toEqual({ least: 0, most: 30 })
})

test('of more pairs than are sought one by one, the bounds hold too', () => {
  const all = Array.from({ length: 40 }, (_, at) => `B${at}`)
  const sets = Array.from({ length: 160 }, (_, at) => set(String(at), 1, all.join('|')))
  const every = new Set(sets.map(({ id }) => id))
  expect(boundsOf(all, every, { sets, room: () => 4 })).toEqual({ least: 160, most: 160 })
})

test('what an order has room for, its customer must have room for as well', () => {
  const ofOrder = { ...set('1', 2, 'A|B'), scopes: [order, 'customer'] }
  const room = (scope: string) => (scope === order ? 2 : 1)
  expect(unitsThatFit([ofOrder], room)).toBe(2)
  expect(mostOf('A', ['customer'], { sets: [ofOrder], room })).toBe(0)
  expect(unitsThatFit([{ ...ofOrder, quantity: 3 }], room)).toBe(2)
})

const batches = ['A', 'B', 'C']
const sets = fc.array(
  fc.record({
    quantity: fc.integer({ min: 1, max: 3 }),
    batches: fc.subarray(batches, { minLength: 1 }),
    wide: fc.boolean(),
  }),
  { maxLength: 3 },
)
const rooms = fc.record({
  order: fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4)),
  customer: fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4)),
})

type Units = readonly Readonly<{ batches: readonly string[]; scopes: readonly string[]; set: string }>[]

/** Every way to say of each unit which batch it is of, one after another. */
function* ways(units: Units): Generator<string[]> {
  const [unit, ...rest] = units
  if (!unit) yield []
  else for (const way of ways(rest)) for (const batch of unit.batches) yield [batch, ...way]
}

function possibleWays(given: readonly UnlabelledUnits[], room: (scope: string, batch: string) => number) {
  const units = given.flatMap(({ id, quantity, ...rest }) =>
    Array.from({ length: quantity }, () => ({ ...rest, set: id })),
  )
  const fits = (way: readonly string[]) =>
    [order, 'customer'].every((scope) =>
      batches.every(
        (batch) =>
          units.filter((unit, at) => unit.scopes.includes(scope) && way[at] === batch).length <= room(scope, batch),
      ),
    )
  return { units, possible: [...ways(units)].filter(fits) }
}

const subsetsOf = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((_, at) => Math.floor(bits / 2 ** at) % 2 === 1))

test('law: least and most of any sets and batches together, and what still fits, are what trying every way finds', () => {
  fc.assert(
    fc.property(sets, rooms, (drawn, out) => {
      const given = drawn.map(({ wide, ...one }, at) => ({
        ...one,
        id: String(at),
        scopes: wide ? ['customer'] : [order, 'customer'],
      }))
      const room = (scope: string, batch: string) =>
        (scope === order ? out.order : out.customer)[batches.indexOf(batch)] ?? 0
      const { units, possible } = possibleWays(given, room)
      expect(unitsThatFit(given, room) === units.length).toBe(possible.length > 0)
      if (possible.length === 0) return
      for (const of of subsetsOf(given.map(({ id }) => id)))
        for (const meant of subsetsOf(batches)) {
          const counts = possible.map(
            (way) => way.filter((one, at) => meant.includes(one) && of.includes(units[at]?.set ?? '')).length,
          )
          const bounds = { least: Math.min(...counts), most: Math.max(...counts) }
          expect(boundsOf(meant, new Set(of), { sets: given, room })).toEqual(bounds)
        }
      for (const batch of batches) {
        const most = mostOf(batch, [order, 'customer'], { sets: given, room })
        const more = (quantity: number) =>
          possibleWays([...given, { id: 'x', quantity, batches: [batch], scopes: [order, 'customer'] }], room).possible
        if (most > 0) expect(more(most)).not.toEqual([])
        expect(more(most + 1)).toEqual([])
      }
    }),
    { numRuns: 60 },
  )
})
