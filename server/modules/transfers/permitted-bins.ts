/**
 * server/modules/transfers/permitted-bins.ts — the warehouse that is to receive must have somewhere to put the goods.
 */
import { breachWords, mayLie } from '#domain/storage/may-lie.ts'
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import type { ProductRow } from '../catalog/index.ts'
import { resolveWarehouses } from '../places/index.ts'
import { storageBins } from '../stock/index.ts'
import type { TransferLineRow, TransferRow } from './store.ts'

type Known = Readonly<{ lines: readonly TransferLineRow[]; products: ReadonlyMap<string, ProductRow> }>

/**
 * By what goods and bins are: what just lies in a bin will have changed when the goods come, and is judged then. Refuses
 * `transfer_no_bin` for the first line that no bin takes.
 */
export async function refuseWithoutBin(tx: Tx, { toWarehouseId }: TransferRow, { lines, products }: Known) {
  const asking = lines.filter(({ productId }) => saysSomething(products.get(productId)))
  if (asking.length === 0) return
  const bins = (await storageBins(tx, [toWarehouseId])).map((bin) => ({ ...bin, lying: [], capacity: null }))
  for (const { lineNo, productId } of asking) {
    const product = products.get(productId)
    if (!product) continue
    const goods = { ...product, batchId: '', productId, quantity: 1, expiresOn: null }
    const judged = bins.map((bin) => mayLie(goods, bin)).toSorted((a, b) => a.length - b.length)
    const [fewest] = judged
    if (fewest?.length === 0) continue
    throw new Refusal('transfer_no_bin', {
      line: lineNo,
      sku: product.sku,
      warehouse: (await resolveWarehouses(tx)).get(toWarehouseId)?.code ?? '',
      because: fewest ? fewest.map(breachWords).join('; ') : 'it has no bins',
    })
  }
}

const saysSomething = (product: ProductRow | undefined): boolean =>
  product !== undefined && (product.storage !== null || product.hazard !== null || product.allergens.length > 0)
