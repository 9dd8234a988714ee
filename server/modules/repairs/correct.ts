import type { CalendarDate } from '#domain/calendar-date.ts'
import type { DateKind } from '#domain/shelf-life.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { nextNumber } from '#platform/numbers.ts'
import { audit } from '../access/index.ts'
import { correctDate } from '../batches/index.ts'
import { insertRepair } from './store.ts'

export type Correction = Readonly<{ id?: string; batch: string; date: DateKind; on: CalendarDate; reason: string }>

/** A date is stated anew, and that can be undone. Refuses what `correctDate` refuses. */
export async function correct(tx: Tx, { batch, date, on, reason, ...ask }: Correction): Promise<string> {
  const corrected = await correctDate(tx, { batchId: batch, kind: date, on, reason })
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
  return id
}
