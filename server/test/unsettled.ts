/**
 * server/test/unsettled.ts — of every kind something that waits for a person, and how that person settles it.
 */
import { placeId } from './bins.ts'
import { batchId, product, receive } from './stories.ts'
import { dallas } from './transfers.ts'
import type { Caller, Json } from './world.ts'

type Story = Readonly<{
  /** Leaves one thing that waits; `name` is of its batches, and no other's. */
  begin: (caller: Caller, name: string) => Promise<Json>
  settle: (caller: Caller, begun: Json) => Promise<unknown>
}>

const soon = '2025-12-20'
const later = '2027-06-01'

/** A product for each kind, so that none takes the goods of another. */
export async function openShop(caller: Caller): Promise<void> {
  await dallas(caller)
  for (const sku of ['ASK', 'LOST', 'COUNT', 'INBOUND', 'BACK', 'BURN', 'COLD', 'JAR', 'SAMPLE', 'MOCK', 'SELLS'])
    await product(caller, { sku, ...(sku === 'COLD' ? { storage: 'frozen' } : {}) })
  await caller.post('/v1/customers', { code: 'FBA', name: 'Amazon FBA' })
  const afterOpening = { count: 1, unit: 'months' }
  await caller.post('/v1/redating-rules', { product: 'JAR', afterOpening, says: 'leaflet' })
}

const arrived = (caller: Caller, sku: string, batch: string, more: Json = {}): Promise<Json> =>
  receive(caller, [{ product: sku, batch, quantity: 4, expiresOn: later, ...more }])

const carried = (caller: Caller, sku: string, line: Json, more: Json = {}): Promise<Json> =>
  caller.post('/v1/transfers', { from: 'CHI', to: 'DAL', lines: [{ product: sku, ...line }], ...more })

async function rehearsed(caller: Caller, batch: string): Promise<Json> {
  await arrived(caller, 'MOCK', batch)
  return caller.post('/v1/mock-recalls', { batch: await batchId(caller, batch) })
}

export const unsettled: Readonly<Record<string, Story>> = {
  transfer_to_approve: {
    begin: (caller) => carried(caller, 'ASK', { quantity: 6 }),
    settle: (caller, { id }) => caller.post(`/v1/transfers/${id}/cancellation`, { reason: 'not needed' }),
  },
  transfer_missing: {
    async begin(caller, batch) {
      await arrived(caller, 'LOST', batch)
      const line = { quantity: 4, batch, reason: 'this one' }
      const { id } = await carried(caller, 'LOST', line, { approve: true })
      await caller.post(`/v1/transfers/${id}/shipments`, {})
      const lines = [{ batch, quantity: 1 }]
      return { ...(await caller.post(`/v1/transfers/${id}/receipts`, { rest: 'missing', lines })), batch }
    },
    settle: (caller, { id, batch }) =>
      caller.post(`/v1/transfers/${id}/settlements`, { line: 1, batch, quantity: 3, as: 'lost', reason: 'gone' }),
  },
  count_difference: {
    async begin(caller, batch) {
      await arrived(caller, 'COUNT', batch)
      const of = { of: 'batches', batches: [await batchId(caller, batch)], blind: false }
      const made = await caller.post('/v1/counts', { warehouse: 'CHI', ...of })
      const lines = [{ product: 'COUNT', batch, quantity: 2 }]
      await caller.post(`/v1/counts/${made.id}/tallies`, { tallies: [{ place: 'MAIN', lines }] })
      return made
    },
    async settle(caller, { id }) {
      await caller.post(`/v1/counts/${id}/bookings`, {})
      return caller.post(`/v1/counts/${id}/closing`, {})
    },
  },
  unidentified: {
    async begin(caller, sku) {
      await product(caller, { sku, tracking: 'none', dates: 'none' })
      await receive(caller, [{ product: sku, quantity: 5 }])
      return caller.post('/v1/identifications', { product: sku, dates: 'optional', reason: 'recalls need it' })
    },
    settle: (caller, { id }) => caller.post(`/v1/identifications/${id}/giving-up`, { reason: 'no label is left' }),
  },
  inbound_difference: {
    async begin(caller, batch) {
      const lines = [{ product: 'INBOUND', quantity: 5 }]
      const made = await caller.post('/v1/inbounds', { number: batch, warehouse: 'CHI', lines })
      await receive(caller, [{ product: 'INBOUND', batch, quantity: 3, expiresOn: later }], { inbound: batch })
      return made
    },
    settle: (caller, { id }) => caller.post(`/v1/inbounds/${id}/closing`, {}),
  },
  return_to_inspect: {
    async begin(caller, batch) {
      await arrived(caller, 'BACK', batch)
      const placed = await caller.post('/v1/orders', { lines: [{ product: 'BACK', quantity: 4 }] })
      await caller.post('/v1/shipments', { order: placed.id })
      const lines = [{ product: 'BACK', quantity: 2 }]
      return caller.post('/v1/unannounced-returns', { warehouse: 'CHI', orderNumber: placed.number, lines })
    },
    settle: (caller, { id }) =>
      caller.post(`/v1/returns/${id}/inspections`, {
        line: 1,
        decisions: [{ decide: 'return_to_vendor', quantity: 2 }],
      }),
  },
  disposal_open: {
    async begin(caller, batch) {
      await arrived(caller, 'BURN', batch)
      const line = { product: 'BURN', batch, quantity: 1 }
      return caller.post('/v1/disposals', { warehouse: 'CHI', reason: 'Expired', method: 'Landfill', lines: [line] })
    },
    settle: (caller, { id }) => caller.post(`/v1/disposals/${id}/cancellation`, { reason: 'still good' }),
  },
  misplaced: {
    async begin(caller, batch) {
      await arrived(caller, 'COLD', batch, { place: 'DOCK' })
      const line = { product: 'COLD', batch, place: 'MAIN', quantity: 7 }
      await caller.post('/v1/adjustments', { warehouse: 'CHI', reason: 'found', lines: [line] })
      return {
        lines: [
          { ...line, quantity: -7 },
          { ...line, place: 'DOCK', quantity: -4 },
        ],
      }
    },
    settle: (caller, { lines }) => caller.post('/v1/adjustments', { warehouse: 'CHI', reason: 'gone', lines }),
  },
  opened_past: {
    async begin(caller, batch) {
      await arrived(caller, 'JAR', batch)
      const [of, place] = await Promise.all([batchId(caller, batch), placeId(caller, 'MAIN')])
      return caller.post('/v1/redatings', { kind: 'opened', batch: of, place, quantity: 1 })
    },
    settle: (caller, { id }) =>
      caller.post(`/v1/redatings/${id}/removals`, { quantity: 1, as: 'thrown_away', reason: 'old' }),
  },
  mock_due: {
    begin: (caller, batch) => rehearsed(caller, batch),
    settle: (caller, { id }) => caller.post(`/v1/mock-recalls/${id}/abandonment`, { reason: 'the real one came' }),
  },
  action_late: {
    async begin(caller, batch) {
      const { id } = await rehearsed(caller, batch)
      await caller.post(`/v1/mock-recalls/${id}/start`, {})
      return caller.post(`/v1/mock-recalls/${id}/actions`, { says: 'Find the address', owner: 'Olive', dueOn: soon })
    },
    settle: (caller, { id }) => caller.post(`/v1/corrective-actions/${id}/completion`, { note: 'found' }),
  },
  sold_on_beyond: {
    async begin(caller, batch) {
      await arrived(caller, 'SELLS', batch)
      const placed = await caller.post('/v1/orders', { customer: 'FBA', lines: [{ product: 'SELLS', quantity: 4 }] })
      const [sent] = (await caller.post('/v1/shipments', { order: placed.id })).items
      const report = { customer: 'FBA', product: 'SELLS', kind: 'sold', quantity: 3, on: placed.orderedAt.slice(0, 10) }
      const { items } = await caller.post('/v1/sell-through', { reports: [report] })
      await caller.post(`/v1/shipments/${sent.id}/cancellation`, { reason: 'it never left' })
      return { ...items[0], customerId: placed.customerId }
    },
    settle: (caller, { id }) =>
      caller.call('PUT', `/v1/sell-through/${id}/withdrawal`, { reason: 'it was of another shop' }),
  },
  sample_due: {
    async begin(caller, batch) {
      await arrived(caller, 'SAMPLE', batch, { expiresOn: soon })
      const [of, place] = await Promise.all([batchId(caller, batch), placeId(caller, 'MAIN')])
      return caller.post('/v1/samples', { batch: of, place, quantity: 2, dueOn: soon })
    },
    settle: (caller, { id }) =>
      caller.post(`/v1/samples/${id}/removals`, { quantity: 2, as: 'destroyed', reason: 'kept long enough' }),
  },
}
