/**
 * server/modules/orders/shapes.ts — orders as the API speaks them.
 */
import {
  Choice,
  Count,
  Country,
  Currency,
  Day,
  Exactly,
  Id,
  Instant,
  Money,
  Nullable,
  Quantity,
  Reference,
  Text,
  Type,
} from '#platform/http/index.ts'
import { ArrivalShape, RoutingShape } from '../allocation/index.ts'
import { orderStates } from './order-list.ts'

const text = () => Nullable(Type.String())
const rotations = ['fefo', 'fifo', 'lifo'] as const
/** Rules know more of them. */
const anyRotation = () => Choice([...rotations, 'lefo', 'manual'])

const order = {
  id: Id(),
  number: Type.String(),
  customerId: Nullable(Id()),
  customerName: text(),
  channel: Type.String(),
  warehouseId: Nullable(Id()),
  warehouseCode: text(),
  orderedAt: Instant(),
  deliverOn: Nullable(Day()),
  priority: Type.Integer(),
  shipTo: text(),
  country: text(),
  postalCode: text(),
  serviceId: Nullable(Id()),
  serviceCode: text(),
  note: text(),
  recordedAt: Instant(),
  actorName: Type.String(),
  cancelledAt: Nullable(Instant()),
  state: Choice(orderStates),
  lineCount: Type.Integer({ minimum: 0, description: 'Lines as they were sold: one that sells kits is one' }),
  quantity: Type.Integer({
    minimum: 0,
    description: 'Units of what lies in stock, as are those that follow: of kits, the units of their parts',
  }),
  allocated: Count(),
  shipped: Count(),
  backOrdered: Count(),
  lost: Type.Array(
    Type.Object({
      why: Choice(['held', 'place', 'expired', 'too_short', 'undated']),
      hold: text(),
      lines: Count(),
      quantity: Count(),
      since: Instant(),
    }),
    { description: 'Batches that were promised to lines which now wait, and what took them away' },
  ),
}
export const OrderSummary = Type.Object(order)

export const PassedOver = Type.Object({
  batchId: Id(),
  batchCode: Type.String(),
  placeId: Id(),
  quantity: Count(),
  says: Type.String({ description: 'Why, in a sentence' }),
})

const line = {
  id: Id(),
  lineNo: Count(),
  productId: Id(),
  sku: Type.String(),
  productName: Type.String(),
  baseUnit: Choice(['each', 'gram', 'millilitre']),
  ordered: Quantity(),
  quantity: Count(),
  allocated: Count(),
  shipped: Count(),
  backOrdered: Count(),
  rotation: anyRotation(),
  lifeDaysMin: Nullable(Count()),
  unitPrice: Nullable(Money()),
  currency: text(),
  batches: Type.Array(
    Type.Object({
      batchId: Id(),
      batchCode: Type.String(),
      expiresOn: Nullable(Day()),
      placeId: Id(),
      placeCode: Type.String(),
      warehouseId: Id(),
      warehouseCode: Type.String(),
      quantity: Quantity(),
    }),
  ),
  sent: Type.Array(
    Type.Object({
      batchId: Id(),
      batchCode: Type.String(),
      expiresOn: Nullable(Day()),
      quantity: Quantity(),
      shipmentId: Id(),
      shippedAt: Instant(),
    }),
  ),
  passedOver: Type.Array(PassedOver),
  arrivals: Type.Array(ArrivalShape, {
    description: 'When it would leave each warehouse and arrive, as it was reckoned at the last decision',
  }),
}
export const Order = Type.Object({
  ...order,
  routing: Type.Array(RoutingShape, {
    description: 'From where it was decided to go, by which rule, and why from nowhere else; the newest first',
  }),
  lines: Type.Array(
    Type.Object({
      ...line,
      components: Type.Array(
        Type.Object({
          ...line,
          perKit: Type.Integer({ description: 'Base units in one kit, as it was when ordered' }),
        }),
        {
          description:
            'Of a line that sells kits: the parts that leave for it, with their batches. The line itself has none and counts whole kits',
        },
      ),
    }),
  ),
})

export const NewOrder = Exactly({
  id: Type.Optional(Id()),
  number: Type.Optional(Text(80)),
  customer: Type.Optional(Reference()),
  channel: Type.Optional(Text(40)),
  warehouse: Type.Optional(Reference()),
  orderedAt: Type.Optional(Instant()),
  deliverOn: Type.Optional(Day()),
  priority: Type.Optional(Type.Integer({ minimum: -100, maximum: 100 })),
  shipTo: Type.Optional(Text(1000)),
  country: Type.Optional(Country()),
  postalCode: Type.Optional(Text(20)),
  service: Type.Optional(Reference()),
  note: Type.Optional(Text(1000)),
  history: Type.Optional(
    Type.Boolean({ description: 'Recorded after the fact: life is judged on the days of the order itself' }),
  ),
  lines: Type.Array(
    Exactly({
      id: Type.Optional(Id()),
      product: Reference(),
      quantity: Quantity(),
      pack: Type.Optional(Text(80)),
      rotation: Type.Optional(Choice(rotations)),
      lifeDaysMin: Type.Optional(Type.Integer({ minimum: 0, maximum: 36_500 })),
      shortage: Type.Optional(Choice(['part', 'whole'])),
      unitPrice: Type.Optional(Money()),
      currency: Type.Optional(Currency()),
    }),
    { minItems: 1, maxItems: 5000 },
  ),
})

export const OrderChange = Exactly({
  lines: Type.Optional(
    Type.Array(Exactly({ id: Id(), quantity: Type.Integer({ minimum: 0, maximum: 9_000_000_000_000 }) }), {
      maxItems: 5000,
    }),
  ),
  deliverOn: Type.Optional(Nullable(Day())),
  priority: Type.Optional(Type.Integer({ minimum: -100, maximum: 100 })),
  shipTo: Type.Optional(Nullable(Text(1000))),
  country: Type.Optional(Nullable(Country())),
  postalCode: Type.Optional(Nullable(Text(20))),
  service: Type.Optional(Nullable(Reference())),
  note: Type.Optional(Nullable(Text(1000))),
  reason: Type.Optional(Text(1000)),
})

export const PlacedOrder = Type.Object({
  id: Id(),
  number: Type.String(),
  allocated: Count(),
  backOrdered: Count(),
  lines: Type.Array(
    Type.Object({
      id: Id(),
      allocated: Count(),
      backOrdered: Count(),
      components: Type.Array(Type.Object({ id: Id(), productId: Id(), allocated: Count(), backOrdered: Count() }), {
        description: 'Of a line that sells kits: its parts',
      }),
    }),
  ),
})

export const Decision = Type.Object({
  id: Id(),
  decidedAt: Instant(),
  cause: Choice([
    'order',
    'edit',
    'hold',
    'lift',
    'receipt',
    'release',
    'correction',
    'retry',
    'expiry',
    'rule',
    'delivery',
    'swap',
    'short',
    'disposal',
  ]),
  judgedOn: Day(),
  rotation: anyRotation(),
  asked: Count(),
  shortfall: Count(),
  actorName: Type.String(),
  picks: Type.Array(Type.Object({ batchId: Id(), batchCode: Type.String(), placeId: Id(), quantity: Quantity() })),
  passedOver: Type.Array(PassedOver),
  arrivals: Type.Array(ArrivalShape),
  rules: Type.Array(
    Type.Object({
      ruleId: Id(),
      name: Type.String(),
      setting: Type.String(),
      says: Type.String(),
      warehouseId: Nullable(Id()),
      over: Type.Array(Type.Object({ ruleId: Id(), name: Type.String() })),
    }),
    { description: 'The rules that held for the line, as they were; `over`: those it won over, the next best first' },
  ),
})
