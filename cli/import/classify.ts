/**
 * cli/import/classify.ts — what one row of the shop's file is: a line of an order, of a return, a stock adjustment, something
 * that is no goods at all, or a row that nobody can use. Every row is exactly one of these.
 */
import { isCalendarDate } from '../../domain/calendar-date.ts'

/** As the file has it, by the names of its header. */
export type Row = Readonly<{
  lineNo: number
  invoice: string
  code: string
  description: string
  quantity: string
  date: string
  price: string
  customer: string
  country: string
}>

export type Line = Readonly<{
  lineNo: number
  invoice: string
  sku: string
  description: string
  quantity: number // always positive; the kind says which way the goods go
  at: string // local time of the shop, `2010-12-01T08:26:00`
  priceMinor: number
  customer: string | null
  country: string
}>

export type Classified =
  | Readonly<{ kind: 'order' | 'return' | 'adjustment'; line: Line }>
  | Readonly<{ kind: 'odd'; lineNo: number; invoice: string; code: string; what: string }>
  | Readonly<{ kind: 'bad'; lineNo: number; invoice: string; code: string; reason: string }>

/** Codes that stand for money or paper, not for goods in a warehouse. */
const oddCodes: Readonly<Record<string, string>> = {
  POST: 'postage',
  DOT: 'postage',
  C2: 'carriage',
  C3: 'carriage',
  M: 'manual entry',
  D: 'discount',
  S: 'samples',
  B: 'bad debt',
  'BANK CHARGES': 'bank charges',
  AMAZONFEE: 'marketplace fee',
  CRUK: 'charity commission',
  ADJUST: 'accounting adjustment',
  ADJUST2: 'accounting adjustment',
}

function oddKind(code: string): string | null {
  const upper = code.toUpperCase()
  return upper.startsWith('GIFT_') ? 'gift voucher' : (oddCodes[upper] ?? null)
}

export function classify(row: Row): Classified {
  const { lineNo, invoice, code } = row
  const bad = (reason: string): Classified => ({ kind: 'bad', lineNo, invoice, code, reason })
  if (invoice === '') return bad('has no invoice number')
  if (code === '') return bad('has no stock code')
  const what = oddKind(code)
  if (what !== null) return { kind: 'odd', lineNo, invoice, code: code.toUpperCase(), what }
  const problem = wrongField(row)
  if (problem !== null) return bad(problem)
  const quantity = Number(row.quantity)
  const line: Line = {
    lineNo,
    invoice,
    sku: code.toUpperCase(),
    description: row.description.replaceAll(/\s+/g, ' ').trim(),
    quantity: Math.abs(quantity),
    at: row.date.replace(' ', 'T').padEnd(19, ':00'),
    priceMinor: Math.round(Number(row.price) * 100),
    customer: row.customer === '' ? null : row.customer.replace(/\.0$/, ''),
    country: row.country,
  }
  if (/^C\d/i.test(invoice))
    return quantity < 0 ? { kind: 'return', line } : bad('is on a cancelled invoice but takes nothing back')
  if (quantity > 0) return { kind: 'order', line }
  return line.customer === null
    ? { kind: 'adjustment', line }
    : bad('takes goods back from a customer, but its invoice is not a cancelled one (C…)')
}

const dateForm = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}):(\d{2})(:\d{2})?$/

function wrongField({ invoice, code, quantity, date, price }: Row): string | null {
  if (invoice.length > 80) return 'has an invoice number of more than 80 characters'
  if (code.length > 60) return 'has a stock code of more than 60 characters'
  if (!/^-?\d{1,12}$/.test(quantity)) return `has a quantity that is no whole number: "${quantity}"`
  if (Number(quantity) === 0) return 'has a quantity of 0'
  const [, day, hours, minutes] = dateForm.exec(date) ?? []
  if (day === undefined || !isCalendarDate(day) || Number(hours) > 23 || Number(minutes) > 59)
    return `has a date that is not as 2010-12-01 08:26:00: "${date}"`
  if (!/^\d{1,10}(\.\d+)?$/.test(price)) return `has a price that is no amount: "${price}"`
  return null
}
