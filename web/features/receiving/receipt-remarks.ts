/**
 * web/features/receiving/receipt-remarks.ts — what a person should know of a line before it is received: the rules of the
 * product, with their numbers, while the goods can still be sent back.
 */
import { computedExpiry, daysLeft, type Life, lifeVerdict } from '#domain/shelf-life.ts'
import type { Product } from '../../api/types.ts'
import type { LineValues } from './receipt-values.ts'

export type Rules = Pick<
  Product,
  'dates' | 'lifeDays' | 'receiptLifeDaysMin' | 'receiptLifeAction' | 'deliveryLifeDaysMin' | 'deliveryLifePercentMin'
>
type Dates = Pick<LineValues, 'producedOn' | 'bestBefore' | 'expiresOn' | 'condition'>

/** The last day as far as the line tells it; null where it does not. */
export function lastDayOf({ expiresOn, bestBefore, producedOn }: Dates, { lifeDays }: Pick<Rules, 'lifeDays'>) {
  const counted = producedOn !== null && lifeDays !== null ? computedExpiry({ producedOn, lifeDays }) : null
  return expiresOn ?? bestBefore ?? counted
}

/** A share of the life can be judged only where its first day is known too. */
export const wantsProductionDate = ({ dates, deliveryLifePercentMin }: Rules): boolean =>
  dates !== 'none' && (deliveryLifePercentMin ?? 0) > 0

export function remarksOn(line: Dates, rules: Rules, today: string): string[] {
  const expiresOn = lastDayOf(line, rules)
  if (expiresOn === null || line.condition === 'damaged') return []
  const left = daysLeft(expiresOn, today)
  if (left < 0) return ['It has expired: it can be received as damaged, or sent back.']
  const needed = rules.receiptLifeDaysMin ?? 0
  if (left < needed)
    return [`${days(left)} left, and this product needs ${needed} on arrival. ${outcomes[rules.receiptLifeAction]}`]
  return forOrders({ producedOn: line.producedOn, expiresOn }, rules, today)
}

const outcomes = {
  accept: 'It is accepted all the same.',
  hold: 'It will be held on arrival.',
  refuse: 'It will be refused: send it back.',
} as const

/** What the planner would say of it if it came today. */
function forOrders(life: Life, { deliveryLifeDaysMin, deliveryLifePercentMin }: Rules, today: string): string[] {
  const [daysMin, percentMin] = [deliveryLifeDaysMin ?? 0, deliveryLifePercentMin ?? 0]
  const verdict = lifeVerdict(
    life,
    [
      { kind: 'days', daysMin },
      { kind: 'share', percentMin },
    ],
    today,
  )
  if (verdict.kind === 'undated') return [`Production date needed: customers are promised ${percentMin} % of the life.`]
  if (verdict.kind !== 'too_short') return []
  return [`${days(verdict.left)} left, and orders ask for ${verdict.required}: none will get this batch.`]
}

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)
