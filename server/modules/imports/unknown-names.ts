/**
 * server/modules/imports/unknown-names.ts — all names of a row that nothing here has, and the batch that its product needs; receiving would tell of the first.
 */
import type { CellProblem } from '#domain/imports/read-cells.ts'
import type { StockRow } from '#domain/imports/stock-row.ts'
import type { Db } from '#platform/db.ts'
import { type ProductRow, resolveProducts, resolveSuppliers } from '../catalog/index.ts'
import { resolvePlaces, resolveWarehouses } from '../places/index.ts'

export async function unknownNames(db: Db, rows: readonly StockRow[]): Promise<CellProblem[][]> {
  const warehouses = await resolveWarehouses(db)
  const placeOf = ({ warehouse, line: { place, condition } }: StockRow) => ({
    warehouseId: warehouses.get(warehouse)?.id ?? '',
    place: place ?? null,
    kind: condition === 'damaged' ? ('quarantine' as const) : ('storage' as const),
  })
  const [products, suppliers, places] = await Promise.all([
    resolveProducts(
      db,
      rows.map(({ line }) => line.product).filter((sku) => sku !== ''),
    ),
    resolveSuppliers(
      db,
      rows.flatMap(({ supplier }) => supplier ?? []),
    ),
    resolvePlaces(
      db,
      rows.map(placeOf).filter(({ warehouseId }) => warehouseId !== ''),
    ),
  ])
  return rows.map((row) => {
    const { warehouse, supplier, line } = row
    const product = products.get(line.product)
    const problems = product ? neededOf(row, product) : missing('sku', 'product', line.product)
    if (!warehouses.has(warehouse)) problems.push(...missing('warehouse', 'warehouse', warehouse))
    else if (line.place !== undefined && !placesAt(places, placeOf(row)))
      problems.push({ column: 'place', message: `names "${line.place}", and warehouse ${warehouse} has no such place` })
    if (supplier !== undefined && !suppliers.has(supplier)) problems.push(...missing('supplier', 'supplier', supplier))
    return problems
  })
}

const placesAt = (places: Awaited<ReturnType<typeof resolvePlaces>>, reference: Parameters<typeof places>[0]) =>
  places(reference) !== undefined

/** Of an empty cell its reader has complained. */
const missing = (column: string, what: string, name: string): CellProblem[] =>
  name === ''
    ? []
    : [
        {
          column,
          message: `names "${name}", and there is no such ${what} here: add it first, or write it as it is here`,
        },
      ]

/** Of dates, receiving knows better: a batch that is known needs none. */
const neededOf = ({ line }: StockRow, { sku, tracking }: ProductRow): CellProblem[] =>
  tracking !== 'none' && line.batch === undefined
    ? [{ column: 'batch', message: `is missing: ${sku} is tracked by ${tracking}` }]
    : []
