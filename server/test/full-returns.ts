/**
 * server/test/full-returns.ts — goods that came back to a full account: some without a label, looked at with photo, and destroyed; and others that the customer sold on.
 */
import { png } from './disposals.ts'
import { order, product, receive } from './stories.ts'
import type { Caller, Json } from './world.ts'

type Say = (text: string) => string

/** A return with one of everything, and what was destroyed. */
export async function returned(caller: Caller, say: Say): Promise<void> {
  await product(caller, { sku: say('R'), name: say('lotion'), category: say('skin') })
  await receive(caller, [
    { product: say('R'), batch: say('R1'), quantity: 2, expiresOn: '2026-03-01' },
    { product: say('R'), batch: say('R2'), quantity: 2, expiresOn: '2026-04-01' },
  ])
  const placed = await order(caller, 4, { customer: say('CUS'), line: { product: say('R') } })
  await caller.post('/v1/shipments', { order: placed.id })
  const words = { reasons: [say('leaks'), 'Expired'], methods: [say('burnt'), 'Landfill'] }
  await caller.call('PUT', '/v1/disposal-choices', words)
  await caller.call('PUT', '/v1/return-checklists', { category: say('skin'), checks: [say('seal')] })
  const file = await caller.post('/v1/files', { name: say('photo.png'), content: png })
  const back = await caller.post('/v1/unannounced-returns', {
    number: say('RMA'),
    kind: 'refused',
    warehouse: 'CHI',
    orderNumber: placed.number,
    note: say('refused'),
    lines: [{ product: say('R'), quantity: 3, unlabelled: true, note: say('no label') }],
  })
  const { unlabelledId: unlabelled } = back.lines[0].lots[0]
  const known = { unlabelled, batch: say('R1'), quantity: 1, reason: say('inner pack') }
  await caller.post(`/v1/returns/${back.id}/identifications`, known)
  await caller.post(`/v1/returns/${back.id}/withdrawals`, { unlabelled, quantity: 1, reason: say('miscounted') })
  const looked = await caller.post(`/v1/returns/${back.id}/inspections`, {
    line: 1,
    batch: say('R1'),
    checks: [{ name: say('seal'), result: 'fail', note: say('torn') }],
    photos: [file.id],
    note: say('wet'),
    decisions: [{ decide: 'dispose', quantity: 1, reason: say('wet') }],
    disposal: { reason: say('leaks'), method: say('burnt'), note: say('by night') },
  })
  await signed(caller, looked, file)
  await soldOn(caller, say)
}

/** What the customer says that it sold, once more than it did. */
async function soldOn(caller: Caller, say: Say): Promise<void> {
  const sold = { customer: say('CUS'), product: say('R'), kind: 'sold', quantity: 1, on: '2025-11-23' }
  const reports = [sold, { ...sold, document: say('month'), note: say('late') }]
  const { items } = await caller.post('/v1/sell-through', { reports })
  await caller.call('PUT', `/v1/sell-through/${items[1].id}/withdrawal`, { reason: say('twice') })
}

async function signed(caller: Caller, looked: Json, file: Json): Promise<void> {
  const { disposalId } = looked.inspections[0].decisions[0]
  const witness = await caller.as('manager')
  await witness.post(`/v1/disposals/${disposalId}/signatures`, {})
  await caller.post(`/v1/disposals/${disposalId}/proofs`, { files: [file.id] })
  await caller.post(`/v1/disposals/${disposalId}/destruction`)
}
