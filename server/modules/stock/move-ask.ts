/**
 * server/modules/stock/move-ask.ts — what is asked of the ledger: one row that is to be written.
 */
import type { PlaceKind } from '#domain/ledger.ts'
import type { Instant } from '#platform/clock.ts'
import type { MoveReason } from './store.ts'

export type PlaceOf = Readonly<{ id: string; kind: PlaceKind }>
export type MoveAsk = Readonly<{
  id?: string
  where: string // how a refusal names it, e.g. "line 3"
  batchId: string
  productId: string
  from: PlaceOf
  to: PlaceOf
  quantity: number
  reason: MoveReason
  document: Readonly<{ kind: string; id: string; lineId: string | null }>
  occurredAt: Instant
  note?: string | null
  /** Why the goods are put there although the rules of storage forbid it. */
  forced?: string | null
  reversesId?: string | null
  serialIds?: readonly string[]
  /** How much of the quantity was reserved for what is now leaving; the reservation goes with it. */
  reserved?: number
}>
