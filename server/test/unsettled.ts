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
  for (const sku of ['ASK', 'LOST', 'COUNT', 'INBOUND', 'BACK', 'BURN', 'COLD', 'JAR', 'SAMPLE'])
    await product(caller, { sku, ...(sku === 'COLD' ? { storage: 'frozen' } : {}) })
  const afterOpening = { count: 1, unit: 'months' }
  await caller.post('/v1/redating-rules', { product: 'JAR', afterOpening, says: 'leaflet' })
}

const arrived = (caller: Caller, sku: string, batch: string, more: Json = {}): Promise<Json> =>
  receive(caller, [{ product: sku, batch, quantity: 4, expiresOn: later, ...more }])

const carried = (caller: Caller, sku: string, line: Json, more: Json = {}): Promise<Json> =>
  caller.post('/v1/transfers', { from: 'CHI', to: 'DAL', lines: [{ product: sku, ...line }], ...more })

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
