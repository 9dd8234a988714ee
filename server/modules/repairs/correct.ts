import { type CalendarDate, daysBetween } from '#domain/calendar-date.ts'
import { isOtherYear } from '#domain/repairs.ts'
import type { DateKind } from '#domain/shelf-life.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { nextNumber } from '#platform/numbers.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { correctDate, lockWithMade } from '../batches/index.ts'
import { datesFollow } from './dates-follow.ts'
import { insertRepair } from './store.ts'

export type Correction = Readonly<{
  id?: string
  batch: string
  date: DateKind
  on: CalendarDate
  /** Confirmed: a day more than a year from the one that stands is meant. */
  otherYear?: boolean
  reason: string
}>

/** A date is stated anew, and that can be undone; what has its day of this batch follows. Refuses `date_other_year` unless `otherYear`, and what `correctDate` refuses. */
export async function correct(tx: Tx, { batch, date, on, otherYear, reason, ...ask }: Correction): Promise<string> {
  await lockWithMade(tx, [batch])
  const corrected = await correctDate(tx, { batchId: batch, kind: date, on, reason })
  const { before } = corrected
  if (before !== null && isOtherYear(before, on) && otherYear !== true) {
    const facts = { batch: corrected.batch.code, before, on, days: Math.abs(daysBetween(before, on)) }
    throw new Refusal('date_other_year', { ...facts, choices: ['other_year', 'leave'] })
  }
  const id = ask.id ?? newId()
  const number = await nextNumber(tx, 'BR')
  const { productId, code } = corrected.batch
  const dates = { dateId: corrected.statementId, dateBefore: corrected.before }
  const none = { otherId: null, receivedBefore: null, codeBefore: null, codeAfter: null }
  await insertRepair(tx, { id, number, kind: 'date', productId, batchId: batch, reason, ...dates, ...none })
  const said = { number, batch: code, date }
  audit(tx, {
    action: 'repair.date',
    subjectKind: 'repair',
    subjectId: id,
    before: { ...said, on: corrected.before },
    after: { ...said, on },
    reason,
  })
  await datesFollow(tx, [batch], `${number} corrected batch ${code}`)
  return id
}
