import { expandKit, type KitPart } from '#domain/kits.ts'
import type { Db } from '#platform/db.ts'
import { kitsBelow, type ProductRow } from '../catalog/index.ts'
import { kitsOfOrders, ordersByRef } from '../orders/index.ts'

type OfReturn = Readonly<{ orderNumber?: string; lines: readonly Readonly<{ product: string }>[] }>
/** The parts of one kit, or null for what lies in stock itself. */
export type PartsOf = (orderNumber: string | undefined, product: ProductRow) => readonly KitPart[] | null

/**
 * What kits that come back are made of: as the order sold them that the return names, else as they are now. Of a kit that holds
 * nothing, or itself, no parts.
 */
export async function kitsReturned(
  db: Db,
  returns: readonly OfReturn[],
  products: ReadonlyMap<string, ProductRow>,
): Promise<PartsOf> {
  const named = [...new Set(returns.flatMap(({ orderNumber }) => orderNumber ?? []))]
  const kitIds = [...new Set([...products.values()].flatMap(({ id, isKit }) => (isKit ? [id] : [])))]
  const [orders, { kits }] = await Promise.all([named.length > 0 ? ordersByRef(db, named) : [], kitsBelow(db, kitIds)])
  const sold = await kitsOfOrders(
    db,
    orders.map(({ id }) => id),
  )
  const idOf = new Map(orders.flatMap(({ id, number }) => [[id, id] as const, [number, id] as const]))
  const soldParts = new Map(sold.map(({ orderId, productId, parts }) => [`${orderId} ${productId}`, parts]))
  return (orderNumber, { id, isKit }) => {
    const parts = soldParts.get(`${idOf.get(orderNumber ?? '')} ${id}`)
    if (parts) return parts.map(({ partProductId, perKit }) => ({ productId: partProductId, quantity: perKit }))
    const expansion = isKit ? expandKit({ productId: id, quantity: 1 }, kits) : null
    return expansion && (expansion.kind === 'components' ? expansion.components : [])
  }
}
