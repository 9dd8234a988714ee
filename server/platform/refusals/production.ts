/**
 * server/platform/refusals/production.ts — what cannot be used for making something, and what cannot be made of it.
 */
import { batchName } from '#domain/batch-code.ts'
import { refuse, type Where } from './refuse.ts'

type Batch = Where & { batch: string }
type Used = Readonly<{ batch: string; quantity: number; by: string }>

export const productionRefusals = {
  production_held: refuse<Batch & { place: string; hold: string | null; needs: 'role' | 'rework' | 'reason' }>(
    409,
    ({ where, batch, place, hold, needs }) => {
      const lies = hold === null ? 'lies in quarantine' : `is on hold (${hold})`
      const how = {
        role: 'Only who may lift holds may use it, for rework and with a reason.',
        rework: 'It is used for rework only: name that as the kind, or lift the hold first.',
        reason: 'Say why it is used all the same, as the reason.',
      }
      return `${where}: ${batchName(batch)} at ${place} ${lies}. ${how[needs]}`
    },
  ),
  production_held_into_known: refuse<Batch & { hold: string; output: string }>(
    409,
    ({ where, batch, hold, output }) =>
      `${where}: ${batchName(batch)} is on hold (${hold}), and ${batchName(output)} is there already: all of that would be held too. Give what is made a code of its own.`,
  ),
  production_expired: refuse<Batch & { expiresOn: string; on: string }>(
    409,
    ({ where, batch, expiresOn, on }) =>
      `${where}: ${batchName(batch)} was good until ${expiresOn}, and cannot be used on ${on}. Correct its date where that is wrong, or dispose of it.`,
  ),
  production_unidentified: refuse<Where & { sku: string }>(
    409,
    ({ where, sku }) =>
      `${where}: nobody knows of which batch these units of ${sku} are. Identify them first, so that what is made of them can be traced.`,
  ),
  production_untracked: refuse<Where & { sku: string; of: string }>(
    422,
    ({ where, sku, of }) =>
      `${where}: ${sku} is not tracked by batch, so the trace of ${of} would end in it. Begin to track its batches first.`,
  ),
  production_of_itself: refuse<Batch & { input: number }>(
    422,
    ({ where, batch, input }) =>
      `${where}: ${batchName(batch)} is used in the same run (input ${input}). Give what is made another code.`,
  ),
  production_unbalanced: refuse<{ sku: string; used: number; made: number }>(422, ({ sku, used, made }) =>
    made > used
      ? `${made} of ${sku} cannot be made of ${used}: nothing else was used. Check the quantities.`
      : `${made} of ${sku} were made of ${used}. Say what became of the other ${used - made}: state them as waste, with the reason.`,
  ),
  production_beyond_inputs: refuse<Batch & { expiresOn: string | null; most: string; because: string }>(
    422,
    ({ where, batch, expiresOn, most, because }) =>
      `${where}: ${batchName(batch)} would be good ${expiresOn === null ? 'for ever' : `until ${expiresOn}`}, but by its rule no longer than ${most}, ${because}. State no later day, or say that the day is as stated.`,
  ),
  production_over: refuse<Batch & { expiresOn: string; on: string }>(
    422,
    ({ where, batch, expiresOn, on }) =>
      `${where}: ${batchName(batch)} would be good until ${expiresOn}, and it was made on ${on}. Check its dates.`,
  ),
  production_undone: refuse<{ number: string }>(409, ({ number }) => `Run ${number} is undone already.`),
  production_used: refuse<{ number: string; used: readonly Used[] }>(409, ({ number, used }) => {
    const told = used.slice(0, 3).map(({ batch, quantity, by }) => `${quantity} of ${batchName(batch)}: ${by}`)
    const more = used.length > told.length ? `, and ${used.length - told.length} more` : ''
    return `Run ${number} cannot be undone, for what it made does not lie untouched any more (${told.join('; ')}${more}). Undo that first.`
  }),
} as const
