/**
 * bench/recall.ts — a recall of a supplier's lot is started while others go on ordering: from the click to the answer, which comes after the commit. Held against a
 * transaction by hand that writes the same holds and gives back the same promises, on the same rows.
 */

import { setTimeout as lasting } from 'node:timers/promises'
import type { Results } from './allocate.ts'
import { type Account, type Caller, type Lab, openCaller } from './lab.ts'
import { median, millisecondsOf, round } from './measure.ts'
import { stockUp } from './stock-up.ts'

const products = 50
const places = 20
const balances = products * places
const clients = 32
const linesEach = 1000
const promisedIn = (lines: number) => lines / balances
const supplierLot = 'S-77'

type Sizes = Readonly<{ recalled: number; picked: number; rounds: number }>

/** `recalled` reservations of one unit, as many of each balance; half of what is on lists is picked. */
export async function recall(lab: Lab, sizes: Sizes): Promise<Results> {
  const rounds: Round[] = []
  for (let nth = 0; nth < sizes.rounds; nth += 1) rounds.push(await once(lab, sizes, nth))
  const best = (of: keyof Round) => Math.min(...rounds.map((one) => one[of]))
  return {
    'recall.start': {
      reservations: sizes.recalled,
      picked: sizes.picked,
      milliseconds: median(rounds.map(({ amidOrders }) => amidOrders)),
      best: best('amidOrders'),
      quiet: best('quiet'),
      floor: best('floor'),
      ratio: round(best('quiet') / best('floor')),
      ordersPerSecond: Math.round(median(rounds.map(({ ordersPerSecond }) => ordersPerSecond))),
    },
  }
}

type Round = { quiet: number; floor: number; amidOrders: number; ordersPerSecond: number }

async function once(lab: Lab, sizes: Sizes, nth: number): Promise<Round> {
  const still = await ready(lab, sizes, `recall quiet ${nth}`)
  const floor = await byHand(lab, still.account, sizes)
  const quiet = await millisecondsOf(() => still.start())
  await still.close()
  const busy = await ready(lab, sizes, `recall busy ${nth}`)
  const told = await amidOrders(lab, busy)
  await busy.close()
  return { floor: round(floor), quiet: round(quiet), ...told }
}

type Ready = Readonly<{ account: Account; caller: Caller; start(): Promise<unknown>; close(): Promise<void> }>

async function ready(lab: Lab, { recalled, picked }: Sizes, name: string): Promise<Ready> {
  const account = await lab.account(name)
  await stockUp(lab, account, { products })
  const caller = openCaller(lab.address, account, 8)
  const codes = Array.from({ length: places }, (_, at) => `R${at}`)
  const bins = codes.map((code) => ({ warehouseId: account.warehouseId, code }))
  const made = (await caller.call('POST', '/v1/places', { places: bins })) as { items: { id: string }[] }
  const placeIds = made.items.map(({ id }) => id)
  await receive(caller, placeIds, promisedIn(recalled))
  const orderIds = await order(caller, recalled)
  await pick(caller, orderIds.slice(0, picked * 2))
  // So that whoever orders while the recall begins would get it.
  await receive(caller, placeIds, 1000)
  await lab.owner.unsafe('analyze')
  const draft = (await caller.call('POST', '/v1/recalls', {
    kind: 'recall',
    title: 'Bench',
    reason: 'bench',
    scope: { parts: [{ kind: 'supplier_lot', supplierLot }] },
  })) as { id: string }
  const start = () => caller.call('POST', `/v1/recalls/${draft.id}/start`, {})
  return { account, caller, start, close: () => caller.close() }
}

/** Before any other batch in their turn. */
async function receive(caller: Caller, placeIds: readonly string[], quantity: number): Promise<void> {
  for (const place of placeIds) {
    const lines = Array.from({ length: products }, (_, at) => {
      return { product: `P${at}`, batch: 'BAD', supplierLot, place, quantity, expiresOn: '2098-01-01' }
    })
    await caller.call('POST', '/v1/receipts', { warehouse: 'W', lines })
  }
}

async function order(caller: Caller, lines: number): Promise<string[]> {
  const ids: string[] = []
  for (let from = 0; from < lines; from += linesEach) {
    const orders = Array.from({ length: Math.min(linesEach, lines - from) }, (_, at) => one(from + at))
    const { results } = (await caller.call('POST', '/v1/orders/bulk', { orders })) as {
      results: { answer: { id: string } }[]
    }
    ids.push(...results.map(({ answer }) => answer.id))
  }
  return ids
}

const one = (nth: number) => ({ lines: [{ product: `P${nth % products}`, quantity: 1 }] })

type Task = { orderLineId: string; batchId: string; placeId: string; toPick: number }

/** All are on a list, and half of them are picked. */
async function pick(caller: Caller, orders: readonly string[]): Promise<void> {
  for (let from = 0; from < orders.length; from += 100) {
    const body = { warehouse: 'W', orders: orders.slice(from, from + 100) }
    const { id, tasks } = (await caller.call('POST', '/v1/pick-waves', body)) as { id: string; tasks: Task[] }
    for (const { orderLineId, batchId, placeId, toPick } of tasks.slice(0, tasks.length / 2)) {
      const scan = { orderLine: orderLineId, batch: batchId, place: placeId, quantity: toPick }
      await caller.call('POST', `/v1/pick-waves/${id}/picks`, scan)
    }
  }
}

type Placed = { lines: { batches: { batchCode: string }[] }[] }

/** Throws where anyone who asked after the answer was promised what is recalled, or a promise of it is left. */
async function amidOrders(lab: Lab, { account, start }: Ready): Promise<Omit<Round, 'quiet' | 'floor'>> {
  const caller = openCaller(lab.address, account, clients)
  let [placed, late, isOver] = [0, 0, false]
  let startedAt = Number.POSITIVE_INFINITY
  const began = performance.now()
  const ordering = Array.from({ length: clients }, async () => {
    while (!isOver) {
      const askedAt = performance.now()
      const { lines } = (await caller.call('POST', '/v1/orders', one(Math.floor(Math.random() * products)))) as Placed
      placed += 1
      if (askedAt < startedAt) continue
      late += 1
      if (lines.some(({ batches }) => batches.some(({ batchCode }) => batchCode === 'BAD')))
        throw new Error('what is recalled was promised after the answer')
    }
  })
  await lasting(1000)
  const milliseconds = await millisecondsOf(start)
  startedAt = performance.now()
  const left = await promisedOf(lab, account)
  await lasting(2000)
  isOver = true
  await Promise.all(ordering)
  const after = await promisedOf(lab, account)
  await caller.close()
  if (left + after > 0) throw new Error(`${left} promises of what is recalled were left, ${after} in the end`)
  if (late === 0) throw new Error('nobody ordered after the start')
  return { amidOrders: round(milliseconds), ordersPerSecond: (placed * 1000) / (performance.now() - began) }
}

async function promisedOf(lab: Lab, { accountId }: Account): Promise<number> {
  const [row] = await lab.owner<{ promised: number }[]>`
    select count(*)::int as promised from stock.reservation r
    join batches.batch b on b.account_id = r.account_id and b.id = r.batch_id
    where r.account_id = ${accountId} and b.code = 'BAD'`
  return row?.promised ?? 0
}

/** The same promises given back, the same holds and the same list of what lay where; nobody else is there, nothing is asked first, and it is undone. */
async function byHand(lab: Lab, { accountId }: Account, { recalled }: Sizes): Promise<number> {
  let milliseconds = 0
  const undone = new Error('undone')
  const work = lab.owner.begin(async (tx) => {
    const start = performance.now()
    const bad = (
      await tx<{ id: string }[]>`
      select id from batches.batch where account_id = ${accountId} and code = 'BAD' for update`
    ).map(({ id }) => id)
    await tx`
      insert into quality.hold (account_id, id, number, scope, batch_id, reason, placed_by, placed_at)
      select ${accountId}, gen_random_uuid(), 'BY-HAND-' || nth, 'batch', id, 'bench', 'bench', now()
      from unnest(${bad}::uuid[]) with ordinality as b(id, nth)`
    const given = await tx`
      with given as (
        delete from stock.reservation where account_id = ${accountId} and batch_id = any(${bad}::uuid[])
        returning demand_id, batch_id, place_id, quantity),
      lying as (
        update stock.balance s set reserved = s.reserved - g.quantity
        from (select batch_id, place_id, sum(quantity) as quantity from given group by batch_id, place_id) g
        where s.account_id = ${accountId} and s.batch_id = g.batch_id and s.place_id = g.place_id)
      update stock.demand d set reserved = d.reserved - g.quantity
      from (select demand_id, sum(quantity) as quantity from given group by demand_id) g
      where d.account_id = ${accountId} and d.id = g.demand_id returning d.id`
    await tx`
      create temporary table frozen on commit drop as
      select batch_id, place_id, on_hand from stock.balance where account_id = ${accountId} and batch_id = any(${bad}::uuid[])`
    milliseconds = performance.now() - start
    if (given.length !== recalled) throw new Error(`by hand ${given.length} promises were given back`)
    throw undone
  })
  await work.catch((error: unknown) => {
    if (error !== undone) throw error
  })
  // Or what comes next steps over the rows that were undone.
  await lab.owner.unsafe('vacuum stock.reservation, stock.balance, stock.demand, quality.hold')
  return milliseconds
}
