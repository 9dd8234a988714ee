/**
 * server/modules/redating/to-settle.ts — what was opened, frozen or thawed and lies past its last day, in the zone of its warehouse.
 */
import type { RedatingKind } from '#domain/redating.ts'
import type { SettleAsk, SettlePage, ToSettle } from '#domain/to-settle.ts'
import type { Db } from '#platform/db.ts'
import { oldestFirst } from '#platform/oldest-first.ts'

type Row = Omit<ToSettle, 'says'> & { kind: RedatingKind }

/** Past since the end of the last day. */
const past = (db: Db, warehouseId: string | null) => db`
  select r.id::text as key, c.id as document_id, null::text as number, array[p.sku] as skus, c.id as batch_id, c.code as batch_code,
    w.id as warehouse_id, w.code as warehouse_code, lies.place_code, lies.quantity, (c.expires_on + 1)::timestamp at time zone w.time_zone as since,
    r.made_by as by, r.kind
  from redating.redating r
  join lateral (
    select sum(s.on_hand)::bigint as quantity, min(t.code) as place_code
    from stock.balance s join places.place t on t.account_id = s.account_id and t.id = s.place_id
    where s.account_id = r.account_id and s.batch_id = r.child_id) lies on lies.quantity > 0
  join batches.batch c on c.account_id = r.account_id and c.id = r.child_id
  join catalog.product p on p.account_id = c.account_id and p.id = c.product_id
  join places.warehouse w on w.account_id = r.account_id and w.id = r.warehouse_id
  where r.account_id = ${db.act.accountId} and r.undone_at is null
    and (c.expires_on + 1)::timestamp at time zone w.time_zone <= ${db.act.at}::timestamptz
    ${warehouseId ? db`and r.warehouse_id = ${warehouseId}` : db``}`

export const openedToSettle = (db: Db, ask: SettleAsk): Promise<SettlePage> =>
  oldestFirst(db, {
    rows: past(db, ask.warehouseId),
    ask,
    tell: ({ kind, ...row }: Row) => ({ ...row, says: `${kind}, and past its day` }),
  })
