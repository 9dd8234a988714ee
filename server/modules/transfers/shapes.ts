import { transferStates } from '#domain/transfers.ts'
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
import { StorageForce } from '../stock/index.ts'

const text = () => Nullable(Type.String())
const summary = {
  id: Id(),
  number: Type.String(),
  fromWarehouseId: Id(),
  fromCode: Type.String(),
  toWarehouseId: Id(),
  toCode: Type.String(),
  note: text(),
  state: Type.Unsafe<(typeof transferStates)[number]>({
    type: 'string',
    enum: [...transferStates],
    description: 'Read from what was recorded and from the ledger, each time anew',
  }),
  requestedBy: Type.String(),
  requestedAt: Instant(),
  approvedBy: text(),
  approvedAt: Nullable(Instant()),
  cancelledBy: text(),
  cancelledAt: Nullable(Instant()),
  cancelReason: text(),
  lineCount: Count(),
  asked: Count(),
  reserved: Count(),
  sent: Count(),
  inTransit: Count(),
  arrived: Count(),
  returned: Count(),
  missing: Count(),
}
export const Summary = Type.Object(summary)

const Line = Type.Object({
  id: Id(),
  lineNo: Count(),
  productId: Id(),
  sku: Type.String(),
  productName: Type.String(),
  baseUnit: Type.String(),
  tracking: Choice(['none', 'batch', 'serial']),
  requested: Quantity(),
  quantity: Count(),
  reserved: Count(),
  sent: Count(),
  batchId: Nullable(Id()),
  batchCode: text(),
  reason: text(),
  promised: Type.Array(
    Type.Object({
      batchId: Id(),
      batchCode: Type.String(),
      expiresOn: Nullable(Day()),
      placeId: Id(),
      placeCode: Type.String(),
      quantity: Quantity(),
    }),
    { description: 'What is to be picked' },
  ),
  batches: Type.Array(
    Type.Object({
      batchId: Id(),
      batchCode: Type.String(),
      expiresOn: Nullable(Day()),
      sent: Count(),
      inTransit: Count(),
      arrived: Count(),
      returned: Count(),
      missing: Count(),
    }),
    { description: 'What left of it' },
  ),
  passedOver: Type.Array(
    Type.Object({ batchId: Id(), batchCode: Type.String(), quantity: Count(), says: Type.String() }),
    { description: 'While units are missing: what stood against each other batch' },
  ),
})
export const Transfer = Type.Object({
  ...summary,
  lines: Type.Array(Line),
  discrepancies: Type.Array(
    Type.Object({
      id: Id(),
      lineNo: Count(),
      batchId: Id(),
      batchCode: Type.String(),
      kind: Choice(['missing', 'lost', 'found', 'damaged', 'wrong_batch']),
      quantity: Quantity(),
      otherBatchCode: text(),
      reason: text(),
      madeBy: Type.String(),
      madeAt: Instant(),
    }),
  ),
})

const Serials = () => Type.Array(Text(80), { maxItems: 5000 })
export const linesMax = 10_000
export const NewTransfer = Exactly({
  id: Type.Optional(Id()),
  from: Reference(),
  to: Reference(),
  note: Type.Optional(Text(1000)),
  approve: Type.Optional(Type.Boolean({ description: 'At once, by who may: its lines are promised stock' })),
  lines: Type.Array(
    Exactly({
      product: Reference(),
      quantity: Quantity(),
      batch: Type.Optional(Reference()),
      reason: Type.Optional(
        Type.Unsafe<string>({ ...Text(1000), description: 'Why that batch; an expired one goes only with a reason' }),
      ),
    }),
    { minItems: 1, maxItems: linesMax },
  ),
})
const goods = {
  line: Type.Optional(Quantity()),
  batch: Type.Optional(Reference()),
  place: Type.Optional(Reference()),
  quantity: Quantity(),
  serials: Type.Optional(Serials()),
}
const Goods = (description: string) =>
  Type.Optional(Type.Array(Exactly(goods), { minItems: 1, maxItems: linesMax, description }))
export const NewDispatch = Exactly({ lines: Goods('All that is promised where nothing is named') })
export const NewArrival = Exactly({
  warehouse: Type.Optional(Reference()),
  rest: Type.Optional(
    Type.Unsafe<'to_come' | 'missing'>({
      type: 'string',
      enum: ['to_come', 'missing'],
      description: 'Of what is then still on its way: whether more is to come, or somebody has to find out',
    }),
  ),
  force: Type.Optional(StorageForce()),
  lines: Goods('All that is on its way where nothing is named; the place is where it is put'),
})
export const NewSettlement = Exactly({
  line: Quantity(),
  batch: Reference(),
  quantity: Quantity(),
  as: Choice(['lost', 'found', 'damaged', 'wrong_batch']),
  reason: Text(1000),
  warehouse: Type.Optional(Reference()),
  place: Type.Optional(Reference()),
  serials: Type.Optional(Serials()),
  other: Type.Optional(
    Exactly({
      batch: Text(80),
      expiresOn: Type.Optional(Day()),
      producedOn: Type.Optional(Day()),
      different: Type.Optional(Type.Boolean()),
    }),
  ),
})
