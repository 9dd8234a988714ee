/**
 * bench/stock-up.ts — products with stock in plenty; where not told otherwise in one warehouse, three batches each.
 */
import { type Account, type Lab, openCaller } from './lab.ts'

/** `batches` are so many a product, one after the other in `warehouses`, by their codes. */
export type Stocked = Readonly<{ products: number; batches?: number; warehouses?: readonly string[] }>
export type ReceivedLine = Readonly<{ sku: string; batchId: string; batchCode: string }>

/** Every tenth product is of category `care`, the others are `food`. */
export async function stockUp(
  lab: Lab,
  account: Account,
  { products, batches = 3, warehouses = ['W'] }: Stocked,
): Promise<ReceivedLine[]> {
  const caller = openCaller(lab.address, account, 8)
  const skus = Array.from({ length: products }, (_, index) => `P${index}`)
  await inGroups(skus, 8, (sku) =>
    caller.call('POST', '/v1/products', {
      sku,
      name: sku,
      category: sku.endsWith('0') ? 'care' : 'food',
      baseUnit: 'each',
      tracking: 'batch',
      dates: 'required',
      rotation: 'fefo',
    }),
  )
  const received: ReceivedLine[] = []
  for (const [index, warehouse] of warehouses.entries()) {
    const here = Array.from({ length: batches }, (_, batch) => batch).filter((at) => at % warehouses.length === index)
    const lines = skus.flatMap((product) => here.map((batch) => ({ product, ...batchOf(batch) })))
    for (let from = 0; from < lines.length; from += 1000) {
      const receipt = await caller.call('POST', '/v1/receipts', { warehouse, lines: lines.slice(from, from + 1000) })
      received.push(...(receipt as { lines: ReceivedLine[] }).lines)
    }
  }
  await lab.owner.unsafe('analyze')
  await caller.close()
  return received
}

const batchOf = (batch: number) => ({
  quantity: 10_000_000,
  batch: `B${batch + 1}`,
  producedOn: '2026-01-01',
  expiresOn: `2099-${String((batch % 12) + 1).padStart(2, '0')}-01`,
})

async function inGroups<T>(items: readonly T[], size: number, work: (item: T) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < items.length; from += size) await Promise.all(items.slice(from, from + size).map(work))
}
