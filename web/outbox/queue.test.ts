import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Act, type Change, changed, type NewAct, type Queue, refusedIn, waitingIn } from './queue.ts'
import { type Outcome, sendAll } from './send-all.ts'

const made = (id: string, document = 'wave'): NewAct<string> => ({ id, person: 'ann', document, madeAt: '', deed: id })
const after = (...changes: Change<string>[]) => changes.reduce<Queue<string>>(changed, [])
const ids = (queue: Queue<string>) => queue.map(({ id, deed, refused }) => [id, deed, refused])

test('what was refused stays until a person settles it, and what waits cannot be taken away', () => {
  const first = { kind: 'made', act: made('a') } as const
  const no = { kind: 'refused', id: 'a', words: 'held' } as const
  expect(ids(after(first, first))).toEqual([['a', 'a', null]])
  expect(ids(after(first, no))).toEqual([['a', 'a', 'held']])
  expect(ids(after(first, no, { kind: 'again', id: 'a' }))).toEqual([['a', 'a', null]])
  expect(ids(after(first, no, { kind: 'forgotten', id: 'a' }))).toEqual([])
  expect(ids(after(first, { kind: 'forgotten', id: 'a' }))).toEqual([['a', 'a', null]])
  const other = { kind: 'replaced', id: 'a', by: { id: 'b', deed: 'less' } } as const
  expect(ids(after(first, other))).toEqual([['a', 'a', null]])
  expect(ids(after(first, { kind: 'made', act: made('c') }, no, other))).toEqual([
    ['b', 'less', null],
    ['c', 'c', null],
  ])
})

const fates = ['done', 'lost before', 'lost after', 'down', 'killed before', 'killed after', 'refused'] as const
type Fate = (typeof fates)[number]
type Step = Readonly<{ makes: readonly number[]; senders: number; fates: readonly Fate[] }>
const step: fc.Arbitrary<Step> = fc.record({
  makes: fc.array(fc.nat(2), { maxLength: 4 }),
  senders: fc.integer({ min: 1, max: 2 }),
  fates: fc.array(fc.constantFrom(...fates), { maxLength: 8 }),
})

/** A server that does a thing once and answers a repeat as before, at the end of a road on which anything may happen. */
function openServer() {
  const done: string[] = []
  const tried = new Set<string>()
  const refusedOnce = new Set<string>()
  const perform = (id: string) => done.includes(id) || done.push(id)
  const meet = (id: string, fate: Fate): Outcome => {
    tried.add(id)
    if (fate === 'killed before') throw new Error('killed')
    if (fate === 'lost before') return { kind: 'unreached' }
    if (fate === 'down') return { kind: 'failed' }
    if (fate === 'refused' && !done.includes(id)) {
      refusedOnce.add(id)
      return { kind: 'refused', words: 'no' }
    }
    perform(id)
    if (fate === 'killed after') throw new Error('killed')
    return fate === 'lost after' ? { kind: 'unreached' } : { kind: 'answered' }
  }
  return { done, tried, refusedOnce, meet }
}

/** Each is told the next of the fates; what is slow lets the other sender go first. */
const send = (server: ReturnType<typeof openServer>, fatesLeft: Fate[]) => async (act: Act<string>) => {
  const fate = fatesLeft.shift() ?? 'done'
  for (let turns = fatesLeft.length % 3; turns > 0; turns -= 1) await Promise.resolve()
  const outcome = server.meet(act.id, fate)
  for (let turns = fatesLeft.length % 4; turns > 0; turns -= 1) await Promise.resolve()
  return outcome
}

async function live(steps: readonly Step[]) {
  const server = openServer()
  let kept: Queue<string> = []
  const all: NewAct<string>[] = []
  const store = {
    read: async () => kept,
    change: async (change: Change<string>) => {
      kept = changed(kept, change)
    },
  }
  for (const { makes, senders, fates: given } of steps) {
    for (const document of makes) {
      const act = made(String(all.length), `wave ${document}`)
      all.push(act)
      await store.change({ kind: 'made', act })
    }
    const fatesLeft = [...given]
    const round = () => sendAll({ ...store, send: send(server, fatesLeft) }).catch(() => 'killed')
    await Promise.all(Array.from({ length: senders }, round))
  }
  await sendAll({ ...store, send: send(server, []) })
  return { server, store, all, left: () => kept }
}

test('law: whatever is cut, killed or sent twice, each act is done once, in the order of its document', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      const { server, store, all, left } = await live(steps)
      expect(waitingIn(left())).toEqual([])
      expect([...server.tried].sort()).toEqual(all.map(({ id }) => id).sort())
      const straight = (id: string) => !server.refusedOnce.has(id)
      for (const document of ['wave 0', 'wave 1', 'wave 2']) {
        const wanted = all.filter((act) => act.document === document).map(({ id }) => id)
        const got = server.done.filter((id) => wanted.includes(id))
        expect(got.filter(straight)).toEqual(wanted.filter(straight))
      }
      for (const { id } of refusedIn(left())) await store.change({ kind: 'again', id })
      await sendAll({ ...store, send: send(server, []) })
      expect(left()).toEqual([])
      expect([...server.done].sort()).toEqual(all.map(({ id }) => id).sort())
    }),
    { numRuns: 500 },
  )
})

test('what fails at one document does not hold up another, and a refusal holds up nothing', async () => {
  const { store, left } = await live([])
  for (const [id, document] of [
    ['a', 'one'],
    ['b', 'one'],
    ['c', 'two'],
    ['d', 'two'],
  ] as const)
    await store.change({ kind: 'made', act: made(id, document) })
  const outcomes: Readonly<Record<string, Outcome>> = { a: { kind: 'failed' }, c: { kind: 'refused', words: 'no' } }
  await sendAll({ ...store, send: async ({ id }) => outcomes[id] ?? { kind: 'answered' } })
  expect(ids(left())).toEqual([
    ['a', 'a', null],
    ['b', 'b', null],
    ['c', 'c', 'no'],
  ])
})
