/**
 * domain/seal.ts — the texts that are hashed: of a fact, and of a block of facts. docs/seal.md says the same for whoever writes a verifier.
 *
 * Neither may ever change: what was sealed must be told anew, byte by byte, for as long as it is kept.
 */

export const sealFormat = 'firstout seal 1'
export const checkpointFormat = 'firstout checkpoint 1'
export const factsMax = 1000 // of a block
/** Stands for the hash of the block before the first. */
export const noHash = '0'.repeat(64)

/** What has no value is left out, so that a column added later changes no fact that was sealed before. */
export function factText(
  table: string,
  columns: readonly string[],
  values: ReadonlyArray<string | null | undefined>,
): string {
  const row = columns.flatMap((name, at) => {
    const value = values[at]
    return value === null || value === undefined ? [] : [[name, value] as const]
  })
  return JSON.stringify({ table, row: Object.fromEntries(row) })
}

export type BlockHead = Readonly<{
  accountId: string
  number: number
  previous: string // hex
  at: string // ISO 8601, to the millisecond
  /** All that was recorded before then was sealed in blocks before this one. */
  completeTo: string | null
  table: string
  columns: readonly string[]
  facts: number
  leaves: string // hex: the hash of the hashes of the facts, one after the other
}>

export const blockText = ({
  accountId,
  number,
  previous,
  at,
  completeTo,
  table,
  columns,
  facts,
  leaves,
}: BlockHead): string =>
  [sealFormat, accountId, number, previous, at, completeTo ?? '-', table, columns.join(','), facts, leaves].join('\n')

export type Checkpoint = Readonly<{
  format: typeof checkpointFormat
  account: string
  block: number
  hash: string
  at: string // ISO 8601, to the millisecond
}>

/** What was recorded later than that may not be committed yet: an import of a million rows says throughout when it began. */
export const certainAfterMs = 43_200_000
/** Ids that are older are looked at once a day only. */
export const idsBackMs = 3_600_000
/** All facts are looked at that often, the newest ones whenever anybody looks. */
export const completeEveryMs = 86_400_000

/** A UUIDv7 of that much earlier: what is recorded in a transaction has an id that is older than its commit. */
export function idBefore(mark: string, ms: number): string {
  const at = Math.max(0, Number.parseInt(mark.replaceAll('-', '').slice(0, 12), 16) - ms)
  const hex = at.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

/** What may be wrong with a chain and what it holds. */
export const findingKinds = [
  'changed',
  'gone',
  'slipped_in',
  'late',
  'order',
  'twice',
  'block',
  'chain',
  'missing',
  'end',
  'checkpoint',
] as const
export type FindingKind = (typeof findingKinds)[number]
