/**
 * server/modules/redating/shapes.ts — what is opened, frozen and thawed, as the API speaks it.
 */
import { redatingKinds } from '#domain/redating.ts'
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
const Days = () => Type.Integer({ minimum: 1, maximum: 36_500 })

export const NewRule = Exactly({
  id: Type.Optional(Id()),
  product: Reference(),
  afterOpening: Type.Optional(
    Exactly({ count: Type.Integer({ minimum: 1, maximum: 36_500 }), unit: Choice(['days', 'months']) }),
  ),
  frozenDays: Type.Optional({ ...Days(), description: 'From the day of freezing' }),
  thawedDays: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 36_500, description: 'From the day of thawing; 0: that day only' }),
  ),
  refreezes: Type.Optional(Type.Boolean({ description: 'What was thawed may be frozen again; else it may not' })),
  says: { ...Text(2000), description: 'What the maker states, and where it is written' },
})
export const RedatingRule = Type.Object({
  id: Id(),
  productId: Id(),
  sku: Type.String(),
  productName: Type.String(),
  version: Type.Integer(),
  openedCount: Nullable(Type.Integer()),
  openedUnit: Nullable(Choice(['days', 'months'])),
  frozenDays: Nullable(Type.Integer()),
  thawedDays: Nullable(Type.Integer()),
  refreezes: Type.Boolean(),
  says: Type.String(),
  madeBy: Type.String(),
  madeAt: Instant(),
})

export const NewRedating = Exactly({
  id: Type.Optional(Id()),
  kind: Choice(redatingKinds),
  batch: Id(),
  place: { ...Id(), description: 'Where the units lie' },
  quantity: Quantity(),
  on: Type.Optional({ ...Day(), description: 'When it was done; today in the zone of the warehouse unless said' }),
  to: Type.Optional({ ...Id(), description: 'Where they lie from then on, of what is frozen or thawed' }),
  keptAt: Type.Optional({ ...Text(200), description: 'Where they are found' }),
  note: Type.Optional(Text(1000)),
})
export const Redating = Type.Object({
  id: Id(),
  kind: Choice(redatingKinds),
  batchId: Id(),
  batchCode: Type.String(),
  batchExpiresOn: Nullable(Day()),
  childId: { ...Id(), description: 'The batch that the units became' },
  childCode: Type.String(),
  expiresOn: Nullable(Day()),
  says: { ...text(), description: 'How its last day was reckoned' },
  productId: Id(),
  sku: Type.String(),
  productName: Type.String(),
  warehouseId: Id(),
  warehouseCode: Type.String(),
  quantity: Quantity(),
  onDay: Day(),
  keptAt: text(),
  note: text(),
  ruleId: Id(),
  ruleVersion: Type.Integer(),
  ruleSays: Type.String(),
  madeBy: Type.String(),
  madeAt: Instant(),
  undoneBy: text(),
  undoneAt: Nullable(Instant()),
  undoReason: text(),
  left: { ...Count(), description: 'On hand' },
  opened: { ...Count(), description: 'Of it, among the opened units, which nobody sells' },
  reserved: Count(),
  state: Choice(['here', 'past', 'gone']),
})
