/**
 * server/test/repair-races.ts — a batch is merged, and that is undone, while others order, pick, ship and receive under either code.
 */
import { waveNow } from './floor.ts'
import { type Clients, placeOne, type Wrongs, wrongsOf } from './races.ts'
import { merge } from './repairs.ts'
import { batchId, order, product, receive } from './stories.ts'
import { type Answer, type Caller, type Json, type World, waitFor } from './world.ts'

const expiresOn = '2026-06-01'

/** `apart`: units that are still of the wrong batch though nothing of it lies picked, and shipments of which nobody can tell whose units they were. */
export type Repaired = Wrongs & Readonly<{ units: number; apart: number; codes: string[] }>
export type Floor = Readonly<{ placed: readonly Json[]; waveId: string; typo: string; good: string }>

/** Three units for each client of both batches together, and an order of two for each. */
export async function openFloor(world: World, clients: Clients): Promise<Floor> {
  await product(world)
  const half = Math.ceil((clients.length * 3) / 2)
  await receive(world, [
    { batch: 'GOOD', quantity: half, expiresOn },
    { batch: 'TYPO', quantity: half, expiresOn },
  ])
  const placed = []
  for (const _ of clients) placed.push(await order(world, 2))
  const { id: waveId } = await world.post('/v1/pick-waves', { warehouse: 'CHI', orders: placed.map(({ id }) => id) })
  return { placed, waveId, typo: await batchId(world, 'TYPO'), good: await batchId(world, 'GOOD') }
}

type WorkOf = (client: Caller, own: Json, floor: Floor) => Promise<Answer>

const sales: readonly WorkOf[] = [
  (client) => placeOne(client),
  (client, own) => client.call('POST', '/v1/shipments', { order: own.id }),
  (client) => {
    const lines = [{ product: 'P', batch: 'TYPO', quantity: 1, expiresOn }]
    return client.call('POST', '/v1/receipts', { warehouse: 'CHI', lines })
  },
  (client) => {
    const lines = [{ product: 'P', batch: 'TYPO', place: 'MAIN', quantity: -1 }]
    return client.call('POST', '/v1/adjustments', { warehouse: 'CHI', reason: 'counted', lines })
  },
]
const pick: WorkOf = (client, own, { waveId }) => {
  const scan = { orderLine: own.lines[0].id, batch: 'TYPO', quantity: 1 }
  return client.call('POST', `/v1/pick-waves/${waveId}/picks`, scan)
}

/** Also picked: whoever picks first forbids the merge. */
export const mergeAmid = (world: World, clients: Clients) => mergeBeside(world, clients, [...sales, pick])

/** Ordered, shipped, received and corrected. */
export const mergeAmidSales = (world: World, clients: Clients) => mergeBeside(world, clients, sales)

/** Each client does one thing, and some merge. */
async function mergeBeside(world: World, clients: Clients, acts: readonly WorkOf[]): Promise<Repaired> {
  const each = acts.length + 1
  const floor = await openFloor(world, clients)
  const merging = { kind: 'merge', batch: floor.typo, into: floor.good, reason: 'typed wrong' }
  const answers = await Promise.all(
    clients.map((client, at) =>
      at % each === 0
        ? client.call('POST', '/v1/batch-repairs', merging)
        : (acts[(at % each) - 1]?.(client, floor.placed[at], floor) ?? placeOne(client)),
    ),
  )
  return told(world, answers, floor)
}

/** Merged before, and undone while units of it leave: either it is undone, or something left first. */
export async function undoAmid(world: World, clients: Clients): Promise<Repaired> {
  const floor = await openFloor(world, clients)
  const { id } = await merge(world, 'TYPO', 'GOOD')
  const answers = await Promise.all(
    clients.map((client, at) =>
      at % 6 === 5
        ? client.call('POST', `/v1/batch-repairs/${id}/undoing`, { reason: 'they are two' })
        : client.call('POST', '/v1/shipments', { order: floor.placed[at].id }),
    ),
  )
  const found = await told(world, answers, floor)
  return { ...found, apart: found.apart + (await leftBefore(world, id)) }
}

/** Shipments of units that nobody could tell apart, between the merge and its undoing: of those there must be none. */
async function leftBefore(world: World, repairId: string): Promise<number> {
  const rows = await world.owner`
    select s.id from stock.move s
    where s.account_id = ${world.accountId} and s.reason = 'shipment'
      and s.id > (select min(m.id::text)::uuid from stock.move m where m.document_id = ${repairId} and m.reason = 'make')
      and s.id < (select min(m.id::text)::uuid from stock.move m where m.document_id = ${repairId} and m.reason = 'reversal')`
  return rows.length
}

/** What is owned less what was sent is what is here, whoever it is called by. */
async function told(world: World, answers: readonly Answer[], floor: Floor): Promise<Repaired> {
  const waiting = async () => (await world.owner`select from graphile_worker.jobs`).length
  await waitFor(async () => (await waiting()) === 0, 'the background work to be done')
  const { bugs, ...wrongs } = await wrongsOf(world, answers)
  const { mergedIntoId } = await world.get(`/v1/batches/${floor.typo}`)
  const { items } = await world.get('/v1/stock?limit=2000')
  const { tasks } = await waveNow(world, floor.waveId)
  const picked = tasks.some((task: Json) => task.batchId === floor.typo && task.picked > 0)
  const wrong = items.filter((row: Json) => row.batchId === floor.typo)
  const sum = (rows: readonly Json[]) => rows.reduce((total, { onHand }) => total + onHand, 0)
  return {
    ...wrongs,
    bugs,
    units: sum(items),
    apart: mergedIntoId === null || picked ? 0 : sum(wrong),
    codes: answers.map(({ status, body }) => (status < 300 ? 'done' : body.code)),
  }
}
