/**
 * What ended is let go of: a process that opens the application again and again, as the tests do, does not grow.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../test/database.ts'
import { waitFor } from '../test/world.ts'
import { systemClock } from './clock.ts'
import { connect } from './db.ts'
import { work } from './jobs.ts'
import { openLog } from './log.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

/** What `use` was given lives no longer than `use`. */
async function expectLetGo(use: (held: object) => Promise<void>): Promise<void> {
  const used = async () => {
    const held = { much: 'of everything' }
    await use(held)
    return new WeakRef(held)
  }
  const kept = await used()
  await wait(0) // what is read in a turn lives until its end
  const isGone = async () => {
    collectGarbage()
    return kept.deref() === undefined
  }
  expect(await waitFor(isGone, 'it to be let go of', 60_000)).toBe(true)
}

test('what asked a statement for the first time', () =>
  expectLetGo(async (held) => {
    const sql = connect(database.owner, { max: 1 })
    const ask = () => sql<{ words: number }[]>`select ${Object.keys(held).length}::int as words`
    expect(await ask()).toEqual([{ words: 1 }])
    await sql.end({ timeout: 1 })
  }))

test('what jobs would have done, once their work is stopped', () =>
  expectLetGo(async (held) => {
    const jobs = { none: async () => void Object.keys(held) }
    const { app: target, role } = database
    const options = { jobs, quarterly: 'none', clock: systemClock, log: openLog('silent'), concurrency: 1 }
    const working = await work(target, { ...options, ...(role ? { role } : {}) })
    await working.stop()
  }))
