/**
 * server/modules/putaway/attention.ts — how much needs somebody: what waits on docks, and what lies where it must not.
 */
import type { Db } from '#platform/db.ts'
import { binsWithRules, wrongsIn } from './misplaced.ts'
import { dockSums } from './store.ts'

export async function waitingOnDocks(db: Db): Promise<{ batches: number; quantity: number }> {
  const [row] = await dockSums(db)
  return row ?? { batches: 0, quantity: 0 }
}

/** Batches in bins; one in two bins counts twice, for both have to be seen to. */
export async function misplacedCount(db: Db): Promise<number> {
  return wrongsIn(await binsWithRules(db, null)).length
}
