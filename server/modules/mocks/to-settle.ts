/**
 * server/modules/mocks/to-settle.ts — what waits for a person: rehearsals whose clock nobody started, and what should have been put right by now. Neither belongs to a warehouse.
 */
import type { SettleAsk, SettlePage, ToSettle } from '#domain/to-settle.ts'
import type { Db } from '#platform/db.ts'
import { oldestFirst } from '#platform/oldest-first.ts'

const nothing: SettlePage = { total: 0, items: [] }

const nowhere = (db: Db) => db`
  null::uuid as warehouse_id, null::text as warehouse_code, null::text as place_code, 0::bigint as quantity`

const dueMocks = (db: Db) => db`
  select m.id::text as key, m.id as document_id, m.number, array[p.sku] as skus, b.id as batch_id, b.code as batch_code, ${nowhere(db)}, m.opened_at as since,
    m.opened_by as by
  from (
    select m.* from mocks.mock m where m.account_id = ${db.act.accountId} and not exists (
      select from mocks.act a where a.account_id = m.account_id and a.mock_id = m.id and a.kind in ('start', 'abandon')) offset 0) m
  join batches.batch b on b.account_id = m.account_id and b.id = m.batch_id
  join catalog.product p on p.account_id = b.account_id and p.id = b.product_id`

export async function mocksToSettle(db: Db, ask: SettleAsk): Promise<SettlePage> {
  if (ask.warehouseId !== null) return nothing
  return oldestFirst(db, {
    rows: dueMocks(db),
    ask,
    tell: (row: Omit<ToSettle, 'says'>) => ({ ...row, says: 'its clock is not started' }),
  })
}

/** From the day after the last one that was allowed. */
const lateActions = (db: Db) => db`
  select a.id::text as key, a.mock_id as document_id, m.number, array[]::text[] as skus, null::uuid as batch_id, null::text as batch_code, ${nowhere(db)},
    (a.due_on + 1)::timestamp at time zone 'UTC' as since, a.owner as by, a.says
  from mocks.action a join mocks.mock m on m.account_id = a.account_id and m.id = a.mock_id
  where a.account_id = ${db.act.accountId} and a.done_at is null and a.due_on < (${db.act.at}::timestamptz at time zone 'UTC')::date`

export async function actionsToSettle(db: Db, ask: SettleAsk): Promise<SettlePage> {
  if (ask.warehouseId !== null) return nothing
  return oldestFirst(db, { rows: lateActions(db), ask, tell: (row: ToSettle) => row })
}
