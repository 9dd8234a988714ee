/**
 * cli/import/kits.ts — what leaves of each product that lies in stock, where some of what was sold are kits.
 */
import { expandKit, type KitPart } from '../../domain/kits.ts'

export type KnownProduct = Readonly<{ sku: string; kit: readonly Readonly<{ sku: string; quantity: number }>[] }>

/** Kits are taken apart as they are now, down to what lies in stock; what cannot be is left as it is, and is refused later. */
export function partsLeaving(
  leaving: ReadonlyMap<string, number>,
  products: readonly KnownProduct[],
): ReadonlyMap<string, number> {
  const kits = new Map(
    products
      .filter(({ kit }) => kit.length > 0)
      .map(({ sku, kit }) => [sku, kit.map((part): KitPart => ({ productId: part.sku, quantity: part.quantity }))]),
  )
  const units = new Map<string, number>()
  for (const [sku, quantity] of leaving) {
    const expansion = expandKit({ productId: sku, quantity }, kits)
    const components = expansion.kind === 'components' ? expansion.components : [{ productId: sku, quantity }]
    for (const part of components) units.set(part.productId, (units.get(part.productId) ?? 0) + part.quantity)
  }
  return units
}
