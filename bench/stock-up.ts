/**
 * bench/stock-up.ts — products with stock in plenty, three batches each.
 */
import { type Account, type Lab, openCaller } from './lab.ts'

export async function stockUp(lab: Lab, account: Account, products: number, quantity = 10_000_000): Promise<void> {
  const caller = openCaller(lab.address, account, 8)
  const skus = Array.from({ length: products }, (_, index) => `P${index}`)
  await inGroups(skus, 8, (sku) =>
    caller.call('POST', '/v1/products', {
      sku,
      name: sku,
      baseUnit: 'each',
      tracking: 'batch',
      dates: 'required',
      rotation: 'fefo',
    }),
  )
  const lines = skus.flatMap((product) =>
    [1, 2, 3].map((batch) => ({ product, quantity, batch: `B${batch}`, expiresOn: `2099-0${batch}-01` })),
  )
  for (let from = 0; from < lines.length; from += 1000)
    await caller.call('POST', '/v1/receipts', { warehouse: 'W', lines: lines.slice(from, from + 1000) })
  await lab.owner.unsafe('analyze')
  await caller.close()
}

async function inGroups<T>(items: readonly T[], size: number, work: (item: T) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < items.length; from += size) await Promise.all(items.slice(from, from + size).map(work))
}
