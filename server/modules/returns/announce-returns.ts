import { quantityMax } from '#domain/ledger.ts'
import type { Instant } from '#platform/clock.ts'
import type { Origin, Tx } from '#platform/db.ts'
import type { Asked } from '#platform/http/index.ts'
import { newId } from '#platform/id.ts'
import { naming, onlyName } from '#platform/naming.ts'
import { nextNumbers } from '#platform/numbers.ts'
import { Refusal } from '#platform/refusal.ts'
import { auditMany } from '../access/index.ts'
import { resolveCustomers, resolveProducts } from '../catalog/index.ts'
import { type OrderRow, ordersByRef } from '../orders/index.ts'
import { kitsReturned, type PartsOf } from './kits-returned.ts'
import { insertReturnLines, insertReturns, type ReturnKind, type ReturnLineRow, type ReturnRow } from './store.ts'

export type ReturnInput = Readonly<{
  id?: string
  /** One is given where none is said. */
  number?: string
  kind?: ReturnKind
  customer?: string
  orderNumber?: string
  announcedAt?: Instant
  note?: string
  lines: readonly Readonly<{ product: string; quantity: number }>[]
}>
export type AnnouncedReturn = Readonly<{ id: string; number: string }>
type Planned = Readonly<{
  row: ReturnRow
  lines: readonly ReturnLineRow[]
  kits: readonly Readonly<{ sku: string; quantity: number }>[]
  origin: Origin
}>

/** Of one return and of one transaction, parts of kits counted. */
const linesMax = 5000

/**
 * Each whole or not at all; a kit comes back as all its parts. Refuses `not_found`, and `invalid_input` naming every wrong line, a customer whom the order is not
 * for, and of what nobody announced an order that is not here.
 */
export async function announceReturns(
  tx: Tx,
  asks: readonly Asked<ReturnInput>[],
  as: 'announced' | 'unannounced' = 'announced',
): Promise<(AnnouncedReturn | Refusal)[]> {
  const bodies = asks.map(({ body }) => body)
  const [products, customers, orderOf] = await Promise.all([
    resolveProducts(
      tx,
      bodies.flatMap(({ lines }) => lines.map(({ product }) => product)),
    ),
    resolveCustomers(
      tx,
      bodies.flatMap(({ customer }) => customer ?? []),
    ),
    ordersNamed(tx, bodies),
  ])
  const partsOf = await kitsReturned(tx, bodies, products)
  const known = { products, customers, orderOf, partsOf, unannounced: as === 'unannounced' }
  const planned = await numbered(
    tx,
    asks.map((ask) => plan(tx, ask, known)),
  )
  const good = planned.filter((one): one is Planned => !(one instanceof Refusal))
  const lines = good.flatMap((one) => one.lines)
  // What a kit holds nobody knew when the asks were gathered: too many together are tried again in halves.
  if (good.length > 1 && lines.length > linesMax)
    throw new Error(`${lines.length} lines are too many for one transaction`)
  const rows = good.map(({ row }) => row)
  await naming({ kind: 'return', name: onlyName(rows.map(({ number }) => number)) }, insertReturns(tx, rows))
  await insertReturnLines(tx, lines)
  auditMany(
    tx,
    good.map(({ row, kits, origin }) => ({
      action: 'return.announce',
      subjectKind: 'return',
      subjectId: row.id,
      origin,
      after: { number: row.number, orderNumber: row.orderNumber, ...(kits.length > 0 ? { kits } : {}) },
    })),
  )
  return planned.map((one) => (one instanceof Refusal ? one : { id: one.row.id, number: one.row.number }))
}

type OrderOf = (named: string | undefined) => OrderRow | undefined

/** By number or id: what comes back for an order counts as that order's, however it was named. */
async function ordersNamed(tx: Tx, bodies: readonly ReturnInput[]): Promise<OrderOf> {
  const named = [...new Set(bodies.flatMap(({ orderNumber }) => orderNumber ?? []))]
  const orders = named.length > 0 ? await ordersByRef(tx, named) : []
  const of = new Map(orders.flatMap((order) => [[order.id, order] as const, [order.number, order] as const]))
  return (one) => of.get(one ?? '')
}

/** Whoever says no number gets the next one. The counter is the last lock that is taken. */
async function numbered(tx: Tx, planned: readonly (Planned | Refusal)[]): Promise<(Planned | Refusal)[]> {
  const rows = planned.flatMap((one) => (one instanceof Refusal ? [] : [one.row]))
  const without = rows.filter(({ number }) => number === '')
  const given = rows.map(({ number }) => number)
  const numbers = await nextNumbers(tx, 'RMA', without.length, given)
  const numberOf = new Map(without.map(({ id }, at) => [id, numbers[at] ?? '']))
  return planned.map((one) => {
    if (one instanceof Refusal) return one
    return { ...one, row: { ...one.row, number: numberOf.get(one.row.id) ?? one.row.number } }
  })
}

type Known = Readonly<{
  products: Awaited<ReturnType<typeof resolveProducts>>
  customers: Awaited<ReturnType<typeof resolveCustomers>>
  orderOf: OrderOf
  partsOf: PartsOf
  unannounced: boolean
}>

function plan(tx: Tx, { body, origin }: Asked<ReturnInput>, known: Known): Planned | Refusal {
  const customer = body.customer === undefined ? null : known.customers.get(body.customer)
  if (customer === undefined) return new Refusal('not_found', { kind: 'customer', id: body.customer ?? '' })
  const order = known.orderOf(body.orderNumber)
  const { asked, problems: wrong } = partsAsked(body, known)
  const misread = known.unannounced && body.orderNumber !== undefined && !order
  const ofAnother = customer !== null && order !== undefined && order.customerId !== customer.id
  const problems = [
    ...(misread ? [noOrder(body.orderNumber)] : []),
    ...(ofAnother
      ? [{ at: 'customer', message: `is not the customer of order ${order.number}: leave one of them out` }]
      : []),
    ...wrong,
  ]
  if (problems.length > 0) return new Refusal('invalid_input', { problems })
  const row: ReturnRow = {
    id: body.id ?? newId(),
    number: body.number ?? '',
    kind: body.kind ?? 'customer_return',
    unannounced: known.unannounced,
    customerId: customer?.id ?? null,
    orderNumber: order?.number ?? body.orderNumber ?? null,
    announcedAt: body.announcedAt ?? tx.act.at,
    note: body.note ?? null,
  }
  const lines = asked.flatMap(({ parts }) => parts)
  return {
    row,
    lines: lines.map((part, index) => ({ id: newId(), returnId: row.id, lineNo: index + 1, ...part })),
    kits: asked.flatMap(({ kit }) => kit ?? []),
    origin,
  }
}

/** A shop may announce what it sold before us; of what stands here, somebody reads a number, and may misread it. */
const noOrder = (named = '') => ({
  at: 'orderNumber',
  message: `there is no order "${named}": read it again, or leave it out and say the customer`,
})

type Line = ReturnInput['lines'][number]
type Part = Pick<ReturnLineRow, 'productId' | 'quantity'>
type LineAsked = Readonly<{ parts: readonly Part[]; kit: { sku: string; quantity: number } | null }>

/** What each line asks for of what lies in stock, or every wrong line with what would be right. */
function partsAsked({ lines, orderNumber }: ReturnInput, known: Known) {
  const judged = lines.map((line) => lineAsked(line, orderNumber, known))
  const asked = judged.flatMap((one) => ('parts' in one ? one : []))
  const problems = judged.flatMap((one, index) =>
    'parts' in one ? [] : [{ at: `lines[${index}].${one.field}`, message: one.message }],
  )
  const count = asked.reduce((sum, { parts }) => sum + parts.length, 0)
  const many = {
    at: 'lines',
    message: `come to ${count} lines, parts of kits counted; at most ${linesMax} go together`,
  }
  return { asked, problems: count > linesMax ? [...problems, many] : problems }
}

function lineAsked(
  { product, quantity }: Line,
  orderNumber: string | undefined,
  { products, partsOf }: Known,
): LineAsked | Readonly<{ field: keyof Line; message: string }> {
  const found = products.get(product)
  if (!found) return { field: 'product', message: `there is no product "${product}"` }
  const kit = partsOf(orderNumber, found)
  if (!kit) return { parts: [{ productId: found.id, quantity }], kit: null }
  if (kit.length === 0) return { field: 'product', message: `${found.sku} holds nothing: announce what came back` }
  const parts = kit.map((part) => ({ productId: part.productId, quantity: part.quantity * quantity }))
  return parts.some((part) => part.quantity > quantityMax)
    ? { field: 'quantity', message: 'the quantity is too large' }
    : { parts, kit: { sku: found.sku, quantity } }
}
