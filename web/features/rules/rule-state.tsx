import type { Rule } from '../../api/types.ts'
import { DateText } from '../../shared/date-text.tsx'
import { Sign, type Tone } from '../../shared/sign.tsx'
import { stateWords } from './rule-words.ts'

const tones: Record<Rule['state'], Tone> = { future: 'soon', now: 'good', over: 'quiet' }

export const RuleStateSign = ({ state }: Pick<Rule, 'state'>) => <Sign tone={tones[state]}>{stateWords[state]}</Sign>

/** One that was ended before its first day has no day on which it held. */
export function RuleDays({ rule: { validFrom, validUntil } }: { rule: Rule }) {
  if (validUntil !== null && validUntil < validFrom) return 'never held'
  if (validUntil === null)
    return (
      <>
        from <DateText day={validFrom} />
      </>
    )
  return (
    <>
      <DateText day={validFrom} /> – <DateText day={validUntil} />
    </>
  )
}
