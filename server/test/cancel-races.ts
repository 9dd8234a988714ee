/**
 * server/test/cancel-races.ts — shipments are cancelled by two at once, while their goods come back, and while they are held.
 */
import { atOnce, bugsOf, type Clients, type Wrongs, wrongsOf } from './races.ts'
import { hold, order, product, receive } from './stories.ts'
import type { Answer, Caller, Json, World } from './world.ts'

type Sent = Readonly<{ order: Json; shipment: Json }>

/** One shipment of two units for each, all of one batch. */
export async function openSent(world: World, count: number): Promise<Sent[]> {
  await product(world)
  await receive(world, [{ batch: 'A', quantity: 2 * count, expiresOn: '2026-01-01' }])
  const sent: Sent[] = []
  for (let at = 0; at < count; at += 1) {
    const placed = await order(world, 2)
    const { items } = await world.post('/v1/shipments', { order: placed.id })
    sent.push({ order: placed, shipment: items[0] })
  }
  return sent
}

const cancel = (client: Caller, { shipment }: Sent): Promise<Answer> =>
  client.call('POST', `/v1/shipments/${shipment.id}/cancellation`, { reason: 'too early' })

const codesOf = (answers: readonly Answer[]) => answers.map(({ status, body }) => (status < 300 ? 'done' : body.code))

type Paired = Wrongs & Readonly<{ pairs: string[] }>

/** Of each shipment, what the two who reached for it at the same moment were told. */
async function paired(world: World, sent: readonly Sent[], answers: readonly Answer[]): Promise<Paired> {
  const codes = codesOf(answers)
  const pairs = sent.map((_, at) => [codes[at], codes[at + sent.length]].toSorted().join(' + '))
  return { ...(await wrongsOf(world, answers)), pairs }
}

const twice = (sent: readonly Sent[]): Sent[] => [...sent, ...sent]

export async function cancelTwice(world: World, clients: Clients, sent: readonly Sent[]): Promise<Paired> {
  const all = twice(sent)
  const answers = await atOnce(clients.slice(0, all.length), (client, at) => cancel(client, all[at] as Sent))
  return paired(world, sent, answers)
}

/** Half of the clients take the goods in that the others say never left. */
export async function cancelAmidReturns(world: World, clients: Clients, sent: readonly Sent[]): Promise<Paired> {
  const returns: Json[] = []
  for (const { order: placed } of sent) {
    const { number } = placed
    const body = { number: `R-${number}`, orderNumber: number, lines: [{ product: 'P', quantity: 2 }] }
    returns.push(await world.post('/v1/returns', body))
  }
  const lines = [{ line: 1, quantity: 2, batch: 'A' }]
  const all = twice(sent)
  const answers = await atOnce(clients.slice(0, all.length), (client, at) =>
    at < sent.length
      ? cancel(client, all[at] as Sent)
      : client.call('POST', `/v1/returns/${returns[at - sent.length].id}/receipts`, { warehouse: 'CHI', lines }),
  )
  return paired(world, sent, answers)
}

/** All are cancelled while the batch is put on hold. */
export async function cancelAmidHold(world: World, clients: Clients, sent: readonly Sent[]): Promise<Wrongs> {
  const [answers] = await Promise.all([
    atOnce(clients.slice(0, sent.length), (client, at) => cancel(client, sent[at] as Sent)),
    hold(world, 'A'),
  ])
  const failed = codesOf(answers).filter((code) => code !== 'done')
  const { bugs, broken, differences } = await wrongsOf(world, answers)
  return { bugs: bugsOf(answers).length > 0 ? bugs : [...bugs, ...failed], broken, differences }
}
