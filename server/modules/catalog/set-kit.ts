/**
 * server/modules/catalog/set-kit.ts — says what a product is made of, and so makes it a kit, or no kit any more.
 */
import { expandKit } from '#domain/kits.ts'
import { quantityMax } from '#domain/ledger.ts'
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { archived } from './archive.ts'
import { componentsMax, kitsBelow } from './kits.ts'
import { lockKits } from './lock-kits.ts'
import { resolveProducts } from './resolve.ts'
import { deleteKitParts, insertKitParts, type KitPartRow, type ProductRow, packsOf, updateIsKit } from './store.ts'

export type NewKitPart = Readonly<{ product: string; quantity: number; pack?: string }>
type Problem = { at: string; message: string }
type Part = Omit<KitPartRow, 'kitId'>

/**
 * Nothing (`null`) makes it a product that is stocked itself. The product must be locked, and unused as stock where it
 * becomes a kit. Refuses `invalid_input`: each part that is not there, archived, the kit itself, named twice or too many, a kit
 * of nothing, one that would hold itself, over however many others, with the path, and one of too many components.
 */
export async function setKit(tx: Tx, kit: ProductRow, given: readonly NewKitPart[] | null): Promise<KitPartRow[]> {
  await lockKits(tx)
  const parts = given === null ? [] : await judged(tx, kit, given)
  await deleteKitParts(tx, kit.id)
  await updateIsKit(tx, kit.id, given !== null)
  const rows = parts.map((part) => ({ ...part, kitId: kit.id }))
  if (rows.length > 0) await insertKitParts(tx, rows)
  return rows
}

async function judged(tx: Tx, kit: ProductRow, given: readonly NewKitPart[]): Promise<Part[]> {
  if (kit.baseUnit !== 'each') refuse([{ at: 'kit', message: `cannot be: ${kit.sku} is not counted in pieces` }])
  if (given.length === 0)
    refuse([{ at: 'kit', message: 'is empty: name what it holds, or null where it is no kit any more' }])
  const products = await resolveProducts(
    tx,
    given.map(({ product }) => product),
  )
  const packs = new Map(
    (
      await packsOf(
        tx,
        [...products.values()].map(({ id }) => id),
      )
    ).map(({ productId, name, quantity }) => [`${productId} ${name}`, quantity]),
  )
  const problems: Problem[] = []
  const parts = given.map((one, index): Part => {
    const part = products.get(one.product)
    const inPack = one.pack === undefined ? 1 : (packs.get(`${part?.id} ${one.pack}`) ?? 0)
    const quantity = one.quantity * inPack
    const isTwice = given.findIndex(({ product }) => products.get(product) === part) < index
    const message = wrong(one, { kit, part, quantity, isTwice })
    if (message) problems.push({ at: `kit[${index}].${inPack === 0 ? 'pack' : 'product'}`, message })
    return { partId: part?.id ?? '', sku: part?.sku ?? '', name: part?.name ?? '', quantity }
  })
  refuse(problems)
  refuse(await wrongTogether(tx, kit, parts))
  return parts
}

type Judging = Readonly<{ kit: ProductRow; part: ProductRow | undefined; quantity: number; isTwice: boolean }>

function wrong({ product, pack }: NewKitPart, { kit, part, quantity, isTwice }: Judging): string | null {
  if (!part) return `there is no product "${product}"`
  if (part.id === kit.id) return `${kit.sku} cannot hold itself`
  if (part.archivedAt) return archived(part)
  if (isTwice) return `${part.sku} is named twice: say once how many the kit holds`
  if (quantity === 0) return `${part.sku} has no pack "${pack}"`
  return quantity > quantityMax ? 'the quantity is too large' : null
}

async function wrongTogether(tx: Tx, kit: ProductRow, parts: readonly Part[]): Promise<Problem[]> {
  const below = await kitsBelow(
    tx,
    parts.map(({ partId }) => partId),
  )
  const own = parts.map(({ partId, quantity }) => ({ productId: partId, quantity }))
  const expansion = expandKit({ productId: kit.id, quantity: 1 }, new Map(below.kits).set(kit.id, own))
  if (expansion.kind === 'cycle') {
    const skus = new Map([kit, ...below.products.values()].map(({ id, sku }) => [id, sku]))
    for (const { partId, sku } of parts) skus.set(partId, sku)
    const path = expansion.path.map((id) => skus.get(id) ?? id).join(', which holds ')
    return [{ at: 'kit', message: `would hold itself: ${path}` }]
  }
  if (expansion.kind !== 'components') return [{ at: 'kit', message: 'would hold more than can be counted' }]
  const { length } = expansion.components
  return length > componentsMax
    ? [{ at: 'kit', message: `comes to ${length} products; ${componentsMax} is the most` }]
    : []
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
}
