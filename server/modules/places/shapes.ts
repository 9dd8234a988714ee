import { Choice, Id, Instant, Nullable, PackOf, TimeOfDay, Type, WorkingDays } from '#platform/http/index.ts'

export const storageClasses = ['ambient', 'cool', 'frozen', 'hazardous'] as const

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
  storage: Choice(storageClasses),
})

export const Place = Type.Object({
  id: Id(),
  warehouseId: Nullable(Id()),
  zoneId: Nullable(Id()),
  kind: Type.String(),
  code: Type.String(),
  packOf: Nullable(PackOf()),
  binId: Nullable(Id()),
})
