/**
 * web/features/mocks/mock-words.tsx — how a rehearsal and its four deliverables are called.
 */
import type { MockSummary } from '../../api/types.ts'
import { Sign } from '../../shared/sign.tsx'

export type Deliverable = 'back' | 'forward' | 'balance' | 'contacts'

export const deliverableWords: Readonly<Record<Deliverable, Readonly<{ title: string; asks: string }>>> = {
  back: { title: 'Back', asks: 'Where it came from: every ancestor with its receipt, or the gap.' },
  forward: { title: 'Forward', asks: 'Who got it: every unit that was shipped, and to whom.' },
  balance: { title: 'Balance', asks: 'Every unit that came in is somewhere, or the gap.' },
  contacts: { title: 'Contacts', asks: 'Everybody who has it can be reached.' },
}

export function MockSign({ mock: { state, passed } }: { mock: Pick<MockSummary, 'state' | 'passed'> }) {
  if (state === 'ready') return <Sign tone="soon">waits for its clock</Sign>
  if (state === 'running') return <Sign tone="active">running</Sign>
  if (state === 'abandoned') return <Sign tone="quiet">given up</Sign>
  return passed ? <Sign tone="good">passed</Sign> : <Sign tone="bad">failed</Sign>
}
