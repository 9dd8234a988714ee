/**
 * server/test/shop-boxes.ts — closed boxes in the shop of the simulation: they come, are opened, and are carried on closed.
 */
import { add, ask, type Step } from './shop-state.ts'
import type { Caller, Json } from './world.ts'

/** Of some lines that come in: how many base units are in each box that stays closed. */
export const boxSizes = [4, 6]

/** So that no order waits for units that lie in them; one may be promised just now. */
export async function openAllBoxes(caller: Caller): Promise<void> {
  const { items } = await caller.get('/v1/stock?limit=500')
  const free = items.filter(({ packOf, onHand, reserved }: Json) => packOf !== null && onHand > reserved)
  for (const { batchId: batch, placeId: place, packOf, onHand, reserved } of free) {
    const opening = { batch, place, boxes: (onHand - reserved) / packOf }
    const { status, text, body } = await caller.call('POST', '/v1/box-openings', opening)
    if (status >= 300 && body.code !== 'no_free_boxes') throw new Error(text)
  }
}

export const boxSteps: Readonly<Record<string, Step>> = {
  async receiveBoxes({ caller, roll, state }) {
    const [key] = state.known.size > 0 ? [roll.of([...state.known])] : []
    if (!key) return
    const [product, batch] = key.split(' ')
    const closedPackOf = roll.of(boxSizes)
    const line = {
      product,
      batch,
      quantity: closedPackOf * (1 + roll.below(6)) + Number(roll.chance(10)),
      closedPackOf,
    }
    const body = { warehouse: roll.of(['CHI', 'DAL']), lines: [line] }
    const answer = await ask({ state, caller }, 'POST', '/v1/receipts', body)
    for (const { batchId, quantity } of answer?.body.lines ?? []) {
      state.batches.add(batchId)
      add(state.onHand, batchId, quantity)
    }
  },
  async openBox({ caller, roll, state }) {
    const { items } = await caller.get('/v1/stock?limit=500')
    const closed = items.filter(({ packOf }: Json) => packOf !== null)
    if (closed.length === 0) return
    const { batchId, placeId } = roll.of<Json>(closed)
    await ask({ state, caller }, 'POST', '/v1/box-openings', {
      batch: batchId,
      place: placeId,
      boxes: 1 + roll.below(2),
    })
  },
  async carryBoxes({ caller, roll, state, places }) {
    const { items } = await caller.get('/v1/stock?limit=500')
    if (items.length === 0) return
    const { batchId, placeId, onHand, packOf } = roll.of<Json>(items)
    const closedPackOf = packOf ?? roll.of(boxSizes)
    const quantity = closedPackOf * (1 + roll.below(Math.ceil(onHand / closedPackOf)))
    const line = { batch: batchId, from: placeId, to: roll.of(places), closedPackOf, quantity }
    await ask({ state, caller }, 'POST', '/v1/relocations', { lines: [line] })
  },
}
