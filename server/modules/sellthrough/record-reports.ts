/**
 * server/modules/sellthrough/record-reports.ts — what customers who sell on say became of our goods with them.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { groupBy } from '#domain/group-by.ts'
import { type ReportKind, reckonSoldOn, type WithCustomer } from '#domain/sold-on.ts'
import { dayIn } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { auditMany } from '../access/index.ts'
import { type CustomerRow, lockProducts, type ProductRow, resolveCustomers, resolveProducts } from '../catalog/index.ts'
import { insertReports, type ReportRow, reportsOfIds } from './store.ts'
import { withCustomers } from './with-customers.ts'

export type NewReport = Readonly<{
  id?: string
  customer: string
  product: string
  kind: ReportKind
  quantity: number
  on: CalendarDate
  document?: string
  note?: string
}>
export type Recorded = Readonly<{ id: string; repeated: boolean }>
type Fresh = Readonly<{ at: number; row: ReportRow; customer: CustomerRow; product: ProductRow }>

/**
 * All or none, in any order. What is here already under the same id and says the same is not written again. Refuses `invalid_input` naming every wrong line, and
 * `sold_on_beyond` or `brought_back_beyond` for the first that cannot be.
 */
export async function recordReports(tx: Tx, asks: readonly NewReport[]): Promise<Recorded[]> {
  const planned = await plannedReports(tx, asks)
  await lockProducts(
    tx,
    planned.map(({ row }) => row.productId),
  )
  const here = await recordedBefore(tx, planned)
  const fresh = planned.filter(({ row }) => !here.has(row.id))
  await refuseImpossible(tx, fresh)
  await insertReports(
    tx,
    fresh.map(({ row }) => row),
  )
  tell(tx, fresh)
  return planned.map(({ row: { id } }) => ({ id, repeated: here.has(id) }))
}

async function plannedReports(tx: Tx, asks: readonly NewReport[]): Promise<Fresh[]> {
  const [customers, products] = await Promise.all([
    resolveCustomers(
      tx,
      asks.map(({ customer }) => customer),
    ),
    resolveProducts(
      tx,
      asks.map(({ product }) => product),
    ),
  ])
  const seen = new Set<string>()
  const judged = asks.map((ask, at) => {
    const problem = (field: keyof NewReport, message: string) => ({ at: `reports[${at}].${field}`, message })
    const [customer, product] = [customers.get(ask.customer), products.get(ask.product)]
    const repeated = ask.id !== undefined && seen.has(ask.id)
    if (ask.id !== undefined) seen.add(ask.id)
    const problems = [
      ...(customer ? [] : [problem('customer', `there is no customer "${ask.customer}"`)]),
      ...(product ? [] : [problem('product', `there is no product "${ask.product}"`)]),
      ...(product?.isKit
        ? [problem('product', `${product.sku} is a kit: report the parts that were sold with it`)]
        : []),
      ...(ask.on > latestDay(tx) ? [problem('on', 'must not be a day that has not come yet')] : []),
      ...(repeated ? [problem('id', 'is that of another line')] : []),
    ]
    return customer && product && problems.length === 0
      ? { fresh: freshOf(ask, at, { customer, product }) }
      : { problems }
  })
  const problems = judged.flatMap((one) => one.problems ?? [])
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  return judged.flatMap((one) => one.fresh ?? [])
}

/** Wherever the customer is. */
const latestDay = (tx: Tx) => dayIn('Pacific/Kiritimati', tx.act.at)

function freshOf(ask: NewReport, at: number, named: Pick<Fresh, 'customer' | 'product'>): Fresh {
  const { id = newId(), kind, quantity, on, document = null, note = null } = ask
  const row = { id, customerId: named.customer.id, productId: named.product.id, kind, quantity, on, document, note }
  return { at, row, ...named }
}

/** Refuses an id under which something else is told. */
async function recordedBefore(tx: Tx, planned: readonly Fresh[]): Promise<ReadonlySet<string>> {
  const found = await reportsOfIds(
    tx,
    planned.map(({ row }) => row.id),
  )
  const asked = new Map(planned.map((one) => [one.row.id, one]))
  const factsOf = ({ id, customerId, productId, kind, quantity, on, document, note }: ReportRow) =>
    JSON.stringify([id, customerId, productId, kind, quantity, on, document, note])
  const problems = found.flatMap((row) => {
    const one = asked.get(row.id)
    return one && factsOf(one.row) !== factsOf(row)
      ? [
          {
            at: `reports[${one.at}].id`,
            message: 'is that of a report which says something else: it can only be withdrawn',
          },
        ]
      : []
  })
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  return new Set(found.map(({ id }) => id))
}

const kindOrder: Readonly<Record<ReportKind, number>> = { sold: 0, lost: 1, came_back: 2 }

async function refuseImpossible(tx: Tx, fresh: readonly Fresh[]): Promise<void> {
  const groups = [...groupBy(fresh, ({ row: { customerId, productId } }) => `${customerId} ${productId}`).values()]
  const pairs = groups.flatMap(([first]) => first?.row ?? [])
  const knownOf = await withCustomers(tx, pairs, null)
  for (const group of groups) {
    const [first] = group
    if (first) refuseBeyond(knownOf(first.row), group)
  }
}

function refuseBeyond(known: WithCustomer, group: readonly Fresh[]): void {
  const inTurn = group.toSorted(
    ({ row: a }, { row: b }) => a.on.localeCompare(b.on) || kindOrder[a.kind] - kindOrder[b.kind],
  )
  const first = firstThatCannotBe(known, inTurn)
  const impossible = inTurn[first]
  if (!impossible) return
  const { beyond, broughtBack } = reckoned(known, inTurn.slice(0, first + 1))
  const { at, customer, product } = impossible
  const named = { where: `line ${at + 1}`, customer: customer.name, sku: product.sku }
  if (beyond) throw new Refusal('sold_on_beyond', { ...named, ...beyond, most: Math.max(0, beyond.most) })
  if (broughtBack) throw new Refusal('brought_back_beyond', { ...named, ...broughtBack })
}

const reckoned = ({ reports, ...known }: WithCustomer, fresh: readonly Fresh[]) =>
  reckonSoldOn({ ...known, reports: [...reports, ...fresh.map(({ row }) => row)] })

/** The end where all can be. What can be with some cannot always be with more: the first of them is found by halves. */
function firstThatCannotBe(known: WithCustomer, inTurn: readonly Fresh[]): number {
  if (reckoned(known, inTurn).gap === 0) return inTurn.length
  let [can, cannot] = [-1, inTurn.length - 1]
  while (cannot - can > 1) {
    const middle = Math.floor((can + cannot) / 2)
    if (reckoned(known, inTurn.slice(0, middle + 1)).gap > 0) cannot = middle
    else can = middle
  }
  return cannot
}

function tell(tx: Tx, fresh: readonly Fresh[]): void {
  const groups = groupBy(fresh, ({ row: { customerId, productId, kind } }) => `${customerId} ${productId} ${kind}`)
  const entries = [...groups.values()].flatMap((group) => {
    const [first] = group
    const days = group.map(({ row: { on } }) => on).toSorted()
    const quantity = group.reduce((sum, { row }) => sum + row.quantity, 0)
    if (!first) return []
    const { customer, product, row } = first
    const after = {
      product: product.sku,
      kind: row.kind,
      quantity,
      reports: group.length,
      from: days[0],
      to: days.at(-1),
    }
    return [{ action: 'sell_through.report', subjectKind: 'sell_through', subjectId: customer.id, after }]
  })
  auditMany(tx, entries)
}
