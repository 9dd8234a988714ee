/**
 * server/modules/fulfilment/lying-with-picked.ts — where a batch lies, and what of it lies picked there.
 */
import type { Db } from '#platform/db.ts'
import { unitsPicked } from './picking/store.ts'

export type LyingRow = {
  placeId: string
  placeCode: string
  placeKind: 'storage' | 'dock' | 'quarantine' | 'opened' | 'transit'
  packOf: number | null // base units in each of the closed boxes there
  warehouseId: string | null // on its way where null
  warehouseCode: string | null
  onHand: number
  reserved: number
  picked: number
}

/** Of a batch, by warehouse and place. */
export const lyingWithPicked = (db: Db, batchId: string) => db<LyingRow[]>`
  select s.place_id, p.code as place_code, p.kind as place_kind, p.pack_of, w.id as warehouse_id, w.code as warehouse_code, s.on_hand, s.reserved,
    greatest(coalesce(k.picked, 0), 0)::bigint as picked
  from stock.balance s
  join places.place p on p.account_id = s.account_id and p.id = s.place_id
  left join places.warehouse w on w.account_id = p.account_id and w.id = p.warehouse_id
  left join lateral (
    select ${unitsPicked(db)} as picked from fulfilment.picked k
    where k.account_id = s.account_id and k.batch_id = s.batch_id and k.place_id = s.place_id) k on true
  where s.account_id = ${db.act.accountId} and s.batch_id = ${batchId} and s.on_hand > 0
  order by w.code nulls last, p.code, p.id`
