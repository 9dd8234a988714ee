/**
 * server/modules/imports/assess-rows.ts — what each row of stock does not tell, by what is known of its product and by the day in its warehouse.
 */
import { type GapRow, gapsIn } from '#domain/imports/gaps.ts'
import type { CellProblem, Reading } from '#domain/imports/read-cells.ts'
import type { StockRow } from '#domain/imports/stock-row.ts'
import { dayIn } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { resolveProducts } from '../catalog/index.ts'
import { resolveWarehouses } from '../places/index.ts'
import type { SheetRow } from './store.ts'
import type { Assessed } from './store-verdicts.ts'

type Read = Readonly<{ row: SheetRow; sheet: StockRow; problems: readonly CellProblem[] }>

/** In their order. */
export async function assessed(db: Db, read: readonly Read[], { columns }: Reading): Promise<Assessed[]> {
  const warehouses = await resolveWarehouses(db)
  const products = await resolveProducts(
    db,
    read.map(({ sheet }) => sheet.line.product).filter((sku) => sku !== ''),
  )
  const gaps = gapsIn(
    read.map(({ row, sheet, problems }): GapRow => {
      const product = products.get(sheet.line.product)
      return {
        sheet,
        gtin: row.cells[columns.gtin ?? -1] || undefined,
        problems,
        needs: product ? { batch: product.tracking !== 'none', date: product.dates === 'required' } : null,
        today: dayIn(warehouses.get(sheet.warehouse)?.timeZone ?? 'UTC', db.act.at),
      }
    }),
  )
  return read.map(({ sheet: { line } }, at) => ({ gaps: gaps[at] ?? [], ...sizeOf(line) }))
}

function sizeOf({ quantity, unitCost, currency }: StockRow['line']): Omit<Assessed, 'gaps'> {
  const units = Number.isSafeInteger(quantity) ? quantity : null
  const worth = units === null || unitCost === undefined || currency === undefined ? null : units * unitCost
  return Number.isSafeInteger(worth)
    ? { units, worth, currency: currency ?? null }
    : { units, worth: null, currency: null }
}
