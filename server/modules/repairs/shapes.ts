/**
 * server/modules/repairs/shapes.ts — repairs as the API speaks them.
 */
import { repairKinds } from '#domain/repairs.ts'
import { Choice, Count, Day, Exactly, Id, Instant, Nullable, Quantity, Text, Type } from '#platform/http/index.ts'
import { dateKinds } from '../batches/index.ts'

const text = () => Nullable(Type.String())

const otherYear = () =>
  Type.Boolean({ description: 'Date: confirmed, a day more than a year from the one that stands is meant' })

const asked = {
  kind: Choice(repairKinds),
  batch: { ...Id(), description: 'That is repaired' },
  into: Type.Optional({ ...Id(), description: 'Merge: the batch that it is' }),
  sameSupplier: Type.Optional(
    Type.Boolean({ description: 'Merge: confirmed, what came from two suppliers is one batch' }),
  ),
  parts: Type.Optional(
    Type.Array(
      Exactly({
        code: Type.Optional({
          ...Text(100),
          description: 'Made from that of the batch unless said; parts of one code are one batch',
        }),
        place: { ...Id(), description: 'Where the units lie' },
        quantity: Quantity(),
        serials: Type.Optional(
          Type.Array(Text(80), {
            maxItems: 5000,
            description: 'Of which units, where they have serials; unless said, of all that lie there',
          }),
        ),
      }),
      { minItems: 1, maxItems: 100, description: 'Split: what becomes batches of their own' },
    ),
  ),
  code: Type.Optional({ ...Text(100), description: 'Rename: the code that is right' }),
  different: Type.Optional(
    Type.Boolean({ description: 'Split, rename: confirmed, a code that looks like a known one is another batch' }),
  ),
  date: Type.Optional({ ...Choice(dateKinds), description: 'Date: which one is stated anew' }),
  on: Type.Optional({ ...Day(), description: 'Date: the day that is right' }),
  otherYear: Type.Optional(otherYear()),
  reason: Text(1000),
}
export const RepairPreviewAsk = Exactly({ ...asked, reason: Type.Optional(Text(1000)) })
export const NewRepair = Exactly({ id: Type.Optional(Id()), ...asked })
export const DateAsk = Exactly({
  kind: Choice(dateKinds),
  on: Day(),
  otherYear: Type.Optional(otherYear()),
  reason: Text(1000),
})

export const Repair = Type.Object({
  id: Id(),
  number: Type.String(),
  kind: Choice(repairKinds),
  productId: Id(),
  sku: Type.String(),
  productName: Type.String(),
  batchId: Id(),
  batchCode: { ...Type.String(), description: 'As it is called now' },
  otherId: { ...Nullable(Id()), description: 'Merge: the batch that it is' },
  otherCode: text(),
  codeBefore: text(),
  codeAfter: text(),
  dateKind: Nullable(Choice(dateKinds)),
  dateBefore: Nullable(Day()),
  dateAfter: Nullable(Day()),
  parts: Type.Array(Type.Object({ batchId: Id(), batchCode: Type.String(), quantity: Count() }), {
    description: 'What units became; of a merge also what came later under its code',
  }),
  quantity: Count(),
  reason: Type.String(),
  madeBy: Type.String(),
  madeAt: Instant(),
  undoableUntil: { ...Nullable(Day()), description: 'Of a merge; others for as long as nothing stands against it' },
  undoneBy: text(),
  undoneAt: Nullable(Instant()),
  undoReason: text(),
})

const before = <T extends ReturnType<typeof Count>>(value: T) => ({ before: value, after: value })

export const RepairPreview = Type.Object({
  batches: Type.Array(
    Type.Object({
      batchId: Id(),
      batchCode: Type.String(),
      onHand: Type.Object(before(Count())),
      reserved: Type.Object(before(Count())),
      expiresOn: Type.Object({ before: Nullable(Day()), after: Nullable(Day()) }),
    }),
    { description: 'Batches of which anything changes, with those that follow' },
  ),
  places: Type.Array(
    Type.Object({
      batchId: Id(),
      batchCode: Type.String(),
      warehouseCode: Type.String(),
      placeCode: Type.String(),
      ...before(Count()),
    }),
    { description: 'Where units change their batch' },
  ),
  documents: Type.Array(
    Type.Object({
      id: Id(),
      kind: Choice(['order', 'transfer']),
      number: Type.String(),
      ...before({ ...Count(), description: 'Units promised' }),
    }),
    { description: 'Orders and transfers that lose or get units; the first hundred' },
  ),
  documentsChanged: Type.Integer(),
  made: Type.Array(
    Type.Object({
      batchId: Id(),
      batchCode: Type.String(),
      productId: Id(),
      sku: Type.String(),
      expiresOn: Type.Object({ before: Nullable(Day()), after: Nullable(Day()) }),
      follows: Type.Boolean({
        description:
          'Its last day follows; false: somebody said it, it stays, and is later than that of what it was made of',
      }),
    }),
    { description: 'What was made of it in production runs, to any depth; the first five hundred' },
  ),
  madeChanged: Type.Integer(),
  holds: Type.Array(
    Type.Object({ number: Type.String(), reason: Type.String(), ...before({ ...Count(), description: 'Units held' }) }),
    { description: 'Holds that reach more units, or fewer' },
  ),
  expired: { ...Type.Object(before(Count())), description: 'Units here whose last day is over' },
})
