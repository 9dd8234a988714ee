/**
 * server/modules/fulfilment/picking/shapes.ts — waves, tasks and picks as the API speaks them.
 */
import {
  Choice,
  Count,
  Day,
  Exactly,
  Id,
  Instant,
  Nullable,
  PackOf,
  Quantity,
  Reference,
  Text,
  Type,
} from '#platform/http/index.ts'
import { ofKit } from '../shapes.ts'

const text = () => Nullable(Type.String())
const summary = {
  id: Id(),
  number: Type.String(),
  warehouseId: Id(),
  warehouseCode: Type.String(),
  madeBy: Type.String(),
  madeAt: Instant(),
  closedBy: text(),
  closedAt: Nullable(Instant()),
  orderCount: Type.Integer(),
  units: Type.Integer({ description: 'Promised to its orders in this warehouse; 0 once it is closed' }),
  pickedUnits: Type.Integer({ description: 'Of these' }),
  stoppedUnits: Type.Integer({ description: 'Picked and not promised any more: to be put back' }),
}
export const WaveSummary = Type.Object(summary)
const task = {
  orderId: Id(),
  orderNumber: Type.String(),
  orderLineId: Id(),
  lineNo: Count(),
  ...ofKit,
  productId: Id(),
  sku: Type.String(),
  productName: Type.String(),
  baseUnit: Choice(['each', 'gram', 'millilitre']),
  tracking: Choice(['none', 'batch', 'serial']),
  batchId: Id(),
  batchCode: Type.String(),
  expiresOn: Nullable(Day()),
  placeId: Id(),
  placeCode: Type.String(),
  packOf: Nullable(PackOf()),
  zoneCode: text(),
  quantity: Type.Integer({ description: 'Promised' }),
  picked: Count(),
  packed: Count(),
  toPick: Count(),
  stopped: Count(),
  packable: Count(),
  loose: Type.Integer({ description: 'Picked and in no parcel' }),
}
const gtins = Type.Array(Type.String(), { description: 'Of its packs, by which a scanner without network knows it' })
const why = Nullable(Type.String({ description: 'Why it must not go on' }))
export const Task = Type.Object({ ...task, why })
export const Wave = Type.Object({
  ...summary,
  orders: Type.Array(
    Type.Object({
      orderId: Id(),
      number: Type.String(),
      customerName: text(),
      channel: Type.String(),
      deliverOn: Nullable(Day()),
    }),
  ),
  tasks: Type.Array(Type.Object({ ...task, why, gtins }), { description: 'In the order in which a picker walks' }),
  stopped: Type.Array(Type.Object({ ...task, why: Type.String() }), { description: 'To be put back' }),
})
export const NewWave = Exactly({
  id: Type.Optional(Id()),
  warehouse: Reference(),
  orders: Type.Optional(
    Type.Array(Reference(), {
      minItems: 1,
      maxItems: 200,
      description: 'Else those due first that are in no open wave',
    }),
  ),
  dueUntil: Type.Optional(Day()),
  channel: Type.Optional(Text(40)),
  ordersMax: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
export const NewPick = Exactly({
  id: Type.Optional(Id()),
  orderLine: Type.Optional(Id()),
  batch: Type.Unsafe<string>({ ...Reference(), description: 'Id, code, or all that a scanner read of a GS1 label' }),
  place: Type.Optional(Reference()),
  quantity: Quantity(),
  scan: Type.Optional(Text(500)),
  instead: Type.Optional(Exactly({ batch: Id(), place: Id() })),
  force: Type.Optional(Exactly({ reason: Text(1000) })),
})
export const Picked = Type.Object({
  orderLineId: Id(),
  batchId: Id(),
  batchCode: Type.String(),
  placeId: Id(),
  placeCode: Type.String(),
  quantity: Quantity(),
  swap: Nullable(
    Type.Object({
      batchCode: Type.String({ description: 'Which was to be picked' }),
      quantity: Quantity(),
      lines: Type.Integer({ description: 'That were promised it and now have other stock or wait' }),
      forced: Type.Boolean(),
    }),
  ),
  notes: Type.Array(Type.String(), { description: 'Where the label says other than what is known here' }),
})
export const NewPutBack = Exactly({
  id: Type.Optional(Id()),
  batch: Id(),
  place: Id(),
  quantity: Quantity(),
  scan: Type.Optional(Text(500)),
})
export const GivenUp = Exactly({
  id: Type.Optional(Id()),
  pick: Text(300),
  refusal: Text(1000),
  reason: Text(1000),
})
export const NewShort = Exactly({
  id: Type.Optional(Id()),
  orderLine: Id(),
  batch: Id(),
  place: Id(),
  found: Type.Integer({ minimum: 0, maximum: 1e12 }),
  reason: Text(500),
  serials: Type.Optional(Type.Array(Text(80), { maxItems: 5000 })),
})
