import {
  Choice,
  Code,
  Day,
  Exactly,
  Id,
  Instant,
  Nullable,
  PackOf,
  Reference,
  Text,
  Type,
  Count as Units,
} from '#platform/http/index.ts'
import { countKinds } from './store.ts'

const Money = () => Nullable(Type.Integer({ description: "Minor units of the account's currency" }))

export const AbcQuery = { warehouse: Reference(), by: Type.Optional(Choice(['units', 'value'])) }
const classes = ['A', 'B', 'C'] as const

export const NewCount = Exactly({
  id: Type.Optional(Id()),
  warehouse: Reference(),
  of: Type.Unsafe<(typeof countKinds)[number]>({
    type: 'string',
    enum: [...countKinds],
    description: 'What it is of; bins that are not named are all in which anything lies',
  }),
  bins: Type.Optional(Type.Array(Reference(), { minItems: 1, maxItems: 10_000 })),
  products: Type.Optional(Type.Array(Reference(), { minItems: 1, maxItems: 1000 })),
  batches: Type.Optional(Type.Array(Reference(), { minItems: 1, maxItems: 1000 })),
  class: Type.Optional(Choice(classes)),
  classBy: Type.Optional(Choice(['units', 'value'])),
  sample: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000, description: 'How many bins are drawn' })),
  seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1, description: 'Draws the same bins again' })),
  blind: Type.Boolean({ description: 'Whoever counts is not told what is expected' }),
  counter: Type.Optional(Text(200)),
})

const Line = Exactly({
  product: Type.Optional(Reference()),
  batch: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 500,
      pattern: '^[^\\u0000]*$',
      description: 'Id or code of the batch, or all that its GS1 label says',
      says: 'text without null characters',
      anyCase: true,
    }),
  ),
  quantity: Type.Integer({ minimum: 0, maximum: 1e12, description: 'Found, in base units' }),
  serials: Type.Optional(Type.Array(Code(80), { maxItems: 5000 })),
  expiresOn: Type.Optional(Day()),
  note: Type.Optional(Text(1000)),
})
export const linesMax = 10_000
export const NewTallies = Exactly({
  id: Type.Optional(Id()),
  tallies: Type.Array(
    Exactly({
      place: Reference(),
      lines: Type.Array(Line, {
        maxItems: linesMax,
        description: 'All that was found in the bin of what is counted; what is not named was not there',
      }),
    }),
    { minItems: 1, maxItems: linesMax },
  ),
})
export const Tallied = Type.Object({
  items: Type.Array(Type.Object({ id: Id(), placeId: Id(), placeCode: Type.String(), round: Type.Integer() })),
})

const summary = {
  id: Id(),
  number: Type.String(),
  warehouseId: Id(),
  warehouseCode: Type.String(),
  kind: Choice(countKinds),
  class: Nullable(Choice(classes)),
  classBy: Nullable(Choice(['units', 'value'])),
  sample: Nullable(Type.Integer()),
  seed: Nullable(Type.Integer()),
  drawnFrom: Nullable(Type.Integer({ description: 'Bins there were to draw from' })),
  blind: Type.Boolean(),
  counter: Nullable(Type.String()),
  madeBy: Type.String(),
  madeAt: Instant(),
  closedBy: Nullable(Type.String()),
  closedAt: Nullable(Instant()),
  closeReason: Nullable(Type.String()),
  bins: Type.Integer(),
  counted: Type.Integer({ description: 'Bins that are counted and not to be counted again' }),
  differing: Nullable(Type.Integer({ description: 'null to those who are not told what a blind count expects' })),
  open: Nullable(Type.Integer({ description: 'Differences that are not booked' })),
}
export const CountSummary = Type.Object(summary)
export const CountShape = Type.Object({
  ...summary,
  subjects: Type.Array(
    Type.Object({
      productId: Id(),
      sku: Type.String(),
      batchId: Nullable(Id()),
      batchCode: Nullable(Type.String()),
    }),
    { description: 'What is counted in the bins; all that lies there where it names nothing' },
  ),
  tasks: Type.Array(
    Type.Object({
      placeId: Id(),
      placeCode: Type.String(),
      packOf: Nullable(PackOf()),
      state: Choice(['to_count', 'counted', 'recount']),
      round: Type.Integer(),
      countedAt: Nullable(Instant()),
      countedBy: Nullable(Type.String()),
      recountReason: Nullable(Type.String()),
      differing: Nullable(Type.Integer()),
    }),
  ),
})

const Suggestion = Type.Object({
  kind: Choice(['swapped', 'typed_wrongly', 'add_batch']),
  says: Type.String(),
  otherLineId: Type.Optional(Id()),
  otherCode: Type.Optional(Type.String()),
  quantity: Type.Optional(Units()),
})
export const Differences = Type.Object({
  number: Type.String(),
  blind: Type.Boolean(),
  currency: Type.String(),
  countLimit: Money(),
  items: Type.Array(
    Type.Object({
      id: Id(),
      placeId: Id(),
      placeCode: Type.String(),
      productId: Id(),
      sku: Type.String(),
      productName: Type.String(),
      batchId: Nullable(Id()),
      batchRead: Type.String(),
      expiresOn: Nullable(Day()),
      found: Units(),
      expected: Units(),
      difference: Units(),
      identifies: Type.Integer({
        description: 'Of the difference, what is none: goods without batch, found under the batch on their label',
      }),
      identified: Nullable(Type.Integer({ description: 'Of that, when it was booked' })),
      value: Money(),
      needsApproval: Type.Boolean(),
      hindrance: Nullable(Choice(['approval', 'own_count', 'blind'])),
      suggestion: Nullable(Suggestion),
      note: Nullable(Type.String()),
      round: Type.Integer(),
      countedBy: Type.String(),
      countedAt: Instant(),
      recount: Type.Boolean(),
      bookedBy: Nullable(Type.String()),
      bookedAt: Nullable(Instant()),
      bookedBatchId: Nullable(Id()),
      moveId: Nullable(Id()),
    }),
  ),
})
export const Booking = Exactly({
  id: Type.Optional(Id()),
  lines: Type.Optional(Type.Array(Id(), { minItems: 1, maxItems: linesMax })),
  reason: Type.Optional(Text(1000)),
  different: Type.Optional(Type.Boolean({ description: 'A code that looks like a known one is another batch' })),
})
export const Booked = Type.Object({
  booked: Type.Integer(),
  left: Type.Integer({ description: 'Differences that are not booked' }),
})
