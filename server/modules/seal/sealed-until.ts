import { type Checkpoint, checkpointFormat } from '#domain/seal.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { blockUntil } from './store.ts'

export type SealedUntil = Readonly<{ checkpoint: Checkpoint; completeTo: Instant | null }>

/** The checkpoint that stood at a moment, for papers that are to be held against the chain later; null where nothing was sealed yet. */
export async function sealedUntil(db: Db, moment: Instant): Promise<SealedUntil | null> {
  const [row] = await blockUntil(db, moment)
  if (!row) return null
  const { completeTo, block, hash, at } = row
  return { checkpoint: { format: checkpointFormat, account: db.act.accountId, block, hash, at }, completeTo }
}
