import { groupBy } from '#domain/group-by.ts'
import {
  Choice,
  Count,
  Day,
  download,
  Exactly,
  gathered,
  type House,
  Id,
  IdParams,
  Instant,
  Nullable,
  Page,
  PageQuery,
  pageOf,
  Quantity,
  Reference,
  RefParams,
  read,
  readCursor,
  Text,
  Type,
} from '#platform/http/index.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { ordersByRef } from '../orders/index.ts'
import { resolveWarehouses } from '../places/index.ts'
import { packingSlip } from './packing-slip.ts'
import { ship } from './ship.ts'
import { shipmentByRef, shipmentDetails } from './shipment-detail.ts'
import { allocatedTo, shipmentList } from './store.ts'

const tag = 'fulfilment'
const text = () => Nullable(Type.String())
const shipment = {
  id: Id(),
  number: Type.String(),
  orderId: Id(),
  orderNumber: Type.String(),
  customerId: Nullable(Id()),
  customerName: text(),
  shipTo: text(),
  warehouseId: Id(),
  warehouseCode: Type.String(),
  carrier: text(),
  trackingNumber: text(),
  shippedAt: Instant(),
  recordedAt: Instant(),
  actorName: Type.String(),
}
const Shipment = Type.Object({
  ...shipment,
  lines: Type.Array(
    Type.Object({
      id: Id(),
      orderLineId: Id(),
      lineNo: Count(),
      productId: Id(),
      sku: Type.String(),
      productName: Type.String(),
      baseUnit: Choice(['each', 'gram', 'millilitre']),
      batchId: Id(),
      batchCode: Type.String(),
      expiresOn: Nullable(Day()),
      placeCode: Type.String(),
      quantity: Quantity(),
      serials: Type.Array(Type.String()),
    }),
  ),
})
const NewShipment = Exactly({
  id: Type.Optional(Id()),
  order: Reference(),
  warehouse: Type.Optional(Reference()),
  carrier: Type.Optional(Text(80)),
  trackingNumber: Type.Optional(Text(80)),
  shippedAt: Type.Optional(Instant()),
  lines: Type.Optional(
    Type.Array(
      Exactly({
        orderLine: Id(),
        batch: Reference(),
        place: Type.Optional(Reference()),
        quantity: Quantity(),
        serials: Type.Optional(Type.Array(Text(80), { maxItems: 5000 })),
      }),
      { minItems: 1, maxItems: 5000 },
    ),
  ),
})
const PickList = Type.Object({
  orderId: Id(),
  number: Type.String(),
  warehouses: Type.Array(
    Type.Object({
      warehouseId: Id(),
      warehouseCode: Type.String(),
      lines: Type.Array(
        Type.Object({
          orderLineId: Id(),
          lineNo: Count(),
          sku: Type.String(),
          productName: Type.String(),
          batchId: Id(),
          batchCode: Type.String(),
          expiresOn: Nullable(Day()),
          placeId: Id(),
          placeCode: Type.String(),
          quantity: Quantity(),
        }),
      ),
    }),
  ),
})

export function fulfilmentRoutes(house: House): void {
  shipping(house)
  reading(house)
  papers(house)
}

function shipping(house: House): void {
  gathered(house, {
    url: '/v1/shipments',
    needs: 'ship',
    tells: 'Ship what is allocated of an order, or the named part of it; one shipment a warehouse',
    tag,
    body: NewShipment,
    answer: Type.Object({ items: Type.Array(Shipment) }),
    bulk: {
      field: 'shipments',
      tells: 'Ship many orders; each is answered, and a refused one never undoes another',
      itemsMax: 5000,
      bodyBytesMax: 16_000_000,
      brief: Type.Object({
        quantity: Count(),
        items: Type.Array(Type.Object({ id: Id(), number: Type.String(), warehouseId: Id(), quantity: Count() })),
      }),
    },
    weigh: ({ lines }) => lines?.length ?? 8,
    run: ship,
    answers: async (tx, done) => {
      const details = await shipmentDetails(
        tx,
        done.flatMap(({ parcels }) => parcels.map(({ id }) => id)),
      )
      const byId = new Map(details.map((one) => [one.id, one]))
      return done.map(({ parcels }) => ({ items: parcels.flatMap(({ id }) => byId.get(id) ?? []) })) as never
    },
    brief: ({ quantity, parcels }) => ({ quantity, items: [...parcels] }),
  })
}

function reading(house: House): void {
  read(
    house,
    {
      url: '/v1/shipments',
      needs: 'look',
      tells: 'Shipments, newest first',
      tag,
      query: Exactly({ order: Type.Optional(Id()), tracking: Type.Optional(Text(80)), ...PageQuery }),
      answer: Page(Type.Object(shipment)),
    },
    async (db, { query: { order, tracking, cursor, limit = 100 } }) => {
      const [at, id] = readCursor(cursor, 2) ?? [null, null]
      const rows = await shipmentList(db, {
        ids: null,
        number: null,
        orderId: order ?? null,
        tracking: tracking ?? null,
        before: typeof at === 'string' && typeof id === 'string' && isId(id) ? { at, id } : null,
        limit: limit + 1,
      })
      return pageOf(rows, limit, (row) => [row.shippedAt, row.id])
    },
  )
  read(
    house,
    {
      url: '/v1/shipments/:ref',
      needs: 'look',
      tells: 'A shipment, by id or number, with the batches sent',
      tag,
      params: RefParams(),
      answer: Shipment,
    },
    async (db, { params: { ref } }) => (await shipmentByRef(db, ref)) as never,
  )
}

function papers(house: House): void {
  read(
    house,
    {
      url: '/v1/orders/:ref/pick-list',
      needs: 'look',
      tells: 'What to take for an order, from which bins and batches',
      tag,
      params: RefParams(),
      answer: PickList,
    },
    async (db, { params: { ref } }) => {
      const [order] = await ordersByRef(db, [ref])
      if (!order) throw new Refusal('not_found', { kind: 'order', id: ref })
      const rows = await allocatedTo(db, [order.id])
      const warehouses = [...groupBy(rows, ({ warehouseId }) => warehouseId)].map(([warehouseId, lines]) => ({
        warehouseId,
        warehouseCode: lines[0]?.warehouseCode ?? '',
        lines,
      }))
      return { orderId: order.id, number: order.number, warehouses }
    },
  )
  download(
    house,
    {
      url: '/v1/shipments/:id/packing-slip.pdf',
      needs: 'look',
      tells: 'The packing slip: batches, last days and serials sent to whom',
      tag,
      params: IdParams(),
    },
    async (db, { params: { id } }) => {
      const found = await shipmentByRef(db, id)
      const timeZone = (await resolveWarehouses(db)).get(found.warehouseId)?.timeZone ?? 'UTC'
      const content = await packingSlip(found, timeZone)
      return { type: 'application/pdf', name: `packing-slip-${found.number}.pdf`, content }
    },
  )
}
