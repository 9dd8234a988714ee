/**
 * server/modules/identifying/what-would-change.ts — before the batches of a product are tracked: what of it is there, who waits for it, and which
 * promises the dates would forbid.
 */
import { whatBegins } from '#domain/identifying/what-begins.ts'
import type { Db } from '#platform/db.ts'
import { found } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { promiseKey, promisesForbiddenAsIf } from '../allocation/index.ts'
import { notStocked, type ProductRow, resolveProducts } from '../catalog/index.ts'
import { lyingWithPicked } from '../fulfilment/index.ts'
import { reservationsOf } from '../stock/index.ts'
import { isIdentified } from './is-identified.ts'
import { openOrdersOf, ordersOfLines, unknownBatch } from './lying.ts'

export type Dates = ProductRow['dates']
/** Promises of goods without batch that could not be kept any more, each with the sentence why. */
export type Barred = Readonly<{ demandId: string; quantity: number; says: string }>

/**
 * The product, its goods without batch and where they lie; none where it never had any. Refuses `not_found`, `invalid_input` for a kit,
 * `identification_serial`, `identification_begun`.
 */
export async function unidentifiedStock(db: Db, ref: string) {
  const product = found(await resolveProducts(db, [ref]), 'product', ref)
  const { id, sku, tracking } = product
  if (product.isKit)
    throw new Refusal('invalid_input', { problems: [{ at: 'product', message: notStocked(product, 'identify') }] })
  if (tracking === 'serial') throw new Refusal('identification_serial', { sku })
  if (await isIdentified(db, id)) throw new Refusal('identification_begun', { sku })
  const unknown = await unknownBatch(db, id)
  const places = unknown ? await lyingWithPicked(db, unknown.id) : []
  return { product, unknown, places, quantity: places.reduce((sum, { onHand }) => sum + onHand, 0) }
}

/** As the product will be; one that is tracked already keeps what it says of dates. */
export const datesFor = ({ tracking, dates }: ProductRow, asked: Dates | undefined): Dates =>
  tracking === 'none' ? (asked ?? 'required') : dates

/** Reads only; what is promised must not change meanwhile where it matters. */
export async function barredBy(db: Db, product: ProductRow, unknownId: string): Promise<Barred[]> {
  const promised = await reservationsOf(db, { batchIds: [unknownId] })
  const forbidden = await promisesForbiddenAsIf(db, promised, product)
  return promised.flatMap((row) => {
    const says = forbidden.get(promiseKey(row))
    return says === undefined ? [] : [{ demandId: row.demandId, quantity: row.quantity, says }]
  })
}

const shown = 100

export async function whatWouldChange(db: Db, ask: Readonly<{ product: string; dates?: Dates }>) {
  const { product, unknown, places, quantity } = await unidentifiedStock(db, ask.product)
  const dates = datesFor(product, ask.dates)
  const [orders, barred] = await Promise.all([
    openOrdersOf(db, product.id),
    unknown ? barredBy(db, { ...product, tracking: 'batch', dates }, unknown.id) : [],
  ])
  const lines = await ordersOfLines(db, [...new Set(barred.map(({ demandId }) => demandId))])
  const items = lines.map(({ lineId, ...line }) => {
    const own = barred.filter(({ demandId }) => demandId === lineId)
    return { ...line, quantity: units(own), says: own[0]?.says ?? '' }
  })
  return {
    productId: product.id,
    sku: product.sku,
    productName: product.name,
    dates,
    quantity,
    inTransit: units(
      places.filter(({ placeKind }) => placeKind === 'transit').map(({ onHand }) => ({ quantity: onHand })),
    ),
    places,
    orders,
    begins: whatBegins({ ...product, dates }),
    barred: {
      quantity: units(barred),
      lines: new Set(barred.map(({ demandId }) => demandId)).size,
      orders: new Set(lines.map(({ orderId }) => orderId)).size,
      items: items.slice(0, shown),
    },
  }
}

const units = (rows: readonly { quantity: number }[]) => rows.reduce((sum, { quantity }) => sum + quantity, 0)
