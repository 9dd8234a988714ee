/**
 * server/modules/fulfilment/shapes.ts — shipments and pick lists as the API speaks them.
 */
import {
  Choice,
  Count,
  Day,
  Exactly,
  Id,
  Instant,
  Nullable,
  Quantity,
  Reference,
  Text,
  Type,
} from '#platform/http/index.ts'

const text = () => Nullable(Type.String())
/** Of lines of an order. */
export const ofKit = {
  kitLineId: Nullable(Id()),
  kitSku: text(),
}
export const KitsAmong = () =>
  Type.Array(
    Type.Object({
      lineId: Id(),
      lineNo: Count(),
      productId: Id(),
      sku: Type.String(),
      productName: Type.String(),
      whole: Type.Integer({ description: 'So many whole kits are in it; what is beside these is a part of one' }),
    }),
    { description: 'Kits of which parts are in it; the lines name theirs' },
  )
export const PartKits = () =>
  Type.Optional(Type.Boolean({ description: 'That parts of kits may go alone; else only whole kits do' }))

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
  state: Choice(['shipped', 'part_cancelled', 'cancelled']),
}
export const ShipmentSummary = Type.Object(shipment)
export const Shipment = Type.Object({
  ...shipment,
  kits: KitsAmong(),
  lines: Type.Array(
    Type.Object({
      id: Id(),
      orderLineId: Id(),
      lineNo: Count(),
      ...ofKit,
      productId: Id(),
      sku: Type.String(),
      productName: Type.String(),
      baseUnit: Choice(['each', 'gram', 'millilitre']),
      batchId: Id(),
      batchCode: Type.String(),
      expiresOn: Nullable(Day()),
      placeCode: Type.String(),
      quantity: Quantity(),
      cancelled: Type.Integer({ minimum: 0, description: 'Of the quantity: it did not leave after all' }),
      serials: Type.Array(Type.String()),
    }),
  ),
  cancellations: Type.Array(
    Type.Object({
      cancelledAt: Instant(),
      cancelledBy: Type.String(),
      reason: Type.String(),
      quantity: Quantity(),
    }),
    { description: 'Oldest first' },
  ),
})
export const NewCancellation = Exactly({
  reason: Text(1000),
  parcels: Type.Optional(
    Type.Array(Reference(), { minItems: 1, maxItems: 500, description: 'These parcels of it alone; else all of it' }),
  ),
})
export const Cancelled = Type.Object({
  shipment: Shipment,
  back: Type.Integer({ description: 'Base units that lie here again' }),
  promised: Type.Integer({ description: 'Of these, promised to their order again' }),
})
export const NewShipment = Exactly({
  id: Type.Optional(Id()),
  order: Reference(),
  warehouse: Type.Optional(Reference()),
  carrier: Type.Optional(Text(80)),
  trackingNumber: Type.Optional(Text(80)),
  shippedAt: Type.Optional(Instant()),
  partKits: PartKits(),
  parcels: Type.Optional(
    Type.Array(Reference(), {
      minItems: 1,
      maxItems: 500,
      description: 'These parcels of the order, and nothing else',
    }),
  ),
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
export const NewPapers = Exactly({
  carrier: Type.Optional(Nullable(Text(80))),
  trackingNumber: Type.Optional(Nullable(Text(80))),
  reason: Type.Optional(Text(1000)),
})
export const QueuedOrder = Type.Object({
  orderId: Id(),
  number: Type.String(),
  customerName: text(),
  channel: Type.String(),
  orderedAt: Instant(),
  deliverOn: Nullable(Day()),
  dueOn: Day(),
  priority: Type.Integer(),
  warehouses: Type.Array(Type.String()),
  reserved: Count(),
  waiting: Count(),
})
export const PickList = Type.Object({
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
          ...ofKit,
          sku: Type.String(),
          productName: Type.String(),
          baseUnit: Choice(['each', 'gram', 'millilitre']),
          tracking: Choice(['none', 'batch', 'serial']),
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
