/**
 * domain/recalls/effectiveness.ts — of how many who got recalled goods it is checked that they know and have acted (21 CFR 7.42(b)(3)).
 */
export const checkLevels = ['A', 'B', 'C', 'D', 'E'] as const
export type CheckLevel = (typeof checkLevels)[number]

export const checkWays = ['visit', 'phone', 'letter', 'email'] as const
export type CheckWay = (typeof checkWays)[number]

const percents: Readonly<Record<Exclude<CheckLevel, 'B'>, number>> = { A: 100, C: 10, D: 2, E: 0 }

/** Of level B it is typed. */
export const percentOfLevel = (level: CheckLevel, typed: number | null): number =>
  level === 'B' ? (typed ?? 0) : percents[level]

/** What is wrong with a percentage: only B takes one, and more than C and less than A. */
export function percentProblem(level: CheckLevel, typed: number | null): string | null {
  if (level !== 'B') return typed === null ? null : 'belongs to level B: the other levels have their own'
  return typed !== null && typed > 10 && typed < 100 ? null : 'must be more than 10 and less than 100, for level B'
}

/** How many of so many are checked: never fewer than the percentage, and one at least where any is asked for. */
export const toCheck = (consignees: number, percent: number): number => Math.ceil((consignees * percent) / 100)

export type CheckResult = Readonly<{
  reached: boolean
  gotNotice: boolean | null // null where nobody was reached
  acted: boolean | null
}>

/** Effective is who got the notice and did what it asks. */
export const isEffective = ({ reached, gotNotice, acted }: CheckResult): boolean =>
  reached && gotNotice === true && acted === true

export type CheckNumbers = Readonly<{
  drawn: number
  open: number
  effective: number
  notEffective: number
  notReached: number
  passRate: number | null // percent of those checked, one decimal
}>

/** By the last result of each; null where there is none. Who could not be reached counts as checked, and not as effective. */
export function checkNumbers(last: readonly (CheckResult | null)[]): CheckNumbers {
  const made = last.filter((one) => one !== null)
  const effective = made.filter(isEffective).length
  const notReached = made.filter(({ reached }) => !reached).length
  return {
    drawn: last.length,
    open: last.length - made.length,
    effective,
    notEffective: made.length - effective - notReached,
    notReached,
    passRate: made.length === 0 ? null : Math.round((effective / made.length) * 1000) / 10,
  }
}

/** What has to be put right because a check showed it; null where it was effective, or told nothing since nobody was reached. `called`: the consignee, by code or order. */
export function owedForCheck(called: string, { reached, gotNotice, acted }: CheckResult): string | null {
  if (!reached) return null
  if (gotNotice !== true) return `${called} did not get the notice: find out why, and see that it does.`
  return acted === true ? null : `${called} got the notice and has not acted on it: find out why, and see that it does.`
}
