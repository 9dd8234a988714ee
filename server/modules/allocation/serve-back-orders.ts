import type { Tx } from '#platform/db.ts'
import { resolveProducts } from '../catalog/index.ts'
import { unmetDemands } from '../stock/index.ts'
import { type AllocationCause, allocate } from './allocate.ts'

export type Served = Readonly<{ demandId: string; documentId: string; quantity: number }>

/** Offers the free stock of these products to what waits for it, by priority and age. The products must be locked. */
export async function serveBackOrders(
  tx: Tx,
  productIds: readonly string[],
  cause: AllocationCause,
): Promise<Served[]> {
  const waiting = productIds.length > 0 ? await unmetDemands(tx, productIds) : []
  if (waiting.length === 0) return []
  const products = await resolveProducts(tx, new Set(waiting.map(({ productId }) => productId)))
  const asks = waiting.flatMap((demand) => {
    const product = products.get(demand.productId)
    return product
      ? [{ demand, product, quantity: demand.quantity - demand.reserved - demand.shipped, history: false }]
      : []
  })
  const answers = await allocate(tx, asks, cause)
  return answers.flatMap(({ demandId, picks }, index) => {
    const quantity = picks.reduce((sum, pick) => sum + pick.quantity, 0)
    return quantity > 0 ? [{ demandId, documentId: waiting[index]?.documentId ?? '', quantity }] : []
  })
}
