/**
 * server/modules/samples/shapes.ts — samples as the API speaks them.
 */
import { Choice, Count, Day, Exactly, Id, Instant, Nullable, Quantity, Text, Type } from '#platform/http/index.ts'

const text = () => Nullable(Type.String())
const Months = () => Type.Integer({ minimum: 0, maximum: 1200, description: 'Months after the last day of the batch' })

export const Sample = Type.Object({
  id: Id(),
  number: Type.String(),
  batchId: Id(),
  batchCode: Type.String(),
  expiresOn: Nullable(Day()),
  productId: Id(),
  sku: Type.String(),
  productName: Type.String(),
  warehouseId: Id(),
  warehouseCode: Type.String(),
  receiptId: Nullable(Id()),
  quantity: Quantity(),
  keptAt: text(),
  dueOn: { ...Day(), description: 'Until when it is kept' },
  dueBecause: { ...text(), description: 'How that was reckoned; null where a person said it' },
  keepMonths: Nullable(Months()),
  note: text(),
  takenBy: Type.String(),
  takenAt: Instant(),
  left: Count(),
  used: Count(),
  destroyed: Count(),
  returned: Count(),
  state: Choice(['kept', 'due', 'gone']),
})

export const NewSample = Exactly({
  id: Type.Optional(Id()),
  batch: Id(),
  place: { ...Id(), description: 'From which it is taken' },
  quantity: Quantity(),
  serials: Type.Optional(Type.Array(Text(80), { maxItems: 5000 })),
  dueOn: Type.Optional({
    ...Day(),
    description: 'Until when it is kept; else counted from the last day of the batch by the rule of the product',
  }),
  keptAt: Type.Optional({ ...Text(200), description: 'Where it is found' }),
  note: Type.Optional(Text(1000)),
})

export const NewSampleRule = Exactly({
  units: Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'Base units of each batch' }),
  keepMonths: Months(),
  keptAt: Type.Optional(Text(200)),
})
export const SampleRule = Type.Object({
  productId: Id(),
  sku: Type.String(),
  productName: Type.String(),
  units: Type.Integer(),
  keepMonths: Months(),
  keptAt: text(),
  setBy: Type.String(),
  setAt: Instant(),
})
