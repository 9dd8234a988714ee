import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Carried, type Reported, reckonSoldOn, reportKinds, type Unread, type WithCustomer } from './sold-on.ts'

const day = (of: number) => `2025-11-0${of}`
const carried = (text: string): Carried[] =>
  text === ''
    ? []
    : text.split(', ').map((one) => {
        const [quantity, batch, of] = one.split(' ')
        return { batch: batch ?? '', quantity: Number(quantity), on: day(Number(of)) }
      })
const reported = (text: string): Reported[] =>
  text === ''
    ? []
    : text.split(', ').map((one) => {
        const [quantity, kind, of] = one.split(' ')
        return { kind: kind as Reported['kind'], quantity: Number(quantity), on: day(Number(of)) }
      })
const world = (sent: string, returned: string, reports: string, unread: Unread[] = []): WithCustomer => ({
  sent: carried(sent),
  returned: carried(returned),
  reports: reported(reports),
  unread,
})
const tell = (known: WithCustomer, meant = 'A') => {
  const { sold, lost, there } = reckonSoldOn(known).of(new Set(meant.split('')))
  return [sold, lost, there].map(({ least, most }) => `${least}–${most}`).join(' ')
}

test.each([
  // sent, came back to us, reported                                             sold  lost there, of A
  ['120 A 1, 80 B 1', '', '', '0–0 0–0 120–120'],
  ['120 A 1, 80 B 1', '', '150 sold 2', '70–120 0–0 0–50'],
  ['120 A 1, 80 B 1', '45 A 3, 5 B 3', '150 sold 2', '75–75 0–0 0–0'],
  // What came later was not sold before.
  ['60 A 1, 60 B 3', '', '50 sold 2', '50–50 0–0 10–10'],
  ['60 A 1, 60 B 3', '', '50 sold 2, 20 sold 4', '50–60 0–0 0–10'],
  // What came back was there all the time.
  ['60 A 1, 60 B 1', '40 A 4', '30 sold 2', '0–20 0–0 0–20'],
  ['60 A 1, 60 B 1', '', '30 sold 2, 5 lost 2', '0–30 0–5 25–60'],
  ['60 A 1, 60 B 1', '', '110 sold 2, 5 lost 2', '50–60 0–5 0–5'],
  ['60 A 1, 60 B 1', '', '110 sold 2, 30 came_back 3', '20–60 0–0 0–40'],
  // So many cannot be: then nothing is told of them.
  ['60 A 1, 60 B 1', '', '121 sold 2', '0–60 0–0 0–60'],
])('of %s sent, %s back, and %s: %s', (sent, returned, reports, wanted) => {
  expect(tell(world(sent, returned, reports))).toBe(wanted)
})

test('scenario 46: of two batches together it is certain what of each is not', () => {
  expect(tell(world('120 A 1, 80 B 1', '', '150 sold 2'), 'AB')).toBe('150–150 0–0 50–50')
})

test('units without a label are of one batch or another, and never more than is there', () => {
  const either = [{ batches: ['A', 'B'], on: day(3), quantity: 5 }]
  expect(tell(world('120 A 1, 80 B 1', '', '150 sold 2', either))).toBe('70–120 0–0 0–45')
  expect(tell(world('120 A 1, 80 B 1', '', '150 sold 2', [{ batches: ['A'], on: day(3), quantity: 45 }]))).toBe(
    '70–75 0–0 0–5',
  )
  expect(tell(world('120 A 1, 80 B 1', '', '150 sold 2', [{ batches: ['B'], on: day(3), quantity: 45 }]))).toBe(
    '115–120 0–0 0–5',
  )
})

test('the first day is named by which more is reported than can be, with what was sent by then and came back', () => {
  const { beyond, gap } = reckonSoldOn(world('60 A 1, 60 B 1, 80 A 5', '45 A 3', '70 sold 2, 80 sold 4'))
  expect([beyond, gap]).toEqual([{ on: day(4), reported: 150, sent: 120, back: 45, most: 75 }, 75])
  const { broughtBack } = reckonSoldOn(world('60 A 1', '', '10 sold 2, 8 came_back 3, 3 came_back 4'))
  expect(broughtBack).toMatchObject({ on: day(4), reported: 11, most: 10 })
})

const batches = ['A', 'B', 'C']
const days = [1, 2, 3]
const drawnDay = fc.constantFrom(...days).map(day)
const drawnCarried = (max: number) =>
  fc.array(fc.record({ batch: fc.constantFrom(...batches), on: drawnDay, quantity: fc.integer({ min: 1, max }) }), {
    maxLength: 4,
  })
const drawnReports = (...kinds: Reported['kind'][]) =>
  fc.array(fc.record({ kind: fc.constantFrom(...kinds), on: drawnDay, quantity: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 1,
    maxLength: 3,
  })
const drawnUnread = (minLength: number) =>
  fc.array(
    fc.record({ batches: fc.subarray(batches, { minLength }), on: drawnDay, quantity: fc.integer({ min: 1, max: 2 }) }),
    { maxLength: 1 },
  )

/** What of each batch is sold, lost and unread by each day, one way after another. */
type Way = readonly Readonly<{ kind: Reported['kind'] | 'unread'; batch: string; on: string; quantity: number }>[]

function* splits(quantity: number, among: readonly string[]): Generator<Record<string, number>> {
  const [batch, ...rest] = among
  if (batch === undefined) {
    if (quantity === 0) yield {}
    return
  }
  for (let part = 0; part <= quantity; part += 1)
    for (const others of splits(quantity - part, rest)) yield { [batch]: part, ...others }
}

function* ways(
  left: readonly { kind: Way[number]['kind']; on: string; quantity: number; among: readonly string[] }[],
): Generator<Way> {
  const [first, ...rest] = left
  if (!first) yield []
  else
    for (const split of splits(first.quantity, first.among))
      for (const way of ways(rest))
        yield [...Object.entries(split).map(([batch, quantity]) => ({ ...first, batch, quantity })), ...way]
}

/** Every history in which on no day more of a batch is gone than came. */
function histories({ sent, returned, unread, reports }: WithCustomer): Way[] {
  const left = [
    ...reports.map((one) => ({ ...one, among: batches })),
    ...unread.map((one) => ({ ...one, kind: 'unread' as const, among: one.batches })),
  ]
  const by = (rows: readonly { batch: string; on: string; quantity: number }[], batch: string, on: string) =>
    rows.reduce((all, row) => all + (row.batch === batch && row.on <= on ? row.quantity : 0), 0)
  const possible = (way: Way) =>
    batches.every((batch) =>
      days.map(day).every((on) => {
        const of = (kind: string) =>
          by(
            way.filter((one) => one.kind === kind),
            batch,
            on,
          )
        const out = of('sold') - of('came_back')
        return out >= 0 && by(sent, batch, on) - by(returned, batch, on) - out - of('lost') - of('unread') >= 0
      }),
    )
  return [...ways(left)].filter(possible)
}

function truth({ sent, returned }: WithCustomer, found: readonly Way[], meant: ReadonlySet<string>) {
  const own = (rows: readonly { batch: string; quantity: number }[]) =>
    rows.reduce((all, row) => all + (meant.has(row.batch) ? row.quantity : 0), 0)
  const between = (told: readonly number[]) => ({ least: Math.min(...told), most: Math.max(...told) })
  const of = (way: Way, kind: string) => own(way.filter((one) => one.kind === kind))
  const out = (way: Way) => of(way, 'sold') - of(way, 'came_back')
  return {
    sold: between(found.map(out)),
    lost: between(found.map((way) => of(way, 'lost'))),
    there: between(found.map((way) => own(sent) - own(returned) - out(way) - of(way, 'lost') - of(way, 'unread'))),
  }
}

const meanings = ['A', 'B', 'AB', 'ABC'].map((text) => new Set(text.split('')))
/** No more came back of a batch than went there before. */
const sound = ({ sent, returned }: WithCustomer) => histories({ sent, returned, unread: [], reports: [] }).length > 0

test('law: least and most are what every history finds, and no history is left where the reports do not fit', () => {
  const drawn = fc.record({
    sent: drawnCarried(4),
    returned: drawnCarried(2),
    unread: drawnUnread(3),
    reports: drawnReports('sold', 'lost'),
  })
  fc.assert(
    fc.property(drawn, (known) => {
      fc.pre(sound(known))
      const found = histories(known)
      const { gap, beyond, of } = reckonSoldOn(known)
      expect([gap > 0, beyond !== null]).toEqual([found.length === 0, found.length === 0])
      for (const meant of found.length > 0 ? meanings : []) expect(of(meant)).toMatchObject(truth(known, found, meant))
    }),
    { numRuns: 300 },
  )
})

test('law: what was brought back to the customer and what nobody can read never hide a history', () => {
  const drawn = fc.record({
    sent: drawnCarried(4),
    returned: drawnCarried(2),
    unread: drawnUnread(1),
    reports: drawnReports(...reportKinds),
  })
  fc.assert(
    fc.property(drawn, (known) => {
      fc.pre(sound(known))
      const found = histories(known)
      if (found.length === 0) return
      const { gap, of } = reckonSoldOn(known)
      expect(gap).toBe(0)
      for (const meant of meanings) {
        const [told, real] = [of(meant), truth(known, found, meant)]
        for (const what of ['sold', 'lost', 'there'] as const) {
          expect(told[what].least).toBeLessThanOrEqual(real[what].least)
          expect(told[what].most).toBeGreaterThanOrEqual(real[what].most)
        }
      }
    }),
    { numRuns: 300 },
  )
})
