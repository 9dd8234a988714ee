/**
 * server/modules/fulfilment/packing/shapes.ts — parcels as the API speaks them.
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
import { Task } from '../picking/shapes.ts'
import { KitsAmong, ofKit, PartKits } from '../shapes.ts'

const text = () => Nullable(Type.String())
export const parcelStates = ['packed', 'shipped', 'cancelled'] as const
export const Parcel = Type.Object({
  id: Id(),
  number: Type.String(),
  state: Choice(parcelStates),
  orderId: Id(),
  orderNumber: Type.String(),
  customerName: text(),
  shipTo: text(),
  warehouseId: Id(),
  warehouseCode: Type.String(),
  sscc: Nullable(Type.String({ description: 'Serial Shipping Container Code, 18 digits' })),
  ssccNote: Nullable(Type.String({ description: 'Why it has none' })),
  weightGrams: Nullable(Type.Integer()),
  packedBy: Type.String(),
  packedAt: Instant(),
  cancelledBy: text(),
  cancelledAt: Nullable(Instant()),
  cancelReason: text(),
  shipmentId: Nullable(Id()),
  shipmentNumber: text(),
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
      placeId: Id(),
      placeCode: Type.String(),
      quantity: Quantity(),
      serials: Type.Array(Type.String()),
      stopped: Nullable(Type.String({ description: 'Why it must not leave' })),
    }),
  ),
})
export const Packing = Type.Object({
  orderId: Id(),
  number: Type.String(),
  rows: Type.Array(Type.Intersect([Task, Type.Object({ gtins: Type.Array(Type.String()) })]), {
    description: 'What is promised or picked, batch by batch; with the GTINs of its product',
  }),
  parcels: Type.Array(Parcel),
})
export const NewParcel = Exactly({
  id: Type.Optional(Id()),
  order: Reference(),
  warehouse: Type.Optional(Reference()),
  weightGrams: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000_000 })),
  partKits: PartKits(),
  lines: Type.Optional(
    Type.Array(
      Exactly({
        orderLine: Id(),
        batch: Reference(),
        place: Type.Optional(Reference()),
        quantity: Quantity(),
        serials: Type.Optional(Type.Array(Text(80), { maxItems: 5000 })),
      }),
      { minItems: 1, maxItems: 5000, description: 'Else all that is picked and in no parcel' },
    ),
  ),
})
