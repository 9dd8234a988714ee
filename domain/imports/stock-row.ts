/**
 * domain/imports/stock-row.ts — a row of opening stock: its columns, and the receipt that it becomes.
 */
import { lookAlikeKey, normaliseBatchCode } from '../batch-code.ts'
import type { CalendarDate } from '../calendar-date.ts'
import { quantityMax } from '../ledger.ts'
import { readMoney } from './numbers.ts'
import { type CellProblem, cellsOf, type Reading } from './read-cells.ts'
import { country, given, refuseLong, written } from './row-fields.ts'

export type StockLine = Readonly<{
  product: string
  quantity: number // base units
  batch?: string
  expiresOn?: CalendarDate
  bestBefore?: CalendarDate
  useBy?: CalendarDate
  producedOn?: CalendarDate
  place?: string
  closedPackOf?: number // base units
  supplierLot?: string
  originCountry?: string
  unitCost?: number // minor units
  currency?: string
  condition?: 'good' | 'damaged'
  batchIs?: 'same' | 'different'
}>
export type StockRow = Readonly<{ warehouse: string; supplier: string | undefined; line: StockLine }>

/** Law: where nothing is complained of, the row is a receipt that is well formed; whether it may be received is for the stock to say. */
export function readStockRow(
  cells: readonly string[],
  reading: Reading,
): Readonly<{ row: StockRow; problems: CellProblem[] }> {
  const problems: CellProblem[] = []
  const read = cellsOf({ cells, ...reading, problems })
  const product = read.needed('sku')
  if (read.text('quantity') === undefined) read.complain('quantity', 'is missing')
  const quantity = read.whole('quantity', { least: 1, most: quantityMax }) ?? 0
  const closedPackOf = read.whole('boxes_of', { least: 2, most: 1_000_000 })
  if (closedPackOf && quantity % closedPackOf !== 0)
    read.complain('boxes_of', `is ${closedPackOf}, and ${quantity} are no whole boxes of that`)
  const cost = costIn(read)
  const line = given({
    product,
    quantity,
    batch: read.text('batch'),
    expiresOn: read.day('expires_on'),
    bestBefore: read.day('best_before'),
    useBy: read.day('use_by'),
    producedOn: read.day('produced_on'),
    place: read.text('place'),
    closedPackOf,
    supplierLot: read.text('supplier_lot'),
    originCountry: written(read, 'origin', country),
    ...cost,
    condition: read.choice('condition', ['good', 'damaged']),
    batchIs: read.choice('batch_is', ['same', 'different']),
  }) as StockLine
  refuseLong(read, { sku: 200, warehouse: 200, place: 200, supplier: 200, supplier_lot: 200, batch: 400 })
  return { row: { warehouse: read.needed('warehouse'), supplier: read.text('supplier'), line }, problems }
}

type Read = ReturnType<typeof cellsOf>

/** Of a unit: in minor units, or as an amount is written. */
export function costIn(read: Read): Readonly<{ unitCost?: number | undefined; currency?: string | undefined }> {
  const currency = written(read, 'currency', { form: /^[A-Z]{3}$/, as: 'three capital letters, as USD' })
  const amount = read.text('cost')
  if (amount !== undefined && read.text('unit_cost') === undefined) {
    const money = readMoney(amount, /^[A-Z]{3}$/.test(currency ?? '') ? currency : undefined)
    if ('amount' in money) return { unitCost: money.amount, currency: money.currency }
    read.complain('cost', money.problem)
    return {}
  }
  const unitCost = read.whole('unit_cost', { least: 0, most: 9_000_000_000_000 })
  // One currency that was said for all rows is none of a row without a cost.
  if (unitCost === undefined && read.isFixed('currency')) return {}
  if ((read.text('unit_cost') === undefined) !== (currency === undefined))
    read.complain(
      currency === undefined ? 'currency' : 'unit_cost',
      'is missing: a cost and its currency belong together',
    )
  return { unitCost, currency }
}

const keyMax = 200

/** Rows with the same key may be of one batch, or taken for it, and are judged together, in their order. */
export function stockRowKey(cells: readonly string[], { columns }: Pick<Reading, 'columns'>): string {
  const at = (name: string) => (cells[columns[name] ?? -1] ?? '').slice(0, keyMax)
  const batch = at('batch')
  return `${at('sku')} ${batch === '' ? '' : lookAlikeKey(normaliseBatchCode(batch).code)}`
}
