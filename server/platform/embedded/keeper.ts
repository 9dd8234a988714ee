/**
 * server/platform/embedded/keeper.ts — keeps PostgreSQL running: starts it again whenever it dies of itself, unless it
 * dies too often.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { type Place, type Postmaster, startPostmaster } from './postmaster.ts'

export type Keeper = Readonly<{
  /** Of the PostgreSQL that runs now. */
  pid(): number
  stop(): Promise<void>
  /** Resolves with a reason when it is gone for good; never after `stop`. */
  exited: Promise<string>
}>

const startsMax = 5
const startsWindowMs = 60_000

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
    while (!stopping) {
      if (isTooOften(deaths)) return reason
      log(`PostgreSQL ended (${reason.split('\n')[0]}); starting it again`)
      // Its orphaned backends take a moment to notice, and until then a new one refuses to start.
      await wait(100 * 2 ** (deaths.length - 1))
      reason = await again()
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
