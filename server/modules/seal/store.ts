/**
 * server/modules/seal/store.ts — the SQL of chains, their blocks, and what was found when they were walked.
 */
import type { Checkpoint, FindingKind } from '#domain/seal.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'

export type ChainRow = {
  blocks: number
  facts: number
  head: Buffer
  mark: string | null
  lookedAt: Instant | null
  completeAt: Instant | null
  completeTo: Instant | null
}

export const chainOf = (db: Db) => db<ChainRow[]>`
  select blocks, facts, head, mark, looked_at, complete_at, complete_to from seal.chain where account_id = ${db.act.accountId}`

export const beginChain = (tx: Tx, head: Buffer) => tx`
  insert into seal.chain (account_id, blocks, facts, head) values (${tx.act.accountId}, 0, 0, ${head}) on conflict do nothing`

/** Whoever seals the same account waits here; what is read afterwards is what the other left. */
export const lockChain = (tx: Tx) => tx`select from seal.chain where account_id = ${tx.act.accountId} for update`

export const moveHead = (tx: Tx, { facts, head }: Readonly<{ facts: number; head: Buffer }>) => tx`
  update seal.chain set blocks = blocks + 1, facts = facts + ${facts}, head = ${head} where account_id = ${tx.act.accountId}`

type Looked = Readonly<{ mark: string; complete: Readonly<{ at: Instant; to: Instant }> | null }>

/** What was certain once stays so, whichever of two looks ends last. */
export const noteLook = (tx: Tx, { mark, complete }: Looked) => tx`
  update seal.chain set mark = ${mark}, looked_at = ${tx.act.at}, complete_at = coalesce(${complete?.at ?? null}::timestamptz, complete_at),
    complete_to = greatest(${complete?.to ?? null}::timestamptz, complete_to)
  where account_id = ${tx.act.accountId}`

export type BlockRow = {
  number: number
  at: Instant
  completeTo: Instant | null
  tableName: string
  columns: string[]
  keys: string[]
  leaves: Buffer
  previous: Buffer
  hash: Buffer
}

export const insertBlock = (tx: Tx, row: BlockRow & Readonly<{ firstId: string; lastId: string }>) => tx`
  insert into seal.block (account_id, number, at, complete_to, table_name, columns, keys, first_id, last_id, leaves, previous, hash)
  values (${tx.act.accountId}, ${row.number}, ${row.at}, ${row.completeTo}, ${row.tableName}, ${row.columns}::text[], ${row.keys}::text[],
    ${row.firstId}, ${row.lastId}, ${row.leaves}, ${row.previous}, ${row.hash})`

export const blocksAfter = (db: Db, number: number, limit: number) => db<BlockRow[]>`
  select number, at, complete_to, table_name, columns, keys, leaves, previous, hash from seal.block
  where account_id = ${db.act.accountId} and number > ${number} order by number limit ${limit}`

export type CheckpointRow = { block: number; at: Instant; hash: string; tableName: string; facts: number }

const checkpoint = (db: Db) =>
  db`select number as block, at, encode(hash, 'hex') as hash, table_name, cardinality(keys) as facts from seal.block where account_id = ${db.act.accountId}`

/** The newest first. */
export const checkpointsBefore = (db: Db, number: number | null, limit: number) => db<CheckpointRow[]>`
  ${checkpoint(db)} and number < ${number ?? 2_147_483_647} order by number desc limit ${limit}`

/** The last block that was made until then. */
export const blockUntil = (db: Db, at: Instant) => db<
  { block: number; at: Instant; hash: string; completeTo: Instant | null }[]
>`
  select number as block, at, encode(hash, 'hex') as hash, complete_to from seal.block
  where account_id = ${db.act.accountId} and at <= ${at} order by number desc limit 1`

export const checkpointAt = (db: Db, number: number) => db<CheckpointRow[]>`${checkpoint(db)} and number = ${number}`

export type Finding = {
  kind: FindingKind
  block: number | null
  at: Instant | null
  table: string | null
  row: string | null
  message: string
}
export type VerificationRow = {
  id: string
  askedBy: string
  askedAt: Instant
  checkpoint: Checkpoint | null
  endedAt: Instant | null
  blocks: number | null
  facts: number | null
  waiting: number | null
  head: string | null
  found: number | null
  findings: Finding[] | null
}

export const insertVerification = (tx: Tx, id: string, against: Checkpoint | null) => tx`
  insert into seal.verification (account_id, id, asked_by, asked_at, checkpoint)
  values (${tx.act.accountId}, ${id}, ${tx.act.actorName}, ${tx.act.at}, ${against === null ? null : JSON.stringify(against)}::text::jsonb)`

const verification = (db: Db) =>
  db`select id, asked_by, asked_at, checkpoint, ended_at, blocks, facts, waiting, encode(head, 'hex') as head, found, findings
    from seal.verification where account_id = ${db.act.accountId}`

export const verificationById = (db: Db, id: string) => db<VerificationRow[]>`${verification(db)} and id = ${id}`

export const lastVerification = (db: Db) =>
  db<VerificationRow[]>`${verification(db)} order by asked_at desc, id desc limit 1`

export type Walked = Readonly<{
  blocks: number
  facts: number
  waiting: number
  head: string
  found: number
  findings: readonly Finding[]
}>

export const endVerification = (tx: Tx, id: string, { blocks, facts, waiting, head, found, findings }: Walked) => tx`
  update seal.verification set ended_at = ${tx.act.at}, blocks = ${blocks}, facts = ${facts}, waiting = ${waiting}, head = decode(${head}, 'hex'),
    found = ${found}, findings = ${JSON.stringify(findings)}::text::jsonb
  where account_id = ${tx.act.accountId} and id = ${id}`
