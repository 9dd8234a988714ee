/**
 * server/modules/stock/storage/foretell-forbidden.ts — which of many arrivals would lie where they must not; nothing is locked or moved.
 */
import { groupBy } from '#domain/group-by.ts'
import type { PlaceKind } from '#domain/ledger.ts'
import type { Db } from '#platform/db.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { BatchRow } from '../../batches/index.ts'
import type { ProductRow } from '../../catalog/index.ts'
import { isFree, matters, putInto, storageForbids } from './put-into.ts'
import { binsWithFacts, type StoredBin, storageBins } from './read-bins.ts'
import { binsOfPlaces, goodsById, lyingIn } from './store.ts'

export type Arriving = Readonly<{
  where: string
  product: ProductRow
  batch: BatchRow // also one that is not written yet
  place: Readonly<{ id: string; kind: PlaceKind }>
  quantity: number // base units
}>

/** Of each in its order `storage_forbids`, or null; one that is refused does not come to lie there. */
export async function foretellForbidden(db: Db, arriving: readonly Arriving[]): Promise<(Refusal | null)[]> {
  const placeIds = arriving.flatMap(({ place: { id, kind } }) => (kind === 'storage' ? [id] : []))
  const [places, known] = await Promise.all([
    binsOfPlaces(db, [...new Set(placeIds)]),
    goodsById(db, [...new Set(arriving.map(({ batch }) => batch.id))]),
  ])
  const binOf = new Map(places.map((row) => [row.placeId, row]))
  const goodsOf = new Map(known.map((row) => [row.batchId, row]))
  const coming = arriving.map(({ where, product, batch, place, quantity }) => {
    const fresh = { ...product, batchId: batch.id, batchCode: batch.code, productId: product.id }
    const goods = { ...(goodsOf.get(batch.id) ?? { ...fresh, expiresOn: batch.expiresOn }), quantity }
    const bin = binOf.get(place.id)
    return bin && !isFree({ goods, bin }) ? { where, goods, bin } : null
  })
  if (coming.every((one) => one === null)) return arriving.map(() => null)
  const bins = [...new Map(coming.flatMap((one) => (one ? [[one.bin.id, one.bin] as const] : []))).values()]
  const contested = coming.flatMap((one) => (one && matters(one) ? [one.bin.id] : []))
  const lying = await lyingIn(db, [...new Set(contested)])
  const there = new Map((await binsWithFacts(db, bins, { lying, allergens: true })).map((bin) => [bin.id, bin]))
  const because = coming.map((one) => one && whyNot(there, one))
  const warehouses = coming.flatMap((one, at) => (one && because[at] ? [one.bin.warehouseId] : []))
  const all = groupBy(warehouses.length > 0 ? await storageBins(db, [...new Set(warehouses)]) : [], warehouseOf)
  return coming.map((one, at) => {
    const why = because[at]
    return one && why ? storageForbids({ ...one, because: why }, all.get(one.bin.warehouseId) ?? []) : null
  })
}

const warehouseOf = ({ warehouseId }: StoredBin) => warehouseId

function whyNot(there: Map<string, StoredBin>, one: Parameters<typeof putInto>[1]): string | null {
  const before = there.get(one.bin.id)
  const because = putInto(there, one)
  if (because !== null && before) there.set(before.id, before)
  return because
}
