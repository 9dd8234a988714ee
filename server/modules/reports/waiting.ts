/**
 * server/modules/reports/waiting.ts — what waits for stock, product by product, and why: what stands against each batch at
 * this moment.
 */
import { explainPassedOver, type PassedOver } from '#domain/allocation/planner.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import { groupBy } from '#domain/group-by.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import {
  Choice,
  Count,
  Day,
  Exactly,
  type House,
  Id,
  Instant as InstantShape,
  Nullable,
  read,
  Type,
} from '#platform/http/index.ts'
import { whyWaiting } from '../allocation/index.ts'
import { demandsById, inTurn } from '../stock/index.ts'

/** Of the head of the queue; more are counted, not explained. */
const linesMax = 5000
const productsMax = 200
const ordersShown = 5
const reasonsShown = 8

export const waitingReasons = [
  'no_stock',
  'held',
  'place',
  'expired',
  'too_short',
  'undated',
  'turn',
  'older',
  'not_approved',
  'barred',
  'not_chosen',
  'batches',
  'pack',
  'pool',
] as const
type Reason = (typeof waitingReasons)[number]

const Waiting = Type.Object({
  lines: Count(),
  quantity: Count(),
  products: Type.Array(
    Type.Object({
      productId: Id(),
      sku: Type.String(),
      productName: Type.String(),
      lines: Count(),
      orders: Count(),
      quantity: Count(),
      since: InstantShape(),
      expected: Nullable(Type.Object({ quantity: Count(), on: Nullable(Day()) })),
      reasons: Type.Array(
        Type.Object({
          kind: Choice(waitingReasons),
          lines: Count(),
          quantity: Type.Integer({ description: 'Units that these lines wait for' }),
          says: Type.Array(Type.String(), {
            description: 'What stands against each batch, for the first line that it stands against',
          }),
        }),
      ),
      first: Type.Array(
        Type.Object({
          orderId: Id(),
          orderNumber: Type.String(),
          customerName: Nullable(Type.String()),
          channel: Type.String(),
          waiting: Count(),
          priority: Type.Integer(),
          askedAt: InstantShape(),
          deliverOn: Nullable(Day()),
        }),
        { description: 'Whose turn comes first: by priority, the day promised (else the day it was asked), and age' },
      ),
    }),
    { description: 'Those for which most lines wait, first' },
  ),
})

export function waitingRoute(house: House): void {
  read(
    house,
    {
      url: '/v1/waiting',
      needs: 'look',
      tells: 'What waits for stock, product by product, since when, and why',
      tag: 'reports',
      query: Exactly({}),
      answer: Waiting,
    },
    (db) => waiting(db),
  )
}

type Line = {
  id: string
  productId: string
  sku: string
  productName: string
  orderId: string
  orderNumber: string
  customerName: string | null
  channel: string
  waiting: number
  priority: number
  askedAt: Instant
  deliverOn: CalendarDate | null
}

/** In their turn. */
const waitingLines = (db: Db) => db<Line[]>`
  select d.id, d.product_id, p.sku, p.name as product_name, d.document_id as order_id, o.number as order_number, c.name as customer_name, o.channel,
    d.quantity - d.reserved - d.shipped as waiting, d.priority, d.asked_at, d.deliver_on
  from stock.demand d
  join catalog.product p on p.account_id = d.account_id and p.id = d.product_id
  join orders.sales_order o on o.account_id = d.account_id and o.id = d.document_id
  left join catalog.customer c on c.account_id = o.account_id and c.id = o.customer_id
  where d.account_id = ${db.act.accountId} and d.reserved + d.shipped < d.quantity
  order by ${inTurn(db)} limit ${linesMax}`

async function totals(db: Db): Promise<{ lines: number; quantity: number }> {
  const [row] = await db<{ lines: number; quantity: number }[]>`
    select count(*) as lines, coalesce(sum(quantity - reserved - shipped), 0)::bigint as quantity from stock.demand
    where account_id = ${db.act.accountId} and kind = 'order' and reserved + shipped < quantity`
  return row ?? { lines: 0, quantity: 0 }
}

type Expected = { productId: string; quantity: number; on: CalendarDate | null }

/** What is announced and has not come, by the first day of it. */
const expectedOf = (db: Db, productIds: readonly string[]) => db<Expected[]>`
  with announced as (
    select i.id as inbound_id, i.expected_on, l.product_id, sum(l.quantity) as quantity
    from receiving.inbound_line l
    join receiving.inbound i on i.account_id = l.account_id and i.id = l.inbound_id
    where l.account_id = ${db.act.accountId} and l.product_id = any(${productIds as string[]}::uuid[]) and i.closed_at is null
    group by i.id, i.expected_on, l.product_id),
  came as (
    select r.inbound_id, l.product_id, sum(l.quantity) as quantity
    from receiving.receipt r
    join receiving.receipt_line l on l.account_id = r.account_id and l.receipt_id = r.id
    where r.account_id = ${db.act.accountId} and r.inbound_id in (select inbound_id from announced)
    group by r.inbound_id, l.product_id)
  select a.product_id, sum(a.quantity - coalesce(c.quantity, 0))::bigint as quantity, min(a.expected_on) as on
  from announced a left join came c on c.inbound_id = a.inbound_id and c.product_id = a.product_id
  where a.quantity > coalesce(c.quantity, 0)
  group by a.product_id`

async function waiting(db: Db) {
  const [sums, lines] = await Promise.all([totals(db), waitingLines(db)])
  const most = [...groupBy(lines, ({ productId }) => productId)]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, productsMax)
  const ids = most.map(([productId]) => productId)
  const shown = most.flatMap(([, group]) => group.map(({ id }) => id))
  const turnOf = new Map(shown.map((id, turn) => [id, turn]))
  const demands = await demandsById(db, shown)
  const [passedOver, expected] = await Promise.all([
    whyWaiting(
      db,
      demands.sort((x, y) => (turnOf.get(x.id) ?? 0) - (turnOf.get(y.id) ?? 0)),
    ),
    expectedOf(db, ids),
  ])
  const expectedFor = new Map(expected.map(({ productId, ...one }) => [productId, one]))
  return {
    ...sums,
    products: most.map(([productId, group]) => ({
      productId,
      ...aboutProduct(group),
      expected: expectedFor.get(productId) ?? null,
      reasons: reasonsOf(group.map((line) => ({ line, passedOver: passedOver.get(line.id) ?? [] }))),
    })),
  }
}

const units = (lines: readonly Line[]) => lines.reduce((sum, line) => sum + line.waiting, 0)

function aboutProduct(lines: readonly Line[]) {
  const [first] = lines
  return {
    sku: first?.sku ?? '',
    productName: first?.productName ?? '',
    lines: lines.length,
    orders: new Set(lines.map(({ orderId }) => orderId)).size,
    quantity: units(lines),
    since: lines.map(({ askedAt }) => askedAt).reduce((a, b) => (a < b ? a : b)),
    first: lines.slice(0, ordersShown).map(({ id: _, productId: __, sku: ___, productName: ____, ...line }) => line),
  }
}

type Judged = Readonly<{ line: Line; passedOver: readonly PassedOver[] }>

/** A line may wait for several reasons; one for which no batch was passed over waits because there is none. */
function reasonsOf(judged: readonly Judged[]) {
  const rows = judged.flatMap(({ line, passedOver }): { kind: Reason; line: Line; over: PassedOver | null }[] =>
    passedOver.length === 0
      ? [{ kind: 'no_stock', line, over: null }]
      : passedOver.map((over) => ({ kind: over.reason.kind, line, over })),
  )
  return [...groupBy(rows, ({ kind }) => kind)]
    .map(([kind, some]) => {
      const lines = [...new Set(some.map(({ line }) => line))]
      const says = saysOf(some.flatMap(({ over }) => over ?? []))
      return { kind, lines: lines.length, quantity: units(lines), says: says.slice(0, reasonsShown) }
    })
    .sort((a, b) => b.lines - a.lines)
}

/** One sentence a batch, and a hold of it, with what lies of it at all places; as it is for the first line concerned. */
function saysOf(rows: readonly PassedOver[]): string[] {
  const byPlace = [...groupBy(rows, ({ batchId, placeId }) => `${batchId} ${placeId}`).values()].flatMap(
    ([first]) => first ?? [],
  )
  const keyOf = ({ batchId, reason }: PassedOver) => `${batchId} ${reason.kind === 'held' ? reason.hold : ''}`
  return [...groupBy(byPlace, keyOf).values()].flatMap(([first, ...others]) => {
    const quantity = others.reduce((sum, one) => sum + one.quantity, first?.quantity ?? 0)
    return first ? [explainPassedOver({ ...first, quantity })] : []
  })
}
