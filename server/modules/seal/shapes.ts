/**
 * server/modules/seal/shapes.ts — the seal as the API speaks it.
 */
import { checkpointFormat, findingKinds } from '#domain/seal.ts'
import { Choice, Count, Exactly, Id, Instant, Nullable, Type } from '#platform/http/index.ts'

const Hash = () => Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256, hex', says: 'a SHA-256 in hex' })
const BlockNumber = () =>
  Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'Number of the block, from 1 on' })

const checkpoint = {
  format: Choice([checkpointFormat]),
  account: Id(),
  block: BlockNumber(),
  hash: { ...Hash(), description: 'Of the block, and by it of all before' },
  at: Instant(),
}
export const Checkpoint = Type.Object(checkpoint)
export const NewVerification = Exactly({
  id: Type.Optional(Id()),
  checkpoint: Type.Optional({
    ...Exactly(checkpoint),
    description: 'That was kept elsewhere: the chain is held against it',
  }),
})

export const Finding = Type.Object({
  kind: Choice(findingKinds),
  block: Nullable(Type.Integer()),
  at: { ...Nullable(Instant()), description: 'When the block was sealed' },
  table: Nullable(Type.String()),
  row: { ...Nullable(Type.String()), description: 'Its key, with / between the parts' },
  message: Type.String(),
})

export const Verification = Type.Object({
  id: Id(),
  askedBy: Type.String(),
  askedAt: Instant(),
  checkpoint: Nullable(Checkpoint),
  endedAt: { ...Nullable(Instant()), description: 'Null while it is walked' },
  blocks: Nullable(Type.Integer()),
  facts: Nullable(Count()),
  waiting: { ...Nullable(Count()), description: 'Facts that no block holds yet' },
  head: { ...Nullable(Type.String()), description: 'Hash of the last block' },
  found: { ...Nullable(Type.Integer()), description: '0: everything is as it was sealed' },
  findings: { ...Nullable(Type.Array(Finding)), description: 'The first 200' },
})

export const Seal = Type.Object({
  blocks: Type.Integer(),
  facts: { ...Count(), description: 'Sealed' },
  head: { ...Nullable(Type.String()), description: 'Hash of the last block; null before the first' },
  lookedAt: { ...Nullable(Instant()), description: 'What was recorded by then is sealed' },
  completeTo: { ...Nullable(Instant()), description: 'What says that it was recorded before is sealed, or false' },
  waiting: { ...Count(), description: 'Facts that no block holds yet; of each table 20,000 are counted' },
  lastVerification: Nullable(Verification),
})

export const BlockOfList = Type.Object({ ...checkpoint, table: Type.String(), facts: Count() })

export const Block = Type.Object({
  account: Id(),
  block: BlockNumber(),
  previous: Hash(),
  at: Instant(),
  completeTo: Nullable(Instant()),
  table: Type.String(),
  columns: Type.Array(Type.String()),
  leaves: { ...Type.Array(Hash()), description: 'SHA-256 of each fact when it was sealed' },
  hash: Hash(),
  facts: { ...Type.Array(Nullable(Type.String())), description: 'As they are now; null: gone' },
})
