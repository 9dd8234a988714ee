import { normaliseGtin } from '#domain/gs1/check-digit.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { naming } from '#platform/naming.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { insertNameParts } from './name-parts.ts'
import { type NewKitPart, setKit } from './set-kit.ts'
import { gtinOwners, insertPacks, insertProduct, type KitPartRow, type PackRow, type ProductRow } from './store.ts'

export type NewPack = Readonly<{ name: string; quantity: number; gtin?: string | null }>
export type NewProduct = Readonly<
  {
    id?: string
    sku: string
    name: string
    gtin?: string | null
    packs?: readonly NewPack[]
    kit?: readonly NewKitPart[] | null
  } & Partial<Omit<ProductRow, 'id' | 'sku' | 'name' | 'createdAt' | 'archivedAt' | 'isKit'>>
>
export type Product = ProductRow & { packs: PackRow[]; kit: KitPartRow[] }

/** Refuses a GTIN with a wrong check digit, one that another product has, a pack that is no multiple, and what `setKit` refuses. */
export async function addProduct(
  tx: Tx,
  { packs = [], gtin = null, kit = null, ...given }: NewProduct,
): Promise<Product> {
  const product = withDefaults(tx, given)
  refuseDatesWithoutBatches(product)
  await naming({ kind: 'product', name: product.sku }, insertProduct(tx, product))
  await insertNameParts(tx, { ...product, kind: 'product' })
  const rows = packRows(product, [{ name: product.baseUnit, quantity: 1, gtin }, ...packs])
  await refuseTakenGtins(tx, product.id, rows)
  await insertPacks(tx, product.id, rows)
  const parts = kit === null ? [] : await setKit(tx, product, kit)
  const added = { ...product, isKit: kit !== null }
  audit(tx, {
    action: 'product.add',
    subjectKind: 'product',
    subjectId: product.id,
    after: { ...added, packs: rows, kit: toldParts(parts) },
  })
  return { ...added, packs: rows, kit: parts }
}

/** As the audit tells them. */
export const toldParts = (parts: readonly KitPartRow[]) => parts.map(({ sku, quantity }) => ({ sku, quantity }))

/** Tracked by batch with dates and first-expired-first-out: what most of the trade needs where nothing else is said. */
function withDefaults(tx: Tx, given: Omit<NewProduct, 'packs' | 'gtin' | 'kit'>): ProductRow {
  const tracking = given.tracking ?? 'batch'
  return {
    id: given.id ?? newId(),
    sku: given.sku,
    name: given.name,
    category: given.category ?? '',
    clientId: given.clientId ?? null,
    baseUnit: given.baseUnit ?? 'each',
    tracking,
    dates: given.dates ?? (tracking === 'none' ? 'none' : 'required'),
    batchIdentity: given.batchIdentity ?? 'product',
    rotation: given.rotation ?? 'fefo',
    lifeDays: given.lifeDays ?? null,
    receiptLifeDaysMin: given.receiptLifeDaysMin ?? null,
    receiptLifeAction: given.receiptLifeAction ?? 'hold',
    deliveryLifeDaysMin: given.deliveryLifeDaysMin ?? null,
    deliveryLifePercentMin: given.deliveryLifePercentMin ?? null,
    storage: given.storage ?? null,
    hazard: given.hazard ?? null,
    allergens: given.allergens ?? [],
    prescription: given.prescription ?? false,
    createdAt: tx.act.at,
    archivedAt: null,
    isKit: false,
  }
}

export function refuseDatesWithoutBatches({ tracking, dates }: Pick<ProductRow, 'tracking' | 'dates'>): void {
  if (tracking !== 'none' || dates === 'none') return
  const message = 'must be none where no batches are tracked: there is nothing to keep a date with'
  throw new Refusal('invalid_input', { problems: [{ at: 'dates', message }] })
}

export function packRows(product: Pick<ProductRow, 'baseUnit'>, packs: readonly NewPack[]): PackRow[] {
  const problems: { at: string; message: string }[] = []
  const rows = packs.map(({ name, quantity, gtin }, index) => {
    const at = index === 0 ? 'gtin' : `packs[${index - 1}].gtin`
    const read = gtin ? normaliseGtin(gtin) : null
    if (read && !read.ok) problems.push({ at, message: read.problem })
    return { name, quantity, gtin: read?.ok ? read.gtin : null }
  })
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  refuseTwice(rows)
  const small = rows.find(({ name, quantity }) => name !== product.baseUnit && quantity < 2)
  if (small) throw new Refusal('pack_without_base', { pack: small.name })
  return rows
}

function refuseTwice(rows: readonly PackRow[]): void {
  const twice = rows.find(({ name }, index) => rows.findIndex((one) => one.name === name) < index)
  if (twice) throw new Refusal('pack_twice', { pack: twice.name })
}

export async function refuseTakenGtins(tx: Tx, productId: string, packs: readonly PackRow[]): Promise<void> {
  const gtins = packs.flatMap(({ gtin }) => (gtin ? [gtin] : []))
  if (gtins.length === 0) return
  const [taken] = await gtinOwners(tx, gtins, productId)
  if (taken) throw new Refusal('gtin_taken', taken)
}
