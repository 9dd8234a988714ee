import { reportKinds } from '#domain/sold-on.ts'
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
const kind = () => ({
  ...Choice(reportKinds),
  description: 'sold; came_back: brought back to the customer by those it sold to; lost: or destroyed there',
})

export const NewReports = Exactly({
  reports: Type.Array(
    Exactly({
      id: Type.Optional({ ...Id(), description: 'What is here under it and says the same is not recorded again' }),
      customer: Reference(),
      product: Reference(),
      kind: kind(),
      quantity: Quantity(),
      on: { ...Day(), description: 'On which it was, with the customer' },
      document: Type.Optional({ ...Text(200), description: 'What the customer calls its report' }),
      note: Type.Optional(Text(1000)),
    }),
    { minItems: 1, maxItems: 10_000, description: 'All are recorded, or none' },
  ),
})
export const Recorded = Type.Object({
  items: Type.Array(
    Type.Object({ id: Id(), repeated: Type.Boolean({ description: 'It was here already, and is not counted twice' }) }),
  ),
})
export const Report = Type.Object({
  id: Id(),
  customerId: Id(),
  customerName: Type.String(),
  productId: Id(),
  sku: Type.String(),
  productName: Type.String(),
  kind: kind(),
  quantity: Quantity(),
  on: Day(),
  document: text(),
  note: text(),
  recordedBy: Type.String(),
  recordedAt: Instant(),
  withdrawnBy: text(),
  withdrawnAt: Nullable(Instant()),
  withdrawReason: text(),
})

const Bounds = (description: string) => Type.Object({ least: Count(), most: Count() }, { description })
const numbers = {
  sent: Count(),
  returned: { ...Count(), description: 'Of it, what came back to us with its label on' },
  soldOn: Bounds('So many are with those it sold to, less what these brought back to it'),
  lost: Bounds('So many were lost or destroyed there'),
  there: Bounds('So many are there still'),
}
const gap = {
  gap: { ...Count(), description: 'More reported than can be; where it is not 0, the reports say nothing of batches' },
}
const batches = {
  batches: Type.Array(Type.Object({ batchId: Id(), batchCode: Type.String(), expiresOn: Nullable(Day()), ...numbers })),
}
const product = { productId: Id(), sku: Type.String(), productName: Type.String() }

/** Of a customer who sells on and tells how many, of some batches of a product together and of each. */
export const SoldOnNumbers = Type.Object({
  customerId: Id(),
  customerName: Type.String(),
  ...product,
  ...numbers,
  ...gap,
  ...batches,
})
export const SoldOnOfBatch = Type.Object({ items: Type.Array(SoldOnNumbers) })
export const SoldOnOfCustomer = Type.Object({
  items: Type.Array(Type.Object({ ...product, ...numbers, ...gap, ...batches })),
})
