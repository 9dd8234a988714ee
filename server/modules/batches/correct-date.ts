/**
 * server/modules/batches/correct-date.ts — a date is stated anew, or a statement is taken back; all statements stay in the history.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { type DateKind, governingExpiry } from '#domain/shelf-life.ts'
import { dayIn } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { enqueue } from '#platform/jobs.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { lockBatch } from './lock-batch.ts'
import { refuseNotYetMade } from './stated-life.ts'
import {
  type BatchDateRow,
  type BatchRow,
  datesOf,
  insertDates,
  type NewStatement,
  updateBatchDates,
  withdrawDates,
} from './store.ts'

export type DateCorrection = Readonly<{ batchId: string; kind: DateKind; on: CalendarDate; reason: string }>
export type DateCorrected = Readonly<{ batch: BatchRow; statementId: string; before: CalendarDate | null }>

/** Where a day begins first. */
const earliestZone = 'Pacific/Kiritimati'

/**
 * States a date anew; the old statement stays in the history. What was allocated from the batch is judged again by a job.
 *
 * It replaces the earlier statement of the same kind, and is no correction where there was none; the last day is then decided from all kinds. Answers
 * with the date that stood until then. Refuses `not_found`, `batch_merged`, `produced_after_expiry`, `produced_after_arrival`.
 */
export async function correctDate(tx: Tx, { batchId, kind, on, reason }: DateCorrection): Promise<DateCorrected> {
  const batch = await lockBatch(tx, batchId)
  if (kind === 'produced')
    refuseNotYetMade(batch.code, { producedOn: on, on: batch.firstReceivedOn ?? dayIn(earliestZone, tx.act.at) })
  const known = await datesOf(tx, batchId)
  const before = standingDates(known).get(kind)?.onDate ?? null
  const source = known.some((date) => date.kind === kind) ? ('corrected' as const) : ('typed' as const)
  const statement: NewStatement = { id: newId(), batchId, kind, onDate: on, source, explanation: null, reason }
  const standing = standingDates([{ ...statement, withdrawnAt: null }, ...known])
  await decide(tx, batch, { standing, reason, write: () => insertDates(tx, [statement]) })
  return { batch, statementId: statement.id, before }
}

/** What stood before stands again. Refuses `not_found`, `batch_merged`, `repair_not_last` where another was made since, `produced_after_expiry`. */
export async function withdrawDate(
  tx: Tx,
  { batchId, statementId, reason }: Readonly<{ batchId: string; statementId: string; reason: string }>,
): Promise<void> {
  const batch = await lockBatch(tx, batchId)
  const known = await datesOf(tx, batchId)
  const taken = known.find(({ id }) => id === statementId)
  const last = taken && standingDates(known).get(taken.kind)
  if (last?.id !== statementId)
    throw new Refusal('repair_not_last', {
      batch: batch.code,
      what: `the date that stands now, ${last?.onDate ?? 'none'},`,
    })
  const standing = standingDates(known.filter(({ id }) => id !== statementId))
  await decide(tx, batch, { standing, reason, write: () => withdrawDates(tx, [statementId], reason) })
}

type Dated = Pick<BatchDateRow, 'kind' | 'onDate'>
type Decision = Readonly<{ standing: ReadonlyMap<DateKind, Dated>; reason: string; write(): PromiseLike<unknown> }>

async function decide(tx: Tx, batch: BatchRow, { standing, reason, write }: Decision): Promise<void> {
  const dates = {
    producedOn: standing.get('produced')?.onDate ?? null,
    expiresOn: governingExpiry([...standing.values()].map((date) => ({ kind: date.kind, on: date.onDate }))),
  }
  const { producedOn, expiresOn } = dates
  if (producedOn && expiresOn && producedOn > expiresOn)
    throw new Refusal('produced_after_expiry', { where: batch.code, producedOn, expiresOn })
  await write()
  await updateBatchDates(tx, { id: batch.id, ...dates })
  audit(tx, {
    action: 'batch.date.correct',
    subjectKind: 'batch',
    subjectId: batch.id,
    before: { producedOn: batch.producedOn, expiresOn: batch.expiresOn },
    after: dates,
    reason,
  })
  await enqueue(tx, 'batch-dates-corrected', { batchId: batch.id, productId: batch.productId })
}

/** The newest statement of each kind that nobody took back; rows come newest first. */
export function standingDates<Row extends Pick<BatchDateRow, 'kind' | 'withdrawnAt'>>(
  rows: readonly Row[],
): Map<DateKind, Row> {
  const standing = new Map<DateKind, Row>()
  for (const row of rows) if (row.withdrawnAt === null && !standing.has(row.kind)) standing.set(row.kind, row)
  return standing
}
