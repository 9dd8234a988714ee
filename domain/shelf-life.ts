/**
 * domain/shelf-life.ts — the one rule of the last day, and how much life must be left.
 *
 * On its last day a unit is still good. Every screen, query, report and job asks here.
 */
import { addDays, type CalendarDate, daysBetween } from './calendar-date.ts'

export type DateKind = 'produced' | 'best_before' | 'use_by' | 'expiry'
export type StatedDate = Readonly<{ kind: DateKind; on: CalendarDate }>

/** The last day: the earliest use-by or expiry date; a best-before date governs only where there is neither. */
export function governingExpiry(dates: readonly StatedDate[]): CalendarDate | null {
  const earliest = (...kinds: DateKind[]) =>
    dates
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ on }) => on)
      .sort()[0]
  return earliest('use_by', 'expiry') ?? earliest('best_before') ?? null
}

export const computedExpiry = ({
  producedOn,
  lifeDays,
}: {
  producedOn: CalendarDate
  lifeDays: number
}): CalendarDate => addDays(producedOn, lifeDays)

/** 0 on the last day, negative afterwards. */
export const daysLeft = (expiresOn: CalendarDate, day: CalendarDate): number => daysBetween(day, expiresOn)

export const isExpired = (expiresOn: CalendarDate | null, day: CalendarDate): boolean =>
  expiresOn !== null && day > expiresOn

/** Life that must be left on the day the customer has the goods. Equal is enough. */
export type LifeRule = Readonly<{ kind: 'days'; daysMin: number } | { kind: 'share'; percentMin: number }>

export type Life = Readonly<{ producedOn: CalendarDate | null; expiresOn: CalendarDate | null }>

export type LifeVerdict = Readonly<
  | { kind: 'fits' }
  | { kind: 'undated'; missing?: 'produced'; percentMin?: number }
  | { kind: 'expired'; expiresOn: CalendarDate; daysAgo: number }
  | { kind: 'too_short'; left: number; required: number; on: CalendarDate }
>

/** Whole days; a share is of the days from production to expiry, rounded up. Null where the total life is not known. */
export function lifeDaysRequired(rule: LifeRule, { producedOn, expiresOn }: Life): number | null {
  if (rule.kind === 'days') return rule.daysMin
  if (producedOn === null || expiresOn === null) return null
  return Math.ceil((daysBetween(producedOn, expiresOn) * rule.percentMin) / 100)
}

/** Whether goods with this life may reach a customer on `day`: not expired, and every rule kept. */
export function lifeVerdict(life: Life, rules: readonly LifeRule[], day: CalendarDate): LifeVerdict {
  const { expiresOn } = life
  if (expiresOn === null) return rules.some(demandsLife) ? { kind: 'undated' } : { kind: 'fits' }
  const left = daysLeft(expiresOn, day)
  if (left < 0) return { kind: 'expired', expiresOn, daysAgo: -left }
  const required = rules.map((rule) => (demandsLife(rule) ? lifeDaysRequired(rule, life) : 0))
  const unknown = rules[required.indexOf(null)]
  if (unknown?.kind === 'share') return { kind: 'undated', missing: 'produced', percentMin: unknown.percentMin }
  const most = Math.max(0, ...required.map((days) => days ?? 0))
  return left >= most ? { kind: 'fits' } : { kind: 'too_short', left, required: most, on: day }
}

const demandsLife = (rule: LifeRule): boolean => (rule.kind === 'days' ? rule.daysMin > 0 : rule.percentMin > 0)

/** The last day on which goods can leave and still have the life asked for when they arrive; null where that is unknown. */
export function lastShipDay(life: Life, rules: readonly LifeRule[], transitDays: number): CalendarDate | null {
  if (life.expiresOn === null) return null
  const required = rules.map((rule) => lifeDaysRequired(rule, life))
  if (required.includes(null)) return null
  return addDays(life.expiresOn, -Math.max(0, ...required.map((days) => days ?? 0)) - transitDays)
}
