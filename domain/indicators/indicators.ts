/**
 * domain/indicators/indicators.ts — what is measured of recalls, by which definition, and how single cases become a number a month.
 */
import { percentOf } from '../percent.ts'

export const indicatorKeys = [
  'time_to_isolate',
  'response_list',
  'response_first',
  'response_last',
  'effectiveness',
  'notification',
  'response_rate',
  'check_pass',
  'reconciliation',
  'mock_duration',
  'mock_found',
] as const
export type IndicatorKey = (typeof indicatorKeys)[number]

export type Definition = Readonly<{
  title: string
  unit: 'seconds' | 'percent'
  numerator: string
  denominator: string
  says: string
}>

const cases = 'recalls'

export const definitions: Readonly<Record<IndicatorKey, Definition>> = {
  time_to_isolate: {
    title: 'Time to isolate',
    unit: 'seconds',
    numerator: 'seconds from when the recall was written down until the last affected unit on hand was held',
    denominator: cases,
    says: 'From the decision to the commit that held everything, in all warehouses. The decision is when the recall was written down.',
  },
  response_list: {
    title: 'Recall response: list complete',
    unit: 'seconds',
    numerator: 'seconds from the decision until what is meant stood, and with it who got it',
    denominator: cases,
    says: 'The list of who got it follows the ledger: it is complete once what is meant stands, by the start or the last version since.',
  },
  response_first: {
    title: 'Recall response: first notice',
    unit: 'seconds',
    numerator: 'seconds from the decision until the first was notified',
    denominator: 'recalls with a notice',
    says: 'A notice is a mail that was sent, a letter, or a call that reached somebody.',
  },
  response_last: {
    title: 'Recall response: all notified',
    unit: 'seconds',
    numerator: 'seconds from the decision until the last consignee was notified first',
    denominator: 'recalls of which everybody is notified',
    says: 'Counts once nobody who got it is left without a notice.',
  },
  effectiveness: {
    title: 'Recall effectiveness',
    unit: 'percent',
    numerator: 'units that came back, were destroyed by those who had them, or were used up by their own word',
    denominator: 'units distributed',
    says: '(recovered + destroyed at the consignee + corrected + documented as consumed) ÷ distributed.',
  },
  notification: {
    title: 'Notification rate',
    unit: 'percent',
    numerator: 'consignees notified',
    denominator: 'consignees',
    says: 'Notified ÷ consignees.',
  },
  response_rate: {
    title: 'Response rate',
    unit: 'percent',
    numerator: 'notified consignees that answered',
    denominator: 'consignees notified',
    says: 'Responded ÷ notified.',
  },
  check_pass: {
    title: 'Effectiveness checks passed',
    unit: 'percent',
    numerator: 'checked consignees that got the notice and acted on it',
    denominator: 'consignees checked, also those not reached',
    says: 'Of the checks that were made, those that found the recall effective.',
  },
  reconciliation: {
    title: 'Reconciliation',
    unit: 'percent',
    numerator: 'units on hand, in transit, with customers, disposed, used, taken as samples, and lost less found',
    denominator: 'units received and made',
    says: 'Must be 100 %. 100 % with adjustments of more than 1 % is marked. Of recalls and of mock recalls.',
  },
  mock_duration: {
    title: 'Mock recall: time taken',
    unit: 'seconds',
    numerator: 'seconds from the start until the last of the four things was confirmed',
    denominator: 'mock recalls that ended',
    says: 'Back, forward, balance and contacts.',
  },
  mock_found: {
    title: 'Mock recall: found',
    unit: 'percent',
    numerator: 'units found',
    denominator: 'units that came in',
    says: 'What people counted stands for what should lie on the shelves, where they counted.',
  },
}

/** One case behind a number. `denominator` 0 says nothing, and counts in no sum. */
export type Point = Readonly<{
  kind: 'recall' | 'mock'
  id: string
  number: string
  at: string // the month is that of this instant, in UTC
  numerator: number
  denominator: number
  remark: string | null
}>
export type Figure = Readonly<{ numerator: number; denominator: number; cases: number; value: number | null }>
export type MonthFigure = Figure & Readonly<{ month: string }>

/** A mean of seconds, or percent. */
export function figureOf(points: readonly Point[], unit: Definition['unit']): Figure {
  const counted = points.filter(({ denominator }) => denominator > 0)
  const sum = (of: 'numerator' | 'denominator') => counted.reduce((all, point) => all + point[of], 0)
  const [numerator, denominator] = [sum('numerator'), sum('denominator')]
  const of = { numerator, denominator, cases: counted.length }
  if (denominator === 0) return { ...of, value: null }
  const value = unit === 'seconds' ? numerator / denominator : percentOf(numerator, denominator)
  return { ...of, value }
}

/** `2025-11` and those before it, the oldest first. */
export function monthsUntil(month: string, count: number): string[] {
  const last = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
  return Array.from({ length: count }, (_, at) => {
    const one = last - count + 1 + at
    return `${String(Math.floor(one / 12)).padStart(4, '0')}-${String((one % 12) + 1).padStart(2, '0')}`
  })
}

export const monthOf = (at: string): string => at.slice(0, 7)

/** Every month, also those without a case. */
export const byMonth = (points: readonly Point[], unit: Definition['unit'], months: readonly string[]): MonthFigure[] =>
  months.map((month) => ({
    month,
    ...figureOf(
      points.filter(({ at }) => monthOf(at) === month),
      unit,
    ),
  }))

type Came = Readonly<{
  received: number
  made: number
  found: number
  onHand: number
  inTransit: number
  consumed: number
  shipped: number // less what came back
  disposed: number
  samples: number
  lost: number
}>

/** Standards §5: adjustments are on the side of what is accounted for. Marked where they are more than 1 %. */
export function reconciled(balances: readonly Came[]): Pick<Point, 'numerator' | 'denominator' | 'remark'> {
  const sum = (of: keyof Came) => balances.reduce((all, row) => all + row[of], 0)
  const denominator = sum('received') + sum('made')
  const there = sum('onHand') + sum('inTransit') + sum('shipped') + sum('disposed') + sum('consumed') + sum('samples')
  const adjusted = sum('lost') + sum('found')
  const isLarge = denominator > 0 && adjusted / denominator > 0.01
  return {
    numerator: there + sum('lost') - sum('found'),
    denominator,
    remark: isLarge ? `${adjusted} units of it are adjustments` : null,
  }
}
