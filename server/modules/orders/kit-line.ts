/**
 * server/modules/orders/kit-line.ts — a line that sells a kit, taken apart into lines that ask stock for its parts.
 */
import { expandKit } from '#domain/kits.ts'
import { quantityMax } from '#domain/ledger.ts'
import { newId } from '#platform/id.ts'
import { componentsMax, type KnownKits, type ProductRow } from '../catalog/index.ts'
import type { NewOrderLine } from './store.ts'

export type SoldLine = Readonly<{ row: NewOrderLine; product: ProductRow }>
type KitLine = Readonly<{ kit: SoldLine; lines: readonly SoldLine[] }>

/**
 * What the kit holds at this moment, down to what lies in stock; it stays with the order, whatever the kit holds later. Or
 * what is wrong. `history`: what is archived by now may have been sold then.
 */
export function kitLine(sold: SoldLine, { kits, products }: KnownKits, history: boolean): KitLine | string {
  const { row, product } = sold
  const expansion = expandKit({ productId: product.id, quantity: 1 }, kits)
  if (expansion.kind === 'cycle') return `${product.sku} holds itself: mend what it is made of`
  if (expansion.kind !== 'components' || expansion.components.length > componentsMax)
    return `${product.sku} holds too much: mend what it is made of`
  const lines: SoldLine[] = []
  for (const [index, { productId, quantity }] of expansion.components.entries()) {
    const part = products.get(productId)
    if (!part) return `${product.sku} was changed just now: send the order again`
    if (part.archivedAt && !history)
      return `${product.sku} holds ${part.sku}, which is archived: bring it back, or change the kit`
    const ordered = quantity * row.ordered
    if (ordered > quantityMax) return 'the quantity is too large'
    const own = { id: newId(), partNo: index + 1, kitLineId: row.id, perKit: quantity, productId, ordered }
    lines.push({ row: { ...row, ...own, unitPrice: null, currency: null }, product: part })
  }
  return { kit: sold, lines }
}
