/**
 * server/modules/identifying/path-detail.ts — how far a product has come from untracked to tracked.
 */
import { groupBy } from '#domain/group-by.ts'
import { meterOf, stateOf } from '#domain/identifying/meter.ts'
import type { Db } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { type LyingRow, lyingWithPicked } from '../fulfilment/index.ts'
import { resolveWarehouses } from '../places/index.ts'
import { shippedOf } from './lying.ts'
import {
  candidatesOf,
  type Found,
  identifiedList,
  identifiedSums,
  noFilter,
  type PathFilter,
  type PathRow,
  pathList,
} from './store.ts'

/** Refuses `not_found`. */
export async function pathById(db: Db, id: string): Promise<PathRow> {
  const [row] = await pathList(db, { ...noFilter, id })
  if (!row) throw new Refusal('not_found', { kind: 'identification', id })
  return row
}

const told = (row: PathRow) => ({
  ...row,
  state: stateOf({ here: row.here, givenUp: row.givenUpAt !== null }),
  meter: meterOf({ atStart: row.quantity, identified: row.identified, here: row.here }),
})

export const pathSummaries = async (db: Db, filter: PathFilter) => (await pathList(db, filter)).map(told)

/** Refuses `not_found`. */
export async function pathDetail(db: Db, id: string) {
  const path = await pathById(db, id)
  const [places, shipped, candidates, sums] = await Promise.all([
    lyingWithPicked(db, path.batchId),
    shippedOf(db, path.batchId),
    candidatesOf(db, id),
    identifiedSums(db, id),
  ])
  const sent = shipped - path.shipped
  return {
    ...told(path),
    left: { shipped: sent, otherwise: path.quantity - path.identified - path.here - sent },
    candidates,
    places,
    warehouses: await byWarehouse(db, places, sums),
  }
}

/** What lies between warehouses is in none of them. */
async function byWarehouse(db: Db, places: readonly LyingRow[], sums: readonly Found[]) {
  const here = groupBy(places, ({ warehouseId }) => warehouseId)
  const known = groupBy(sums, ({ warehouseId }) => warehouseId)
  const all = new Set((await resolveWarehouses(db)).values())
  return [...all].flatMap(({ id: warehouseId, code: warehouseCode }) => {
    const toIdentify = (here.get(warehouseId) ?? []).reduce((sum, { onHand }) => sum + onHand, 0)
    const identified = (known.get(warehouseId) ?? []).reduce((sum, { quantity }) => sum + quantity, 0)
    return toIdentify + identified > 0 ? [{ warehouseId, warehouseCode, identified, here: toIdentify }] : []
  })
}

/** Newest first. Refuses `not_found`. */
export async function identifiedOf(db: Db, pathId: string, page: { before: string | null; limit: number }) {
  await pathById(db, pathId)
  return identifiedList(db, { id: null, pathId, ...page })
}

const countedMax = 1000

/** Of all that are open: how many products, and how much of their goods is identified. */
export async function pathProgress(db: Db) {
  const open = await pathSummaries(db, { ...noFilter, state: 'open', limit: countedMax })
  const sum = (of: 'identified' | 'here' | 'gone' | 'whole') => open.reduce((all, { meter }) => all + meter[of], 0)
  const whole = sum('whole')
  return {
    products: open.length,
    here: sum('here'),
    percent: whole === 0 ? 0 : Math.floor((100 * sum('identified')) / whole),
    only: open.length === 1 ? (open[0]?.id ?? null) : null,
  }
}
