/**
 * server/modules/alerts/answer.ts — a person has seen an alert, or does not want to see it until a day is over. A tighter step is another
 * alert, to which nobody has said anything yet.
 */
import { snoozeDaysMax } from '#domain/alerts.ts'
import { addDays, type CalendarDate } from '#domain/calendar-date.ts'
import { dayIn } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { type AlertTold, alertDetail } from './alert-detail.ts'
import { insertAnswer } from './store.ts'

/** Said twice, it stays with who said it first. Refuses `not_found`, `alert_closed`. */
export async function acknowledge(tx: Tx, id: string): Promise<void> {
  const { state, batchId, stepDays } = await openAlert(tx, id)
  if (state === 'seen') return
  await insertAnswer(tx, { alertId: id, kind: 'seen', untilOn: null, reason: null })
  audit(tx, { action: 'batch.alert.see', subjectKind: 'batch', subjectId: batchId, after: { stepDays } })
}

type Snooze = Readonly<{ until: CalendarDate; reason: string }>

/**
 * Quiet until the end of that day, where the batch lies; said again, the newest day stands. Refuses `not_found`, `alert_closed`, and `invalid_input` for a
 * day that is over, or further away than a year.
 */
export async function snooze(tx: Tx, id: string, { until, reason }: Snooze): Promise<void> {
  const alert = await openAlert(tx, id)
  const today = alert.day ?? dayIn('UTC', tx.act.at)
  const latest = addDays(today, snoozeDaysMax)
  if (until < today || until > latest)
    throw new Refusal('invalid_input', {
      problems: [{ at: 'until', message: `must be a day from ${today} to ${latest}` }],
    })
  await insertAnswer(tx, { alertId: id, kind: 'snoozed', untilOn: until, reason })
  const { batchId, stepDays } = alert
  audit(tx, {
    action: 'batch.alert.snooze',
    subjectKind: 'batch',
    subjectId: batchId,
    after: { stepDays, until },
    reason,
  })
}

/** As it is under the lock of its product, under which it is raised and closed. */
async function openAlert(tx: Tx, id: string): Promise<AlertTold> {
  const { productId } = await alertDetail(tx, id)
  await lockProducts(tx, [productId])
  const alert = await alertDetail(tx, id)
  if (alert.closedBecause !== null)
    throw new Refusal('alert_closed', { batch: alert.batchCode, because: alert.closedBecause })
  return alert
}
