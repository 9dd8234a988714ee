import { DateText } from './date-text.tsx'
import { Sign, type Tone } from './sign.tsx'

/** What holds for some days: a rule, a pool. */
type InForce = Readonly<{ state: 'future' | 'now' | 'over'; validFrom: string; validUntil: string | null }>

const tones: Record<InForce['state'], Tone> = { future: 'soon', now: 'good', over: 'quiet' }
const words: Record<InForce['state'], string> = { future: 'to come', now: 'in force', over: 'over' }

export const InForceSign = ({ state }: Pick<InForce, 'state'>) => <Sign tone={tones[state]}>{words[state]}</Sign>

/** One that was ended before its first day has no day on which it held. */
export function InForceDays({ of: { validFrom, validUntil } }: { of: Omit<InForce, 'state'> }) {
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
