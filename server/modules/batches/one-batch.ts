/**
 * server/modules/batches/one-batch.ts — two batches that are one: which one is meant by both codes, and what links them.
 */
import type { Db, Tx } from '#platform/db.ts'
import { enqueue } from '#platform/jobs.ts'
import { insertLinks } from './lineage.ts'
import { type BatchRow, batchesById } from './store.ts'

export type Joined = Readonly<{ fromId: string; intoId: string; quantity: number }>

/** From now on the codes of `fromId`, and of all that was merged into it before, mean `intoId`, which must not be merged itself. The product must be locked. */
export async function joinBatches(tx: Tx, { fromId, intoId, quantity }: Joined): Promise<void> {
  await insertLinks(tx, [{ childId: intoId, parentId: fromId, kind: 'merged', quantity }])
  await meanFrom(tx, fromId, intoId)
}

/** They are two again: the codes of `fromId`, and of all that was merged into it before, mean `fromId`. The product must be locked. */
export async function partBatches(tx: Tx, { fromId, intoId }: Omit<Joined, 'quantity'>): Promise<void> {
  await endLink(tx, { childId: intoId, parentId: fromId, kind: 'merged' })
  await meanFrom(tx, fromId, fromId)
}

/** What was split off is its parent again, and so are the labels that were printed for it. */
export async function unsplit(tx: Tx, { parentId, childId }: { parentId: string; childId: string }): Promise<void> {
  await endLink(tx, { childId, parentId, kind: 'split' })
  await joinBatches(tx, { fromId: childId, intoId: parentId, quantity: 0 })
}

type Ending = Readonly<{ childId: string; parentId: string; kind: 'merged' | 'split' }>

const endLink = (tx: Tx, { childId, parentId, kind }: Ending) => tx`
  update batches.batch_link set ended_at = ${tx.act.at}
  where account_id = ${tx.act.accountId} and child_id = ${childId} and parent_id = ${parentId} and kind = ${kind} and ended_at is null`

/** All that was merged into `topId`, in however many steps, means `nowId`; and so does it itself, unless it is that. */
const meanFrom = (tx: Tx, topId: string, nowId: string) => tx`
  with recursive merged as (
    select ${topId}::uuid as id
    union
    select l.parent_id from merged m
    join batches.batch_link l on l.account_id = ${tx.act.accountId} and l.child_id = m.id and l.kind = 'merged' and l.ended_at is null)
  update batches.batch b set merged_into = nullif(${nowId}::uuid, b.id)
  from merged where b.account_id = ${tx.act.accountId} and b.id = merged.id`

/** Of these batches, those that are merged: what comes under their codes is of another. */
export const mergedAmong = (db: Db, batchIds: readonly string[]) => db<{ id: string }[]>`
  select id from batches.batch
  where account_id = ${db.act.accountId} and merged_into is not null and id = any(${batchIds as string[]}::uuid[])`

/** The batch that is meant by this one now, and the ids of all that are that one. The product must be locked. */
export async function oneWith(db: Db, batch: BatchRow): Promise<Readonly<{ now: BatchRow; ids: string[] }>> {
  const [seen = batch] = await batchesById(db, [batch.id])
  const [now = seen] = seen.mergedIntoId === null ? [seen] : await batchesById(db, [seen.mergedIntoId])
  const merged = await db<{ id: string }[]>`
    select id from batches.batch where account_id = ${db.act.accountId} and merged_into = ${now.id} order by id`
  return { now, ids: [now.id, ...merged.map(({ id }) => id)] }
}

/** A job brings what lies here of them over to the batch that they are, by the repair that merged them. */
export async function sayMergedCame(tx: Tx, merged: readonly { id: string }[]): Promise<void> {
  for (const { id: batchId } of merged) await enqueue(tx, 'merged-batch-came', { batchId }, batchId)
}
