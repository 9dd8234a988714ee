/**
 * web/features/disposals/disposal-words.tsx — what is destroyed, in words.
 */
import { moneyText } from '#domain/money.ts'
import type { Disposal } from '../../api/types.ts'
import { Sign, type Tone } from '../../shared/sign.tsx'

type State = Disposal['state']

const signs: Readonly<Record<State, readonly [Tone, string]>> = {
  draft: ['soon', 'to be signed'],
  signed: ['active', 'signed, to be destroyed'],
  destroyed: ['quiet', 'destroyed'],
  cancelled: ['quiet', 'cancelled'],
  reversed: ['bad', 'reversed'],
}

export function DisposalStateSign({ state }: { state: State }) {
  const [tone, word] = signs[state]
  return <Sign tone={tone}>{word}</Sign>
}

export const costText = ({ cost, currency }: Pick<Disposal, 'cost' | 'currency'>): string =>
  cost === null ? 'not known' : moneyText({ currency, amount: cost })
