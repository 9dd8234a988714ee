import { isCalendarDate } from '#domain/calendar-date.ts'
import { groupBy } from '#domain/group-by.ts'
import {
  Choice,
  Count,
  download,
  Exactly,
  gathered,
  type House,
  Id,
  IdParams,
  Page,
  PageQuery,
  pageOf,
  Reference,
  RefParams,
  read,
  readCursor,
  SearchText,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { ordersByRef } from '../orders/index.ts'
import { resolveWarehouses } from '../places/index.ts'
import { cancelShipment, type StillOut } from './cancel-shipment.ts'
import { changeShipment } from './change-shipment.ts'
import { packingRoutes } from './packing/routes.ts'
import { packingSlip, shipmentPaper } from './packing-slip.ts'
import { pickQueue } from './pick-queue.ts'
import type { PickHooks } from './picking/pick-hooks.ts'
import { pickingRoutes } from './picking/routes.ts'
import {
  Cancelled,
  NewCancellation,
  NewPapers,
  NewShipment,
  PickList,
  QueuedOrder,
  Shipment,
  ShipmentSummary,
} from './shapes.ts'
import { ship } from './ship.ts'
import { shipmentByRef, shipmentDetails } from './shipment-detail.ts'
import { allocatedTo, senderOf, shipmentList, stillToCome } from './store.ts'

const tag = 'fulfilment'

/** Both are of later modules, and handed in where all is wired. */
export type FulfilmentHooks = Readonly<{ stillOut: StillOut; picking: PickHooks }>

export function fulfilmentRoutes(house: House, hooks: FulfilmentHooks): void {
  shipping(house)
  changing(house)
  cancelling(house, hooks.stillOut)
  reading(house)
  picking(house)
  papers(house)
  pickingRoutes(house, hooks.picking)
  packingRoutes(house)
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
      answer: Page(ShipmentSummary),
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

function changing(house: House): void {
  write(
    house,
    'PATCH',
    {
      url: '/v1/shipments/:id',
      needs: 'ship',
      tells: 'Add or correct carrier and tracking number',
      tag,
      params: IdParams(),
      body: NewPapers,
      answer: Shipment,
    },
    async (tx, { params: { id }, body }) => {
      await changeShipment(tx, { id, ...body })
      return (await shipmentByRef(tx, id)) as never
    },
  )
}

function cancelling(house: House, stillOut: StillOut): void {
  write(
    house,
    'POST',
    {
      url: '/v1/shipments/:id/cancellation',
      needs: 'ship',
      tells:
        'Take back what was shipped by mistake and never left: all of it, or parcels; the goods are promised to their order again',
      tag,
      params: IdParams(),
      body: NewCancellation,
      answer: Cancelled,
    },
    async (tx, { params: { id }, body }) => {
      const told = await cancelShipment(tx, { id, ...body }, stillOut)
      return { shipment: (await shipmentByRef(tx, id)) as never, ...told }
    },
  )
}

function picking(house: House): void {
  read(
    house,
    {
      url: '/v1/pick-lists',
      needs: 'look',
      tells: 'Orders that have something to be shipped, due first; all of it, or a part',
      tag,
      query: Exactly({
        warehouse: Type.Optional(Reference()),
        state: Type.Optional(Choice(['complete', 'part'])),
        text: Type.Optional(SearchText(200)),
        ...PageQuery,
      }),
      answer: Page(QueuedOrder),
    },
    async (db, { query: { warehouse, state, text: wanted, cursor, limit = 100 } }) => {
      const found = warehouse === undefined ? null : (await resolveWarehouses(db)).get(warehouse)
      if (found === undefined) throw new Refusal('not_found', { kind: 'warehouse', id: warehouse ?? '' })
      const [dueOn, priority, orderId] = readCursor(cursor, 3) ?? [null, null, null]
      const isKey = typeof dueOn === 'string' && isCalendarDate(dueOn) && typeof priority === 'number'
      const rows = await pickQueue(db, {
        warehouseId: found?.id ?? null,
        state: state ?? null,
        text: wanted ?? null,
        after: isKey && typeof orderId === 'string' && isId(orderId) ? { dueOn, priority, orderId } : null,
        limit: limit + 1,
      })
      return pageOf(rows, limit, (row) => [row.dueOn, row.priority, row.orderId])
    },
  )
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
}

function papers(house: House): void {
  download(
    house,
    {
      url: '/v1/shipments/:id/packing-slip.pdf',
      needs: 'look',
      tells: 'The packing slip: who sends which batches, last days and serials to whom, and what is still to come',
      tag,
      params: IdParams(),
    },
    async (db, { params: { id } }) => {
      const found = await shipmentByRef(db, id)
      const [[sender], toCome] = await Promise.all([senderOf(db, found.warehouseId), stillToCome(db, found.id)])
      if (!sender) throw new Error('a shipment left from no warehouse')
      const content = await packingSlip({ paper: shipmentPaper(found, sender), sender, toCome })
      return { type: 'application/pdf', name: `packing-slip-${found.number}.pdf`, content }
    },
  )
}
