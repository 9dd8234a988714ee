/**
 * server/demo/transfers.ts — goods between the warehouses of the demo: one transfer is asked for, one is on its way, and of one less came
 * than left.
 */
import type { Desk } from './desk.ts'
import type { Shop } from './furnish.ts'

type Proposal = Readonly<{ sku: string; fromCode: string; toCode: string; quantity: number }>
type Transfer = Readonly<{ lines: readonly { batches: readonly { batchId: string; inTransit: number }[] }[] }>

type Sent = Readonly<{ sent: number }>

const unitsMin = 6

/** As proposed: where orders wait, or where it would be sold before its last day. What does not work out is left, and the next is tried. */
export async function betweenWarehouses({ owner, receiving }: Shop): Promise<void> {
  const { items } = await owner.get<{ items: readonly Proposal[] }>('/v1/transfer-proposals')
  const left = items.filter(({ quantity }) => quantity >= unitsMin)
  await first(left, (proposal) => request(receiving, proposal))
  await first(left, (proposal) => leaves(owner, receiving, proposal))
  const short = await first(left, (proposal) => leaves(owner, receiving, proposal))
  if (short) await twoAreMissing(receiving, short.id)
}

/** The first that works out; it and those before it are taken from the list. */
async function first<Done>(list: Proposal[], work: (proposal: Proposal) => Promise<Done | null>): Promise<Done | null> {
  for (let next = list.shift(); next; next = list.shift()) {
    const done = await work(next)
    if (done) return done
  }
  return null
}

const request = (desk: Desk, { fromCode: from, toCode: to, sku: product, quantity }: Proposal, approve = false) =>
  desk.attempt<{ id: string }>('/v1/transfers', { from, to, approve, lines: [{ product, quantity }] })

/** All of it, or nothing is asked: what was approved and cannot leave whole is cancelled. */
async function leaves(owner: Desk, receiving: Desk, proposal: Proposal): Promise<{ id: string } | null> {
  const approved = await request(owner, proposal, true)
  if (!approved) return null
  const sent = await receiving.attempt<Sent>(`/v1/transfers/${approved.id}/shipments`, {})
  if (sent?.sent === proposal.quantity) return approved
  if (sent === null) await owner.attempt(`/v1/transfers/${approved.id}/cancellation`, { reason: 'nothing to send' })
  return null
}

async function twoAreMissing(receiving: Desk, id: string): Promise<void> {
  const { lines } = await receiving.get<Transfer>(`/v1/transfers/${id}`)
  const sent = lines.flatMap(({ batches }) => batches)
  const most = Math.max(...sent.map(({ inTransit }) => inTransit))
  const short = sent.findIndex(({ inTransit }) => inTransit === most)
  const came = sent.map(({ batchId, inTransit }, at) => ({
    batch: batchId,
    quantity: inTransit - (at === short ? 2 : 0),
  }))
  await receiving.post(`/v1/transfers/${id}/receipts`, { rest: 'missing', lines: came })
}
