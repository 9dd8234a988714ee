/**
 * server/test/full-recalls.ts — a recall of a full account that runs: widened once, with something promised of what it froze.
 */
import { provedRecalls } from './full-closing.ts'
import type { Caller } from './world.ts'

export async function recalled(caller: Caller, say: (text: string) => string): Promise<void> {
  await caller.post('/v1/products', { sku: say('RP'), name: say('recalled') })
  const line = { product: say('RP'), batch: say('RB'), quantity: 9, expiresOn: '2027-01-01', supplierLot: say('SL') }
  const { lines } = await caller.post('/v1/receipts', { warehouse: 'CHI', lines: [line] })
  await caller.post('/v1/orders', { number: say('RO'), lines: [{ product: say('RP'), quantity: 2 }] })
  const parts = [{ kind: 'supplier_lot', supplierLot: say('SL') }]
  const { id } = await caller.post('/v1/recalls', {
    kind: 'recall',
    class: 'II',
    title: say('glass'),
    reason: say('splinters'),
    hazard: say('cuts'),
    scope: { parts },
  })
  await caller.post(`/v1/recalls/${id}/start`, { reason: say('at once') })
  const wider = [...parts, { kind: 'batch', batch: lines[0].batchId }]
  await caller.post(`/v1/recalls/${id}/versions`, { scope: { parts: wider }, reason: say('wider') })
  await caller.call('PUT', '/v1/recall-settings', { twoPeople: true })
  await provedRecalls(caller, say)
}
