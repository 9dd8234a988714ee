import type { Tx } from '#platform/db.ts'
import { naming } from '#platform/naming.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import {
  type NewPack,
  type Product,
  packRows,
  refuseDatesWithoutBatches,
  refuseTakenGtins,
  toldParts,
} from './add-product.ts'
import { archivedAt } from './archive.ts'
import { lockProducts } from './lock-products.ts'
import { renewNameParts } from './name-parts.ts'
import { type NewKitPart, setKit } from './set-kit.ts'
import {
  deletePacks,
  insertPacks,
  type KitPartRow,
  kitParts,
  type PackRow,
  type ProductRow,
  packsOf,
  productsByIdOrSku,
  updateProduct,
} from './store.ts'

export type ProductChange = Readonly<
  Partial<Omit<ProductRow, 'id' | 'baseUnit' | 'createdAt' | 'archivedAt' | 'isKit'>> & {
    id: string
    gtin?: string | null
    packs?: readonly NewPack[]
    /** What it is made of; `null` where it is no kit any more. */
    kit?: readonly NewKitPart[] | null
    archived?: boolean
    reason?: string
  }
>

/** Asked of later modules, in the transaction that holds the product's lock. */
export type ProductUse = Readonly<{
  unitsInStock: (tx: Tx, productId: string) => Promise<number>
  /** Whether its batches began to be tracked while it was in stock. */
  isIdentified: (tx: Tx, productId: string) => Promise<boolean>
  /** Whether it ever lay in stock, and what is announced and ordered of it by itself, in base units. */
  asStock: (tx: Tx, productId: string) => Promise<AsStock>
}>
export type AsStock = Readonly<{ moved: boolean; announced: number; ordered: number }>

/** Tracking does not change under stock, and what was stock does not become a kit. */
export async function changeProduct(tx: Tx, change: ProductChange, use: ProductUse): Promise<Product> {
  await lockProducts(tx, [change.id])
  const [before] = await productsByIdOrSku(tx, { ids: [change.id], skus: [] })
  if (!before) throw new Refusal('not_found', { kind: 'product', id: change.id })
  const { packs, gtin, kit, archived, reason, ...fields } = change
  const after: ProductRow = { ...before, ...fields, archivedAt: archivedAt(tx, before, archived) }
  if (after.tracking !== before.tracking) await refuseTracking(tx, { before, to: after.tracking }, use)
  if (after.tracking === 'none' && change.dates === undefined) after.dates = 'none'
  refuseDatesWithoutBatches(after)
  await naming({ kind: 'product', name: after.sku }, updateProduct(tx, after))
  await renewNameParts(tx, { ...after, kind: 'product' }, before)
  const now = (await packsOf(tx, [after.id])).map(({ productId: _, ...pack }) => pack)
  const rows = await changePacks(tx, after, { now, gtin, packs })
  const { parts, ...parted } = await changeKit(tx, before, { kit, use })
  audit(tx, {
    action: 'product.change',
    subjectKind: 'product',
    subjectId: after.id,
    before: { ...before, packs: now, kit: toldParts(parts) },
    after: { ...after, isKit: parted.kit.length > 0, packs: rows, kit: toldParts(parted.kit) },
    reason: reason ?? null,
  })
  return { ...after, isKit: parted.kit.length > 0, packs: rows, kit: parted.kit }
}

type KitChange = Readonly<{ kit: ProductChange['kit']; use: ProductUse }>

/** The parts before and after. Refuses `kit_in_use`, and what `setKit` refuses. */
async function changeKit(tx: Tx, product: ProductRow, { kit, use }: KitChange) {
  const parts: KitPartRow[] = product.isKit ? await kitParts(tx, [product.id]) : []
  if (kit === undefined || (kit === null && !product.isKit)) return { parts, kit: parts }
  if (!product.isKit) {
    const { moved, announced, ordered } = await use.asStock(tx, product.id)
    if (moved || announced + ordered > 0)
      throw new Refusal('kit_in_use', { sku: product.sku, moved, announced, ordered })
  }
  return { parts, kit: await setKit(tx, product, kit) }
}

type Tracking = Readonly<{ before: ProductRow; to: ProductRow['tracking'] }>

async function refuseTracking(tx: Tx, { before, to }: Tracking, { unitsInStock, isIdentified }: ProductUse) {
  const { id, sku, tracking: from } = before
  const units = await unitsInStock(tx, id)
  if (units > 0) throw new Refusal('tracking_locked', { sku, units, from, to })
  if (await isIdentified(tx, id)) throw new Refusal('tracking_identified', { sku, to })
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
