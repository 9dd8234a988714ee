/**
 * server/modules/orders/plan-orders.ts — from what was sent to products, customers and demands. Every wrong line of an
 * order is named at once.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { plainPostal } from '#domain/delivery-day.ts'
import { quantityMax } from '#domain/ledger.ts'
import { dayIn, type Instant } from '#platform/clock.ts'
import type { Origin, Tx } from '#platform/db.ts'
import type { Asked } from '#platform/http/index.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { resolveServices, type ServiceRow } from '../allocation/index.ts'
import {
  archived,
  archivedPartner,
  type CustomerRow,
  kitsBelow,
  type ProductRow,
  packsOf,
  resolveCustomers,
  resolveProducts,
} from '../catalog/index.ts'
import { resolveWarehouses, type WarehouseRow } from '../places/index.ts'
import type { NewDemand } from '../stock/index.ts'
import { kitLine, type SoldLine } from './kit-line.ts'
import type { NewOrder, NewOrderLine } from './store.ts'

export type OrderInput = Readonly<{
  id?: string
  number?: string
  customer?: string
  channel?: string
  warehouse?: string
  orderedAt?: Instant
  deliverOn?: CalendarDate
  priority?: number
  shipTo?: string
  country?: string
  postalCode?: string
  service?: string
  note?: string
  /** Recorded after the fact: judged on its own days, though these are past. */
  history?: boolean
  lines: readonly OrderLineInput[]
}>
export type OrderLineInput = Readonly<{
  id?: string
  product: string
  quantity: number
  pack?: string
  rotation?: 'fefo' | 'fifo' | 'lifo'
  lifeDaysMin?: number
  shortage?: 'part' | 'whole'
  unitPrice?: number
  currency?: string
}>
/** A line that asks stock: one as it was sold, or a part of a kit. */
export type PlannedLine = Readonly<{ row: NewOrderLine; demand: NewDemand; product: ProductRow }>
export type PlannedOrder = Readonly<{
  order: Omit<NewOrder, 'number'> & { number: string | null }
  customerName: string | null
  warehouseCode: string | null
  serviceCode: string | null
  history: boolean
  origin: Origin
  lines: readonly PlannedLine[]
  /** The lines that sell kits; their parts are among `lines`. */
  kits: readonly SoldLine[]
}>

/** Of one order, the parts of its kits among them. */
const linesMax = 5000

export const planOrders = (tx: Tx, asks: readonly Asked<OrderInput>[], known: Known): (PlannedOrder | Refusal)[] =>
  asks.map((ask) => plan(tx, ask, known))

/** What orders name: products and what kits among them hold, packs, customers, warehouses. */
export type Known = Awaited<ReturnType<typeof lookUp>>
const present = (texts: readonly (string | undefined)[]) => texts.filter((text) => text !== undefined)

export async function lookUp(tx: Tx, bodies: readonly OrderInput[]) {
  const lines = bodies.flatMap((body) => body.lines)
  const needsZone = bodies.some(({ warehouse, history }) => warehouse !== undefined || history)
  const [products, customers, warehouses, services] = await Promise.all([
    resolveProducts(
      tx,
      lines.map(({ product }) => product),
    ),
    resolveCustomers(tx, present(bodies.map(({ customer }) => customer))),
    needsZone ? resolveWarehouses(tx) : null,
    resolveServices(tx, present(bodies.map(({ service }) => service))),
  ])
  const packed = lines.flatMap(({ pack, product }) => (pack === undefined ? [] : (products.get(product)?.id ?? [])))
  const kitIds = [...new Set([...products.values()].flatMap(({ id, isKit }) => (isKit ? [id] : [])))]
  const [packs, below] = await Promise.all([
    packed.length > 0 ? packsOf(tx, [...new Set(packed)]) : [],
    kitIds.length > 0 ? kitsBelow(tx, kitIds) : null,
  ])
  return {
    products,
    below,
    customers,
    warehouses,
    services,
    packs: new Map(packs.map(({ productId, name, quantity }) => [`${productId} ${name}`, quantity])),
  }
}

function plan(tx: Tx, { body, origin }: Asked<OrderInput>, known: Known): PlannedOrder | Refusal {
  const customer = body.customer === undefined ? null : known.customers.get(body.customer)
  if (customer === undefined) return new Refusal('not_found', { kind: 'customer', id: body.customer ?? '' })
  const warehouse = body.warehouse === undefined ? null : known.warehouses?.get(body.warehouse)
  if (warehouse === undefined) return new Refusal('not_found', { kind: 'warehouse', id: body.warehouse ?? '' })
  const service = body.service === undefined ? null : known.services.get(body.service)
  if (service === undefined) return new Refusal('not_found', { kind: 'service', id: body.service ?? '' })
  const orderedAt = body.orderedAt ?? tx.act.at
  if (Date.parse(orderedAt) > Date.parse(tx.act.at) + 86_400_000) return new Refusal('in_the_future', { at: orderedAt })
  const zone = warehouse?.timeZone ?? known.warehouses?.values().next().value?.timeZone ?? 'UTC'
  const history = body.history ?? false
  const order = orderRow(body, { orderedAt, customer, warehouse, service })
  const problems = archivedOnes({ customer, service, history })
  const kits: SoldLine[] = []
  const asks = (line: OrderLineInput) => {
    const lifeDaysMin = Math.max(line.lifeDaysMin ?? 0, customer?.deliveryLifeDaysMin ?? 0)
    const deliverOn = order.deliverOn ?? (history ? dayIn(zone, orderedAt) : null)
    return { deliverOn, lifeDaysMin: lifeDaysMin > 0 ? lifeDaysMin : null, history }
  }
  const lines = body.lines.flatMap((line, index): PlannedLine[] => {
    const sold = planLine(line, index, { known, history })
    const planned =
      typeof sold === 'string' ? sold : parted({ ...sold, row: { ...sold.row, orderId: order.id } }, known, history)
    if (typeof planned === 'string') {
      problems.push({ at: `lines[${index}]`, message: planned })
      return []
    }
    if (planned.kit) kits.push(planned.kit)
    return planned.lines.map(({ row, product }) => ({
      row,
      product,
      demand: { ...demandOf(line, row, order), ...asks(line) },
    }))
  })
  problems.push(...tooMuch(lines))
  return problems.length > 0
    ? new Refusal('invalid_input', { problems })
    : {
        order,
        customerName: customer?.name ?? null,
        warehouseCode: warehouse?.code ?? null,
        serviceCode: service?.code ?? null,
        history,
        origin,
        lines,
        kits,
      }
}

type Parted = Readonly<{ kit: SoldLine | null; lines: readonly SoldLine[] }>

/** A line that sells a kit becomes the lines of its parts; any other is the line that asks stock itself. */
const parted = (sold: SoldLine, { below }: Known, history: boolean): Parted | string =>
  sold.product.isKit && below ? kitLine(sold, below, history) : { kit: null, lines: [sold] }

type Named = Readonly<{
  orderedAt: Instant
  customer: CustomerRow | null
  warehouse: WarehouseRow | null
  service: ServiceRow | null
}>

type Ask = Readonly<{ customer: CustomerRow | null; service: ServiceRow | null; history: boolean }>

const archivedOnes = ({ customer, service, history }: Ask): { at: string; message: string }[] => [
  ...(customer?.archivedAt && !history ? [{ at: 'customer', message: archivedPartner(customer) }] : []),
  ...(service?.archivedAt && !history
    ? [{ at: 'service', message: `${service.code} is archived: choose another service, or bring it back` }]
    : []),
]

const orderRow = (body: OrderInput, { orderedAt, customer, warehouse, service }: Named): PlannedOrder['order'] => ({
  id: body.id ?? newId(),
  number: body.number ?? null,
  customerId: customer?.id ?? null,
  channel: body.channel ?? 'direct',
  warehouseId: warehouse?.id ?? null,
  orderedAt,
  deliverOn: body.deliverOn ?? null,
  priority: body.priority ?? 0,
  shipTo: body.shipTo ?? customer?.address ?? null,
  country: body.country ?? customer?.country ?? null,
  postalCode: body.postalCode ?? null,
  serviceId: service?.id ?? null,
  note: body.note ?? null,
})

function tooMuch(lines: readonly PlannedLine[]): { at: string; message: string }[] {
  if (lines.length > linesMax)
    return [{ at: 'lines', message: `come to ${lines.length} with the parts of kits; ${linesMax} is the most` }]
  const sum = lines.reduce((total, { row }) => total + row.ordered, 0)
  return sum > Number.MAX_SAFE_INTEGER ? [{ at: 'lines', message: 'are too much together' }] : []
}

const demandOf = (line: OrderLineInput, row: NewOrderLine, order: PlannedOrder['order']) => ({
  id: row.id,
  kind: 'order' as const,
  documentId: order.id,
  productId: row.productId,
  warehouseId: order.warehouseId,
  quantity: row.ordered,
  reserved: 0,
  rotation: line.rotation ?? null,
  shortage: line.shortage ?? ('part' as const),
  priority: order.priority,
  askedAt: new Date(order.orderedAt).toISOString(), // in milliseconds, as the order of the queue is compared here
  customerId: order.customerId,
  channel: order.channel,
  market: order.country,
  serviceId: order.serviceId,
  postalCode: order.postalCode === null ? null : plainPostal(order.postalCode),
  chosenBatchIds: [],
  takesExpired: false,
})

function planLine(line: OrderLineInput, index: number, { known, history }: { known: Known; history: boolean }) {
  const product = known.products.get(line.product)
  if (!product) return `there is no product "${line.product}"`
  if (product.archivedAt && !history) return archived(product)
  if (product.isKit && line.shortage === 'whole')
    return `${product.sku} is a kit, and its parts are allocated one by one: leave out "shortage", or order the parts`
  const inPack = line.pack === undefined ? 1 : known.packs.get(`${product.id} ${line.pack}`)
  if (inPack === undefined) return `${product.sku} has no pack "${line.pack}"`
  const ordered = line.quantity * inPack
  if (ordered > quantityMax) return 'the quantity is too large'
  if ((line.unitPrice === undefined) !== (line.currency === undefined))
    return 'a unit price and its currency go together'
  const row = {
    id: line.id ?? newId(),
    lineNo: index + 1,
    partNo: 0,
    kitLineId: null,
    perKit: null,
    productId: product.id,
    ordered,
    unitPrice: line.unitPrice ?? null,
    currency: line.currency ?? null,
  }
  return { row, product }
}
