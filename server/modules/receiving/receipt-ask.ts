/**
 * server/modules/receiving/receipt-ask.ts — a receipt as it is written down, and as it is understood.
 */
import type { SerialRange } from '#domain/batch-codes/serial-range.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { Origin } from '#platform/db.ts'
import type { BatchAsk } from '../batches/index.ts'
import type { PlaceRow } from '../places/index.ts'

export type ReceiptInput = Readonly<{
  id?: string
  warehouse: string
  supplier?: string
  inbound?: string
  lot?: string
  reference?: string
  receivedAt?: Instant
  force?: Readonly<{ reason: string }>
  lines: readonly ReceiptLineInput[]
}>
export type ReceiptLineInput = Readonly<{
  product: string
  quantity: number
  pack?: string
  closedPackOf?: number // base units in each of the boxes that stay closed
  sample?: number // base units of it that are kept as a sample
  batch?: string
  place?: string
  producedOn?: CalendarDate
  bestBefore?: CalendarDate
  useBy?: CalendarDate
  expiresOn?: CalendarDate
  dateSource?: 'scanned' | 'typed' | 'imported'
  supplierLot?: string
  originCountry?: string
  condition?: 'good' | 'damaged'
  unitCost?: number
  currency?: string
  serials?: readonly string[]
  serialRanges?: readonly SerialRange[]
  batchIs?: 'same' | 'different'
}>

export type PlannedLine = Readonly<{
  lineNo: number
  ask: BatchAsk
  place: PlaceRow // of loose units, or of the boxes themselves
  closedPackOf: number | null // base units in each of the boxes kept closed there
  quantity: number // base units
  sample: number | null // of it, kept as a sample; null where the line says nothing of that
  condition: 'good' | 'damaged'
  unitCost: number | null
  currency: string | null
  serials: readonly string[]
}>
export type PlannedReceipt = Readonly<{
  id: string
  origin: Origin
  warehouseId: string
  supplierId: string | null
  inboundId: string | null
  lotId: string | null
  reference: string | null
  receivedAt: Instant
  day: CalendarDate
  forced: string | null // why it is put also where the rules of storage forbid it
  lines: readonly PlannedLine[]
}>
