/**
 * domain/to-settle.ts — what waits for a person, of whatever kind, and the one order in which all of it is listed.
 */
export const toSettleKinds = [
  'transfer_to_approve',
  'transfer_missing',
  'count_difference',
  'unidentified',
  'inbound_difference',
  'return_to_inspect',
  'disposal_open',
  'misplaced',
  'opened_past',
  'sample_due',
  'mock_due',
  'action_late',
  'sold_on_beyond',
] as const
export type ToSettleKind = (typeof toSettleKinds)[number]

export type ToSettle = Readonly<{
  key: string // of the row, among those of all kinds
  documentId: string // where it is settled
  number: string | null
  skus: string[]
  batchId: string | null
  batchCode: string | null
  warehouseId: string | null // null for what belongs to none
  warehouseCode: string | null
  placeCode: string | null
  quantity: number // base units
  since: string
  by: string | null // whose doing it is that it waits; null where it is nobody's
  says: string // what it waits for
}>
export type SettleAsk = Readonly<{
  warehouseId: string | null
  /** The last row of the page before. */
  after: Readonly<{ since: string; key: string }> | null
  limit: number
}>
/** The first rows after `after`, oldest first, and how many there are from the first on. */
export type SettlePage = Readonly<{ total: number; items: readonly ToSettle[] }>

type Row = Pick<ToSettle, 'since' | 'key'>

/** By the time and then the key, in the order of their letters, as the database sorts them. */
export const oldestFirst = (a: Row, b: Row): number =>
  a.since === b.since ? (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) : a.since < b.since ? -1 : 1

/** What a list that is whole in memory tells of itself. */
export function pageOfAll(rows: readonly ToSettle[], { after, limit }: Pick<SettleAsk, 'after' | 'limit'>): SettlePage {
  const later = after === null ? rows : rows.filter((row) => oldestFirst(after, row) < 0)
  return { total: rows.length, items: later.toSorted(oldestFirst).slice(0, limit) }
}
