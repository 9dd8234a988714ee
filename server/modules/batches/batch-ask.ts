/**
 * server/modules/batches/batch-ask.ts — which batch somebody means, and what is said of it.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Cap } from '#domain/production/last-day.ts'
import type { Origin } from '#platform/db.ts'
import type { ProductRow } from '../catalog/index.ts'
import type { StatedDates } from './stated-life.ts'
import type { DateSource } from './store.ts'

export type BatchAsk = Readonly<{
  where: string // how the caller names the row in a refusal, e.g. "line 3"
  product: ProductRow
  code: string | null
  dates: StatedDates
  source: DateSource
  /** Of what is made of other batches: where its last day is not stated, it is no later than this. */
  cap?: Cap | null
  supplier: { id: string; name: string } | null
  supplierLot: string | null
  originCountry: string | null
  /** When it arrives: a new batch is known to be here since then, without being written twice. */
  receivedOn?: CalendarDate
  /** A person has confirmed that a code which looks like a known one, or like one mistyped, is another batch. */
  different: boolean
  /** A person has confirmed that another supplier's goods are the same batch. */
  same: boolean
  origin: Origin
}>
