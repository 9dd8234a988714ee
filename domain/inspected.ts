/**
 * domain/inspected.ts — what is decided of units that came back, and what may not be. Quantities are whole base units.
 */
import type { CalendarDate } from './calendar-date.ts'
import { isExpired } from './shelf-life.ts'

export const decisionKinds = ['restock', 'quarantine', 'refurbish', 'dispose', 'return_to_vendor'] as const
export type DecisionKind = (typeof decisionKinds)[number]
/** As what units can stand that are to be decided, or decided anew. */
export const openStandings = ['undecided', 'quarantine', 'refurbish'] as const
export type OpenStanding = (typeof openStandings)[number]
export type Standing = OpenStanding | DecisionKind
export type Standings = Readonly<Record<Standing, number>>
export type Decided = Readonly<{ was: OpenStanding; becomes: DecisionKind; quantity: number }>

/**
 * `came` is what came to where somebody looks at it first. Law: nothing is lost on the way, so that the standings add up to what came. What
 * was taken in by mistake and reversed after it was decided would leave fewer than none undecided: there are none then.
 */
export function standingsOf(came: number, decided: readonly Decided[]): Standings {
  const sums = { undecided: came, restock: 0, quarantine: 0, refurbish: 0, dispose: 0, return_to_vendor: 0 }
  for (const { was, becomes, quantity } of decided) {
    sums[was] -= quantity
    sums[becomes] += quantity
  }
  return { ...sums, undecided: Math.max(0, sums.undecided) }
}

export type InDoubt = Readonly<{ number: string; reason: string }>
export type AgainstRestock =
  | Readonly<{ kind: 'expired'; expiresOn: CalendarDate }>
  | Readonly<{ kind: 'held'; hold: InDoubt }>

/**
 * The one place that says what may not go back to where it is sold from; a recall will stand here beside the holds. `day` is that of the
 * warehouse, `holds` are those on the goods where they lie and where they are to go.
 */
export function againstRestock(
  { expiresOn, holds }: Readonly<{ expiresOn: CalendarDate | null; holds: readonly InDoubt[] }>,
  day: CalendarDate,
): AgainstRestock | null {
  if (expiresOn !== null && isExpired(expiresOn, day)) return { kind: 'expired', expiresOn }
  const [hold] = holds
  return hold ? { kind: 'held', hold } : null
}

/** Units whose batch nobody knows lie in quarantine until it is found out, or are destroyed: for all else it must be known first. */
export const decidedUnlabelled: readonly DecisionKind[] = ['dispose']

/** Where the account keeps no list of its own. */
export const usualChecks: string[] = [
  'Seal intact',
  'Packaging undamaged',
  'Date and batch readable',
  'Stored at the right temperature',
]
