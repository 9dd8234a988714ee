/**
 * server/modules/mocks/work-out.ts — the trace of the batch at the start of a rehearsal, written down: back, forward, balance and contacts. Nothing else is touched.
 */
import { groupBy } from '#domain/group-by.ts'
import { withoutSource } from '#domain/mocks/judge-mock.ts'
import type { Tx } from '#platform/db.ts'
import { joinsAsWritten } from '#platform/plans.ts'
import { ancestryOf, withDescendants } from '../batches/index.ts'
import { cameFrom, flows, lying, massBalanceOf, productBalances, whoGotAll } from '../trace/index.ts'
import { writeConsignees } from './contacts.ts'
import { insertBalances, insertLay, insertOrigins, insertSent, type Origin } from './found-store.ts'

export async function workOut(tx: Tx, { id, batchId }: Readonly<{ id: string; batchId: string }>): Promise<void> {
  await joinsAsWritten(tx)
  const asked = { batchIds: await withDescendants(tx, [batchId]), knownOn: null }
  await insertOrigins(tx, id, await origins(tx, batchId))
  await insertSent(tx, id, await whoGotAll(tx, asked))
  const here = await lying(tx, asked)
  await insertLay(
    tx,
    id,
    here.filter(({ onHand }) => onHand > 0),
  )
  const products = await productBalances(tx, asked)
  await insertBalances(
    tx,
    id,
    products.map(({ productId, massBalance }) => ({ productId, ...massBalance })),
  )
  await writeConsignees(tx, id)
}

/** Of the batch and all that it was made of: each receipt, that it was made, and what nobody knows the source of. */
async function origins(tx: Tx, batchId: string): Promise<Origin[]> {
  const above = [...new Set((await ancestryOf(tx, [batchId])).map(({ ancestorId }) => ancestorId))]
  const asked = { batchIds: above, knownOn: null }
  const [receipts, moved, parents] = await Promise.all([cameFrom(tx, asked), flows(tx, asked), ancestryOf(tx, above)])
  const [receiptsOf, movedOf] = [groupBy(receipts, (row) => row.batchId), groupBy(moved, (row) => row.batchId)]
  const withParents = new Set(parents.flatMap((row) => (row.ancestorId === row.batchId ? [] : [row.batchId])))
  return above.flatMap((id) => {
    const own = receiptsOf.get(id) ?? []
    const came = massBalanceOf(movedOf.get(id) ?? [], [])
    const hasParents = withParents.has(id)
    const told = { receipts: own.reduce((sum, { quantity }) => sum + quantity, 0), hasParents }
    const rows: Origin[] = own.map(({ receiptId, quantity }) => ({
      batchId: id,
      source: 'receipt',
      receiptId,
      quantity,
    }))
    if (hasParents) rows.push({ batchId: id, source: 'made', receiptId: null, quantity: came.made })
    rows.push({ batchId: id, source: 'none', receiptId: null, quantity: withoutSource(came, told) })
    return rows.filter(({ quantity }) => quantity > 0)
  })
}
