import type { Redating, RedatingRule } from '../../api/types.ts'
import { countOf } from '../../shared/quantity.tsx'
import { Sign, type Tone } from '../../shared/sign.tsx'

export type RedatingKind = Redating['kind']

export const kindWords: Readonly<Record<RedatingKind, string>> = {
  opened: 'opened',
  frozen: 'frozen',
  thawed: 'thawed',
}

const looks: Readonly<Record<Redating['state'], readonly [Tone, string]>> = {
  here: ['good', 'here'],
  past: ['bad', 'past its day'],
  gone: ['quiet', 'gone'],
}

export function RedatingState({ of: { state, undoneAt } }: { of: Redating }) {
  const [tone, words] = looks[state]
  return <Sign tone={tone}>{undoneAt === null ? words : 'undone'}</Sign>
}

/** How long the product lasts once that was done to it, or null where nobody wrote it. */
export function lastsOnce(kind: RedatingKind, rule: RedatingRule): string | null {
  const { openedCount, openedUnit, frozenDays, thawedDays } = rule
  if (kind === 'opened')
    return openedCount === null ? null : countOf(openedCount, openedUnit === 'months' ? 'month' : 'day')
  const days = kind === 'frozen' ? frozenDays : thawedDays
  return days === null ? null : countOf(days, 'day')
}
