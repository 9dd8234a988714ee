import { breachWords, type Goods, mayLie } from '#domain/storage/may-lie.ts'
import { proposeBins } from '#domain/storage/propose-bin.ts'
import { Refusal } from '#platform/refusal.ts'
import type { StoredBin } from './read-bins.ts'
import type { BinRow, GoodsRow } from './store.ts'

type Into = Readonly<{
  goods: Goods & GoodsRow
  bin: Pick<BinRow, 'id' | 'code' | 'warehouseId' | 'mixing' | 'capacity'>
}>

/** Goods that say nothing, into a bin that takes anything. */
export const isFree = ({ goods, bin }: Into): boolean =>
  goods.storage === null && goods.hazard === null && goods.allergens.length === 0 && !hasRules(bin)

const hasRules = ({ mixing, capacity }: Into['bin']): boolean => mixing !== 'mixed' || capacity !== null

/** Whether it matters to them, or to others, what else lies there. */
export const matters = ({ goods, bin }: Into): boolean => goods.hazard !== null || hasRules(bin)

/** From then on they lie there, for the next; answers why they must not, or null. */
export function putInto(there: Map<string, StoredBin>, { goods, bin: { id } }: Into): string | null {
  const bin = there.get(id)
  if (!bin) return null
  const breaches = mayLie(goods, bin)
  if (matters({ goods, bin })) there.set(id, { ...bin, lying: [...bin.lying, { ...goods, binId: id }] })
  return breaches.length === 0 ? null : breaches.map(breachWords).join('; ')
}

type Forbidden = Into & Readonly<{ where: string; because: string }>

/** With the nearest of all bins of the warehouse that takes them. */
export function storageForbids({ where, goods, bin, because }: Forbidden, bins: readonly StoredBin[]): Refusal {
  const elsewhere = bins.filter(({ id }) => id !== bin.id)
  const [nearest] = proposeBins(goods, elsewhere).proposed.filter(({ quantity }) => quantity >= goods.quantity)
  return new Refusal('storage_forbids', {
    where,
    sku: goods.sku,
    batch: goods.batchCode,
    place: bin.code,
    because,
    nearest: nearest?.bin.code ?? null,
    choices: ['force'],
  })
}
