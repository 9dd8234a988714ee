/**
 * server/test/shop.ts — the small model of the simulation: a shop that does at random what shops do, and remembers from
 * the answers alone what must be true. It knows nothing of how stock is kept.
 */
import type { Dice } from './hostile.ts'
import { boxSteps } from './shop-boxes.ts'
import { countSteps } from './shop-counts.ts'
import { carriers, countries, deliverySteps, forgetWays, openDelivery } from './shop-delivery.ts'
import { floorSteps } from './shop-floor.ts'
import { identifyingSteps, untrackedSku } from './shop-identifying.ts'
import { madeSku, productionSteps } from './shop-production.ts'
import { recallSteps } from './shop-recalls.ts'
import { repairSteps } from './shop-repairs.ts'
import { returnSteps } from './shop-returns.ts'
import { channels, endAll, neverSplit, openRules, ruleSteps, warehousesOf } from './shop-rules.ts'
import { type Asker, add, anyOf, ask, type State, type Step, sendTo, someSerials } from './shop-state.ts'
import { openStorage, storageSteps } from './shop-storage.ts'
import { transferSteps } from './shop-transfers.ts'
import { unitSteps } from './shop-units.ts'
import type { Caller, Json, World } from './world.ts'

export type Shop = Readonly<{
  /** Some things at the same moment; each is answered in the 200s or refused. */
  round(clients: number): Promise<void>
  /** What was acknowledged, by batch: units here, and units sent by order. */
  onHand: ReadonlyMap<string, number>
  sent: ReadonlyMap<string, ReadonlyMap<string, number>>
  orders: ReadonlyMap<string, { cancelled: boolean }>
  done: ReadonlyMap<string, number>
  rules: State['rules']
  parcels: State['parcels']
  families: State['families']
  holds: State['holds']
  recalls: State['recalls']
  /** Ends every rule and pool but the rule of routing; nothing takes any time on its way. */
  calm(): Promise<void>
}>

export const skus = ['FEFO', 'FIFO', 'LIFO'] as const
const codes = ['A', 'B', 'C', 'D', 'E', 'F']
const physical = ['storage', 'dock', 'quarantine', 'opened', 'transit']
const lastDays = ['2025-11-24', '2025-11-26', '2025-12-05', '2026-02-01', '2026-05-01', '2027-01-01']

export async function openShop(world: World, roll: Dice): Promise<Shop> {
  await world.post('/v1/warehouses', { code: 'DAL', name: 'Dallas', timeZone: 'America/Denver' })
  for (const sku of skus) {
    const body = { sku, name: sku, rotation: sku.toLowerCase(), packs: [{ name: 'box', quantity: 6 }] }
    await world.post('/v1/products', body)
  }
  await world.post('/v1/products', { sku: 'SERIAL', name: 'Scale', tracking: 'serial', dates: 'none' })
  await world.post('/v1/products', { sku: untrackedSku, name: 'Soap', tracking: 'none', dates: 'none' })
  await world.post('/v1/products', { sku: madeSku, name: 'Gift set', dates: 'optional' })
  await openRules(world)
  await openDelivery(world)
  await openStorage(world)
  const { items } = await world.get('/v1/places?limit=500')
  const places = items.filter((place: Json) => place.warehouseId !== null).map(({ id }: Json) => id)
  const state: State = {
    onHand: new Map(),
    sent: new Map(),
    orders: new Map(),
    holds: new Set(),
    recalls: new Set(),
    batches: new Set(),
    families: new Map(),
    known: new Set(),
    lots: new Set(),
    serials: new Map(),
    waves: new Set(),
    rules: new Map(),
    pools: new Set(),
    parcels: [],
    cancelled: new Map(),
    done: new Map(),
  }
  const names = Object.keys(steps).flatMap((name) => Array<string>(weights[name] ?? 1).fill(name))
  return {
    ...state,
    async calm() {
      await endAll(world, state)
      await forgetWays(world)
    },
    async round(clients) {
      const chosen = Array.from({ length: clients }, () => roll.of(names))
      await Promise.all(chosen.map(async (name) => steps[name]?.({ caller: world, roll, state, places })))
    },
  }
}

const weights: Readonly<Record<string, number>> = {
  receive: 5,
  receiveBoxes: 3,
  openBox: 2,
  order: 8,
  ship: 5,
  edit: 2,
  hold: 2,
  lift: 2,
  adjust: 2,
  count: 3,
  pick: 12,
  wave: 3,
  pack: 4,
  shipParcels: 3,
  cancelShipment: 5,
  transfer: 3,
  sendTransfer: 4,
  takeIn: 4,
  unitRule: 2,
  recall: 2,
  meanAnew: 2,
  endRecall: 4,
  redate: 4,
  merge: 4,
  split: 3,
  undoRepair: 3,
  make: 6,
  undoRun: 3,
  orderMade: 3,
  sample: 2,
  receiveOld: 3,
  orderOld: 3,
  identifyOld: 4,
  undoOld: 3,
  sendBack: 9,
  decide: 5,
  destroy: 3,
  writeDisposal: 2,
  rule: 2,
  endRule: 2,
  pool: 3,
  endPool: 2,
  transit: 3,
  warehouseDays: 2,
  holiday: 2,
  carryToRuled: 8,
  changeBin: 2,
}

async function somePromised(caller: Caller, roll: Dice): Promise<string | null> {
  const { items } = await caller.get('/v1/orders?limit=500')
  const promised = items.filter(({ allocated }: Json) => allocated > 0)
  return promised.length > 0 ? roll.of<Json>(promised).id : null
}

const steps: Readonly<Record<string, Step>> = {
  ...floorSteps,
  ...boxSteps,
  ...countSteps,
  ...unitSteps,
  ...repairSteps,
  ...productionSteps,
  ...recallSteps,
  ...identifyingSteps,
  ...ruleSteps,
  ...deliverySteps,
  ...transferSteps,
  ...returnSteps,
  ...storageSteps,
  async receive({ caller, roll, state }) {
    const lines = Array.from({ length: 1 + roll.below(3) }, () => {
      const at = roll.below(codes.length)
      const product = roll.of(skus)
      const known = state.known.has(`${product} ${codes[at]}`) && roll.chance(90)
      const stated = { ...(known ? {} : { expiresOn: lastDays[at] }), ...(roll.chance(20) ? { pack: 'box' } : {}) }
      return { product, batch: codes[at], quantity: 1 + roll.below(30), ...stated }
    })
    const answer = await ask({ state, caller }, 'POST', '/v1/receipts', { warehouse: roll.of(['CHI', 'DAL']), lines })
    for (const { batchId, sku, batchCode, quantity } of answer?.body.lines ?? []) {
      state.batches.add(batchId)
      state.known.add(`${sku} ${batchCode}`)
      add(state.onHand, batchId, quantity)
    }
  },
  async receiveSerials({ caller, roll, state }) {
    const quantity = 1 + roll.below(4)
    const serials = Array.from({ length: quantity }, () => `S-${roll.below(400)}`)
    const lines = [{ product: 'SERIAL', batch: roll.of(['A', 'B']), quantity, serials }]
    const answer = await ask({ state, caller }, 'POST', '/v1/receipts', { warehouse: roll.of(['CHI', 'DAL']), lines })
    for (const { batchId } of answer?.body.lines ?? []) {
      state.batches.add(batchId)
      state.serials.set(batchId, [...(state.serials.get(batchId) ?? []), ...serials])
      add(state.onHand, batchId, quantity)
    }
  },
  async order({ caller, roll, state }) {
    const lines = Array.from({ length: 1 + roll.below(2) }, () => ({
      product: roll.chance(12) ? 'SERIAL' : roll.of([...skus, 'KIT']),
      quantity: 1 + roll.below(25),
      ...(roll.chance(15) ? { shortage: 'whole' } : {}),
      ...(roll.chance(15) ? { lifeDaysMin: roll.below(60) } : {}),
    }))
    const place = roll.chance(20) ? { warehouse: roll.of(['CHI', 'DAL']) } : {}
    const channel = roll.of([...channels, undefined])
    const way = { country: roll.of(countries), service: roll.of(carriers) }
    const body = { lines, priority: roll.below(3), ...place, ...way, ...(channel ? { channel } : {}) }
    const answer = await ask({ state, caller }, 'POST', '/v1/orders', body)
    if (!answer) return
    state.orders.set(answer.body.id, { cancelled: false })
    if (channel === neverSplit) state.parcels.push(warehousesOf(answer.body))
  },
  async ship({ caller, roll, state }) {
    const id = roll.chance(30) ? anyOf(roll, state.orders.keys()) : await somePromised(caller, roll)
    if (!id) return
    const part = roll.chance(50) ? await partOf({ caller, roll, state, id }) : {}
    const answer = await ask({ state, caller }, 'POST', '/v1/shipments', { order: id, ...part })
    for (const { lines } of answer?.body.items ?? [])
      for (const { batchId, quantity } of lines) sendTo(state, batchId, id, quantity)
  },
  async edit({ caller, roll, state }) {
    const id = anyOf(roll, state.orders.keys())
    if (!id) return
    const { lines } = await caller.get(`/v1/orders/${id}`)
    const moves = roll.chance(25) ? { country: roll.of(['US', 'CA', null]) } : {}
    const change = { lines: [{ id: roll.of<Json>(lines).id, quantity: roll.below(30) }], ...moves }
    await ask({ state, caller }, 'PATCH', `/v1/orders/${id}`, change)
  },
  async cancel({ caller, roll, state }) {
    const id = anyOf(roll, state.orders.keys())
    if (id && (await ask({ state, caller }, 'POST', `/v1/orders/${id}/cancellation`, { reason: 'no' })))
      state.orders.set(id, { cancelled: true })
  },
  async hold({ caller, roll, state, places }) {
    const batch = anyOf(roll, state.batches)
    const scopes: Json[] = [
      { scope: 'batch', batch },
      { scope: 'place', place: roll.of(places) },
      { scope: 'balance', batch, place: roll.of(places) },
      { scope: 'product', product: roll.of(skus) },
      ...(state.lots.size > 0 ? [{ scope: 'lot', lot: anyOf(roll, state.lots) }] : []),
    ]
    const answer = batch && (await ask({ state, caller }, 'POST', '/v1/holds', { ...roll.of(scopes), reason: 'doubt' }))
    if (answer) state.holds.add(answer.body.id)
  },
  async lift({ caller, roll, state }) {
    const id = anyOf(roll, state.holds)
    if (id && (await ask({ state, caller }, 'POST', `/v1/holds/${id}/lifting`, { reason: 'good' })))
      state.holds.delete(id)
  },
  async fillLot({ caller, roll, state }) {
    const batch = anyOf(roll, state.batches)
    if (!batch) return
    const known = roll.chance(70) ? anyOf(roll, state.lots) : null
    if (known) await ask({ state, caller }, 'PUT', `/v1/lots/${known}/batches/${batch}`)
    else {
      const code = `LOT-${roll.below(1000)}`
      const answer = await ask({ state, caller }, 'POST', '/v1/lots', { code, batches: [batch] })
      if (answer) state.lots.add(answer.body.id)
    }
  },
  async adjust({ caller, roll, state }) {
    const quantity = roll.below(2) ? 1 + roll.below(5) : -1 - roll.below(5)
    const line = { product: roll.of(skus), batch: roll.of(codes), quantity }
    const promised = roll.chance(40) ? { promised: 'take_back' } : {}
    const body = { warehouse: roll.of(['CHI', 'DAL']), reason: 'counted', lines: [line], ...promised }
    const answer = await ask({ state, caller }, 'POST', '/v1/adjustments', body)
    for (const move of answer?.body.moves ?? []) add(state.onHand, move.batchId, Math.sign(quantity) * move.quantity)
  },
  async relocate({ caller, roll, state, places }) {
    const { items } = await caller.get('/v1/stock?limit=500')
    if (items.length === 0) return
    const { batchId, placeId, onHand } = roll.of<Json>(items)
    const quantity = 1 + roll.below(onHand)
    const serials = someSerials(roll, state, batchId, quantity)
    const line = { batch: batchId, from: placeId, to: roll.of(places), quantity, ...serials }
    await ask({ state, caller }, 'POST', '/v1/relocations', { lines: [line] })
  },
  async reverse({ caller, roll, state }) {
    const { items } = await caller.get('/v1/moves?limit=40')
    const move = items.length > 0 ? roll.of<Json>(items) : null
    if (!move || !(await ask({ state, caller }, 'POST', `/v1/moves/${move.id}/reversal`, { reason: 'typed wrong' })))
      return
    const came = Number(physical.includes(move.toKind)) - Number(physical.includes(move.fromKind))
    add(state.onHand, move.batchId, -came * move.quantity)
  },
  async correctDate({ caller, roll, state }) {
    const id = anyOf(roll, state.batches)
    const body = { kind: 'expiry', on: roll.of(lastDays), reason: 'misread' }
    if (id) await ask({ state, caller }, 'POST', `/v1/batches/${id}/dates`, body)
  },
}

/** One of what the order has allocated, at times more than that. */
async function partOf({ caller, roll, state, id }: Asker & { roll: Dice; id: string }): Promise<Json> {
  const { lines } = await caller.get(`/v1/orders/${id}`)
  const all = lines.flatMap((line: Json) => line.batches.map((one: Json) => ({ line, one })))
  if (all.length === 0) return {}
  const { line, one } = roll.of<Json>(all)
  const quantity = 1 + roll.below(one.quantity + 1)
  const serials = someSerials(roll, state, one.batchId, quantity)
  return { lines: [{ orderLine: line.id, batch: one.batchId, place: one.placeId, quantity, ...serials }] }
}
