import type { Runner } from 'graphile-worker'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../test/database.ts'
import { lastingRunner } from './lasting-runner.ts'
import { openLog } from './log.ts'

/** A runner that is told to stop while it begins anew after an outage. */
let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

function fakeRunner() {
  let end = (_error?: Error) => {}
  const promise = new Promise<void>((resolve, reject) => {
    end = (error) => (error ? reject(error) : resolve())
  })
  let running = true
  const stop = async () => {
    if (!running) throw new Error('Runner is already stopped')
    running = false
    end()
  }
  const die = () => {
    running = false
    end(new Error('the database is gone'))
  }
  return { runner: { promise, stop } as unknown as Runner, die, runs: () => running }
}

test('one that begins anew while it is told to stop is stopped as well', async () => {
  const [first, second] = [fakeRunner(), fakeRunner()]
  let begins = 0
  let begun = () => {}
  let letGo = () => {}
  const beginning = new Promise<void>((resolve) => {
    begun = resolve
  })
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const { app: target, role } = database
  const lasting = await lastingRunner({
    target,
    ...(role ? { role } : {}),
    log: openLog('silent'),
    async begin() {
      begins += 1
      if (begins === 1) return first.runner
      begun()
      await held
      return second.runner
    },
  })
  first.die()
  await beginning
  const stopped = lasting.stop()
  letGo()
  await stopped
  expect([begins, second.runs()]).toEqual([2, false])
})
