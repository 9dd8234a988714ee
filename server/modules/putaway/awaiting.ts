/**
 * server/modules/putaway/awaiting.ts — what lies on docks and should go to bins, each with the bin proposed.
 */
import { daysLeft } from '#domain/shelf-life.ts'
import { dayIn } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { activeHolds, covers } from '../quality/index.ts'
import { goodsById, type StoredBin, storageBins } from '../stock/index.ts'
import { explained } from './proposals.ts'
import { type HereRow, lyingHere } from './store.ts'

const rowsMax = 200
const binsShown = 3

/** In the order in which it expires; what comes later is proposed as if what comes before were put away. */
export async function awaitingPutaway(db: Db, warehouseId: string | null) {
  const all = await lyingHere(db, { warehouseId, kind: 'dock', binId: null })
  const rows = all.slice(0, rowsMax)
  if (rows.length === 0) return { items: [], total: 0 }
  const [goods, bins, holds] = await Promise.all([
    goodsById(db, [...new Set(rows.map(({ batchId }) => batchId))]),
    storageBins(db, [...new Set(rows.map((row) => row.warehouseId))]),
    activeHolds(db, [...new Set(rows.map(({ productId }) => productId))]),
  ])
  const goodsOf = new Map(goods.map((row) => [row.batchId, row]))
  const there = new Map(bins.map((bin) => [bin.id, bin]))
  const items = rows.map((row) => {
    const of = goodsOf.get(row.batchId)
    const here = [...there.values()].filter((bin) => bin.warehouseId === row.warehouseId)
    const { proposed, passedOver } = of
      ? explained({ ...of, quantity: row.onHand }, here)
      : { proposed: [], passedOver: [] }
    const best = there.get(proposed[0]?.placeId ?? '')
    if (of && best) there.set(best.id, filled(best, { ...of, quantity: proposed[0]?.quantity ?? 0 }))
    return {
      ...told(row, db),
      holds: holds.filter((hold) => covers(hold, row)).map(({ number }) => number),
      proposed: proposed.slice(0, binsShown),
      passedOver: passedOver.slice(0, binsShown),
      passedOverCount: passedOver.length,
    }
  })
  return { items, total: all.length }
}

type Goods = Omit<StoredBin['lying'][number], 'binId'>

const filled = (bin: StoredBin, goods: Goods): StoredBin => ({
  ...bin,
  lying: [...bin.lying, { ...goods, binId: bin.id }],
})

/** What lies at a place, with its life where it lies. */
export function told({ timeZone, kind: _, reserved, ...row }: HereRow, db: Db) {
  const today = dayIn(timeZone, db.act.at)
  return { ...row, reserved, daysLeft: row.expiresOn === null ? null : daysLeft(row.expiresOn, today) }
}
