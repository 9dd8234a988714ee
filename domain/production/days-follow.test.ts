import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysAnew, type Follower } from './days-follow.ts'

type Drawn = Record<string, string | null>
const batches = (days: Drawn) =>
  new Map(Object.entries(days).map(([code, expiresOn]) => [code, { sku: 'RAW', code, expiresOn }]))
const follower = (id: string, inputs: string, more: Partial<Follower> = {}): Follower => ({
  id,
  producedOn: null,
  own: null,
  inputIds: inputs.split(' '),
  ...more,
})
const own = { on: '2026-08-01', says: '2026-02-01 + 181 days' }
const days = (followers: readonly Follower[], standing: Drawn) =>
  Object.fromEntries([...daysAnew(followers, batches(standing))].map(([id, { on }]) => [id, on]))

test.each<[string, Follower[], Drawn, Drawn]>([
  [
    'the earlier day of an input',
    [follower('C', 'R S')],
    { R: '2026-03-01', S: '2026-05-01', C: '2026-05-01' },
    { C: '2026-03-01' },
  ],
  [
    'the later day, as far as the others let it',
    [follower('C', 'R S')],
    { R: '2026-09-01', S: '2026-05-01', C: '2026-03-01' },
    { C: '2026-05-01' },
  ],
  [
    'no longer than its own life',
    [follower('C', 'R', { own })],
    { R: '2026-09-01', C: '2026-03-01' },
    { C: '2026-08-01' },
  ],
  [
    'what is made of what was made',
    [follower('G', 'C'), follower('C', 'R')],
    { R: '2026-02-01', C: '2026-03-01', G: '2026-03-01' },
    { C: '2026-02-01', G: '2026-02-01' },
  ],
  ['nothing that stands already', [follower('C', 'R')], { R: '2026-02-01', C: '2026-02-01' }, {}],
  [
    'a circle goes as far as what came into it',
    [follower('A', 'X B'), follower('B', 'A')],
    { X: '2026-09-01', A: '2026-03-01', B: '2026-03-01' },
    { A: '2026-09-01', B: '2026-09-01' },
  ],
  [
    'what was over before it was made',
    [follower('C', 'R', { producedOn: '2026-02-10' })],
    { R: '2026-02-01', C: '2026-03-01' },
    { C: '2026-02-10' },
  ],
  [
    'a day that nothing is known of any more stays, and counts',
    [follower('C', 'R'), follower('G', 'C S')],
    { R: null, S: '2026-05-01', C: '2026-03-01', G: '2026-05-01' },
    { G: '2026-03-01' },
  ],
])('%s', (_, followers, standing, anew) => {
  expect(days(followers, standing)).toEqual(anew)
})

const dayIn2026 = fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, '0')}`)
const names = ['A', 'B', 'C', 'D', 'X', 'Y']
const drawn = fc.record({
  standing: fc
    .tuple(...names.map(() => dayIn2026))
    .map((all) => Object.fromEntries(names.map((name, at) => [name, all[at] ?? null]))),
  followers: fc.tuple(
    ...names.slice(0, 4).map((id) =>
      fc.record({
        id: fc.constant(id),
        producedOn: fc.constant(null),
        own: fc.option(dayIn2026.map((on) => ({ on, says: 'own' }))),
        inputIds: fc.uniqueArray(fc.constantFrom(...names.filter((name) => name !== id)), { minLength: 1 }),
      }),
    ),
  ),
})

test('each is good until the earliest of its own day and of what reaches it from outside, in circles too', () => {
  const firstOf = (followers: readonly Follower[], standing: Drawn, id: string) => {
    const [seen, left, found] = [new Set<string>(), [id], [] as string[]]
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const one = followers.find((row) => row.id === next)
      if (seen.has(next)) continue
      seen.add(next)
      if (one?.own) found.push(one.own.on)
      if (one) left.push(...one.inputIds)
      else found.push(standing[next] ?? '')
    }
    return found.sort()[0] ?? standing[id]
  }
  fc.assert(
    fc.property(drawn, ({ followers, standing }) => {
      const anew = days(followers, standing)
      for (const { id } of followers) expect(anew[id] ?? standing[id]).toBe(firstOf(followers, standing, id))
    }),
  )
})
