/**
 * domain/alerts.ts — when somebody is told that a batch comes to its last day: once at each step, and again after its date has moved.
 *
 * Pure: what lies where and the days it is there come in, what is to be raised and closed goes out.
 */
import { addDays, type CalendarDate } from './calendar-date.ts'
import { daysLeft } from './shelf-life.ts'

/** Days before the last day, of an account that says nothing else. */
export const stepsUsual: readonly number[] = [90, 60, 30]
export const stepsMax = 10
export const stepDaysMax = 3650
/** How long somebody may ask not to be told, in days. */
export const snoozeDaysMax = 366

/** The step that is always one: the last day is over, and units still lie here. */
export const expiredStep = 0

export const closeReasons = ['tighter', 'moved', 'gone', 'steps'] as const
export type CloseReason = (typeof closeReasons)[number]

export const alertStates = ['new', 'seen', 'snoozed', 'closed'] as const
export type AlertState = (typeof alertStates)[number]

/** A batch as it lies; units are base units. */
export type Approaching = Readonly<{
  expiresOn: CalendarDate | null
  /** In warehouses, held, opened or set aside as well. */
  onHand: number
  /** Between two warehouses: nobody can do anything with them there, and they are not gone. */
  onTheWay: number
  /** Of the warehouses where it lies, the day in the one where it is latest; null where it lies in none. */
  day: CalendarDate | null
  steps: readonly number[]
}>
export type OpenAlert = Readonly<{ stepDays: number; expiresOn: CalendarDate }>
export type AlertVerdict = Readonly<{ close: CloseReason | null; raise: number | null }>

/** The tightest step that is reached: with 60 days left 60 is, with 61 not. Expired on the day after the last day. */
export function stepReached(left: number, steps: readonly number[]): number | null {
  if (left < 0) return expiredStep
  const reached = steps.filter((days) => days > expiredStep && left <= days)
  return reached.length === 0 ? null : Math.min(...reached)
}

const nothing: AlertVerdict = { close: null, raise: null }

/**
 * What is to be closed and raised. Law: a batch never has two open alerts, and judged again at once there is nothing to do.
 *
 * An alert stands for as long as what it was judged by does: days that pass make it tighter, never looser, though goods that are carried
 * west lie where it is yesterday. Where the date has moved, or the steps have, the batch is judged as if nobody had been told.
 */
export function judgeAlert(batch: Approaching, open: OpenAlert | null): AlertVerdict {
  const { expiresOn, day, onHand, onTheWay } = batch
  if (onHand === 0 || day === null) return open && onTheWay === 0 ? { close: 'gone', raise: null } : nothing
  const reached = expiresOn === null ? null : stepReached(daysLeft(expiresOn, day), batch.steps)
  if (open === null) return { close: null, raise: reached }
  if (reached === open.stepDays) return nothing
  if (reached !== null && reached < open.stepDays) return { close: 'tighter', raise: reached }
  if (expiresOn !== open.expiresOn) return { close: 'moved', raise: reached }
  return batch.steps.includes(open.stepDays) || open.stepDays === expiredStep
    ? nothing
    : { close: 'steps', raise: reached }
}

/** Batches with a last day up to this one may have reached a step; `day` is the latest of all zones. */
export const lastDayToJudge = (day: CalendarDate, steps: readonly number[]): CalendarDate =>
  addDays(day, Math.max(expiredStep, ...steps))

/** Steps as they are kept: each once, the widest first. */
export const inOrder = (days: readonly number[]): number[] => [...new Set(days)].sort((a, b) => b - a)

const closeWords: Readonly<Record<CloseReason, (expiresOn: CalendarDate | null) => string>> = {
  tighter: () => 'a tighter step was reached',
  moved: (expiresOn) => (expiresOn === null ? 'date taken back' : `date moved to ${expiresOn}`),
  gone: () => 'nothing on hand',
  steps: () => 'the steps were changed',
}
/** `expiresOn` is the last day that the batch had when the alert was closed. */
export const closedBecause = (because: CloseReason, expiresOn: CalendarDate | null): string =>
  closeWords[because](expiresOn)
