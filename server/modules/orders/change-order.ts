/**
 * server/modules/orders/change-order.ts — an order is edited, cancelled, or tried again.
 */
import { freeLatest } from '#domain/allocation/free-latest.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import { plainPostal } from '#domain/delivery-day.ts'
import { commonMultiple } from '#domain/packs.ts'
import { dueOn } from '#domain/turn.ts'
import type { Tx } from '#platform/db.ts'
import { found } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { judgeAnew, packsOf, releaseUnfit, resolveServices, serveBackOrders } from '../allocation/index.ts'
import { lockProducts, notStocked } from '../catalog/index.ts'
import { placesById } from '../places/index.ts'
import {
  cancelDemand,
  changeDemands,
  type DemandRow,
  demandsOfDocuments,
  giveBackParts,
  type ReservationRow,
  releaseFromDemands,
  releaseReservations,
  reservationsOf,
} from '../stock/index.ts'
import { demandsAsked, type LineChange, linesAsked } from './change-lines.ts'
import { kitsOfOrders, type SoldKit } from './kits-of-orders.ts'
import { lockOrders, markCancelled, type OrderRow, ordersByRef, updateOrder } from './store.ts'

export type OrderChange = Readonly<{
  id: string
  lines?: readonly LineChange[]
  deliverOn?: CalendarDate | null
  priority?: number
  shipTo?: string | null
  country?: string | null
  postalCode?: string | null
  service?: string | null
  note?: string | null
  reason?: string
}>

type Opened = { order: OrderRow; demands: DemandRow[]; kits: SoldKit[]; kitSkus: Map<string, string> }

/** Locks the products of the order, then the order, and reads both anew. Refuses `not_found`, `order_cancelled`. */
async function openOrder(tx: Tx, id: string): Promise<Opened> {
  const seen = await demandsOfDocuments(tx, [id])
  const products = await lockProducts(
    tx,
    seen.map(({ productId }) => productId),
  )
  await lockOrders(tx, [id])
  const [[order], demands, kits] = await Promise.all([
    ordersByRef(tx, [id]),
    demandsOfDocuments(tx, [id]),
    kitsOfOrders(tx, [id]),
  ])
  if (!order) throw new Refusal('not_found', { kind: 'order', id })
  if (order.cancelledAt) throw new Refusal('order_cancelled', { number: order.number })
  const kitSkus = new Map(
    products.flatMap(({ id: productId, sku, isKit }) => (isKit ? [[productId, sku] as const] : [])),
  )
  return { order, demands, kits, kitSkus }
}

/**
 * Less asked frees the latest expiry first, so that what must go soonest still goes, and closed boxes whole: what is then missing
 * of the line is looked for among the rest; more asked is allocated if it can be.
 * An earlier day of delivery, another destination or service takes what does not fit it any more, and nothing else; a later day is a
 * later turn, and all of it is offered to those who are due before. Where nothing is asked any more, the order is cancelled.
 * Refuses what `demandsAsked` and `openOrder` refuse.
 */
export async function changeOrder(tx: Tx, { id, lines = [], reason, service, ...change }: OrderChange): Promise<void> {
  const serviceId = await serviceIdOf(tx, service)
  const { order, demands, kits, kitSkus } = await openOrder(tx, id)
  const byId = new Map(demands.map((demand) => [demand.id, demand]))
  const now = { demands: byId, kits }
  const changed = demandsAsked(lines, now)
  refuseMoreOfKits(changed, byId, kitSkus)
  const after = { ...order, ...change, ...(serviceId === undefined ? {} : { serviceId }) }
  const postponed = isPostponed(demands, order, after)
  if (postponed) await releaseFromDemands(tx, [...byId.keys()])
  else await freeBeyond(tx, changed)
  const wanted = new Map([...byId, ...changed.map((demand) => [demand.id, demand] as const)])
  await changeDemands(
    tx,
    [...wanted.values()].map((demand) => ({
      id: demand.id,
      quantity: demand.quantity,
      deliverOn: after.deliverOn === order.deliverOn ? demand.deliverOn : after.deliverOn,
      priority: after.priority,
      market: after.country,
      serviceId: after.serviceId,
      postalCode: after.postalCode === null ? null : plainPostal(after.postalCode),
    })),
  )
  // More of what is wanted whole: what it has is only a part now, and it tries for all of it.
  await giveBackParts(tx, wanted.keys())
  if (!postponed && goesOtherwise(order, after)) await judgeAnew(tx, [...wanted.keys()], 'edit')
  await updateOrder(tx, after)
  audit(tx, {
    action: 'order.change',
    subjectKind: 'order',
    subjectId: id,
    before: { ...facts(order), ...(lines.length > 0 ? { lines: linesAsked(lines, now) } : {}) },
    after: { ...facts(after), ...(lines.length > 0 ? { lines } : {}) },
    reason: reason ?? null,
  })
  await serveBackOrders(tx, productsOf(demands), { cause: 'edit', concerned: [...byId.keys()] })
  if ([...wanted.values()].every(({ quantity }) => quantity === 0)) await cancelEmpty(tx, order)
}

/** `undefined` where it stays. */
async function serviceIdOf(tx: Tx, service: string | null | undefined): Promise<string | null | undefined> {
  if (service === null || service === undefined) return service
  return found(await resolveServices(tx, [service]), 'service', service).id
}

const goesOtherwise = (before: OrderRow, after: OrderRow): boolean =>
  before.deliverOn !== after.deliverOn ||
  before.country !== after.country ||
  before.postalCode !== after.postalCode ||
  before.serviceId !== after.serviceId

/** Whether a line is due later than it was. */
const isPostponed = (demands: readonly DemandRow[], before: OrderRow, { deliverOn }: OrderRow): boolean =>
  deliverOn !== before.deliverOn && demands.some((demand) => dueOn({ ...demand, deliverOn }) > dueOn(demand))

/** An order of which nothing is asked any more is a cancelled one, and reads like it everywhere. */
async function cancelEmpty(tx: Tx, { id, number }: OrderRow): Promise<void> {
  await markCancelled(tx, id)
  audit(tx, {
    action: 'order.cancel',
    subjectKind: 'order',
    subjectId: id,
    before: { number },
    reason: 'nothing of it is asked any more',
  })
}

/** Of a line at 0 whose product was made a kit since: there will never be any of it. */
function refuseMoreOfKits(
  changed: readonly DemandRow[],
  before: ReadonlyMap<string, DemandRow>,
  kitSkus: ReadonlyMap<string, string>,
): void {
  const more = changed.find(
    ({ id, productId, quantity }) => kitSkus.has(productId) && quantity > (before.get(id)?.quantity ?? 0),
  )
  const sku = more && kitSkus.get(more.productId)
  if (!sku) return
  throw new Refusal('invalid_input', { problems: [{ at: 'lines', message: notStocked({ sku }, 'order') }] })
}

const facts = ({ deliverOn, priority, shipTo, country, postalCode, serviceId, note }: OrderRow) => ({
  deliverOn,
  priority,
  shipTo,
  country,
  postalCode,
  serviceId,
  note,
})
const productsOf = (demands: readonly DemandRow[]) => [...new Set(demands.map(({ productId }) => productId))]

async function freeBeyond(tx: Tx, changed: readonly DemandRow[]): Promise<void> {
  const reserved = await reservationsOf(tx, { demandIds: changed.map(({ id }) => id) })
  const places = await placesById(tx, [...new Set(reserved.map(({ placeId }) => placeId))])
  const closed = new Map(places.map((place) => [place.id, place.packOf ?? 1]))
  const packOf = await packsOf(tx, changed)
  const freed = changed.flatMap((demand) =>
    freeLatest(
      reserved
        .filter(({ demandId }) => demandId === demand.id)
        .map((row) => ({
          ...row,
          packOf: packOfPromise(row, { closed: closed.get(row.placeId) ?? 1, ruled: packOf(demand) }),
        })),
      Math.max(0, demand.reserved + demand.shipped - demand.quantity),
    ),
  )
  await releaseReservations(tx, freed)
}

/** What was forced in other quantities than the rule's packs is given back as it lies. */
function packOfPromise({ quantity }: ReservationRow, { closed, ruled }: Readonly<{ closed: number; ruled: number }>) {
  const both = commonMultiple(closed, ruled)
  return quantity % both === 0 ? both : closed
}

/** Frees exactly what was reserved; what was shipped stays shipped. Refuses `order_shipped` where nothing else is left. */
export async function cancelOrder(tx: Tx, { id, reason }: { id: string; reason: string }): Promise<void> {
  const { order, demands } = await openOrder(tx, id)
  const sent = demands.some(({ shipped }) => shipped > 0)
  if (sent && demands.every(({ quantity, shipped }) => shipped === quantity))
    throw new Refusal('order_shipped', { number: order.number })
  const demandIds = demands.map((demand) => demand.id)
  const freed = await releaseFromDemands(tx, demandIds)
  await cancelDemand(tx, demandIds)
  await markCancelled(tx, id)
  audit(tx, {
    action: 'order.cancel',
    subjectKind: 'order',
    subjectId: id,
    before: { number: order.number },
    after: { freed: freed.map(({ batchCode, quantity }) => ({ batchCode, quantity })) },
    reason,
  })
  await serveBackOrders(tx, productsOf(demands), { cause: 'release', concerned: [] })
}

/**
 * Gives back what the order holds of batches that have expired since, then offers what is free to all that wait for these
 * products, in their order; the queue is not jumped.
 */
export async function retryOrder(tx: Tx, id: string): Promise<void> {
  const { demands } = await openOrder(tx, id)
  const released = await releaseUnfit(tx, await reservationsOf(tx, { demandIds: demands.map((demand) => demand.id) }))
  await serveBackOrders(tx, productsOf(demands), { cause: 'retry', concerned: released })
}
