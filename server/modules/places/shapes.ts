import { allergens, hazards, mixings, temperatures } from '#domain/storage/classes.ts'
import { Choice, Id, Instant, Nullable, PackOf, Text, TimeOfDay, Type, WorkingDays } from '#platform/http/index.ts'

export const Hazards = () =>
  Type.Array(Choice(hazards), { maxItems: 4, uniqueItems: true, description: 'Dangerous goods that may lie there' })
export const FreeFrom = () =>
  Type.Array(Choice(allergens), {
    maxItems: 14,
    uniqueItems: true,
    description: 'Allergens of Regulation (EU) 1169/2011, Annex II, that may not lie there, nor above it',
  })
export const binRules = {
  capacity: Nullable(
    Type.Integer({ minimum: 1, maximum: 1e12, description: 'Base units that it holds; null: not told' }),
  ),
  mixing: Choice(mixings),
  aisle: Nullable(Text(20)),
  bay: Nullable(Type.Integer({ minimum: 0, maximum: 100_000 })),
  level: Nullable(Type.Integer({ minimum: 0, maximum: 1000, description: '0 is the floor; null: read from the code' })),
}
export const givenRules = {
  capacity: Type.Optional(binRules.capacity),
  mixing: Type.Optional(binRules.mixing),
  aisle: Type.Optional(binRules.aisle),
  bay: Type.Optional(binRules.bay),
  level: Type.Optional(binRules.level),
}

export const Priority = () =>
  Type.Integer({ minimum: -1000, maximum: 1000, description: 'Where orders are routed: the lower first' })

export const Warehouse = Type.Object({
  id: Id(),
  code: Type.String(),
  name: Type.String(),
  timeZone: Type.String(),
  address: Nullable(Type.String()),
  cutOff: TimeOfDay(),
  workingDays: WorkingDays(),
  priority: Priority(),
  createdAt: Instant(),
})

export const Zone = Type.Object({
  id: Id(),
  warehouseId: Id(),
  code: Type.String(),
  name: Type.String(),
  storage: Choice(temperatures),
  hazards: Hazards(),
  freeFrom: FreeFrom(),
})

export const Place = Type.Object({
  id: Id(),
  warehouseId: Nullable(Id()),
  zoneId: Nullable(Id()),
  kind: Type.String(),
  code: Type.String(),
  packOf: Nullable(PackOf()),
  binId: Nullable(Id()),
  ...binRules,
})
