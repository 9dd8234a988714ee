/**
 * server/test/shop-identifying.ts — a product of the shop of the simulation that nobody tracked at first: what is identified is there less without a
 * batch and more of a known one, and never more than there was.
 */
import { type Asker, add, ask, type Step } from './shop-state.ts'
import type { Json, World } from './world.ts'

export const untrackedSku = 'OLD'
const codes = ['O1', 'O2', 'O3']

async function pathOf({ caller }: Asker): Promise<Json> {
  const { items } = await caller.get(`/v1/identifications?product=${untrackedSku}`)
  return items[0]
}

async function withoutBatch({ caller }: Asker): Promise<Json[]> {
  const { items } = await caller.get(`/v1/stock?product=${untrackedSku}&limit=500`)
  return items.filter(({ batchCode, warehouseCode }: Json) => batchCode === '-' && warehouseCode !== null)
}

/** Of those named, or found by a document. */
async function noteIdentified({ caller, state }: Asker, path: Json, meant: (row: Json) => boolean): Promise<void> {
  const { items } = await caller.get(`/v1/identifications/${path.id}/units?limit=500`)
  for (const { batchId, quantity } of items.filter(meant)) {
    state.batches.add(batchId)
    add(state.onHand, batchId, quantity)
    add(state.onHand, path.batchId, -quantity)
  }
}

export const identifyingSteps: Readonly<Record<string, Step>> = {
  async receiveOld({ caller, roll, state }) {
    const batch = roll.chance(40) ? { batch: roll.of(codes) } : {}
    const lines = [{ product: untrackedSku, quantity: 1 + roll.below(40), ...batch }]
    const answer = await ask({ state, caller }, 'POST', '/v1/receipts', { warehouse: roll.of(['CHI', 'DAL']), lines })
    for (const { batchId, quantity } of answer?.body.lines ?? []) {
      state.batches.add(batchId)
      add(state.onHand, batchId, quantity)
    }
  },
  async orderOld({ caller, roll, state }) {
    const lines = [{ product: untrackedSku, quantity: 1 + roll.below(15) }]
    const answer = await ask({ state, caller }, 'POST', '/v1/orders', { lines, channel: 'direct' })
    if (answer) state.orders.set(answer.body.id, { cancelled: false })
  },
  async trackOld({ caller, state }) {
    const body = { product: untrackedSku, dates: 'optional', accept: true, reason: 'recalls' }
    await ask({ state, caller }, 'POST', '/v1/identifications', body)
  },
  async identifyOld({ caller, roll, state }) {
    const [path, rows] = [await pathOf({ caller, state }), await withoutBatch({ caller, state })]
    if (!path || rows.length === 0) return
    const { placeId: place, onHand } = roll.of<Json>(rows)
    const lines = [{ place, batch: roll.of(codes), quantity: 1 + roll.below(Math.min(onHand, 12)) }]
    const done = await ask({ state, caller }, 'POST', `/v1/identifications/${path.id}/units`, { lines })
    if (done) await noteIdentified({ caller, state }, path, ({ id }) => done.body.items.includes(id))
  },
  async undoOld({ caller, roll, state }) {
    const path = await pathOf({ caller, state })
    if (!path) return
    const { items } = await caller.get(`/v1/identifications/${path.id}/units?limit=20`)
    const standing = items.filter(({ undoneAt }: Json) => undoneAt === null)
    if (standing.length === 0) return
    const { id, batchId, quantity } = roll.of<Json>(standing)
    if (!(await ask({ state, caller }, 'POST', `/v1/identified-units/${id}/undoing`, { reason: 'misread' }))) return
    add(state.onHand, batchId, -quantity)
    add(state.onHand, path.batchId, quantity)
  },
  async countOld({ caller, roll, state }) {
    const [path, rows] = [await pathOf({ caller, state }), await withoutBatch({ caller, state })]
    if (!path || rows.length === 0) return
    const { placeId, onHand, warehouseCode: warehouse } = roll.of<Json>(rows)
    const made = await ask({ state, caller }, 'POST', '/v1/counts', {
      warehouse,
      of: 'bins',
      bins: [placeId],
      blind: false,
    })
    if (!made) return
    const { items: here } = await caller.get(`/v1/stock?product=${untrackedSku}&limit=500`)
    const others = here.filter((row: Json) => row.placeId === placeId && row.batchCode === 'O2')
    const found = Math.max(1, roll.below(onHand + 2))
    const lines = [
      { product: untrackedSku, batch: 'O2', quantity: found + (others[0]?.onHand ?? 0) },
      { product: untrackedSku, batch: '-', quantity: Math.max(0, onHand - found) },
    ]
    const { id } = made.body
    await ask({ state, caller }, 'POST', `/v1/counts/${id}/tallies`, { tallies: [{ place: placeId, lines }] })
    await ask({ state, caller }, 'POST', `/v1/counts/${id}/bookings`, {})
    await noteIdentified({ caller, state }, path, ({ documentId }) => documentId === id)
    const { items: moves } = await caller.get(`/v1/moves?document=${id}&limit=500`)
    for (const { batchId, quantity, toKind } of moves) {
      state.batches.add(batchId)
      add(state.onHand, batchId, toKind === 'count' ? -quantity : quantity)
    }
  },
}

/** Batches of which the ledger, the link to the goods without batch, and what was identified do not say the same. */
export const wronglyIdentified = (world: World) => world.owner`
  with said as (
    select i.batch_id, p.batch_id as parent_id, sum(i.quantity) as quantity
    from identifying.identified i join identifying.path p on p.account_id = i.account_id and p.id = i.path_id
    where i.undone_at is null group by 1, 2),
  moved as (
    select m.batch_id, sum(m.quantity) as quantity from stock.net_move m
    where m.document_kind = 'identification' and m.reason = 'make' group by 1),
  linked as (
    select child_id as batch_id, parent_id, quantity from batches.batch_link where kind = 'identified' and ended_at is null)
  select * from said full join moved using (batch_id) full join linked using (batch_id)
  where said.quantity is distinct from moved.quantity or said.quantity is distinct from linked.quantity`
