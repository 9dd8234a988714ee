/**
 * server/test/shop-units.ts — samples, opened and frozen units in the shop of the simulation: what becomes another batch is there less of the
 * one and more of the other, and what is kept as a sample is nowhere in stock.
 */

import type { Dice } from './hostile.ts'
import { add, ask, type Step } from './shop-state.ts'
import type { Caller, Json } from './world.ts'

const skus = ['FEFO', 'FIFO', 'LIFO']

const someStock = async (caller: Caller, roll: Dice): Promise<Json> => {
  const { items } = await caller.get(`/v1/stock?product=${roll.of(skus)}&limit=500`)
  return items.length > 0 ? roll.of<Json>(items) : null
}

export const unitSteps: Readonly<Record<string, Step>> = {
  async unitRule({ caller, roll, state }) {
    const afterOpening = { count: 1 + roll.below(12), unit: 'months' }
    const days = { frozenDays: 30 + roll.below(60), thawedDays: roll.below(5) }
    const body = { product: roll.of(skus), afterOpening, ...days, refreezes: roll.chance(30), says: 'leaflet' }
    await ask({ state, caller }, 'POST', '/v1/redating-rules', body)
  },
  async redate({ caller, roll, state }) {
    const row = await someStock(caller, roll)
    if (!row) return
    const quantity = (row.packOf ?? 1) * (1 + roll.below(3))
    const body = { kind: roll.of(['opened', 'frozen', 'thawed']), batch: row.batchId, place: row.placeId, quantity }
    const made = await ask({ state, caller }, 'POST', '/v1/redatings', body)
    if (!made) return
    state.batches.add(made.body.childId)
    add(state.onHand, row.batchId, -quantity)
    add(state.onHand, made.body.childId, quantity)
  },
  async undoRedating({ caller, roll, state }) {
    const { items } = await caller.get('/v1/redatings?state=here&limit=50')
    if (items.length === 0) return
    const { id, batchId, childId, quantity } = roll.of<Json>(items)
    const undone = await ask({ state, caller }, 'POST', `/v1/redatings/${id}/undoing`, { reason: 'mistake' })
    if (!undone) return
    add(state.onHand, childId, -quantity)
    add(state.onHand, batchId, quantity)
  },
  async useOpened({ caller, roll, state }) {
    const { items } = await caller.get('/v1/redatings?state=here&limit=50')
    if (items.length === 0) return
    const { id, childId } = roll.of<Json>(items)
    const body = { quantity: 1, as: roll.of(['used', 'thrown_away']), reason: 'used' }
    if (await ask({ state, caller }, 'POST', `/v1/redatings/${id}/removals`, body)) add(state.onHand, childId, -1)
  },
  async sample({ caller, roll, state }) {
    const row = await someStock(caller, roll)
    if (!row) return
    const quantity = (row.packOf ?? 1) * (1 + roll.below(2))
    const body = { batch: row.batchId, place: row.placeId, quantity, dueOn: '2027-01-01' }
    if (await ask({ state, caller }, 'POST', '/v1/samples', body)) add(state.onHand, row.batchId, -quantity)
  },
  async endSample({ caller, roll, state }) {
    const { items } = await caller.get('/v1/samples?state=kept&limit=50')
    if (items.length === 0) return
    const { id, batchId } = roll.of<Json>(items)
    const as = roll.of(['used', 'destroyed', 'returned'])
    const done = await ask({ state, caller }, 'POST', `/v1/samples/${id}/removals`, { quantity: 1, as, reason: as })
    if (done && as === 'returned') add(state.onHand, batchId, 1)
  },
}
