/**
 * server/modules/allocation/exceptions.ts — batches that a line may have though its rules forbid them, because somebody said so.
 */
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'

export type NewException = Readonly<{ demandId: string; batchId: string; reason: string }>

export const insertException = (tx: Tx, { demandId, batchId, reason }: NewException) => tx`
  insert into allocation.exception (account_id, id, demand_id, batch_id, reason, made_by, made_at)
  values (${tx.act.accountId}, ${newId()}, ${demandId}, ${batchId}, ${reason}, ${tx.act.actorName}, ${tx.act.at})`

/** So many ids are sent; of more lines all exceptions are read, of which an account has few. */
const idsMax = 1000

/** By line. */
export async function forcedBatches(db: Db, demandIds: readonly string[]): Promise<Map<string, string[]>> {
  const few = demandIds.length > idsMax ? null : demandIds
  const rows = await db<{ demandId: string; batchIds: string[] }[]>`
    select e.demand_id, array_agg(distinct coalesce(b.merged_into, b.id)) as batch_ids
    from allocation.exception e join batches.batch b on b.account_id = e.account_id and b.id = e.batch_id
    where e.account_id = ${db.act.accountId} and (${few === null} or e.demand_id = any(${few ?? []}::uuid[])) group by e.demand_id`
  return new Map(rows.map(({ demandId, batchIds }) => [demandId, batchIds]))
}
