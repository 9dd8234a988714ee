/**
 * server/test/shop-production.ts — the shop of the simulation makes things of what lies there, also of what it made before, and thinks better of it.
 */
import { add, ask, type Step } from './shop-state.ts'
import type { Caller, Json } from './world.ts'

export const madeSku = 'MADE'

const codeOf = (number: number) => `M-${number}`

async function standingRuns(caller: Caller): Promise<Json[]> {
  const { items } = await caller.get('/v1/production-runs?limit=500')
  return items.filter(({ undoneAt }: Json) => undoneAt === null)
}

export const productionSteps: Readonly<Record<string, Step>> = {
  async make({ caller, roll, state }) {
    const { items } = await caller.get('/v1/stock?limit=500')
    const rows = items.filter(({ warehouseCode, sku }: Json) => warehouseCode !== null && sku !== 'SERIAL')
    if (rows.length === 0) return
    const { warehouseCode: warehouse } = roll.of<Json>(rows)
    const here = rows.filter((row: Json) => row.warehouseCode === warehouse)
    const inputs = Array.from({ length: 1 + roll.below(2) }, () => {
      const { batchId: batch, placeId, packOf, onHand } = roll.of<Json>(here)
      const quantity = (packOf ?? 1) * (1 + roll.below(Math.min(6, onHand)))
      return { batch, quantity, ...(roll.chance(60) ? { place: placeId } : {}) }
    })
    const used = inputs.reduce((sum, { quantity }) => sum + quantity, 0)
    const output = {
      product: madeSku,
      batch: codeOf(roll.below(25)),
      quantity: roll.chance(60) ? used : 1 + roll.below(9),
    }
    const body = {
      kind: roll.of(['produce', 'mix', 'rework']),
      warehouse,
      reason: 'tried again',
      inputs,
      outputs: [output],
    }
    const made = await ask({ state, caller }, 'POST', '/v1/production-runs', body)
    for (const { batchId, quantity } of made?.body.inputs ?? []) add(state.onHand, batchId, -quantity)
    for (const { batchId, quantity } of made?.body.outputs ?? []) {
      state.batches.add(batchId)
      add(state.onHand, batchId, quantity)
    }
  },
  async undoRun({ caller, roll, state }) {
    const runs = await standingRuns(caller)
    if (runs.length === 0) return
    const { id } = roll.chance(50) ? runs[0] : roll.of<Json>(runs)
    const undone = await ask({ state, caller }, 'POST', `/v1/production-runs/${id}/reversal`, { reason: 'not made' })
    for (const { batchId, quantity } of undone?.body.inputs ?? []) add(state.onHand, batchId, quantity)
    for (const { batchId, quantity } of undone?.body.outputs ?? []) add(state.onHand, batchId, -quantity)
  },
  async orderMade({ caller, roll, state }) {
    const lines = [{ product: madeSku, quantity: 1 + roll.below(6) }]
    const answer = await ask({ state, caller }, 'POST', '/v1/orders', { lines, channel: 'direct' })
    if (answer) state.orders.set(answer.body.id, { cancelled: false })
  },
}

/** From each batch to those that runs which stand made of it. */
async function madeOf(caller: Caller): Promise<Map<string, Set<string>>> {
  const made = new Map<string, Set<string>>()
  for (const { id } of await standingRuns(caller)) {
    const { inputs, outputs } = await caller.get(`/v1/production-runs/${id}`)
    for (const { batchId } of inputs)
      made.set(batchId, new Set([...(made.get(batchId) ?? []), ...outputs.map((one: Json) => one.batchId)]))
  }
  return made
}

type Sent = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Orders that got something made of a batch, however many runs later, and are not in the trace of it: none. */
export async function missedByTraces(caller: Caller, sent: Sent) {
  const made = await madeOf(caller)
  const missed: string[] = []
  for (const batchId of made.keys()) {
    const traced = new Set((await everyConsignment(caller, batchId)).map((row) => `${row.batchId} ${row.orderId}`))
    missed.push(...gotOf(made, sent, batchId).filter((one) => !traced.has(one)))
  }
  return { batches: made.size, missed }
}

/** Batch and order, of everything that was made of a batch and sent. */
function gotOf(made: ReadonlyMap<string, ReadonlySet<string>>, sent: Sent, batchId: string): string[] {
  const reached = new Set([batchId])
  for (const one of reached) for (const next of made.get(one) ?? []) reached.add(next)
  return [...reached].flatMap((one) =>
    [...(sent.get(one) ?? [])].flatMap(([orderId, units]) => (units > 0 ? [`${one} ${orderId}`] : [])),
  )
}

async function everyConsignment(caller: Caller, batchId: string): Promise<Json[]> {
  const all: Json[] = []
  for (let cursor = ''; ; ) {
    const { shipments } = await caller.get(`/v1/batches/${batchId}/trace?limit=500${cursor}`)
    all.push(...shipments.items)
    if (!shipments.next) return all
    cursor = `&cursor=${encodeURIComponent(shipments.next)}`
  }
}
