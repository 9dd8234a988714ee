/**
 * bench/until.ts — waits for something that the server does by itself.
 */
import { setTimeout } from 'node:timers/promises'

const patienceMilliseconds = 300_000

/** Asks each 50 ms. Throws after five minutes: then it never comes. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + patienceMilliseconds
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('what was waited for has not come in five minutes')
    await setTimeout(50)
  }
}
