/**
 * server/modules/disposals/to-settle.ts — disposals that are written and not carried out: somebody has to sign, or to destroy the goods.
 */
import { type Meaning, signaturesMissing } from '#domain/disposal.ts'
import type { SettleAsk, SettlePage, ToSettle } from '#domain/to-settle.ts'
import type { Db } from '#platform/db.ts'
import { oldestFirst } from '#platform/oldest-first.ts'

type Row = Omit<ToSettle, 'says'> & { byPassword: boolean; signed: Meaning[] }

const open = (db: Db, warehouseId: string | null) => db`
  select d.id::text as key, d.id as document_id, d.number, l.skus, null::uuid as batch_id, null::text as batch_code, w.id as warehouse_id,
    w.code as warehouse_code, null::text as place_code, l.quantity, d.made_at as since, d.made_by as by, d.by_password,
    array(select s.meaning from disposals.signature s where s.account_id = d.account_id and s.disposal_id = d.id order by s.id) as signed
  from disposals.disposal d
  join places.warehouse w on w.account_id = d.account_id and w.id = d.warehouse_id
  cross join lateral (
    select sum(l.quantity)::bigint as quantity, array_agg(distinct p.sku order by p.sku) as skus
    from disposals.line l join catalog.product p on p.account_id = l.account_id and p.id = l.product_id
    where l.account_id = d.account_id and l.disposal_id = d.id) l
  where d.account_id = ${db.act.accountId} and d.destroyed_at is null and d.cancelled_at is null
    ${warehouseId ? db`and d.warehouse_id = ${warehouseId}` : db``}`

export const disposalsToSettle = (db: Db, ask: SettleAsk): Promise<SettlePage> =>
  oldestFirst(db, {
    rows: open(db, ask.warehouseId),
    ask,
    tell: ({ byPassword, signed, ...row }: Row) => ({ ...row, says: words({ byPassword }, signed) }),
  })

function words(disposal: { byPassword: boolean }, signed: readonly Meaning[]): string {
  const missing = signaturesMissing(
    disposal,
    signed.map((meaning) => ({ meaning })),
  )
  return missing.length === 0 ? 'signed: to be destroyed' : `to be signed by its ${missing.join(' and its ')}`
}
