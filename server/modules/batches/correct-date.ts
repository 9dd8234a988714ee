import type { CalendarDate } from '#domain/calendar-date.ts'
import { type DateKind, governingExpiry } from '#domain/shelf-life.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { enqueue } from '#platform/jobs.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { type BatchDateRow, type BatchRow, batchesById, datesOf, insertDates, updateBatchDates } from './store.ts'

export type DateCorrection = Readonly<{ batchId: string; kind: DateKind; on: CalendarDate; reason: string }>

/**
 * States a date anew; the old statement stays in the history. What was allocated from the batch is judged again by a job.
 *
 * It replaces the earlier statement of the same kind, and is no correction where there was none; the last day is then decided from all kinds. Refuses `not_found`, `produced_after_expiry`.
 */
export async function correctDate(tx: Tx, { batchId, kind, on, reason }: DateCorrection): Promise<BatchRow> {
  const [seen] = await batchesById(tx, [batchId])
  if (!seen) throw new Refusal('not_found', { kind: 'batch', id: batchId })
  await lockProducts(tx, [seen.productId])
  const [before] = await batchesById(tx, [batchId])
  if (!before) throw new Refusal('not_found', { kind: 'batch', id: batchId })
  const known = await datesOf(tx, batchId)
  const source = known.some((date) => date.kind === kind) ? ('corrected' as const) : ('typed' as const)
  const statement = { id: newId(), batchId, kind, onDate: on, source, explanation: null, reason }
  const standing = standingDates([statement, ...known])
  const producedOn = standing.get('produced')?.onDate ?? null
  const expiresOn = governingExpiry([...standing.values()].map((date) => ({ kind: date.kind, on: date.onDate })))
  if (producedOn && expiresOn && producedOn > expiresOn)
    throw new Refusal('produced_after_expiry', { where: before.code, producedOn, expiresOn })
  await insertDates(tx, [statement])
  await updateBatchDates(tx, { id: batchId, producedOn, expiresOn })
  const after = { ...before, producedOn, expiresOn }
  const dates = ({ producedOn: produced, expiresOn: expires }: BatchRow) => ({
    producedOn: produced,
    expiresOn: expires,
  })
  audit(tx, {
    action: 'batch.date.correct',
    subjectKind: 'batch',
    subjectId: batchId,
    before: dates(before),
    after: dates(after),
    reason,
  })
  await enqueue(tx, 'batch-dates-corrected', { batchId, productId: before.productId })
  return after
}

/** The newest statement of each kind; rows come newest first. */
export function standingDates<Row extends Pick<BatchDateRow, 'kind'>>(rows: readonly Row[]): Map<DateKind, Row> {
  const standing = new Map<DateKind, Row>()
  for (const row of rows) if (!standing.has(row.kind)) standing.set(row.kind, row)
  return standing
}
