import { setImmediate as turn } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type Outcome, waves } from './waves.ts'

/** Waves that say what ran together, each ending when the test lets it. */
function watched(sizeMax: number, patience = 0) {
  const ran: string[][] = []
  const ends: (() => void)[] = []
  const serve = waves<string, string>({
    sizeMax,
    patience,
    run: async (asks) => {
      ran.push([...asks])
      await new Promise<void>((resolve) => ends.push(resolve))
      return asks.map((ask) => ({ answer: ask.toUpperCase() }))
    },
  })
  const endWave = async () => {
    ends.shift()?.()
    await turn()
    await turn()
  }
  return { ran, serve, endWave }
}

test('a call that comes alone runs at once', async () => {
  const { ran, serve, endWave } = watched(10)
  const answer = serve('lane', 'a')
  await turn()
  await turn()
  expect(ran).toEqual([['a']])
  await endWave()
  expect(await answer).toBe('A')
})

test('what arrives together leaves together, what arrives during a wave leaves with the next', async () => {
  const { ran, serve, endWave } = watched(10)
  const first = [serve('lane', 'a'), serve('lane', 'b')]
  await turn()
  await turn()
  const second = [serve('lane', 'c'), serve('lane', 'd')]
  await turn()
  expect(ran).toEqual([['a', 'b']])
  await endWave()
  expect(ran).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
  await endWave()
  expect(await Promise.all([...first, ...second])).toEqual(['A', 'B', 'C', 'D'])
})

test('a wave is no heavier than it may be, but for one call that alone is', async () => {
  const ran: string[][] = []
  const serve = waves<string, number>({
    sizeMax: 10,
    weightMax: 5,
    weigh: (ask) => ask.length,
    run: async (asks) => {
      ran.push([...asks])
      return asks.map((ask) => ({ answer: ask.length }))
    },
  })
  const asks = ['aa', 'bbb', 'c', 'ddddddd', 'eeee', 'f', 'g']
  expect(await Promise.all(asks.map((ask) => serve('lane', ask)))).toEqual([2, 3, 1, 7, 4, 1, 1])
  expect(ran).toEqual([['aa', 'bbb'], ['c'], ['ddddddd'], ['eeee', 'f'], ['g']])
})

test('no wave is larger than it may be, and none is left behind', async () => {
  const { ran, serve, endWave } = watched(2)
  const answers = Promise.all(['a', 'b', 'c', 'd', 'e'].map((ask) => serve('lane', ask)))
  await turn()
  await turn()
  for (let waveNumber = 0; waveNumber < 3; waveNumber += 1) await endWave()
  expect(ran).toEqual([['a', 'b'], ['c', 'd'], ['e']])
  expect(await answers).toEqual(['A', 'B', 'C', 'D', 'E'])
})

test('lanes do not wait for one another', async () => {
  const { ran, serve, endWave } = watched(10)
  const answers = [serve('one', 'a'), serve('other', 'b')]
  await turn()
  await turn()
  expect(ran).toEqual([['a'], ['b']])
  await endWave()
  await endWave()
  expect(await Promise.all(answers)).toEqual(['A', 'B'])
})

test('each gets its own outcome: an error concerns one ask, and the lane goes on', async () => {
  const serve = waves<number, number>({
    sizeMax: 10,
    run: async (asks) =>
      asks.map((ask): Outcome<number> => (ask < 0 ? { error: new Error(`no ${ask}`) } : { answer: ask * 2 })),
  })
  const settled = await Promise.allSettled([serve('lane', 1), serve('lane', -2), serve('lane', 3)])
  expect(settled.map((one) => (one.status === 'fulfilled' ? one.value : one.reason.message))).toEqual([2, 'no -2', 6])
  expect(await serve('lane', 4)).toBe(8)
})

test('where the run itself fails every ask of that wave fails alike, and the next wave runs', async () => {
  let broken = true
  const serve = waves<number, number>({
    sizeMax: 10,
    run: async (asks) => {
      if (broken) throw new Error('broken')
      return asks.map((answer) => ({ answer }))
    },
  })
  const settled = await Promise.allSettled([serve('lane', 1), serve('lane', 2)])
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  broken = false
  expect(await serve('lane', 3)).toBe(3)
})

test('an ask that the run forgot is told so, not left waiting', async () => {
  const serve = waves<number, number>({ sizeMax: 10, run: async () => [] })
  await expect(serve('lane', 1)).rejects.toThrow('fewer outcomes')
})

test('law: every ask gets its own answer, once, whatever the lanes, sizes and order', async () => {
  const asks = fc.array(fc.record({ lane: fc.constantFrom('a', 'b', 'c'), gap: fc.boolean() }), { maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(asks, fc.integer({ min: 1, max: 5 }), async (given, sizeMax) => {
      const running = new Set<string>()
      const serve = waves<{ lane: string; index: number }, number>({
        sizeMax,
        run: async (wave) => {
          const lane = wave[0]?.lane ?? ''
          expect(new Set(wave.map((one) => one.lane)).size).toBe(1)
          expect(running.has(lane)).toBe(false)
          expect(wave.length).toBeLessThanOrEqual(sizeMax)
          running.add(lane)
          await turn()
          running.delete(lane)
          return wave.map(({ index }) => ({ answer: index }))
        },
      })
      const answers: Promise<number>[] = []
      for (const [index, { lane, gap }] of given.entries()) {
        answers.push(serve(lane, { lane, index }))
        if (gap) await turn()
      }
      expect(await Promise.all(answers)).toEqual(given.map((_, index) => index))
    }),
    { numRuns: 50 },
  )
})

test('after a wave of several the next waits for as many, but only so long; one that comes alone never waits', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const { ran, serve, endWave } = watched(10, 0.5)
  const told = ['a', 'b'].map((ask) => serve('lane', ask))
  await turn()
  vi.advanceTimersByTime(20)
  await endWave()
  told.push(serve('lane', 'c'))
  await turn()
  expect(ran).toEqual([['a', 'b']])
  told.push(serve('lane', 'd'))
  await turn()
  expect(ran.at(-1)).toEqual(['c', 'd'])
  vi.advanceTimersByTime(20)
  await endWave()
  told.push(serve('lane', 'e'))
  vi.advanceTimersByTime(9)
  await turn()
  expect(ran.length).toBe(2)
  vi.advanceTimersByTime(1)
  await turn()
  expect(ran.at(-1)).toEqual(['e'])
  vi.advanceTimersByTime(20)
  await endWave()
  told.push(serve('lane', 'f'))
  await turn()
  expect(ran.at(-1)).toEqual(['f'])
  await endWave()
  expect(await Promise.all(told)).toEqual(['A', 'B', 'C', 'D', 'E', 'F'])
})
