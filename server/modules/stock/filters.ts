import type { Db } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { resolveProducts } from '../catalog/index.ts'
import { resolveWarehouses } from '../places/index.ts'

type Named = { product?: string | undefined; warehouse?: string | undefined }

/** What a filter names; refuses `not_found`, for an empty list would look like an answer. */
export async function stockFilters(db: Db, { product, warehouse }: Named) {
  const found = product === undefined ? null : (await resolveProducts(db, [product])).get(product)
  if (found === undefined) throw new Refusal('not_found', { kind: 'product', id: product ?? '' })
  const building = warehouse === undefined ? null : (await resolveWarehouses(db)).get(warehouse)
  if (building === undefined) throw new Refusal('not_found', { kind: 'warehouse', id: warehouse ?? '' })
  return { productId: found?.id ?? null, warehouseId: building?.id ?? null }
}
