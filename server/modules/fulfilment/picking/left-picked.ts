/**
 * server/modules/fulfilment/picking/left-picked.ts — goods that lie picked for orders whose wave is closed: nobody walks there
 * any more, so they are to be packed, shipped or put back.
 */
import { groupBy } from '#domain/group-by.ts'
import type { Db } from '#platform/db.ts'
import { Id, Type } from '#platform/http/index.ts'
import { unitsPicked } from './store.ts'
import { type PickRow, pickRows } from './wave-detail.ts'

/** Goods do not lie on carts for months: older waves are not looked at. */
const wavesMax = 300

export const LeftPicked = Type.Object({
  items: Type.Array(
    Type.Object({
      orderId: Id(),
      orderNumber: Type.String(),
      warehouseId: Id(),
      warehouseCode: Type.String(),
      picked: Type.Integer({ description: 'Units that lie picked' }),
      packed: Type.Integer({ description: 'Of these, in parcels that are still here' }),
      stopped: Type.Integer({ description: 'Of these, not promised any more: to be put back' }),
    }),
  ),
})

type Candidate = { orderId: string; warehouseId: string; warehouseCode: string }

/** Of the latest waves that were closed. Orders with something to be put back come first. */
export async function leftPicked(db: Db) {
  const found = await candidates(db)
  const orderIds = [...new Set(found.map(({ orderId }) => orderId))]
  const rows = orderIds.length > 0 ? await pickRows(db, { orderIds, warehouseId: null }) : []
  const rowsOf = groupBy(
    rows.filter(({ picked }) => picked > 0),
    ({ orderId, warehouseId }) => `${orderId} ${warehouseId}`,
  )
  const items = found.flatMap((one) => {
    const own = rowsOf.get(`${one.orderId} ${one.warehouseId}`) ?? []
    const [first] = own
    const sums = { picked: sum(own, 'picked'), packed: sum(own, 'packed'), stopped: sum(own, 'stopped') }
    return first ? [{ ...one, orderNumber: first.orderNumber, ...sums }] : []
  })
  return { items: items.toSorted((a, b) => b.stopped - a.stopped || (a.orderNumber < b.orderNumber ? -1 : 1)) }
}

const sum = (rows: readonly PickRow[], key: 'picked' | 'packed' | 'stopped') =>
  rows.reduce((total, row) => total + row[key], 0)

const candidates = (db: Db) => db<Candidate[]>`
  with latest as (
    select id, warehouse_id from fulfilment.pick_wave
    where account_id = ${db.act.accountId} and closed_at is not null order by id desc limit ${wavesMax})
  select distinct v.order_id, v.warehouse_id, w.code as warehouse_code
  from latest join fulfilment.pick_wave_order v on v.account_id = ${db.act.accountId} and v.wave_id = latest.id
  join places.warehouse w on w.account_id = v.account_id and w.id = v.warehouse_id
  where not exists (select from fulfilment.pick_wave_order o where o.account_id = v.account_id and o.warehouse_id = v.warehouse_id
      and o.order_id = v.order_id and o.closed_at is null)
    and exists (
      select from orders.order_line l join fulfilment.picked k on k.account_id = l.account_id and k.order_line_id = l.id
      where l.account_id = v.account_id and l.order_id = v.order_id
      group by l.id having ${unitsPicked(db)} > 0)`
