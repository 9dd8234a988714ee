/**
 * server/test/shop-counts.ts — counts in the shop of the simulation: somebody finds other numbers than are expected, now and then a batch that
 * nobody knew, and books what differs while others go on working.
 */
import { add, ask, type Step } from './shop-state.ts'
import type { Json } from './world.ts'

const skus = ['FEFO', 'FIFO', 'LIFO']

export const countSteps: Readonly<Record<string, Step>> = {
  async count({ caller, roll, state }) {
    const product = roll.of(skus)
    const wanted = { warehouse: roll.of(['CHI', 'DAL']), of: 'products', products: [product], blind: roll.chance(30) }
    const made = await ask({ state, caller }, 'POST', '/v1/counts', wanted)
    if (!made) return
    const { id, tasks } = made.body
    const { items } = await caller.get(`/v1/stock?product=${product}&limit=500`)
    const tallies = tasks.map(({ placeId }: Json) => ({
      place: placeId,
      lines: items
        .filter((row: Json) => row.placeId === placeId && roll.chance(90))
        .map(({ batchId, onHand }: Json) => ({
          batch: batchId,
          quantity: roll.chance(60) ? onHand : Math.max(0, onHand + roll.below(7) - 3),
        })),
    }))
    if (roll.chance(20)) {
      const fresh = { product, batch: `FOUND-${roll.below(50)}`, quantity: 1 + roll.below(5), expiresOn: '2026-06-01' }
      tallies[0].lines.push(fresh)
    }
    await ask({ state, caller }, 'POST', `/v1/counts/${id}/tallies`, { tallies })
    await ask({ state, caller }, 'POST', `/v1/counts/${id}/bookings`, {})
    const { items: moves } = await caller.get(`/v1/moves?document=${id}&limit=500`)
    for (const { batchId, quantity, toKind } of moves) {
      state.batches.add(batchId)
      add(state.onHand, batchId, toKind === 'count' ? -quantity : quantity)
    }
  },
}
