/**
 * server/modules/allocation/rules/rule-shapes.ts — rules as the API speaks them.
 */
import {
  Choice,
  Count,
  Country,
  Day,
  Exactly,
  Id,
  Instant,
  Nullable,
  Reference,
  Text,
  Type,
} from '#platform/http/index.ts'

const text = () => Nullable(Type.String())
const rotations = ['fefo', 'fifo', 'lifo', 'lefo', 'manual'] as const
const choices = ['any', 'one_per_line', 'one_per_order', 'fewest', 'oldest_that_fills'] as const
const boundaries = ['at_least', 'more_than'] as const
const packOrders = ['packs_first', 'loose_first'] as const
const criteria = ['priority', 'distance', 'cost', 'expires_first', 'freshest'] as const
const Criteria = () =>
  Type.Array(Choice(criteria), {
    maxItems: 5,
    uniqueItems: true,
    description: 'The first that tells two warehouses apart decides from which of them an order goes',
  })
const splits = ['never', 'allowed'] as const
const SplitCost = () =>
  Type.Integer({
    minimum: 0,
    maximum: 1_000_000_000,
    description: "On top for each parcel after the first, in minor units of the account's currency",
  })
const Batches = () => Type.Array(Id(), { maxItems: 5000 })

export const NewRule = Exactly({
  id: Type.Optional(Id()),
  name: Text(100),
  customer: Type.Optional(Reference()),
  channel: Type.Optional(Text(40)),
  market: Type.Optional(Country()),
  product: Type.Optional(Reference()),
  category: Type.Optional(Text(100)),
  warehouse: Type.Optional(Reference()),
  client: Type.Optional(Reference()),
  rotation: Type.Optional(Choice(rotations)),
  lifeDaysMin: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 36_500, description: 'Days that must be left on the day of delivery' }),
  ),
  lifePercentMin: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 100, description: 'Of the days from production to expiry' }),
  ),
  lifeBoundary: Type.Optional(Choice(boundaries)),
  batches: Type.Optional(Choice(choices)),
  neverOlder: Type.Optional(Type.Boolean({ description: 'Than what the customer last received of the product' })),
  packOf: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'Only whole packs of so many base units; 1 lifts it' }),
  ),
  packOrder: Type.Optional(Choice(packOrders)),
  approved: Type.Optional(Batches()),
  barred: Type.Optional(Batches()),
  routing: Type.Optional(
    Exactly({ criteria: Criteria(), split: Choice(splits), splitCost: Type.Optional(SplitCost()) }),
  ),
  validFrom: Type.Optional(Day()),
  validUntil: Type.Optional(Nullable(Day())),
  replaces: Type.Optional(Id()),
  reason: Text(1000),
})

export const RuleView = Type.Object({
  id: Id(),
  name: Type.String(),
  customerId: Nullable(Id()),
  channel: text(),
  market: text(),
  productId: Nullable(Id()),
  category: text(),
  warehouseId: Nullable(Id()),
  clientId: Nullable(Id()),
  scope: Type.String({ description: 'Whom it concerns, in words' }),
  rotation: Nullable(Choice(rotations)),
  lifeDaysMin: Nullable(Count()),
  lifePercentMin: Nullable(Count()),
  lifeBoundary: Nullable(Choice(boundaries)),
  batches: Nullable(Choice(choices)),
  neverOlder: Nullable(Type.Boolean()),
  packOf: Nullable(Count()),
  packOrder: Nullable(Choice(packOrders)),
  approves: Type.Boolean(),
  bars: Type.Boolean(),
  routingCriteria: Nullable(Criteria()),
  routingSplit: Nullable(Choice(splits)),
  routingSplitCost: Nullable(SplitCost()),
  batchIds: Type.Array(Id()),
  says: Type.Array(Type.String(), { description: 'What it sets, in words' }),
  state: Choice(['future', 'now', 'over']),
  validFrom: Day(),
  validUntil: Nullable(Day()),
  replacesId: Nullable(Id()),
  reason: Type.String(),
  createdBy: Type.String(),
  createdAt: Instant(),
  endedBy: text(),
  endedAt: Nullable(Instant()),
  endReason: text(),
})
