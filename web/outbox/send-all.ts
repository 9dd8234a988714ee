/**
 * web/outbox/send-all.ts — one round of sending what waits, one act after the other.
 */
import { type Act, type Change, nextToSend, type Queue } from './queue.ts'

/** `failed`: the server is there and cannot do it now. `unreached`: nobody answered, or not to us. */
export type Outcome = Readonly<
  { kind: 'answered' } | { kind: 'refused'; words: string } | { kind: 'failed' } | { kind: 'unreached' }
>
type Round<Deed> = Readonly<{
  read(): Promise<Queue<Deed>>
  change(change: Change<Deed>): Promise<unknown>
  send(act: Act<Deed>): Promise<Outcome>
}>

/** Ends when nothing waits that could be sent now. Two rounds at once do no harm: the server answers a repeat as it did before. */
export async function sendAll<Deed>({ read, change, send }: Round<Deed>): Promise<void> {
  const resting = new Set<string>()
  for (;;) {
    const act = nextToSend(await read(), resting)
    if (!act) return
    const outcome = await send(act)
    if (outcome.kind === 'unreached') return
    if (outcome.kind === 'failed') resting.add(act.document)
    else await change({ ...outcome, id: act.id })
  }
}
