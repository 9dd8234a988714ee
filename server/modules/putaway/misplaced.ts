/**
 * server/modules/putaway/misplaced.ts — what lies where it must not, for a rule came later than the goods or a count found them there:
 * why, and where to move it.
 */
import { liesWrong } from '#domain/storage/lies-wrong.ts'
import { type Breach, breachWords } from '#domain/storage/may-lie.ts'
import { proposeBins } from '#domain/storage/propose-bin.ts'
import type { Db } from '#platform/db.ts'
import { resolveWarehouses } from '../places/index.ts'
import { type StoredBin, storageBins } from '../stock/index.ts'
import { warehousesWithRules } from './store.ts'

type Lying = StoredBin['lying'][number]
export type Wrong = Readonly<{ bin: StoredBin; goods: Lying; breaches: readonly Breach[] }>

/** Each batch of a bin, held against what else lies there; the bins must be all of their warehouses. */
export const wrongsIn = (bins: readonly StoredBin[]): Wrong[] =>
  bins.flatMap((bin) => liesWrong(bin).map((wrong) => ({ bin, ...wrong })))

export async function binsWithRules(db: Db, warehouseId: string | null): Promise<StoredBin[]> {
  const rows = await warehousesWithRules(db, warehouseId)
  return rows.length === 0
    ? []
    : storageBins(
        db,
        rows.map((row) => row.warehouseId),
      )
}

const shownMax = 500

export async function misplaced(db: Db, warehouseId: string | null) {
  const bins = await binsWithRules(db, warehouseId)
  const wrongs = wrongsIn(bins)
  const warehouses = await resolveWarehouses(db)
  return {
    total: wrongs.length,
    items: wrongs.slice(0, shownMax).map(({ bin, goods, breaches }) => ({
      placeId: bin.id,
      placeCode: bin.code,
      warehouseId: bin.warehouseId,
      warehouseCode: warehouses.get(bin.warehouseId)?.code ?? '',
      batchId: goods.batchId,
      batchCode: goods.batchCode,
      productId: goods.productId,
      sku: goods.sku,
      quantity: goods.quantity,
      says: breaches.map(breachWords).join('; '),
      moveTo: whereTo(goods, bin, bins),
    })),
  }
}

function whereTo(goods: Lying, { id, warehouseId }: StoredBin, bins: readonly StoredBin[]) {
  const others = bins.filter((bin) => bin.warehouseId === warehouseId && bin.id !== id)
  const [best] = proposeBins(goods, others).proposed
  return best ? { placeId: best.bin.id, placeCode: best.bin.code, quantity: best.quantity } : null
}
