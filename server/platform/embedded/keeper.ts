/**
 * server/platform/embedded/keeper.ts — keeps PostgreSQL running: starts it again whenever it dies of itself, unless it
 * dies too often. Where it dies because its disk is full, which it does rather than lose a write, it is tried until there
 * is space.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { isDiskFull, type Place, type Postmaster, startPostmaster } from './postmaster.ts'

export type Keeper = Readonly<{
  /** Of the PostgreSQL that runs now. */
  pid(): number
  stop(): Promise<void>
  /** Resolves with a reason when it is gone for good; never after `stop`. */
  exited: Promise<string>
}>

const startsMax = 5
const startsWindowMs = 60_000
const fullWaitMs = 2000

export async function keepRunning(
  place: Place,
  settings: Readonly<Record<string, string>>,
  log: (line: string) => void,
): Promise<Keeper> {
  let current: Postmaster = await startPostmaster(place, settings)
  let stopping = false
  const deaths: number[] = []

  /** Null once it was told to stop, else why it cannot go on. */
  async function guard(): Promise<string | null> {
    let reason = await current.ended
    let told = false
    while (!stopping) {
      const full = isDiskFull(reason)
      if (!full && isTooOften(deaths)) return reason
      if (!full) log(`PostgreSQL ended (${reason.split('\n')[0]}); starting it again`)
      else if (!told) log('The disk of the database is full. Free some space: it then goes on by itself.')
      told = full
      // Its orphaned backends take a moment to notice, and until then a new one refuses to start.
      await wait(full ? fullWaitMs : 100 * 2 ** (deaths.length - 1))
      if (!stopping) reason = await again()
    }
    return null
  }

  /** Why it ended, at once or in the end. */
  async function again(): Promise<string> {
    try {
      current = await startPostmaster(place, settings)
      if (stopping) await current.stop()
      return await current.ended
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }

  const guarded = guard()
  return {
    pid: () => current.child.pid ?? 0,
    exited: guarded.then((reason) => reason ?? new Promise<string>(() => {})),
    async stop() {
      stopping = true
      await current.stop()
      await guarded
    },
  }
}

function isTooOften(deaths: number[]): boolean {
  const now = Date.now()
  deaths.splice(0, deaths.length, ...deaths.filter((at) => now - at < startsWindowMs), now)
  return deaths.length > startsMax
}
