import { Choice, Count, Day, Id, Instant, Nullable, Type } from '#platform/http/index.ts'
import { linkKinds } from './lineage.ts'

export const dateKinds = ['produced', 'best_before', 'use_by', 'expiry'] as const
export const dateSources = ['scanned', 'typed', 'computed', 'inherited', 'corrected', 'imported'] as const

export const Batch = Type.Object({
  id: Id(),
  productId: Id(),
  sku: Type.String(),
  productName: Type.String(),
  kind: Choice(['batch', 'untracked']),
  code: Type.String(),
  codeAsGiven: Type.String(),
  supplierId: Nullable(Id()),
  supplierName: Nullable(Type.String()),
  supplierLot: Nullable(Type.String()),
  originCountry: Nullable(Type.String()),
  producedOn: Nullable(Day()),
  expiresOn: Nullable(Day()),
  expiresOnSource: Nullable(Choice(dateSources)),
  firstReceivedOn: Nullable(Day()),
  attributes: Type.Record(Type.String(), Type.Unknown()),
  createdAt: Instant(),
  mergedIntoId: { ...Nullable(Id()), description: 'The batch that its goods are now' },
  mergedIntoCode: Nullable(Type.String()),
  formerCodes: Type.Array(Type.String(), { description: 'Codes that it had; they still find it' }),
})

export const BatchLink = Type.Object({
  batchId: Id(),
  batchCode: Type.String(),
  expiresOn: Nullable(Day()),
  productId: Id(),
  sku: Type.String(),
  kind: Choice(linkKinds),
  quantity: { ...Count(), description: 'Units that became it; none where all were gone before two codes were merged' },
  documentId: { ...Nullable(Id()), description: 'Of what was made: the production run' },
  madeBy: Type.String(),
  madeAt: Instant(),
  endedAt: {
    ...Nullable(Instant()),
    description: 'When a merge, a split or a run was undone: then it links nothing any more',
  },
})

export const BatchDetail = Type.Object({
  ...Batch.properties,
  dates: Type.Array(
    Type.Object({
      id: Id(),
      kind: Choice(dateKinds),
      on: Day(),
      source: Choice(dateSources),
      explanation: Nullable(Type.String()),
      reason: Nullable(Type.String()),
      actorName: Type.String(),
      recordedAt: Instant(),
      withdrawnBy: Nullable(Type.String()),
      withdrawnAt: Nullable(Instant()),
      withdrawReason: Nullable(Type.String()),
      stands: Type.Boolean(),
    }),
  ),
  lots: Type.Array(Type.Object({ id: Id(), code: Type.String() })),
  parents: Type.Array(BatchLink, { description: 'What it was made of' }),
  children: Type.Array(BatchLink, {
    description: 'What was made of it: its own last day, but held and traced with it',
  }),
})
