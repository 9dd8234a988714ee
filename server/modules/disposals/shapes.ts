import { disposalStates, meanings } from '#domain/disposal.ts'
import { FileShape } from '#platform/files.ts'
import {
  Choice,
  Code,
  Day,
  Exactly,
  Id,
  Instant,
  Money,
  Nullable,
  Page,
  Quantity,
  Reference,
  Text,
  Type,
} from '#platform/http/index.ts'

const text = () => Nullable(Type.String())
const Cost = () =>
  Nullable({ ...Money(), description: "Minor units of the account's currency; null where nobody knows" })

export const NewDisposal = Exactly({
  id: Type.Optional(Id()),
  warehouse: Reference(),
  reason: Type.String({
    minLength: 1,
    maxLength: 200,
    description: 'One of the reasons that the account chooses from',
  }),
  method: Type.String({
    minLength: 1,
    maxLength: 200,
    description: 'One of the methods that the account chooses from',
  }),
  note: Type.Optional(Text(1000)),
  cost: Type.Optional({ ...Money(), description: 'Minor units, where somebody knows better than the receipts' }),
  proofs: Type.Optional(Type.Array(Id(), { maxItems: 50, description: 'Files that were kept before' })),
  lines: Type.Array(
    Exactly({
      product: Reference(),
      batch: Type.Optional(Reference()),
      place: Type.Optional(Reference()),
      quantity: Quantity(),
      serials: Type.Optional(Type.Array(Code(80), { maxItems: 5000 })),
    }),
    { minItems: 1, maxItems: 1000 },
  ),
})

const summary = {
  id: Id(),
  number: Type.String(),
  state: Choice(disposalStates),
  warehouseId: Id(),
  warehouseCode: Type.String(),
  reason: Type.String(),
  method: Type.String(),
  note: text(),
  byPassword: Type.Boolean({ description: 'It holds a prescription drug: two sign, and each shows a password' }),
  missing: Type.Array(Choice(meanings), { description: 'Whose signature is still needed' }),
  cost: Cost(),
  currency: Type.String(),
  quantity: Quantity(),
  skus: Type.Array(Type.String()),
  madeBy: Type.String(),
  madeAt: Instant(),
  destroyedBy: text(),
  destroyedAt: Nullable(Instant()),
  cancelledBy: text(),
  cancelledAt: Nullable(Instant()),
  cancelReason: text(),
  reversedBy: text(),
  reversedAt: Nullable(Instant()),
  reverseReason: text(),
}
export const Disposals = Page(Type.Object(summary))
export const DisposalShape = Type.Object({
  ...summary,
  lines: Type.Array(
    Type.Object({
      lineNo: Type.Integer(),
      productId: Id(),
      sku: Type.String(),
      productName: Type.String(),
      batchId: Nullable(Id()),
      batchCode: text(),
      expiresOn: Nullable(Day()),
      placeId: Nullable(Id()),
      placeCode: text(),
      candidateCodes: Nullable(
        Type.Array(Type.String(), { description: 'It is of one of these, and nobody knows of which' }),
      ),
      quantity: Quantity(),
      cost: Cost(),
      serials: Type.Array(Type.String()),
    }),
  ),
  signatures: Type.Array(
    Type.Object({
      meaning: Choice(meanings),
      signedBy: Type.String(),
      signedAt: Instant(),
      byPassword: Type.Boolean(),
    }),
  ),
  proofs: Type.Array(FileShape),
})

export const NewSignature = Exactly({
  id: Type.Optional(Id()),
  meaning: Type.Optional(Choice(meanings)),
  email: Type.Optional(
    Type.String({ minLength: 1, maxLength: 254, description: 'Of another person at the same screen' }),
  ),
  password: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
})

const Words = () => Type.Array(Code(200), { minItems: 1, maxItems: 50 })
export const ChoicesShape = Type.Object({ reasons: Words(), methods: Words() })
export const NewChoices = Exactly({ reasons: Words(), methods: Words() })
