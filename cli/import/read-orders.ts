/**
 * cli/import/read-orders.ts — the shop's file, row by row, each classified.
 */
import { type Classified, classify } from './classify.ts'
import { columnsOf, readRows } from './read-rows.ts'

const header = {
  invoice: ['InvoiceNo', 'Invoice'],
  code: ['StockCode'],
  description: ['Description'],
  quantity: ['Quantity'],
  date: ['InvoiceDate'],
  price: ['UnitPrice', 'Price'],
  customer: ['CustomerID', 'Customer ID'],
  country: ['Country'],
} as const

/** With `linesMax`, ends after the invoice in which that line stands, so that no order is cut in half. */
export async function* readOrders(path: string, linesMax: number): AsyncGenerator<Classified> {
  let columns: Record<keyof typeof header, number> | null = null
  let count = 0
  let width = 0
  let last = ''
  for await (const { lineNo, cells } of readRows(path)) {
    if (!columns) {
      columns = columnsOf(cells, header)
      width = cells.length
      continue
    }
    const at = columns
    const cell = (name: keyof typeof header) => cells[at[name]] ?? ''
    if (count >= linesMax && cell('invoice') !== last) return
    count += 1
    last = cell('invoice')
    if (cells.length !== width) {
      const reason = `has ${cells.length} cells, the header has ${width}`
      yield { kind: 'bad', lineNo, invoice: cell('invoice'), code: cell('code'), reason }
      continue
    }
    const { invoice, code, description, quantity, date, price, customer, country } = at
    const texts = [invoice, code, description, quantity, date, price, customer, country].map(
      (index) => cells[index] ?? '',
    )
    yield classify(rowOf(lineNo, texts))
  }
}

function rowOf(lineNo: number, texts: readonly string[]) {
  const [invoice = '', code = '', description = '', quantity = '', date = '', price = '', customer = '', country = ''] =
    texts
  return { lineNo, invoice, code, description, quantity, date, price, customer, country }
}
