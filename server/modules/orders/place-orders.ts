/**
 * server/modules/orders/place-orders.ts — orders come in and get their batches, many in one transaction.
 */
import type { Tx } from '#platform/db.ts'
import type { Asked } from '#platform/http/index.ts'
import { naming, onlyName } from '#platform/naming.ts'
import { nextNumbers } from '#platform/numbers.ts'
import { Refusal } from '#platform/refusal.ts'
import { auditMany } from '../access/index.ts'
import {
  type Allocated,
  candidates,
  insertDecisions,
  keepDraws,
  keepRoutings,
  type Planned,
  planAllocation,
  type RoutingView,
  rulesInForce,
  type ToAllocate,
  toldRouting,
} from '../allocation/index.ts'
import { lockStocked } from '../catalog/index.ts'
import { insertDemands, type OfferRow, offersOf, reserveForNew, waitsBehind } from '../stock/index.ts'
import { type Known, type OrderInput, type PlannedLine, type PlannedOrder, planOrders } from './plan-orders.ts'
import { insertOrderLines, insertOrders } from './store.ts'

export type PlacedLine = PlannedLine & Readonly<{ allocated: Allocated }>
export type PlacedOrder = Omit<PlannedOrder, 'order' | 'lines'> &
  Readonly<{
    order: PlannedOrder['order'] & { number: string }
    lines: readonly PlacedLine[]
    routing: readonly RoutingView[]
  }>

/** Of one transaction, parts of kits counted; a single order is as long as it is. */
export const placedLinesMax = 4000

/** Each order whole or not at all. Refuses `not_found`, `in_the_future`, and `invalid_input` naming every wrong line. */
export async function placeOrders(
  tx: Tx,
  asks: readonly Asked<OrderInput>[],
  known: Known,
): Promise<(PlacedOrder | Refusal)[]> {
  const planned = planOrders(tx, asks, known)
  const good = planned.filter((one): one is PlannedOrder => !(one instanceof Refusal))
  if (good.length === 0) return planned.filter((one) => one instanceof Refusal)
  const lines = good.flatMap((one) => one.lines.map((line) => ({ ...line, history: one.history })))
  // What a kit holds nobody knew when the asks were gathered: too many together are tried again in halves.
  if (good.length > 1 && lines.length > placedLinesMax)
    throw new Error(`${lines.length} lines are too many for one transaction`)
  const productIds = [...new Set(lines.map(({ product }) => product.id))]
  const given = good.flatMap(({ order }) => order.number ?? [])
  const [, offers, stock, rules] = await Promise.all([
    lockStocked(tx, productIds),
    offersOf(tx, productIds).execute(),
    candidates(tx, productIds),
    rulesInForce(tx, pastDays(lines)),
  ])
  const { answers, promises, decisions, draws, routings } = await planAllocation(tx, inTurn(lines, offers), {
    stock,
    rules,
    cause: 'order',
  })
  tx.send(
    insertDemands(
      tx,
      lines.map(({ demand }, index) => ({ ...demand, reserved: demand.quantity - (answers[index]?.shortfall ?? 0) })),
    ).execute(),
  )
  keepDraws(tx, draws)
  reserveForNew(tx, promises)
  insertDecisions(tx, decisions)
  keepRoutings(tx, routings)
  // The counter as late as can be, for all orders of the account wait for it until the commit.
  const numbers = await nextNumbers(tx, 'SO', good.length - given.length, given)
  const placed = assemble(good, numbers, { answers, routings: toldBy(tx, routings) })
  const rows = placed.map(({ order }) => order)
  tx.send(
    naming({ kind: 'order', name: onlyName(rows.map(({ number }) => number)) }, insertOrders(tx, rows).execute()),
    insertOrderLines(
      tx,
      [...good.flatMap(({ kits }) => kits), ...lines].map(({ row }) => row),
    ).execute(),
  )
  auditMany(tx, placed.map(auditEntry))
  let next = 0
  return planned.map((one) => (one instanceof Refusal ? one : (placed[next++] ?? bug())))
}

const pastDays = (lines: readonly (PlannedLine & { history: boolean })[]) =>
  lines.flatMap(({ history, demand }) => (history && demand.deliverOn !== null ? [demand.deliverOn] : []))

/** Where others are just being served who waited before, a new line waits behind them. */
function inTurn(lines: readonly (PlannedLine & { history: boolean })[], offers: readonly OfferRow[]): ToAllocate[] {
  const offerOf = new Map(offers.map((offer) => [offer.productId, offer]))
  return lines.map(({ demand, product, history }) => {
    const offer = offerOf.get(product.id)
    const waits = offer !== undefined && waitsBehind(offer, demand)
    return { demand, product, quantity: demand.quantity, history, waits, told: true }
  })
}

function bug(): never {
  throw new Error('an order was planned but not placed')
}

function assemble(
  planned: readonly PlannedOrder[],
  numbers: readonly string[],
  { answers, routings }: Readonly<{ answers: readonly Allocated[]; routings: ReadonlyMap<string, RoutingView> }>,
): PlacedOrder[] {
  let number = 0
  let answer = 0
  return planned.map((one) => ({
    ...one,
    order: { ...one.order, number: one.order.number ?? numbers[number++] ?? '' },
    lines: one.lines.map((line) => ({ ...line, allocated: answers[answer++] ?? bug() })),
    routing: [routings.get(one.order.id) ?? []].flat(),
  }))
}

const toldBy = ({ act: { at, actorName } }: Tx, routings: Planned['routings']) =>
  new Map(routings.map((one) => [one.orderId, toldRouting({ ...one, decidedAt: at, actorName })]))

const auditEntry = ({ order, lines, origin }: PlacedOrder) => ({
  action: 'order.place',
  subjectKind: 'order',
  subjectId: order.id,
  origin,
  after: { number: order.number, lines: new Set(lines.map(({ row }) => row.lineNo)).size },
})
