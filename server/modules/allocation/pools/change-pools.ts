/**
 * server/modules/allocation/pools/change-pools.ts — stock begins to be kept for a channel, and is given free again.
 */
import { keptStock } from '#domain/allocation/pools.ts'
import { addDays, type CalendarDate, laterOf } from '#domain/calendar-date.ts'
import { groupBy } from '#domain/group-by.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { naming } from '#platform/naming.ts'
import { found } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../../access/index.ts'
import { batchesById } from '../../batches/index.ts'
import { lockProducts, notStocked, resolveProducts } from '../../catalog/index.ts'
import { resolveWarehouses } from '../../places/index.ts'
import { type Candidate, candidates } from '../candidates.ts'
import { lockRules } from '../rules/rule-store.ts'
import { ruleDay } from '../rules/rules-in-force.ts'
import { serveBackOrders } from '../serve-back-orders.ts'
import { poolOf } from './kept-pools.ts'
import {
  endPoolOn,
  insertPool,
  type NewPool,
  noteOffered,
  type PoolRow,
  poolsById,
  poolsInForce,
} from './pool-store.ts'

export type PoolAsk = Readonly<{
  id?: string
  name: string
  product: string
  batch?: string
  warehouse?: string
  channel: string
  quantity: number
  validFrom?: CalendarDate
  validUntil: CalendarDate
  reason: string
}>
export type KeptBatch = Readonly<{
  batchId: string
  batchCode: string
  warehouseCode: string
  placeCode: string
  quantity: number
}>

/** Refuses `not_found`, and `invalid_input` naming every wrong field. What others were promised stays theirs. */
export async function addPool(tx: Tx, ask: PoolAsk): Promise<string> {
  const pool = await readPool(tx, ask)
  await lockRules(tx)
  await naming({ kind: 'pool', name: pool.name }, insertPool(tx, pool))
  audit(tx, { action: 'pool.add', subjectKind: 'pool', subjectId: pool.id, after: pool, reason: pool.reason })
  return pool.id
}

/** What is left of it is offered to all who wait, in the same transaction. Refuses `not_found`, `pool_over`. */
export async function endPool(tx: Tx, { id, reason }: { id: string; reason: string }): Promise<void> {
  const [seen] = await poolsById(tx, [id])
  if (!seen) throw new Refusal('not_found', { kind: 'pool', id })
  await lockProducts(tx, [seen.productId])
  await lockRules(tx)
  const [today, [pool = seen]] = await Promise.all([ruleDay(tx), poolsById(tx, [id])])
  if (pool.validUntil < today) throw new Refusal('pool_over', { name: pool.name, on: pool.validUntil })
  const lastDay = laterOf(addDays(today, -1), addDays(pool.validFrom, -1))
  await endPoolOn(tx, id, { lastDay, reason })
  await noteOffered(tx, [id])
  audit(tx, {
    action: 'pool.end',
    subjectKind: 'pool',
    subjectId: id,
    before: { name: pool.name, validUntil: pool.validUntil, left: pool.quantity - pool.drawn },
    reason,
  })
  await serveBackOrders(tx, [pool.productId], { cause: 'release', concerned: [] })
}

/** What it would keep of the stock of this moment, besides the pools there are. */
export async function poolPreview(db: Db, ask: PoolAsk): Promise<KeptBatch[]> {
  const pool = await readPool(db, ask)
  return (await keptOf(db, [{ ...pool, drawn: 0 }])).get(pool.id) ?? []
}

type Keeping = NewPool & Pick<PoolRow, 'drawn'>

/** The stock that each pool keeps now, by its id: beside all others in force of its product, and beside each other. */
export async function keptOf(db: Db, pools: readonly Keeping[]): Promise<Map<string, KeptBatch[]>> {
  if (pools.length === 0) return new Map()
  const productIds = [...new Set(pools.map(({ productId }) => productId))]
  const [found, inForce] = await Promise.all([
    candidates(db, productIds),
    poolsInForce(db, { productIds, today: await ruleDay(db), givenBack: [] }),
  ])
  const asked = new Set(pools.map(({ id }) => id))
  const all = groupBy([...inForce.filter(({ id }) => !asked.has(id)), ...pools], ({ productId }) => productId)
  return groupBy(
    [...all].flatMap(([productId, some]) => keptRows(found.get(productId) ?? [], some)),
    ({ poolId }) => poolId,
  )
}

function keptRows(stock: readonly Candidate[], pools: readonly Keeping[]): (KeptBatch & { poolId: string })[] {
  const free = stock.map(({ available }) => available)
  return keptStock(stock, free, pools.map(poolOf)).flatMap(({ pool, index, quantity }) => {
    const row = stock[index]
    if (!row) return []
    const { batchId, batchCode, warehouseCode, placeCode } = row
    return [{ poolId: pool.id, batchId, batchCode, warehouseCode, placeCode, quantity }]
  })
}

async function readPool(db: Db, ask: PoolAsk): Promise<NewPool> {
  const [today, products, warehouses, batches] = await Promise.all([
    ruleDay(db),
    resolveProducts(db, [ask.product]),
    resolveWarehouses(db),
    ask.batch === undefined ? [] : batchesById(db, [ask.batch]),
  ])
  const product = found(products, 'product', ask.product)
  const warehouse = found(warehouses, 'warehouse', ask.warehouse)
  const batch = found(new Map(batches.map((row) => [row.id, row])), 'batch', ask.batch)
  const validFrom = ask.validFrom ?? today
  const problems = [
    ...(product.isKit ? [{ at: 'product', message: notStocked(product, 'keep pools of') }] : []),
    ...(batch && batch.productId !== product.id ? [{ at: 'batch', message: `is no batch of ${product.sku}` }] : []),
    ...(validFrom < today ? [{ at: 'validFrom', message: `is past: pools begin today, ${today}, or later` }] : []),
    ...(ask.validUntil < validFrom ? [{ at: 'validUntil', message: 'is before the first day' }] : []),
  ]
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  const { id, name, channel, quantity, validUntil, reason } = ask
  const where = { batchId: batch?.id ?? null, warehouseId: warehouse?.id ?? null }
  return { id: id ?? newId(), name, productId: product.id, ...where, channel, quantity, validFrom, validUntil, reason }
}
