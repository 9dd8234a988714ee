/**
 * server/modules/imports/assess-shipments.ts — what went wrong with past shipments, by what is known here of products, batches, customers and rules.
 */
import { groupBy } from '#domain/group-by.ts'
import type { Finding } from '#domain/imports/findings.ts'
import { faultsIn, type KnownBatch, type Shipped } from '#domain/imports/shipped-faults.ts'
import type { ShippedRow } from '#domain/imports/shipped-row.ts'
import type { Tx } from '#platform/db.ts'
import { lifeAskedNow } from '../allocation/index.ts'
import { codesOfCustomers, type ProductRow, resolveCustomers, resolveProducts } from '../catalog/index.ts'
import { batchesKnown, saveFindings } from './store-findings.ts'

/** `item` is null where the row cannot be read. */
export type ShippedLine = Readonly<{ lineNo: number; key: string; item: ShippedRow | null }>
type Readable = ShippedLine & Readonly<{ item: ShippedRow }>

const savedAtOnce = 10_000

/** All lines of a product must be among them. */
export async function assessShipments(tx: Tx, importId: string, lines: readonly ShippedLine[]): Promise<void> {
  const readable = lines.filter((line): line is Readable => line.item !== null)
  const products = await resolveProducts(tx, new Set(readable.map(({ item }) => item.product)))
  const known = groupBy(
    await batchesKnown(
      tx,
      [...products.values()].map(({ id }) => id),
    ),
    ({ productId }) => productId,
  )
  const shippedOf = await judging(tx, readable, products)
  const found = new Map<number, readonly Finding[]>(lines.map(({ lineNo }) => [lineNo, ['row_unreadable']]))
  for (const [sku, own] of groupBy(readable, ({ item }) => item.product)) {
    const batches: readonly KnownBatch[] = known.get(products.get(sku)?.id ?? '') ?? []
    const faults = faultsIn(own.map(shippedOf), batches)
    for (const [at, { lineNo }] of own.entries()) found.set(lineNo, faults[at] ?? [])
  }
  const all = [...found]
  for (let at = 0; at < all.length; at += savedAtOnce) await saveFindings(tx, importId, all.slice(at, at + savedAtOnce))
}

/** A customer that is not known here, or not surely, asks nothing of his own. */
async function judging(tx: Tx, lines: readonly Readable[], products: ReadonlyMap<string, ProductRow>) {
  const asked = await lifeAskedNow(tx)
  const codes = await codesOfCustomers(tx, new Set(lines.flatMap(({ item }) => item.customer ?? [])))
  const customers = await resolveCustomers(tx, new Set([...codes.values()].flat()))
  const customerOf = (name: string | undefined) => {
    const [code, ...others] = codes.get(name ?? '') ?? []
    return code === undefined || others.length > 0 ? undefined : customers.get(code)
  }
  return ({ item }: Readable): Shipped => {
    const { on, quantity, batch, expiresOn, producedOn, cameIn } = item
    const product = products.get(item.product)
    const customer = customerOf(item.customer)
    const lifeDaysMin = Math.max(item.lifeDaysMin ?? 0, customer?.deliveryLifeDaysMin ?? 0)
    const line = {
      customerId: customer?.id ?? null,
      channel: item.channel ?? 'direct',
      market: item.market ?? customer?.country ?? null,
      warehouseId: null,
      lifeDaysMin,
    }
    const rules = product ? asked(line, product) : [{ kind: 'days', daysMin: lifeDaysMin } as const]
    return { on, quantity, batch, expiresOn, producedOn, cameIn, rules, needs: needsOf(product) }
  }
}

/** A product that is not known here is judged as most are. */
const needsOf = (product: ProductRow | undefined): Shipped['needs'] => ({
  batch: product?.tracking !== 'none',
  date: (product?.dates ?? 'required') === 'required',
  turn: (product?.rotation ?? 'fefo') === 'fefo',
})
