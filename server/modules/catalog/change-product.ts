import type { Tx } from '#platform/db.ts'
import { naming } from '#platform/naming.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { type NewPack, type Product, packRows, refuseDatesWithoutBatches, refuseTakenGtins } from './add-product.ts'
import { archivedAt } from './archive.ts'
import { lockProducts } from './lock-products.ts'
import {
  deletePacks,
  insertPacks,
  type PackRow,
  type ProductRow,
  packsOf,
  productsByIdOrSku,
  updateProduct,
} from './store.ts'

export type ProductChange = Readonly<
  Partial<Omit<ProductRow, 'id' | 'baseUnit' | 'createdAt' | 'archivedAt'>> & {
    id: string
    gtin?: string | null
    packs?: readonly NewPack[]
    archived?: boolean
    reason?: string
  }
>

/** `unitsInStock` is asked of the stock module by the caller: tracking does not change under stock. */
export async function changeProduct(
  tx: Tx,
  change: ProductChange,
  unitsInStock: (tx: Tx, productId: string) => Promise<number>,
): Promise<Product> {
  await lockProducts(tx, [change.id])
  const [before] = await productsByIdOrSku(tx, { ids: [change.id], skus: [] })
  if (!before) throw new Refusal('not_found', { kind: 'product', id: change.id })
  const { packs, gtin, archived, reason, ...fields } = change
  const after: ProductRow = { ...before, ...fields, archivedAt: archivedAt(tx, before, archived) }
  if (after.tracking !== before.tracking) await refuseUnderStock(tx, before, unitsInStock)
  if (after.tracking === 'none' && change.dates === undefined) after.dates = 'none'
  refuseDatesWithoutBatches(after)
  await naming({ kind: 'product', name: after.sku }, updateProduct(tx, after))
  const now = (await packsOf(tx, [after.id])).map(({ productId: _, ...pack }) => pack)
  const rows = await changePacks(tx, after, { now, gtin, packs })
  audit(tx, {
    action: 'product.change',
    subjectKind: 'product',
    subjectId: after.id,
    before: { ...before, packs: now },
    after: { ...after, packs: rows },
    reason: reason ?? null,
  })
  return { ...after, packs: rows }
}

async function refuseUnderStock(
  tx: Tx,
  product: ProductRow,
  unitsInStock: (tx: Tx, productId: string) => Promise<number>,
) {
  const units = await unitsInStock(tx, product.id)
  if (units > 0) throw new Refusal('tracking_locked', { sku: product.sku, units })
}

async function changePacks(
  tx: Tx,
  product: ProductRow,
  change: { now: PackRow[]; gtin: string | null | undefined; packs: readonly NewPack[] | undefined },
): Promise<PackRow[]> {
  const { now } = change
  if (change.gtin === undefined && change.packs === undefined) return now
  const own = now.find(({ quantity }) => quantity === 1)
  const others = change.packs ?? now.filter(({ quantity }) => quantity > 1)
  const base = {
    name: product.baseUnit,
    quantity: 1,
    gtin: change.gtin === undefined ? (own?.gtin ?? null) : change.gtin,
  }
  const rows = packRows(product, [base, ...others])
  await refuseTakenGtins(tx, product.id, rows)
  await deletePacks(tx, product.id)
  await insertPacks(tx, product.id, rows)
  return rows
}
