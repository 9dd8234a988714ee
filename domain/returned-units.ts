/**
 * domain/returned-units.ts — which of what was sent came back, where the return may say less than the shipment did.
 */
import { groupBy } from './group-by.ts'

export type Sent = Readonly<{
  moveId: string
  batchId: string
  orderId: string
  customerId: string | null
  quantity: number
}>
/** `orderId` is null where the return names no order of ours, `customerId` where nobody knows whose it was. */
export type CameBack = Readonly<{
  batchId: string
  orderId: string | null
  customerId: string | null
  quantity: number
}>

/**
 * Units of one batch are alike, so within an order, and for a return that names only its customer within that customer,
 * what went first is counted as back first. `sent` comes in the order it went.
 * Law: nothing gets back more than went by it; what each order and each customer keeps is exact; what nobody can be named for
 * is with none of them.
 */
export function returnedUnits(sent: readonly Sent[], back: readonly CameBack[]): ReadonlyMap<string, number> {
  const returned = new Map<string, number>()
  const ofOrder = groupBy(sent, ({ batchId, orderId }) => `${batchId} ${orderId}`)
  const ofCustomer = groupBy(sent, ({ batchId, customerId }) => `${batchId} ${customerId ?? ''}`)
  for (const { batchId, orderId, quantity } of back)
    if (orderId !== null) countBack(returned, ofOrder.get(`${batchId} ${orderId}`), quantity)
  for (const { batchId, orderId, customerId, quantity } of back)
    if (orderId === null && customerId !== null)
      countBack(returned, ofCustomer.get(`${batchId} ${customerId}`), quantity)
  return returned
}

function countBack(returned: Map<string, number>, rows: readonly Sent[] | undefined, quantity: number): void {
  let left = quantity
  for (const row of rows ?? []) {
    const already = returned.get(row.moveId) ?? 0
    const part = Math.min(left, row.quantity - already)
    if (part > 0) returned.set(row.moveId, already + part)
    left -= part
  }
}
