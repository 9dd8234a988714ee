/**
 * server/modules/allocation/rejudge.ts — promises are held against the dates and the days as they are now.
 */
import { judges } from '#domain/allocation/judge.ts'
import type { AvailableStock } from '#domain/allocation/planner.ts'
import { unfitPromises } from '#domain/allocation/unfit-promises.ts'
import { groupBy } from '#domain/group-by.ts'
import { remembered } from '#domain/remembered.ts'
import { dayIn } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { batchesById } from '../batches/index.ts'
import { lockProducts, type ProductRow, resolveProducts } from '../catalog/index.ts'
import { placesById, resolveWarehouses } from '../places/index.ts'
import { activeHolds } from '../quality/index.ts'
import { type DemandRow, demandsById, type ReservationRow, reservationsOf, takeBack } from '../stock/index.ts'
import { closedPack, obstacles } from './candidates.ts'
import { forcedBatches } from './exceptions.ts'
import { type RulesInForce, rulesInForce } from './rules/rules-in-force.ts'
import { serveBackOrders } from './serve-back-orders.ts'
import { type ToAllocate, underTheRules } from './under-the-rules.ts'

type Changed = Readonly<{
  batchIds: readonly string[]
  productId: string
  lost?: readonly string[] // lines that lost something already
}>

/** After dates of batches were corrected, or what they are: gives back what no longer keeps the rules, then offers all that is free in the new order. */
export async function rejudge(tx: Tx, { batchIds, productId, lost = [] }: Changed): Promise<void> {
  await lockProducts(tx, [productId])
  const released = await releaseUnfit(tx, await reservationsOf(tx, { batchIds }))
  await serveBackOrders(tx, [productId], { cause: 'correction', concerned: [...new Set([...lost, ...released])] })
}

/**
 * Gives back what was promised of stock that is held or has left its storage place, of batches that have expired since, or
 * that the rules of the line do not allow any more, judged in the zone of the warehouse where they lie. The products must be
 * locked. Answers with the demands that lost something.
 */
export async function releaseUnfit(tx: Tx, reserved: readonly ReservationRow[]): Promise<string[]> {
  if (reserved.length === 0) return []
  const rules = await rulesInForce(tx)
  const demands = await demandsById(tx, [...new Set(reserved.map(({ demandId }) => demandId))])
  const unfit = await unfitOf(tx, reserved, { demands, rules })
  const parts = await takeBack(tx, unfit)
  return [...new Set([...unfit, ...parts].map(({ demandId }) => demandId))]
}

/** Which of these promises may not stand; `demands` are the lines that hold them, and may be more. Reads only. */
export async function unfitOf(
  db: Db,
  reserved: readonly ReservationRow[],
  { demands, rules }: Readonly<{ demands: readonly DemandRow[]; rules: RulesInForce }>,
): Promise<ReservationRow[]> {
  const stockOf = await promisedStock(db, reserved)
  const parts = reserved.map((row) => ({ row, stock: stockOf(row), quantity: row.quantity }))
  const held = groupBy(parts, ({ row }) => row.demandId)
  const oneEach = [...new Map(parts.map(({ stock, row }) => [stock, row] as const)).values()]
  const stock = stockByProduct(oneEach, stockOf)
  const holding = demands.filter(({ id }) => held.has(id))
  const judgeFor = judges()
  return (await ruledLines(db, holding, { stock, rules })).flatMap(({ ask, demand }) =>
    unfitPromises(demand, held.get(ask.demand.id) ?? [], judgeFor(demand)).map(({ row }) => row),
  )
}

export const stockByProduct = (
  rows: readonly ReservationRow[],
  stockOf: (row: ReservationRow) => AvailableStock,
): Map<string, AvailableStock[]> =>
  new Map([...groupBy(rows, ({ productId }) => productId)].map(([productId, group]) => [productId, group.map(stockOf)]))

/** What they have is judged by: as the rules of their day have them, and with what was forced for them. */
export async function ruledLines(
  db: Db,
  demands: readonly DemandRow[],
  against: Readonly<{
    stock: ReadonlyMap<string, readonly AvailableStock[]>
    rules: RulesInForce
    asIf?: ProductRow // a product that is about to change
  }>,
) {
  const ids = (key: 'productId' | 'id') => [...new Set(demands.map((row) => row[key]))]
  const [products, forced] = await Promise.all([resolveProducts(db, ids('productId')), forcedBatches(db, ids('id'))])
  const asks = demands.flatMap((demand): ToAllocate[] => {
    const product = demand.productId === against.asIf?.id ? against.asIf : products.get(demand.productId)
    const { history } = demand
    return product ? [{ demand, product, quantity: demand.reserved, history, waits: false, told: false }] : []
  })
  const judged = await underTheRules(db, asks, against)
  return judged.map((one) => {
    const batchIds = forced.get(one.ask.demand.id)
    return batchIds ? { ...one, demand: { ...one.demand, forced: batchIds } } : one
  })
}

/** What is promised, as the planner would see it: one object for equal parts of one balance. */
export async function promisedStock(
  db: Db,
  reserved: readonly ReservationRow[],
): Promise<(row: ReservationRow) => AvailableStock> {
  const ids = (key: 'batchId' | 'productId' | 'placeId') => [...new Set(reserved.map((row) => row[key]))]
  const [batches, places, warehouses, holds] = await Promise.all([
    batchesById(db, ids('batchId')),
    placesById(db, ids('placeId')),
    resolveWarehouses(db),
    activeHolds(db, ids('productId')),
  ])
  const batchOf = new Map(batches.map((row) => [row.id, row]))
  const placeOf = new Map(places.map((row) => [row.id, row]))
  const stockOf = (row: ReservationRow): AvailableStock => {
    const batch = batchOf.get(row.batchId)
    const place = placeOf.get(row.placeId)
    const warehouseId = place?.warehouseId ?? ''
    const today = dayIn(warehouses.get(warehouseId)?.timeZone ?? 'UTC', db.act.at)
    return {
      batchId: row.batchId,
      batchCode: row.batchCode,
      placeId: row.placeId,
      warehouseId,
      available: row.quantity,
      today,
      receivedOn: batch?.firstReceivedOn ?? today,
      producedOn: batch?.producedOn ?? null,
      expiresOn: batch?.expiresOn ?? null,
      obstacles: obstacles({ ...row, placeKind: place?.kind ?? '' }, holds),
      ...closedPack(place?.packOf),
    }
  }
  return remembered(stockOf, ({ batchId, placeId, quantity }) => `${batchId} ${placeId} ${quantity}`)
}
