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

/** Who asks, for the sentences that people read: "Amazon needs 90". */
export type RuleName = Readonly<{ ruleId: string; name: string }>

/** Whether exactly what is asked is enough. It is where nothing else is said; some marketplaces write "more than". */
export type LifeBoundary = 'at_least' | 'more_than'

/** Life that must be left on the day the customer has the goods. */
export type LifeRule = Readonly<
  ({ kind: 'days'; daysMin: number } | { kind: 'share'; percentMin: number }) & {
    boundary?: LifeBoundary
    by?: RuleName
  }
>

export type Life = Readonly<{ producedOn: CalendarDate | null; expiresOn: CalendarDate | null }>

export type LifeVerdict = Readonly<
  | { kind: 'fits' }
  | { kind: 'undated'; missing?: 'produced'; percentMin?: number }
  | { kind: 'expired'; expiresOn: CalendarDate; daysAgo: number }
  | { kind: 'too_short'; left: number; required: number; on: CalendarDate; boundary?: LifeBoundary; by?: RuleName }
>

/**
 * The fewest whole days that keep the rule; a share is of the days from production to expiry. "More than 90" are 91.
 * Null where the total life is not known.
 */
export function lifeDaysRequired(rule: LifeRule, { producedOn, expiresOn }: Life): number | null {
  const more = rule.boundary === 'more_than'
  if (rule.kind === 'days') return more ? rule.daysMin + 1 : rule.daysMin
  if (producedOn === null || expiresOn === null) return null
  const share = (daysBetween(producedOn, expiresOn) * rule.percentMin) / 100
  return more ? Math.floor(share) + 1 : Math.ceil(share)
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
  if (left >= most) return { kind: 'fits' }
  const { boundary, by } = rules[required.indexOf(most)] ?? {}
  const more = boundary === 'more_than' ? { boundary } : {}
  return { kind: 'too_short', left, required: most, on: day, ...more, ...(by ? { by } : {}) }
}

const demandsLife = (rule: LifeRule): boolean =>
  rule.boundary === 'more_than' || (rule.kind === 'days' ? rule.daysMin > 0 : rule.percentMin > 0)

/** The last day on which a customer may be given goods with this life; null where that is unknown, or never ends. */
export function lastDeliveryDay(life: Life, rules: readonly LifeRule[]): CalendarDate | null {
  if (life.expiresOn === null) return null
  const required = rules.map((rule) => lifeDaysRequired(rule, life))
  if (required.includes(null)) return null
  return addDays(life.expiresOn, -Math.max(0, ...required.map((days) => days ?? 0)))
}
