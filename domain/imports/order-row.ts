/**
 * domain/imports/order-row.ts — a row of a sheet of open orders: a line of an order, and what it says of the order as a whole.
 */
import type { CalendarDate } from '../calendar-date.ts'
import { quantityMax } from '../ledger.ts'
import { type CellProblem, type Cells, cellsOf, type Reading } from './read-cells.ts'
import { country, given, refuseLong, written } from './row-fields.ts'

/** What is of the whole order, by the names of the columns. */
export type OrderHead = Readonly<{
  customer?: string // code, e-mail or name
  channel?: string
  warehouse?: string
  ordered_on?: CalendarDate
  deliver_on?: CalendarDate
  ship_to?: string
  country?: string
  postal_code?: string
  service?: string
  priority?: number
  note?: string
}>
export type OrderLine = Readonly<{
  product: string
  quantity: number
  pack?: string
  shortage?: 'part' | 'whole'
  lifeDaysMin?: number
}>
export type OrderRow = Readonly<{ order: string; head: OrderHead; line: OrderLine }>

const lengths = {
  order: 80,
  sku: 200,
  pack: 80,
  customer: 254,
  channel: 40,
  warehouse: 200,
  ship_to: 1000,
  postal_code: 20,
  service: 200,
  note: 1000,
}

/** Law: where nothing is complained of, the rows of an order make one that is well formed. */
export function readOrderRow(
  cells: readonly string[],
  reading: Reading,
): Readonly<{ item: OrderRow; problems: CellProblem[] }> {
  const problems: CellProblem[] = []
  const read = cellsOf({ cells, ...reading, problems })
  const item = { order: read.needed('order'), head: headIn(read), line: lineIn(read) }
  refuseLong(read, lengths)
  return { item, problems }
}

const headIn = (read: Cells): OrderHead =>
  given({
    customer: read.text('customer'),
    channel: read.text('channel'),
    warehouse: read.text('warehouse'),
    ordered_on: read.day('ordered_on'),
    deliver_on: read.day('deliver_on'),
    ship_to: read.text('ship_to'),
    country: written(read, 'country', country),
    postal_code: read.text('postal_code'),
    service: read.text('service'),
    priority: read.whole('priority', { least: 0, most: 100 }),
    note: read.text('note'),
  })

function lineIn(read: Cells): OrderLine {
  const product = read.needed('sku')
  if (read.text('quantity') === undefined) read.complain('quantity', 'is missing')
  return given({
    product,
    quantity: read.whole('quantity', { least: 1, most: quantityMax }) ?? 0,
    pack: read.text('pack'),
    shortage: read.choice('shortage', ['part', 'whole']),
    lifeDaysMin: read.whole('delivery_life_min', { least: 0, most: 36_500 }),
  }) as OrderLine
}

/** Rows of one order are judged and written together. */
export const orderRowKey = (cells: readonly string[], { columns, fixed }: Reading): string =>
  (cells[columns.order ?? -1] || fixed.order || '').slice(0, 200)

export type OrderPart = Readonly<{ lineNo: number; head: OrderHead }>

/** What the rows of one order say of it together: an empty cell says nothing, and one that differs from an earlier row is complained of. */
export function headOf(rows: readonly OrderPart[]): { head: OrderHead; problems: Map<number, CellProblem[]> } {
  const first = new Map<string, Readonly<{ lineNo: number; value: string | number }>>()
  const problems = new Map<number, CellProblem[]>()
  for (const { lineNo, head } of rows) {
    const differing = Object.entries(head).flatMap(([column, value]): CellProblem[] => {
      const before = first.get(column)
      if (!before) first.set(column, { lineNo, value })
      if (!before || before.value === value) return []
      return [
        { column, message: `is "${value}", and line ${before.lineNo}, of the same order, says "${before.value}"` },
      ]
    })
    if (differing.length > 0) problems.set(lineNo, differing)
  }
  return { head: Object.fromEntries([...first].map(([column, { value }]) => [column, value])), problems }
}
