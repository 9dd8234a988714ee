/**
 * server/test/full-closing.ts — a recall of a full account that was checked, reported and ended, with its closing file.
 */
import { rehearsed } from './full-mocks.ts'
import type { Caller, Json } from './world.ts'

export async function provedRecalls(caller: Caller, say: (text: string) => string): Promise<void> {
  await rehearsed(caller, say)
  await closed(caller, say)
}

async function closed(caller: Caller, say: (text: string) => string): Promise<void> {
  const twoPeople = (on: boolean) => caller.call('PUT', '/v1/recall-settings', { twoPeople: on })
  await twoPeople(false)
  await caller.post('/v1/products', { sku: say('CP'), name: say('closed') })
  const line = { product: say('CP'), batch: say('CB'), quantity: 9, expiresOn: '2027-01-01' }
  const { lines } = await caller.post('/v1/receipts', { warehouse: 'CHI', lines: [line] })
  const asked = { number: say('CO'), customer: say('CUS'), lines: [{ product: say('CP'), quantity: 2 }] }
  await caller.post('/v1/shipments', { order: (await caller.post('/v1/orders', asked)).id })
  const parts = [{ kind: 'batch', batch: lines[0].batchId }]
  const named = { kind: 'withdrawal', title: say('label'), reason: say('wrong label'), scope: { parts } }
  const { id }: Json = await caller.post('/v1/recalls', named)
  await caller.post(`/v1/recalls/${id}/start`, {})
  const { body } = await caller.call('PUT', `/v1/recalls/${id}/check-level`, { level: 'A' })
  const [{ id: checkId }] = body.items
  await caller.post(`/v1/effectiveness-checks/${checkId}/results`, {
    way: 'phone',
    reached: false,
    note: say('no answer'),
  })
  const action = { says: say('label anew'), owner: say('Mia'), dueOn: '2025-12-01' }
  await caller.post(`/v1/recalls/${id}/actions`, action)
  await caller.post(`/v1/recalls/${id}/reports`, { doneOn: '2025-12-24', note: say('soon') })
  await caller.post(`/v1/recalls/${id}/end`, { reason: say('done') })
  await caller.post(`/v1/recalls/${id}/closing-files`, {})
  await twoPeople(true)
}
