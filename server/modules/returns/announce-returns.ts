import type { Instant } from '#platform/clock.ts'
import type { Origin, Tx } from '#platform/db.ts'
import type { Asked } from '#platform/http/index.ts'
import { newId } from '#platform/id.ts'
import { naming, onlyName } from '#platform/naming.ts'
import { Refusal } from '#platform/refusal.ts'
import { auditMany } from '../access/index.ts'
import { notStocked, resolveCustomers, resolveProducts } from '../catalog/index.ts'
import { insertReturnLines, insertReturns, type ReturnLineRow, type ReturnRow } from './store.ts'

export type ReturnInput = Readonly<{
  id?: string
  number: string
  customer?: string
  orderNumber?: string
  announcedAt?: Instant
  note?: string
  lines: readonly Readonly<{ product: string; quantity: number }>[]
}>
export type AnnouncedReturn = Readonly<{ id: string; number: string }>
type Planned = Readonly<{ row: ReturnRow; lines: readonly ReturnLineRow[]; origin: Origin }>

/** Each whole or not at all. Refuses `not_found`, and `invalid_input` naming every wrong line. */
export async function announceReturns(
  tx: Tx,
  asks: readonly Asked<ReturnInput>[],
): Promise<(AnnouncedReturn | Refusal)[]> {
  const bodies = asks.map(({ body }) => body)
  const [products, customers] = await Promise.all([
    resolveProducts(
      tx,
      bodies.flatMap(({ lines }) => lines.map(({ product }) => product)),
    ),
    resolveCustomers(
      tx,
      bodies.flatMap(({ customer }) => customer ?? []),
    ),
  ])
  const planned = asks.map((ask) => plan(tx, ask, { products, customers }))
  const good = planned.filter((one): one is Planned => !(one instanceof Refusal))
  const rows = good.map(({ row }) => row)
  await naming({ kind: 'return', name: onlyName(rows.map(({ number }) => number)) }, insertReturns(tx, rows))
  await insertReturnLines(
    tx,
    good.flatMap(({ lines }) => lines),
  )
  auditMany(
    tx,
    good.map(({ row, origin }) => ({
      action: 'return.announce',
      subjectKind: 'return',
      subjectId: row.id,
      origin,
      after: { number: row.number, orderNumber: row.orderNumber },
    })),
  )
  return planned.map((one) => (one instanceof Refusal ? one : { id: one.row.id, number: one.row.number }))
}

type Known = Readonly<{
  products: Awaited<ReturnType<typeof resolveProducts>>
  customers: Awaited<ReturnType<typeof resolveCustomers>>
}>

function plan(tx: Tx, { body, origin }: Asked<ReturnInput>, { products, customers }: Known): Planned | Refusal {
  const customer = body.customer === undefined ? null : customers.get(body.customer)
  if (customer === undefined) return new Refusal('not_found', { kind: 'customer', id: body.customer ?? '' })
  const missing = body.lines.flatMap(({ product }, index) => {
    const found = products.get(product)
    if (found && !found.isKit) return []
    const message = found ? notStocked(found, 'announce') : `there is no product "${product}"`
    return [{ at: `lines[${index}].product`, message }]
  })
  if (missing.length > 0) return new Refusal('invalid_input', { problems: missing })
  const row: ReturnRow = {
    id: body.id ?? newId(),
    number: body.number,
    customerId: customer?.id ?? null,
    orderNumber: body.orderNumber ?? null,
    announcedAt: body.announcedAt ?? tx.act.at,
    note: body.note ?? null,
  }
  const lines = body.lines.map(({ product, quantity }, index) => ({
    id: newId(),
    returnId: row.id,
    lineNo: index + 1,
    productId: products.get(product)?.id ?? '',
    quantity,
  }))
  return { row, lines, origin }
}
