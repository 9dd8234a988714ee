/**
 * domain/samples.ts — until when a retention sample is kept, and how many are still to be taken of a batch.
 */
import { addMonths, type CalendarDate } from './calendar-date.ts'
import { periodText } from './redating.ts'

/**
 * Months after the last day, where nothing else is written for the product: one year after the expiration date, as
 * 21 CFR 211.170(b)(1) asks for drug products.
 */
export const keepMonthsUsual = 12

export type SampleDue = Readonly<{ dueOn: CalendarDate; because: string }>

/** Null where the batch has no last day: then somebody has to say it. */
export function sampleDue(expiresOn: CalendarDate | null, keepMonths: number): SampleDue | null {
  if (expiresOn === null) return null
  const because = `last day ${expiresOn} + ${periodText({ count: keepMonths, unit: 'months' })}`
  return { dueOn: addMonths(expiresOn, keepMonths), because }
}

/** Of so many loose units that came, those that the rule wants and are not yet taken. */
export const samplesWanting = (wanted: number, taken: number, came: number): number =>
  Math.max(0, Math.min(wanted - taken, came))
