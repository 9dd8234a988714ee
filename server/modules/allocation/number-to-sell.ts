/**
 * server/modules/allocation/number-to-sell.ts — how many units of each product a channel may offer now: the largest single order of it
 * that would be promised whole, without what is expired, held, too short-lived, barred, or kept for others.
 */
import { numberToSell, numberToSellFrom, type RoutedSale, type SoldPart } from '#domain/allocation/number-to-sell.ts'
import { expandKit, type KitPart } from '#domain/kits.ts'
import type { Db } from '#platform/db.ts'
import {
  Count,
  Country,
  Exactly,
  type House,
  Id,
  Page,
  PageQuery,
  pageOf,
  Reference,
  read,
  readCursor,
  Text,
  Type,
} from '#platform/http/index.ts'
import { found } from '#platform/references.ts'
import {
  type KnownKits,
  kitsBelow,
  type ProductRow,
  productPage,
  resolveCustomers,
  resolveProducts,
} from '../catalog/index.ts'
import { resolveWarehouses } from '../places/index.ts'
import { type Candidate, candidates } from './candidates.ts'
import { resolveServices } from './delivery/delivery-store.ts'
import { poolsOf } from './pools/kept-pools.ts'
import { isRouted } from './routing/plan-routed.ts'
import { warehouseFacts } from './routing/warehouse-facts.ts'
import { rulesNow } from './rules/rules-in-force.ts'
import { underTheRules } from './under-the-rules.ts'

type Buyer = Readonly<{
  channel: string
  market?: string
  customer?: string
  service?: string
  warehouse?: string
}>

const ToSell = Type.Object({
  productId: Id(),
  sku: Type.String(),
  quantity: Type.Integer({
    description:
      'Whole number of the base unit, of a kit whole kits: the largest single order that would be promised whole now. Where a rule wants one batch, one warehouse or whole packs, there may be more, but no one order can have it; and of what is sold in packs, whole packs are to be ordered.',
  }),
  warehouses: Type.Array(Type.Object({ warehouseId: Id(), warehouseCode: Type.String(), quantity: Count() }), {
    description: 'The same of an order that goes from there alone',
  }),
})

export function numberToSellRoute(house: House): void {
  read(
    house,
    {
      url: '/v1/number-to-sell',
      needs: 'look',
      tells: 'How many units of each product a channel may offer now, by the rules for it; by SKU',
      tag: 'allocation',
      query: Exactly({
        channel: Text(40),
        market: Type.Optional(Country()),
        customer: Type.Optional(Reference()),
        service: Type.Optional(Reference()),
        warehouse: Type.Optional(Reference()),
        product: Type.Optional(Reference()),
        ...PageQuery,
      }),
      answer: Page(ToSell),
    },
    async (db, { query: { product, cursor, limit = 100, ...buyer } }) => {
      const [after] = readCursor(cursor, 1) ?? [null]
      const asked = found(await resolveProducts(db, product === undefined ? [] : [product]), 'product', product)
      const page = { text: null, archived: false, after: typeof after === 'string' ? after : null, limit: limit + 1 }
      const { items, next } = pageOf(asked ? [asked] : await productPage(db, page), limit, ({ sku }) => [sku])
      return { items: await numbersToSell(db, buyer, items), next }
    },
  )
}

/** Of a kit, how many whole ones an order could have of all its parts. */
async function numbersToSell(db: Db, buyer: Buyer, products: readonly ProductRow[]) {
  const kitIds = products.flatMap(({ id, isKit }) => (isKit ? [id] : []))
  const below = kitIds.length > 0 ? await kitsBelow(db, kitIds) : null
  const stocked = new Map([...products, ...(below?.products.values() ?? [])].map((product) => [product.id, product]))
  const { partOf, routed } = await sold(
    db,
    buyer,
    [...stocked.values()].filter(({ isKit, archivedAt }) => !isKit && !archivedAt),
  )
  return products.map((product) => {
    const components = componentsOf(product, below)
    const found = components.flatMap(({ productId, quantity }) => partOf(productId, quantity) ?? [])
    const parts = found.length === components.length ? found : []
    return { productId: product.id, sku: product.sku, ...told(parts, routed) }
  })
}

function componentsOf({ id, isKit }: ProductRow, below: KnownKits | null): readonly KitPart[] {
  if (!below || !isKit) return [{ productId: id, quantity: 1 }]
  const expansion = expandKit({ productId: id, quantity: 1 }, below.kits)
  return expansion.kind === 'components' ? expansion.components : []
}

type Part = Omit<SoldPart, 'stock'> & Readonly<{ stock: readonly Candidate[] }>

function told(parts: readonly Part[], routed: RoutedSale) {
  const only = parts[0]?.demand.warehouseId ?? null
  const codes = new Map(
    parts.flatMap(({ stock }) => stock.map(({ warehouseId, warehouseCode }) => [warehouseId, warehouseCode] as const)),
  )
  const warehouses = [...codes].flatMap(([warehouseId, warehouseCode]) => {
    const quantity = only === null || only === warehouseId ? numberToSellFrom(parts, warehouseId) : 0
    return quantity > 0 ? [{ warehouseId, warehouseCode, quantity }] : []
  })
  return { quantity: numberToSell(parts, routed), warehouses }
}

/** What lies in stock, by id, as a line of this buyer would meet it. */
async function sold(db: Db, buyer: Buyer, products: readonly ProductRow[]) {
  const ids = products.map(({ id }) => id)
  const [stock, rules, line] = await Promise.all([candidates(db, ids), rulesNow(db), lineOf(db, buyer)])
  const asks = products.map((product) => ({
    demand: { ...line, productId: product.id },
    product,
    quantity: 1,
    history: false,
    waits: false,
    told: false,
  }))
  const [judged, pools] = await Promise.all([underTheRules(db, asks, { stock, rules }), poolsOf(db, ids, rules)])
  const judgedOf = new Map(judged.map((one) => [one.ask.product.id, one]))
  const rule = judged.find(isRouted)?.rules.line.routing?.value
  const routed = rule ? { rule, warehouses: (await warehouseFacts(db, [line], { anew: true }))(line) } : null
  const partOf = (productId: string, perUnit: number): Part | null => {
    const one = judgedOf.get(productId)
    const having = { stock: stock.get(productId) ?? [], pools: pools.get(productId) ?? [] }
    return one ? { productId, perUnit, demand: one.demand, ...having } : null
  }
  return { partOf, routed }
}

/** As a line of this buyer would be. Refuses `not_found`. */
async function lineOf(db: Db, { channel, market, customer, service, warehouse }: Buyer) {
  const [customers, services, warehouses] = await Promise.all([
    resolveCustomers(db, customer === undefined ? [] : [customer]),
    resolveServices(db, service === undefined ? [] : [service]),
    resolveWarehouses(db),
  ])
  const buyer = found(customers, 'customer', customer)
  return {
    id: nobody,
    kind: 'order' as const,
    documentId: nobody,
    warehouseId: found(warehouses, 'warehouse', warehouse)?.id ?? null,
    rotation: null,
    shortage: 'part' as const,
    deliverOn: null,
    lifeDaysMin: buyer?.deliveryLifeDaysMin ?? null,
    customerId: buyer?.id ?? null,
    channel,
    market: market ?? buyer?.country ?? null,
    serviceId: found(services, 'service', service)?.id ?? null,
    postalCode: null,
    takesExpired: false,
  }
}

/** No line has it: nothing is bound to what it has already. */
const nobody = '00000000-0000-0000-0000-000000000000'
