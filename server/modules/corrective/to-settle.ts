/**
 * server/modules/corrective/to-settle.ts — what should have been put right by now waits for a person; it belongs to no warehouse.
 */
import type { SettleAsk, SettlePage, ToSettle } from '#domain/to-settle.ts'
import type { Db } from '#platform/db.ts'
import { oldestFirst } from '#platform/oldest-first.ts'

/** From the day after the last one that was allowed. */
const lateActions = (db: Db) => db`
  select a.id::text as key, coalesce(a.mock_id, a.recall_id) as document_id, a.number, array[]::text[] as skus, null::uuid as batch_id,
    null::text as batch_code, null::uuid as warehouse_id, null::text as warehouse_code, null::text as place_code, 0::bigint as quantity,
    (a.due_on + 1)::timestamp at time zone 'UTC' as since, a.owner as by, a.says
  from corrective.action a
  where a.account_id = ${db.act.accountId} and a.done_at is null and a.due_on < (${db.act.at}::timestamptz at time zone 'UTC')::date`

export async function actionsToSettle(db: Db, ask: SettleAsk): Promise<SettlePage> {
  if (ask.warehouseId !== null) return { total: 0, items: [] }
  return oldestFirst(db, { rows: lateActions(db), ask, tell: (row: ToSettle) => row })
}
