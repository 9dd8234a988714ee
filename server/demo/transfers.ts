/**
 * server/demo/transfers.ts — goods between the warehouses of the demo: one transfer is asked for, one is on its way, and of one less came
 * than left.
 */
import type { Desk } from './desk.ts'
import type { Shop } from './furnish.ts'

type Proposal = Readonly<{ sku: string; fromCode: string; toCode: string; quantity: number }>
type Transfer = Readonly<{ lines: readonly { batches: readonly { batchId: string; inTransit: number }[] }[] }>

type Sent = Readonly<{ sent: number }>
type Gone = Readonly<{ id: string; to: string }>
type Bins = Readonly<{ proposed: readonly { placeId: string }[] }>

const unitsMin = 6

/** As proposed: where orders wait, or where it would be sold before its last day. What does not work out is left, and the next is tried. */
export async function betweenWarehouses({ owner, receiving }: Shop): Promise<void> {
  const { items } = await owner.get<{ items: readonly Proposal[] }>('/v1/transfer-proposals')
  const left = items.filter(({ quantity }) => quantity >= unitsMin)
  await first(left, (proposal) => request(receiving, proposal))
  await first(left, (proposal) => leaves(owner, receiving, proposal))
  const short = await first(left, (proposal) => leaves(owner, receiving, proposal))
  if (short) await twoAreMissing(receiving, short)
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
async function leaves(owner: Desk, receiving: Desk, proposal: Proposal): Promise<Gone | null> {
  const approved = await request(owner, proposal, true)
  if (!approved) return null
  const sent = await receiving.attempt<Sent>(`/v1/transfers/${approved.id}/shipments`, {})
  if (sent?.sent === proposal.quantity) return { id: approved.id, to: proposal.toCode }
  if (sent === null) await owner.attempt(`/v1/transfers/${approved.id}/cancellation`, { reason: 'nothing to send' })
  return null
}

/** Each batch goes to a bin that takes it, but for two units of the largest. */
async function twoAreMissing(receiving: Desk, { id, to }: Gone): Promise<void> {
  const { lines } = await receiving.get<Transfer>(`/v1/transfers/${id}`)
  const sent = lines.flatMap(({ batches }) => batches)
  const most = Math.max(...sent.map(({ inTransit }) => inTransit))
  const short = sent.findIndex(({ inTransit }) => inTransit === most)
  const came = sent.map(async ({ batchId: batch, inTransit }, at) => {
    const quantity = inTransit - (at === short ? 2 : 0)
    const asked = `warehouse=${to}&batch=${batch}&quantity=${quantity}`
    const { proposed } = await receiving.get<Bins>(`/v1/bin-proposals?${asked}`)
    return { batch, quantity, ...(proposed[0] ? { place: proposed[0].placeId } : {}) }
  })
  await receiving.post(`/v1/transfers/${id}/receipts`, { rest: 'missing', lines: await Promise.all(came) })
}
