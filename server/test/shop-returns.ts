/**
 * server/test/shop-returns.ts — customers of the simulation send back, with and without a label; somebody looks at it and decides; and goods are
 * destroyed, or were not after all.
 */
import { type Asker, add, anyOf, ask, type Step } from './shop-state.ts'
import type { Json } from './world.ts'

const kinds = ['customer_return', 'refused', 'undeliverable']
const decisions = ['restock', 'quarantine', 'refurbish', 'dispose', 'return_to_vendor']
const disposal = { reason: 'Damaged', method: 'Landfill' }

/** What came into the ledger, of which batches; without a label nothing does. */
async function backOf({ state, caller }: Asker, id: string): Promise<void> {
  const { items } = await caller.get(`/v1/moves?document=${id}&reason=return&limit=500`)
  for (const { batchId, quantity } of items) add(state.onHand, batchId, quantity)
}

/** Of some orders of which something has left, a line; goods with serials and kits come back elsewhere. */
async function someSent({ caller, roll, state }: Parameters<Step>[0]) {
  const orders = new Set([...state.sent.values()].flatMap((sent) => [...sent.keys()]))
  for (let tries = 0; tries < 6; tries += 1) {
    const orderId = anyOf(roll, orders)
    if (!orderId) return null
    const { number, lines } = await caller.get(`/v1/orders/${orderId}`)
    const line = lines.find(({ shipped, sku }: Json) => shipped > 0 && sku !== 'SERIAL' && sku !== 'KIT')
    if (line) return { number, sku: line.sku }
  }
  return null
}

async function someReturn(caller: Asker['caller'], roll: Parameters<Step>[0]['roll']): Promise<Json> {
  const { items } = await caller.get('/v1/returns?state=to_inspect&limit=20')
  return items.length > 0 ? caller.get(`/v1/returns/${roll.of<Json>(items).id}`) : null
}

export const returnSteps: Readonly<Record<string, Step>> = {
  async sendBack(player) {
    const { caller, roll, state } = player
    const sent = await someSent(player)
    if (!sent) return
    const { number, sku } = sent
    const how = roll.of<Json>([{}, { unlabelled: true }, { batch: roll.of(['A', 'B', 'C']) }])
    const line = { product: sku, quantity: 1 + roll.below(4), ...how }
    const body = { warehouse: roll.of(['CHI', 'DAL']), kind: roll.of(kinds), orderNumber: number, lines: [line] }
    const answer = await ask({ state, caller }, 'POST', '/v1/unannounced-returns', body)
    if (answer) await backOf({ state, caller }, answer.body.id)
  },
  async decide({ caller, roll, state }) {
    const found = await someReturn(caller, roll)
    const lot = found?.lines[0].lots[0]
    if (!lot) return
    const decide = roll.of(lot.unlabelledId ? ['dispose', 'restock'] : decisions)
    const quantity = 1 + roll.below(Math.max(1, lot.standings.undecided))
    const named = lot.unlabelledId ? { unlabelled: lot.unlabelledId } : { batch: lot.batchId }
    const body = { line: 1, ...named, decisions: [{ decide, quantity }], ...(decide === 'dispose' ? { disposal } : {}) }
    const answer = await ask({ state, caller }, 'POST', `/v1/returns/${found.id}/inspections`, body)
    if (answer && decide === 'return_to_vendor') add(state.onHand, lot.batchId, -quantity)
  },
  async undoDecision({ caller, roll, state }) {
    const { items } = await caller.get('/v1/returns?limit=20')
    if (items.length === 0) return
    const { inspections } = await caller.get(`/v1/returns/${roll.of<Json>(items).id}`)
    const all = inspections.flatMap((one: Json) => one.decisions.map((row: Json) => ({ ...row, batchId: one.batchId })))
    if (all.length === 0) return
    const row = roll.of<Json>(all)
    const answer = await ask({ state, caller }, 'POST', `/v1/return-decisions/${row.id}/undoing`, { reason: 'wrong' })
    if (answer && row.becomes === 'return_to_vendor') add(state.onHand, row.batchId, row.quantity)
  },
  async destroy({ caller, roll, state }) {
    const { items } = await caller.get('/v1/disposals?state=open&limit=20')
    if (items.length === 0) return
    const { id } = roll.of<Json>(items)
    const witness = await caller.as('manager')
    await ask({ state, caller: witness }, 'POST', `/v1/disposals/${id}/signatures`, {})
    const answer = await ask({ state, caller }, 'POST', `/v1/disposals/${id}/destruction`)
    for (const line of answer?.body.lines ?? []) if (line.batchId) add(state.onHand, line.batchId, -line.quantity)
  },
  async writeDisposal({ caller, roll, state }) {
    const { items } = await caller.get(`/v1/stock?product=${roll.of(['FEFO', 'FIFO', 'LIFO'])}&limit=100`)
    const rows = items.filter((row: Json) => row.warehouseCode !== null && row.packOf === null)
    if (rows.length === 0) return
    const { sku, batchId, placeId, warehouseCode, onHand } = roll.of<Json>(rows)
    const line = { product: sku, batch: batchId, place: placeId, quantity: 1 + roll.below(Math.min(5, onHand)) }
    await ask({ state, caller }, 'POST', '/v1/disposals', { warehouse: warehouseCode, ...disposal, lines: [line] })
  },
  async reverseDisposal({ caller, roll, state }) {
    const { items } = await caller.get('/v1/disposals?state=destroyed&limit=20')
    if (items.length === 0 || roll.chance(60)) return
    const { id } = roll.of<Json>(items)
    const answer = await ask({ state, caller }, 'POST', `/v1/disposals/${id}/reversal`, { reason: 'found again' })
    for (const line of answer?.body.lines ?? []) if (line.batchId) add(state.onHand, line.batchId, line.quantity)
  },
}
