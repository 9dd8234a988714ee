/**
 * server/modules/mocks/to-settle.ts — rehearsals whose clock nobody started wait for a person; they belong to no warehouse.
 */
import type { SettleAsk, SettlePage, ToSettle } from '#domain/to-settle.ts'
import type { Db } from '#platform/db.ts'
import { oldestFirst } from '#platform/oldest-first.ts'

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
  if (ask.warehouseId !== null) return { total: 0, items: [] }
  return oldestFirst(db, {
    rows: dueMocks(db),
    ask,
    tell: (row: Omit<ToSettle, 'says'>) => ({ ...row, says: 'its clock is not started' }),
  })
}
