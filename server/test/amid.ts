/**
 * server/test/amid.ts — for tests in which something happens while something else is half done.
 */
import type { World } from './world.ts'

/** Who waits for `passed` goes on when somebody calls `open`. */
export function gate() {
  let open = () => {}
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { passed, open }
}

/** How many connections to the world's database wait for a lock. */
export const waitingForLocks = async ({ owner }: World): Promise<number> =>
  (await owner`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`).length
