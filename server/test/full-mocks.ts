/**
 * server/test/full-mocks.ts — rehearsals of a full account: one that was drawn and ended, with something to put right.
 */
import type { Caller } from './world.ts'

export async function rehearsed(caller: Caller, say: (text: string) => string): Promise<void> {
  const targets = { everyMonths: 6, nextOn: '2099-01-01', minutesMax: 60, foundMin: 99.5, contactsMin: 100 }
  await caller.call('PUT', '/v1/mock-recall-settings', targets)
  await caller.post('/v1/mock-recalls', { seed: 1 })
  const { items } = await caller.get(`/v1/batches?text=${say('B')}`)
  const { id } = await caller.post('/v1/mock-recalls', { batch: items[0].id })
  await caller.post(`/v1/mock-recalls/${id}/start`, {})
  await caller.post(`/v1/mock-recalls/${id}/confirmations`, { deliverable: 'balance', found: 1, note: say('one') })
  await caller.post(`/v1/mock-recalls/${id}/end`, { note: say('again') })
  const asked = { says: say('call them'), owner: say('Mia'), dueOn: '2025-11-01' }
  const action = await caller.post(`/v1/mock-recalls/${id}/actions`, asked)
  await caller.post(`/v1/corrective-actions/${action.id}/completion`, { note: say('called') })
}
