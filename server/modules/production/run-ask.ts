/**
 * server/modules/production/run-ask.ts — a run as it is written down, and as it is understood.
 */
import { normaliseBatchCode, untrackedCode } from '#domain/batch-code.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { ExpiryRule } from '#domain/production/last-day.ts'
import type { Instant } from '#platform/clock.ts'
import type { Origin } from '#platform/db.ts'
import type { BatchAsk } from '../batches/index.ts'
import type { ProductRow } from '../catalog/index.ts'
import type { PlaceRow, WarehouseRow } from '../places/index.ts'
import type { RunKind } from './store.ts'

export type InputAsk = Readonly<{
  product?: string
  batch?: string
  place?: string
  quantity: number
  waste?: number // base units of it that were thrown away
  serials?: readonly string[]
}>
export type OutputAsk = Readonly<{
  product: string
  batch?: string
  place?: string
  quantity: number
  producedOn?: CalendarDate
  bestBefore?: CalendarDate
  useBy?: CalendarDate
  expiresOn?: CalendarDate
  dateSource?: 'scanned' | 'typed' | 'imported'
  expiryRule?: ExpiryRule
  serials?: readonly string[]
  batchIs?: 'same' | 'different'
}>
export type RunAsk = Readonly<{
  id?: string
  kind: RunKind
  warehouse: string
  happenedAt?: Instant
  reference?: string
  note?: string
  reason?: string // why goods on hold are used
  wasteReason?: string
  force?: Readonly<{ reason: string }>
  inputs: readonly InputAsk[]
  outputs: readonly OutputAsk[]
}>

export type PlannedInput = Readonly<{
  where: string // how a refusal names it
  at: string // where it is in the request
  product: ProductRow
  batch: string // its id where one was named, else its code
  place: PlaceRow | null // wherever it lies in the warehouse where null
  quantity: number // base units, waste and all
  waste: number
  serials: readonly string[]
}>
export type PlannedOutput = Readonly<{
  ask: Omit<BatchAsk, 'cap'>
  place: PlaceRow
  quantity: number
  rule: ExpiryRule
  serials: readonly string[]
}>
export type PlannedRun = Readonly<{
  id: string
  origin: Origin
  kind: RunKind
  warehouse: WarehouseRow
  happenedAt: Instant
  day: CalendarDate // of it, in the warehouse
  reference: string | null
  note: string | null
  reason: string | null
  wasteReason: string | null
  forced: string | null // why it is put also where the rules of storage forbid it
  inputs: readonly PlannedInput[]
  outputs: readonly PlannedOutput[]
}>

/** What a made batch is called in the ledger. */
export const codeOf = ({ code }: Pick<PlannedOutput['ask'], 'code'>): string =>
  code === null ? untrackedCode : normaliseBatchCode(code).code
