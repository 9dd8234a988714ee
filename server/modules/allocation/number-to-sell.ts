/**
 * server/modules/allocation/number-to-sell.ts — how many units of each product a channel may offer now: what an order of it
 * could be promised at most, without what is expired, held, too short-lived, barred, or kept for others.
 */
import { sellable } from '#domain/allocation/planner.ts'
import { groupBy } from '#domain/group-by.ts'
import { expandKit, kitsPossible } from '#domain/kits.ts'
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
import { underTheRules } from './allocate.ts'
import { candidates } from './candidates.ts'
import { resolveServices } from './delivery/delivery-store.ts'
import { poolsOf } from './pools/kept-pools.ts'
import { rulesNow } from './rules/rules-in-force.ts'

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
  quantity: Type.Integer({ description: 'Whole number of the base unit that the channel may offer' }),
  warehouses: Type.Array(Type.Object({ warehouseId: Id(), warehouseCode: Type.String(), quantity: Count() })),
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

type Sellable = Readonly<{
  quantity: number
  places: ReadonlyMap<string, Readonly<{ code: string; quantity: number }>>
}>

/** Of a kit, how many its components make; in a warehouse, those it has all parts of. */
async function numbersToSell(db: Db, buyer: Buyer, products: readonly ProductRow[]) {
  const kitIds = products.flatMap(({ id, isKit }) => (isKit ? [id] : []))
  const below = kitIds.length > 0 ? await kitsBelow(db, kitIds) : null
  const stocked = new Map([...products, ...(below?.products.values() ?? [])].map((product) => [product.id, product]))
  const sellableOf = await sellableNow(
    db,
    buyer,
    [...stocked.values()].filter(({ isKit, archivedAt }) => !isKit && !archivedAt),
  )
  return products.map((product) => {
    const { quantity, places } =
      (below && product.isKit ? ofKit(product, below, sellableOf) : sellableOf.get(product.id)) ?? none
    return {
      productId: product.id,
      sku: product.sku,
      quantity,
      warehouses: [...places].map(([warehouseId, one]) => ({
        warehouseId,
        warehouseCode: one.code,
        quantity: one.quantity,
      })),
    }
  })
}

const none: Sellable = { quantity: 0, places: new Map() }

/** Of products that lie in stock, by id, in base units. */
async function sellableNow(db: Db, buyer: Buyer, products: readonly ProductRow[]): Promise<Map<string, Sellable>> {
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
  return new Map(
    products.map(({ id }, index) => {
      const rows = stock.get(id) ?? []
      const rowOf = new Map(rows.map((row) => [row.placeId, row]))
      const demand = judged[index]?.demand
      const picks = demand ? sellable(demand, rows, pools.get(id)).picks : []
      const byWarehouse = groupBy(picks, ({ placeId }) => rowOf.get(placeId)?.warehouseId ?? '')
      const places = [...byWarehouse].map(([warehouseId, some]) => {
        const code = rowOf.get(some[0]?.placeId ?? '')?.warehouseCode ?? ''
        return [warehouseId, { code, quantity: units(some) }] as const
      })
      return [id, { quantity: units(picks), places: new Map(places) }] as const
    }),
  )
}

function ofKit({ id }: ProductRow, { kits }: KnownKits, sellableOf: ReadonlyMap<string, Sellable>): Sellable {
  const expansion = expandKit({ productId: id, quantity: 1 }, kits)
  if (expansion.kind !== 'components') return none
  const { components } = expansion
  const of = (amount: (one: Sellable) => number) =>
    kitsPossible(
      components,
      new Map(components.map(({ productId }) => [productId, amount(sellableOf.get(productId) ?? none)])),
    )
  const codes = new Map(
    components.flatMap(({ productId }) =>
      [...(sellableOf.get(productId)?.places ?? [])].map(([warehouseId, { code }]) => [warehouseId, code] as const),
    ),
  )
  const places = [...codes].flatMap(([warehouseId, code]) => {
    const quantity = of((one) => one.places.get(warehouseId)?.quantity ?? 0)
    return quantity > 0 ? [[warehouseId, { code, quantity }] as const] : []
  })
  return { quantity: of((one) => one.quantity), places: new Map(places) }
}

const units = (picks: readonly { quantity: number }[]) => picks.reduce((sum, { quantity }) => sum + quantity, 0)

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
  }
}

/** No line has it: nothing is bound to what it has already. */
const nobody = '00000000-0000-0000-0000-000000000000'
