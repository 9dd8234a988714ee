/**
 * domain/redating.ts — what opening, freezing and thawing make of a last day, by the rule that is written for the product.
 *
 * Nothing here is known without a rule: a product of which nobody wrote how long it keeps once opened is not given a day.
 */
import { addDays, addMonths, type CalendarDate, earlierOf } from './calendar-date.ts'
import { type DateKind, isExpired } from './shelf-life.ts'

export const redatingKinds = ['opened', 'frozen', 'thawed'] as const
export type RedatingKind = (typeof redatingKinds)[number]

export type Period = Readonly<{ count: number; unit: 'days' | 'months' }>

/**
 * What the maker states. The period after opening is the one of the open jar on a cosmetic product (Regulation (EC) 1223/2009,
 * Art. 19(1)(c)); that of food once opened and of frozen food is on its label (Regulation (EU) 1169/2011, Art. 25). Null: not stated.
 */
export type RedatingRule = Readonly<{
  afterOpening: Period | null
  frozenDays: number | null // from the day of freezing
  thawedDays: number | null // from the day of thawing
  refreezes: boolean // whether what was thawed may be frozen again
}>

/** `became`: what was done to it before, oldest first; nothing of goods as they came. */
export type Redatable = Readonly<{
  code: string
  expiresOn: CalendarDate | null
  became: readonly RedatingKind[]
}>

export type Redated = Readonly<
  | { kind: 'redated'; lastDay: CalendarDate; says: string }
  | { kind: 'refused'; because: 'no_rule' | 'expired' | 'opened' | 'frozen' | 'not_frozen' | 'thawed' }
>
type Refused = Extract<Redated, { kind: 'refused' }>['because']

export const periodText = ({ count, unit }: Period): string => `${count} ${count === 1 ? unit.slice(0, -1) : unit}`

export const addPeriod = (day: CalendarDate, { count, unit }: Period): CalendarDate =>
  unit === 'months' ? addMonths(day, count) : addDays(day, count)

/**
 * The last day of what is opened, frozen or thawed on a day. Laws: opening and thawing never give a later day than there was;
 * freezing does, but not to what was opened before; what is expired gets no new day; what was thawed is frozen again only where the rule says so.
 */
export function redate(kind: RedatingKind, on: CalendarDate, goods: Redatable, rule: RedatingRule): Redated {
  const period = periodOf[kind](rule)
  if (period === null) return { kind: 'refused', because: 'no_rule' }
  const because = hindrance(kind, on, goods, rule)
  if (because !== null) return { kind: 'refused', because }
  const reckoned = addPeriod(on, period)
  const said = `${kind} on ${on} + ${periodText(period)} = ${reckoned}`
  const bound = kind === 'frozen' && !goods.became.includes('opened') ? null : goods.expiresOn
  const lastDay = bound === null ? reckoned : earlierOf(bound, reckoned)
  return { kind: 'redated', lastDay, says: `${said}${compared(goods, { lastDay, reckoned, bound })}` }
}

const periodOf: Readonly<Record<RedatingKind, (rule: RedatingRule) => Period | null>> = {
  opened: ({ afterOpening }) => afterOpening,
  frozen: ({ frozenDays }) => inDays(frozenDays),
  thawed: ({ thawedDays }) => inDays(thawedDays),
}
const inDays = (count: number | null): Period | null => (count === null ? null : { count, unit: 'days' })

function hindrance(kind: RedatingKind, on: CalendarDate, goods: Redatable, rule: RedatingRule): Refused | null {
  const frost = goods.became.filter((was) => was !== 'opened').at(-1) ?? null
  if (isExpired(goods.expiresOn, on)) return 'expired'
  if (kind === 'opened') return goods.became.includes('opened') ? 'opened' : null
  if (kind === 'thawed') return frost === 'frozen' ? null : 'not_frozen'
  if (frost === 'frozen') return 'frozen'
  return frost === 'thawed' && !rule.refreezes ? 'thawed' : null
}

type Compared = { lastDay: CalendarDate; reckoned: CalendarDate; bound: CalendarDate | null }

function compared({ code, expiresOn }: Redatable, { lastDay, reckoned, bound }: Compared): string {
  if (expiresOn === null) return ''
  if (bound === null) return `, instead of the last day ${expiresOn} of batch ${code}`
  return lastDay < reckoned || expiresOn === reckoned
    ? `, but the last day ${expiresOn} of batch ${code} comes first`
    : `, before the last day ${expiresOn} of batch ${code}`
}

export type StatedOn = Readonly<{ kind: DateKind; on: CalendarDate }>

/**
 * As which kinds of date the new day is stated. A later one must stand in place of each date that came along, for the earliest of
 * them would govern; an earlier one governs by itself.
 */
export function kindsStated(inherited: readonly StatedOn[], lastDay: CalendarDate): DateKind[] {
  const lasting = inherited.filter(({ kind }) => kind !== 'produced')
  const shorter = lasting.filter(({ on }) => on < lastDay).map(({ kind }) => kind)
  return shorter.length > 0 ? [...new Set<DateKind>([...shorter, 'use_by'])] : ['use_by']
}

const suffixes: Readonly<Record<RedatingKind | 'split' | 'merged', string>> = {
  opened: 'OP',
  frozen: 'FZ',
  thawed: 'TH',
  split: 'SP',
  merged: 'ME',
}
const codeMax = 80

/** Such as "L001-OP1"; `taken` are the codes that are given away already. */
export function childCode(parent: string, kind: keyof typeof suffixes, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const suffix = `-${suffixes[kind]}${number}`
    const code = `${parent.slice(0, codeMax - suffix.length)}${suffix}`
    if (!taken.has(code)) return code
  }
}
