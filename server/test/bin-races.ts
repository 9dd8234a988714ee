/**
 * server/test/bin-races.ts — goods of many products reach for one bin at the same moment: the lock of a product keeps none of the others out.
 */
import { bins, placeId, told, zone } from './bins.ts'
import { atOnce, type Clients, type Wrongs, wrongsOf } from './races.ts'
import { batchId, product, receive } from './stories.ts'
import type { Caller, World } from './world.ts'

type Goods = Readonly<{ batch: string; quantity: number }>

/** A product for each client, with a batch on the dock. */
async function onTheDock(world: World, clients: Clients, hazards: readonly (string | null)[]): Promise<Goods[]> {
  const goods: Goods[] = []
  for (const at of clients.keys()) {
    await product(world, { sku: `P${at}`, hazard: hazards[at % hazards.length] ?? null })
    const line = { product: `P${at}`, batch: `B${at}`, quantity: 4, expiresOn: '2026-01-01', place: 'DOCK' }
    await receive(world, [line])
    goods.push({ batch: await batchId(world, `B${at}`), quantity: 4 })
  }
  return goods
}

type Route = Readonly<{ from: string; to: string }>

const put = (client: Caller, { batch, quantity }: Goods, { from, to }: Route) =>
  client.call('POST', '/v1/relocations', { lines: [{ batch, from, to, quantity }] })

type Bin = Readonly<{ rules: Record<string, unknown>; hazards?: readonly (string | null)[] }>

/** All put their goods into one new bin: how many did, and with what the others were refused. */
export async function intoOneBin(
  world: World,
  clients: Clients,
  { rules, hazards = [null] }: Bin,
): Promise<Wrongs & { done: number; refused: string[] }> {
  const { id: zoneId } = await zone(world, 'Z', { hazards: ['flammable', 'corrosive'] })
  await bins(world, ['X-1'], { zoneId, ...rules })
  const goods = await onTheDock(world, clients, hazards)
  const route = { from: await placeId(world, 'DOCK'), to: await placeId(world, 'X-1') }
  const answers = await atOnce(clients, (client, at) => put(client, goods[at] ?? { batch: '', quantity: 0 }, route))
  const codes = answers.map(told)
  return {
    ...(await wrongsOf(world, answers)),
    done: codes.filter((code) => code === 'done').length,
    refused: [...new Set(codes.filter((code) => code !== 'done'))],
  }
}

/** Each carries its goods from one bin to another and back, so that some hold what others want: none waits for ever. */
export async function crosswise(world: World, clients: Clients): Promise<Wrongs & { refused: string[] }> {
  await bins(world, ['X-1', 'X-2'], { capacity: 1000 })
  const goods = await onTheDock(world, clients, [null])
  const [dock, one, other] = await Promise.all(['DOCK', 'X-1', 'X-2'].map((code) => placeId(world, code)))
  const answers = await atOnce(clients, (client, at) => {
    const [first = '', second = ''] = at % 2 === 0 ? [one, other] : [other, one]
    const batch = goods[at]?.batch ?? ''
    const lines = [first, second].map((to) => ({ batch, from: dock ?? '', to, quantity: 2 }))
    return client.call('POST', '/v1/relocations', { lines })
  })
  return { ...(await wrongsOf(world, answers)), refused: answers.map(told).filter((code) => code !== 'done') }
}
