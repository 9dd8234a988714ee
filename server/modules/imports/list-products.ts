/**
 * server/modules/imports/list-products.ts — products with their packs, GTINs and what kits hold.
 */
import { inOrderOfParts } from '#domain/imports/kit-cell.ts'
import { type ProductItem, productKey, productRow } from '#domain/imports/product-row.ts'
import type { CellProblem } from '#domain/imports/read-cells.ts'
import type { Tx } from '#platform/db.ts'
import { addProduct, foretellProducts, resolveProducts } from '../catalog/index.ts'
import type { ListKind, Told } from './list-kind.ts'
import { type ImportRow, rowsOfKeys } from './store.ts'

export const products: ListKind<ProductItem> = {
  read: productRow,
  nameOf: ({ sku }) => sku,
  async known(tx, items) {
    const found = await resolveProducts(
      tx,
      items.map(({ sku }) => sku).filter((sku) => sku !== ''),
    )
    return (sku) => found.get(sku)?.id
  },
  async foretell(tx, items, of) {
    const refused = await foretellProducts(tx, items)
    const partless = await partsMissing(tx, items, of)
    return items.map((_, at): Told => refused[at] ?? partless[at] ?? [])
  },
  async add(tx, product) {
    await addProduct(tx, product)
  },
  inOrder(items) {
    const { ordered, circles } = inOrderOfParts(items)
    return [...ordered, ...circles]
  },
}

/** What a kit holds must be here, or come with the same file. */
async function partsMissing(tx: Tx, items: readonly ProductItem[], of: ImportRow): Promise<CellProblem[][]> {
  const parts = [...new Set(items.flatMap(({ kit = [] }) => kit.map(({ product }) => product)))]
  if (parts.length === 0) return []
  const here = await resolveProducts(tx, parts)
  const absent = parts.filter((sku) => !here.has(sku))
  const keys = absent.flatMap((sku) => [productKey({ sku, isKit: false }), productKey({ sku, isKit: true })])
  const coming = new Set(
    (await rowsOfKeys(tx, of.id, { keys, limit: keys.length * 2 }))
      .filter(({ state }) => state !== 'wrong')
      .map(({ key }) => key),
  )
  const comes = (sku: string) => [false, true].some((isKit) => coming.has(productKey({ sku, isKit })))
  const missing = new Set(absent.filter((sku) => !comes(sku)))
  const circles = new Set(inOrderOfParts(items.filter(({ kit }) => kit)).circles)
  return items.map((item) => [
    ...(item.kit ?? [])
      .filter(({ product }) => missing.has(product))
      .map(({ product }) => ({ column: 'kit', message: `names "${product}", which is neither here nor in the file` })),
    ...(circles.has(item) ? [{ column: 'kit', message: 'would hold itself' }] : []),
  ])
}
