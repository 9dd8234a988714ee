/**
 * server/modules/allocation/outlets.ts — whether a batch may still go to somebody, from which warehouse, and until which day it
 * has to leave: the question of allocation, asked the other way round.
 */
import { judgeOf } from '#domain/allocation/judge.ts'
import type { AvailableStock, Demand, WhyNot } from '#domain/allocation/planner.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import { lastDeliveryDay } from '#domain/shelf-life.ts'
import type { Db } from '#platform/db.ts'
import { resolveProducts } from '../catalog/index.ts'
import { deliveryTables, lastLeaving } from './delivery/arrivals.ts'
import { promisedStock } from './rejudge.ts'
import { rulesNow } from './rules/rules-in-force.ts'
import { type ToAllocate, underTheRules } from './under-the-rules.ts'

/** No last days: nothing that is asked of its life ends, it has no date, or it may not go at all. */
export type Outlet = Readonly<{
  warehouseId: string
  onHand: number // base units at the place that was judged
  whyNot: WhyNot | null
  lastDeliveryDay: CalendarDate | null
  lastShipDay: CalendarDate | null
}>
type Wanting = ToAllocate['demand'] & Readonly<{ history?: boolean }>
type Lying = {
  batchId: string
  batchCode: string
  placeId: string
  productId: string
  quantity: number
  expiresOn: CalendarDate | null
}

/** One place of each warehouse: a storage place where there is one. */
const lyingAt = (db: Db, batchId: string) => db<Lying[]>`
  select distinct on (p.warehouse_id) s.batch_id, b.code as batch_code, s.place_id, s.product_id, s.on_hand as quantity, b.expires_on
  from stock.balance s
  join batches.batch b on b.account_id = s.account_id and b.id = s.batch_id
  join places.place p on p.account_id = s.account_id and p.id = s.place_id
  where s.account_id = ${db.act.accountId} and s.batch_id = ${batchId} and p.warehouse_id is not null and s.on_hand > 0
  order by p.warehouse_id, p.kind <> 'storage', s.place_id`

/** For each that wants it, in their order, by warehouses that have it. Promised or free is all the same. */
export async function outletsOf(db: Db, batchId: string, wanting: readonly Wanting[]): Promise<Outlet[][]> {
  const lying = await lyingAt(db, batchId)
  const [product] = (
    await resolveProducts(
      db,
      lying.slice(0, 1).map(({ productId }) => productId),
    )
  ).values()
  if (!product) return wanting.map(() => [])
  const stockOf = await promisedStock(
    db,
    lying.map((row) => ({ ...row, demandId: '' })),
  )
  const rows = lying.map((row) => stockOf({ ...row, demandId: '' }))
  const asks = wanting.map((demand) => ({ demand, product, quantity: 1, history: false, waits: false, told: false }))
  const [judged, tables] = await Promise.all([
    underTheRules(db, asks, { stock: new Map([[product.id, rows]]), rules: await rulesNow(db) }),
    deliveryTables(
      db,
      wanting.map(({ market }) => market),
    ),
  ])
  const leaving = lastLeaving(tables)
  return judged.map(({ ask, demand }) => {
    const here = rows.filter(({ warehouseId }) => demand.warehouseId === null || warehouseId === demand.warehouseId)
    return here.map((stock) => outlet(demand, stock, (day) => leaving(ask.demand, stock.warehouseId, day)))
  })
}

function outlet(demand: Demand, stock: AvailableStock, leavesBy: (day: CalendarDate) => CalendarDate | null): Outlet {
  const whyNot = judgeOf(demand)(stock)
  const { rules } = demand.inWarehouse?.get(stock.warehouseId) ?? demand
  const last = whyNot === null || whyNot.kind === 'too_short' ? lastDeliveryDay(stock, rules) : null
  return {
    warehouseId: stock.warehouseId,
    onHand: stock.available,
    whyNot,
    lastDeliveryDay: last,
    lastShipDay: last === null ? null : leavesBy(last),
  }
}
