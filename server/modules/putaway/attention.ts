/**
 * server/modules/putaway/attention.ts — how much needs somebody: what waits on docks, and what lies where it must not.
 */
import { breachWords } from '#domain/storage/may-lie.ts'
import { pageOfAll, type SettleAsk, type SettlePage } from '#domain/to-settle.ts'
import type { Db } from '#platform/db.ts'
import { resolveWarehouses } from '../places/index.ts'
import { binsWithRules, wrongsIn } from './misplaced.ts'
import { dockSums, lastMoved } from './store.ts'

export async function waitingOnDocks(db: Db): Promise<{ batches: number; quantity: number }> {
  const [row] = await dockSums(db)
  return row ?? { batches: 0, quantity: 0 }
}

/**
 * Batches in bins; one in two bins counts twice, for both have to be seen to. What lies wrong is written down nowhere, so it is reckoned
 * whole. It has lain there since the last of it came or went: when the rule changed, nobody keeps.
 */
export async function misplacedToSettle(db: Db, ask: SettleAsk): Promise<SettlePage> {
  const wrongs = wrongsIn(await binsWithRules(db, ask.warehouseId))
  if (wrongs.length === 0) return { total: 0, items: [] }
  const where = wrongs.map(({ bin, goods }) => ({ binId: bin.id, batchId: goods.batchId }))
  const [moved, warehouses] = await Promise.all([lastMoved(db, where), resolveWarehouses(db)])
  const since = new Map(moved.map(({ binId, batchId, at }) => [`${batchId} ${binId}`, at]))
  const rows = wrongs.map(({ bin, goods, breaches }) => ({
    key: `${goods.batchId} ${bin.id}`,
    documentId: bin.id,
    number: null,
    skus: [goods.sku],
    batchId: goods.batchId,
    batchCode: goods.batchCode,
    warehouseId: bin.warehouseId,
    warehouseCode: warehouses.get(bin.warehouseId)?.code ?? '',
    placeCode: bin.code,
    quantity: goods.quantity,
    since: since.get(`${goods.batchId} ${bin.id}`) ?? db.act.at,
    by: null,
    says: breaches.map(breachWords).join('; '),
  }))
  return pageOfAll(rows, ask)
}
