/**
 * web/shared/days-left.tsx — how long a batch is good, the same everywhere: by word, by the shape of its sign, by colour.
 */
import { Tooltip } from '@mantine/core'
import { isoDayInWords } from './date-text.tsx'
import classes from './days-left.module.css'
import { countOf } from './quantity.tsx'

export type LifeState = 'expired' | 'last_day' | 'week' | 'month' | 'quarter' | 'long' | 'undated'

/** `daysLeft` is 0 on the last day and negative afterwards. */
export function lifeState(daysLeft: number | null): LifeState {
  if (daysLeft === null) return 'undated'
  if (daysLeft < 0) return 'expired'
  if (daysLeft === 0) return 'last_day'
  if (daysLeft <= 7) return 'week'
  if (daysLeft <= 30) return 'month'
  return daysLeft <= 90 ? 'quarter' : 'long'
}

const days = (count: number) => countOf(count, 'day')

export function lifeInWords(daysLeft: number | null): string {
  if (daysLeft === null) return 'no date'
  if (daysLeft < 0) return `expired ${days(-daysLeft)} ago`
  return daysLeft === 0 ? 'last day today' : days(daysLeft)
}

export function DaysLeft({ daysLeft, expiresOn }: { daysLeft: number | null; expiresOn?: string | null }) {
  const state = lifeState(daysLeft)
  const badge = (
    <span className={classes.badge} data-state={state}>
      <LifeSign state={state} />
      {lifeInWords(daysLeft)}
    </span>
  )
  if (!expiresOn) return badge
  return <Tooltip label={`Last day: ${isoDayInWords(expiresOn)}`}>{badge}</Tooltip>
}

const full = 2 * Math.PI * 3
const share: Record<LifeState, number> = {
  expired: 0,
  last_day: 0.08,
  week: 0.25,
  month: 0.5,
  quarter: 0.75,
  long: 1,
  undated: 0,
}

/** A ring that empties as the life runs out; a cross once it has. */
function LifeSign({ state }: { state: LifeState }) {
  if (state === 'expired')
    return (
      <svg viewBox="0 0 12 12" className={classes.sign} aria-hidden="true">
        <path d="M2.5 2.5l7 7m0-7l-7 7" stroke="currentColor" strokeWidth="2" strokeLinecap="round" fill="none" />
      </svg>
    )
  return (
    <svg viewBox="0 0 12 12" className={classes.sign} aria-hidden="true">
      <circle
        cx="6"
        cy="6"
        r="5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.2"
        strokeDasharray={state === 'undated' ? '2 1.6' : 'none'}
      />
      <circle
        cx="6"
        cy="6"
        r="1.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        strokeDasharray={`${(share[state] * full) / 2} 100`}
        transform="rotate(-90 6 6)"
      />
    </svg>
  )
}
