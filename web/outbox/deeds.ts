/**
 * web/outbox/deeds.ts — what can be done without network, how it is sent, and what the server makes of it.
 */
import { answerOf, api, intent } from '../api/client.ts'
import { asProblem, isPassing } from '../api/problem.ts'
import type { NewBody, NewPick } from '../api/types.ts'
import type { Act, NewAct } from './queue.ts'
import type { Outcome } from './send-all.ts'

type GivenUp = NewBody<'/v1/pick-waves/{id}/given-up-picks'>
/** Of one batch at one place for one line. */
type Goods = Readonly<{ orderLineId: string; batchId: string; placeId: string; placeCode: string }>
/** `says`: "3 of batch A from MAIN, order SO-1". */
export type PickDeed = Readonly<{
  kind: 'pick'
  wave: string
  goods: Goods
  /** What is taken and for whom, without how many. */
  says: string
  body: NewPick
}>
export type GiveUpDeed = Readonly<{ kind: 'give_up'; wave: string; body: GivenUp }>
export type Deed = PickDeed | GiveUpDeed
export type DeedAct = Act<Deed>
export type NewDeedAct = Omit<NewAct<Deed>, 'person' | 'madeAt'>

export const documentOfWave = (waveId: string) => `pick-wave ${waveId}`

export const deedWords = (deed: Deed): string =>
  deed.kind === 'pick' ? `${deed.body.quantity} of ${deed.says}` : `Given up: ${deed.body.pick}`

/** A server that hangs is not waited for. */
const patienceMs = 20_000

function post({ id, person, deed }: DeedAct) {
  // In a tab that was left open the browser may be signed in as somebody else by now; then the server does nothing.
  const more = { headers: { ...intent(id), 'Firstout-Person': person }, signal: AbortSignal.timeout(patienceMs) }
  const params = { path: { id: deed.wave } }
  return deed.kind === 'pick'
    ? answerOf<unknown>(api.POST('/v1/pick-waves/{id}/picks', { params, body: deed.body, ...more }))
    : answerOf<unknown>(api.POST('/v1/pick-waves/{id}/given-up-picks', { params, body: deed.body, ...more }))
}

/** What cannot be read was not said by our server; who is signed out signs in again: neither is a refusal. */
const unheard = new Set(['unreadable_answer', 'not_signed_in', 'bug_in_page', 'offline'])

export async function sendDeed(act: DeedAct): Promise<Outcome> {
  try {
    await post(act)
    return { kind: 'answered' }
  } catch (error) {
    const problem = asProblem(error)
    if (unheard.has(problem.code) || problem.status === 429) return { kind: 'unreached' }
    return isPassing(problem) ? { kind: 'failed' } : { kind: 'refused', words: problem.detail }
  }
}
