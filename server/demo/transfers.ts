/**
 * server/demo/transfers.ts — goods between the warehouses of the demo: one transfer is asked for, one is on its way, and of one less came
 * than left.
 */
import type { Desk } from './desk.ts'
import type { Shop } from './furnish.ts'

type Proposal = Readonly<{ sku: string; fromCode: string; toCode: string; quantity: number }>
type Transfer = Readonly<{ lines: readonly { batches: readonly { batchId: string; inTransit: number }[] }[] }>

const unitsMin = 6

/** As proposed: where orders wait, or where it would be sold before its last day. */
export async function betweenWarehouses({ owner, receiving }: Shop): Promise<void> {
  const { items } = await owner.get<{ items: readonly Proposal[] }>('/v1/transfer-proposals')
  const [asked, sent, short] = items.filter(({ quantity }) => quantity >= unitsMin)
  if (asked) await request(receiving, asked)
  if (sent) await leaves(owner, receiving, sent)
  const left = short ? await leaves(owner, receiving, short) : null
  if (left) await twoAreMissing(receiving, left.id)
}

const request = (desk: Desk, { fromCode: from, toCode: to, sku: product, quantity }: Proposal, approve = false) =>
  desk.attempt<{ id: string }>('/v1/transfers', { from, to, approve, lines: [{ product, quantity }] })

async function leaves(owner: Desk, receiving: Desk, proposal: Proposal): Promise<{ id: string } | null> {
  const approved = await request(owner, proposal, true)
  return approved && receiving.attempt<{ id: string }>(`/v1/transfers/${approved.id}/shipments`, {})
}

async function twoAreMissing(receiving: Desk, id: string): Promise<void> {
  const { lines } = await receiving.get<Transfer>(`/v1/transfers/${id}`)
  const sent = lines.flatMap(({ batches }) => batches)
  const came = sent.map(({ batchId: batch, inTransit }, at) => ({ batch, quantity: inTransit - (at === 0 ? 2 : 0) }))
  await receiving.attempt(`/v1/transfers/${id}/receipts`, { rest: 'missing', lines: came })
}
