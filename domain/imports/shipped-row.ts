/**
 * domain/imports/shipped-row.ts — a row of a sheet of past shipments: what left on which day, for whom, of which batch.
 */
import { normaliseBatchCode } from '../batch-code.ts'
import type { CalendarDate } from '../calendar-date.ts'
import { quantityMax } from '../ledger.ts'
import { governingExpiry } from '../shelf-life.ts'
import { type CellProblem, type Cells, cellsOf, type Reading } from './read-cells.ts'
import { country, given, refuseLong, written } from './row-fields.ts'
import { costIn } from './stock-row.ts'

export type ShippedRow = Readonly<{
  product: string
  on: CalendarDate
  quantity: number // base units
  batch?: string
  expiresOn?: CalendarDate // its last day, whatever it is called
  producedOn?: CalendarDate
  customer?: string // code, e-mail or name
  channel?: string
  market?: string
  lifeDaysMin?: number
  cameIn?: number // base units, of the whole batch
  unitCost?: number // minor units
  currency?: string
}>

/** Law: where nothing is complained of, the row can be judged. */
export function readShippedRow(
  cells: readonly string[],
  reading: Reading,
): Readonly<{ item: ShippedRow; problems: CellProblem[] }> {
  const problems: CellProblem[] = []
  const read = cellsOf({ cells, ...reading, problems })
  const batch = read.text('batch')
  for (const name of ['shipped_on', 'quantity']) if (read.text(name) === undefined) read.complain(name, 'is missing')
  const item = given({
    product: read.needed('sku'),
    on: read.day('shipped_on') ?? '',
    quantity: read.whole('quantity', { least: 1, most: quantityMax }) ?? 0,
    batch: batch === undefined ? undefined : normaliseBatchCode(batch).code,
    expiresOn: lastDayIn(read),
    producedOn: read.day('produced_on'),
    customer: read.text('customer'),
    channel: read.text('channel'),
    market: written(read, 'country', country),
    lifeDaysMin: read.whole('delivery_life_min', { least: 0, most: 36_500 }),
    cameIn: read.whole('came_in', { least: 0, most: quantityMax }),
    ...costIn(read),
  }) as ShippedRow
  refuseLong(read, { sku: 200, batch: 400, customer: 254, channel: 40 })
  return { item, problems }
}

function lastDayIn(read: Cells): CalendarDate | undefined {
  const stated = [
    { kind: 'use_by', on: read.day('use_by') },
    { kind: 'best_before', on: read.day('best_before') },
    { kind: 'expiry', on: read.day('expires_on') },
  ] as const
  return governingExpiry(stated.flatMap(({ kind, on }) => (on === undefined ? [] : [{ kind, on }]))) ?? undefined
}

/** Shipments of one product are judged together. */
export const shippedRowKey = (cells: readonly string[], { columns, fixed }: Reading): string =>
  (cells[columns.sku ?? -1] || fixed.sku || '').slice(0, 200)
