/**
 * cli/import/gather.ts — from lines to documents: orders and returns by invoice, adjustments line by line, the products
 * and customers they name, and how much of each product leaves.
 */

import type { Classified, Line } from './classify.ts'
import { countryCode } from './countries.ts'
import { productName } from './product-name.ts'

export type Invoice = Readonly<{ number: string; at: string; customer: string | null; lines: readonly Line[] }>
export type Adjustment = Readonly<{ number: string; line: Line }>
export type Customer = Readonly<{ code: string; country: string | null }>
type NamedProduct = Readonly<{ sku: string; name: string }>
export type Problem = Readonly<{
  lineNo: number
  invoice: string
  code: string
  kind: 'bad row' | 'refused'
  reason: string
}>
export type Odd = Readonly<{ lineNo: number; invoice: string; code: string; what: string }>

export type Gathered = Readonly<{
  linesIn: number
  orders: readonly Invoice[] // by time
  returns: readonly Invoice[]
  adjustments: readonly Adjustment[]
  products: readonly NamedProduct[]
  customers: readonly Customer[]
  leaving: ReadonlyMap<string, number> // SKU → units ordered and written off
  odd: readonly Odd[]
  bad: readonly Problem[]
  firstDay: string | null
  lastDay: string | null
}>

type Draft = { number: string; at: string; customer: string | null; lines: Line[] }

export async function gather(rows: AsyncIterable<Classified>): Promise<Gathered> {
  const drafts = { order: new Map<string, Draft>(), return: new Map<string, Draft>() }
  const adjustments: Adjustment[] = []
  const goods: Line[] = []
  const odd: Odd[] = []
  const bad: Problem[] = []
  let linesIn = 0
  for await (const row of rows) {
    linesIn += 1
    if (row.kind === 'odd') odd.push(row)
    else if (row.kind === 'bad') bad.push({ ...row, kind: 'bad row' })
    else if (row.kind === 'adjustment') {
      adjustments.push({ number: row.line.invoice, line: row.line })
      goods.push(row.line)
    } else {
      const problem = addLine(drafts[row.kind], row.line)
      goods.push(...(problem ? [] : [row.line]))
      bad.push(...(problem ? [problem] : []))
    }
  }
  const orders = byTime(drafts.order)
  const taken = [...orders.flatMap(({ lines }) => lines), ...adjustments.map(({ line }) => line)]
  const days = taken.map(({ at }) => at.slice(0, 10)).sort()
  return {
    linesIn,
    orders,
    returns: byTime(drafts.return),
    adjustments: numbered(adjustments),
    products: productsOf(goods),
    customers: customersOf(goods),
    leaving: unitsBySku(taken),
    odd,
    bad,
    firstDay: days[0] ?? null,
    lastDay: days.at(-1) ?? null,
  }
}

/** An invoice is of one customer; a line that names another cannot be part of it. */
function addLine(drafts: Map<string, Draft>, line: Line): Problem | null {
  const draft = drafts.get(line.invoice)
  if (!draft) {
    drafts.set(line.invoice, { number: line.invoice, at: line.at, customer: line.customer, lines: [line] })
    return null
  }
  if (draft.customer !== line.customer) {
    const { lineNo, invoice, sku: code } = line
    const who = (customer: string | null) => (customer === null ? 'no customer' : `customer ${customer}`)
    const reason = `names ${who(line.customer)}, but invoice ${invoice} began with ${who(draft.customer)}`
    return { lineNo, invoice, code, kind: 'bad row', reason }
  }
  draft.lines.push(line)
  if (line.at < draft.at) draft.at = line.at
  return null
}

const byTime = (drafts: Map<string, Draft>): Draft[] =>
  [...drafts.values()].sort((a, b) => order(a.at, b.at) || order(a.number, b.number))

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The invoice's number, and the line's place within it where it has several. */
function numbered(adjustments: readonly Adjustment[]): Adjustment[] {
  const seen = new Map<string, number>()
  return adjustments
    .map(({ line }) => {
      const nth = (seen.get(line.invoice) ?? 0) + 1
      seen.set(line.invoice, nth)
      return { number: nth === 1 ? line.invoice : `${line.invoice}/${nth}`, line }
    })
    .sort((a, b) => order(a.line.at, b.line.at))
}

function productsOf(lines: readonly Line[]): NamedProduct[] {
  const bySku = new Map<string, Line[]>()
  for (const line of lines) {
    const known = bySku.get(line.sku)
    if (known) known.push(line)
    else bySku.set(line.sku, [line])
  }
  return [...bySku].map(([sku, own]) => ({ sku, name: productName(sku, own) })).sort((a, b) => order(a.sku, b.sku))
}

function customersOf(lines: readonly Line[]): Customer[] {
  const found = new Map<string, Customer>()
  for (const { customer, country } of lines)
    if (customer !== null && !found.has(customer))
      found.set(customer, { code: customer, country: countryCode(country) })
  return [...found.values()].sort((a, b) => order(a.code, b.code))
}

function unitsBySku(lines: readonly Line[]): Map<string, number> {
  const units = new Map<string, number>()
  for (const { sku, quantity } of lines) units.set(sku, (units.get(sku) ?? 0) + quantity)
  return units
}
