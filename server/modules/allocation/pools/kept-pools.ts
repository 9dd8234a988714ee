/**
 * server/modules/allocation/pools/kept-pools.ts — pools as the planner sees them, what lines take of them, and their end.
 */
import type { AvailableStock } from '#domain/allocation/planner.ts'
import { type Drawn, type Kept, keptStock, type Pool } from '#domain/allocation/pools.ts'
import { addDays, type CalendarDate } from '#domain/calendar-date.ts'
import { groupBy } from '#domain/group-by.ts'
import type { Act, Database, Db, Tx } from '#platform/db.ts'
import { enqueue } from '#platform/jobs.ts'
import { lockProducts } from '../../catalog/index.ts'
import { demandsById, openOffers, type Promised } from '../../stock/index.ts'
import { ruleDay, usesOf } from '../rules/rules-in-force.ts'
import { addDraws, noteOffered, type PoolRow, poolsInForce, poolsToOffer, trimDraws } from './pool-store.ts'

/** Lines whose products have pools, and what they take of them now. */
export type Draws = Readonly<{ demandIds: readonly string[]; rows: readonly (Drawn & { demandId: string })[] }>

type On = Readonly<{
  keeps: boolean
  today: CalendarDate
  givenBack?: readonly Promised[] // by a preview: what lines drew with it is kept again
}>

/** By product, where it has any. The products must be locked for what is read to stand. */
export async function poolsOf(
  db: Db,
  productIds: readonly string[],
  { keeps, today, givenBack = [] }: On,
): Promise<Map<string, Pool[]>> {
  if (!keeps) return new Map()
  const rows = await poolsInForce(db, { productIds: [...new Set(productIds)], today, givenBack })
  return new Map([...groupBy(rows, ({ productId }) => productId)].map(([id, some]) => [id, some.map(poolOf)]))
}

type Pooled = Omit<PoolRow, 'createdBy' | 'createdAt' | 'endedBy' | 'endedAt' | 'endReason'>

export const poolOf = ({ id, name, channel, batchId, warehouseId, quantity, drawn, validUntil }: Pooled): Pool => ({
  id,
  name,
  channel,
  batchId,
  warehouseId,
  quantity: Math.max(0, quantity - drawn),
  until: validUntil,
})

type Wanted<Row> = Readonly<{
  demandId: string
  productId: string
  rows: readonly Row[]
  at: (row: Row) => boolean
}>

/** What of a balance is kept for other channels than the line's; null where nothing is. */
export async function keptFromLine<Row extends AvailableStock>(
  db: Db,
  { demandId, productId, rows, at }: Wanted<Row>,
): Promise<Kept | null> {
  const [[line], { keeps }, today] = await Promise.all([demandsById(db, [demandId]), usesOf(db), ruleDay(db)])
  const pools = await poolsOf(db, [productId], { keeps, today })
  const all = keptStock(
    rows,
    rows.map(({ available }) => available),
    pools.get(productId) ?? [],
  )
  const index = rows.findIndex(at)
  const [first, ...others] = all.filter((one) => one.index === index && one.pool.channel !== line?.channel)
  return first ? { ...first, quantity: [first, ...others].reduce((sum, { quantity }) => sum + quantity, 0) } : null
}

/** To be sent ahead of what reserves for these lines. */
export function keepDraws(tx: Tx, { demandIds, rows }: Draws): void {
  if (demandIds.length > 0) tx.send(trimDraws(tx, demandIds).execute())
  if (rows.length > 0) tx.send(addDraws(tx, rows).execute())
}

/** In every zone a day is over that is over here. */
const overEverywhere = (at: string): CalendarDate => addDays(at.slice(0, 10), -1)

/** What ended pools kept is left to a job. */
export async function lookForEndedPools(database: Database, act: Act): Promise<void> {
  const ended = await database.read(act, (db) => poolsToOffer(db, overEverywhere(act.at)))
  if (ended.length > 0) await database.write(act, (tx) => enqueue(tx, 'pools-ended', {}, 'all'))
}

/** Is offered to all who wait. Done twice, it finds nothing the second time. */
export async function offerEndedPools(tx: Tx): Promise<void> {
  const ended = await poolsToOffer(tx, overEverywhere(tx.act.at))
  if (ended.length === 0) return
  const productIds = [...new Set(ended.map(({ productId }) => productId))]
  await lockProducts(tx, productIds)
  await openOffers(tx, productIds, 'release')
  await enqueue(tx, 'offers-open', {}, 'all')
  await noteOffered(
    tx,
    ended.map(({ id }) => id),
  )
}
