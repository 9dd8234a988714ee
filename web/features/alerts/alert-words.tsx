/**
 * web/features/alerts/alert-words.tsx — steps and states of alerts in words.
 */
import type { ExpiryAlert } from '../../api/types.ts'
import { DateText } from '../../shared/date-text.tsx'
import { countOf } from '../../shared/quantity.tsx'
import { Sign } from '../../shared/sign.tsx'

export const stepWords = (stepDays: number): string => (stepDays === 0 ? 'expired' : `at ${countOf(stepDays, 'day')}`)

/** `90, 60 and 30 days before the last day, and once it is over`. */
export function stepsInWords(days: readonly number[]): string {
  if (days.length === 0) return 'Only once the last day is over'
  const [last, ...before] = [...days].reverse()
  const list = before.length === 0 ? String(last) : `${before.reverse().join(', ')} and ${last}`
  return `${list} ${last === 1 && before.length === 0 ? 'day' : 'days'} before the last day, and once it is over`
}

export function AlertState({
  of: { state, answeredBy, snoozedUntil, snoozeReason, closedBecause },
}: {
  of: ExpiryAlert
}) {
  if (state === 'closed') return <Sign tone="quiet">{closedBecause}</Sign>
  if (state === 'seen')
    return (
      <span>
        <Sign tone="good">seen</Sign> by {answeredBy}
      </span>
    )
  if (snoozedUntil === null) return <Sign tone="active">new</Sign>
  return (
    <span>
      {state === 'snoozed' ? <Sign tone="quiet">snoozed</Sign> : <Sign tone="active">again</Sign>} until{' '}
      <DateText day={snoozedUntil} /> by {answeredBy}: {snoozeReason}
    </span>
  )
}
