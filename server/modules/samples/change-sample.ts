import type { CalendarDate } from '#domain/calendar-date.ts'
import { sampleDue } from '#domain/samples.ts'
import type { Tx } from '#platform/db.ts'
import { audit } from '../access/index.ts'
import { type BatchRow, batchesById, oneWith } from '../batches/index.ts'
import { sampleByRef } from './sample-detail.ts'
import { noFilter, type SampleView, sampleList, updateSample } from './store.ts'

export type SampleChange = Readonly<{ dueOn?: CalendarDate; keptAt?: string | null; reason: string }>

/** A day that a person states stands, whatever becomes of the batch's dates. Refuses `not_found`. */
export async function changeSample(tx: Tx, id: string, { reason, ...change }: SampleChange): Promise<void> {
  const before = await sampleByRef(tx, id)
  const due = change.dueOn === undefined ? before : { dueOn: change.dueOn, dueBecause: null, keepMonths: null }
  const keptAt = change.keptAt === undefined ? before.keptAt : change.keptAt
  await write(tx, before, { ...before, ...due, keptAt }, reason)
}

const samplesMax = 10_000

/**
 * The last day of the batch is another one: so is the day until which its samples are kept, where it was counted from that; also of one that was merged into it. The
 * product must be locked.
 */
export async function dueAnew(tx: Tx, batchId: string): Promise<void> {
  const [seen] = await batchesById(tx, [batchId])
  if (!seen) return
  const { now, ids } = await oneWith(tx, seen)
  for (const id of ids)
    for (const sample of await sampleList(tx, { ...noFilter, batchId: id, limit: samplesMax }))
      await keepUntil(tx, sample, now)
}

async function keepUntil(tx: Tx, before: SampleView, { code, expiresOn }: BatchRow): Promise<void> {
  const due = before.keepMonths === null ? null : sampleDue(expiresOn, before.keepMonths)
  if (due === null || due.dueOn === before.dueOn) return
  const after = { ...before, dueOn: due.dueOn, dueBecause: due.because }
  await write(tx, before, after, `the dates of batch ${code} were corrected`)
}

async function write(tx: Tx, before: SampleView, after: SampleView, reason: string): Promise<void> {
  await updateSample(tx, after)
  audit(tx, {
    action: 'sample.change',
    subjectKind: 'sample',
    subjectId: before.id,
    before: { dueOn: before.dueOn, keptAt: before.keptAt },
    after: { dueOn: after.dueOn, keptAt: after.keptAt },
    reason,
  })
}
