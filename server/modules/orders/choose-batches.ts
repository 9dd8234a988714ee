import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { releaseUnfit, serveBackOrders } from '../allocation/index.ts'
import { batchesById } from '../batches/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { chooseBatches, demandsById, reservationsOf } from '../stock/index.ts'

export type ChosenBatches = Readonly<{ lineId: string; batches: readonly string[]; reason?: string }>

/**
 * For lines whose batches are chosen by hand: these serve it, in this order, where nothing else stands against them; what it
 * was promised of others is given back. Refuses `not_found`, and a batch of another product. Answers with the order's id.
 */
export async function chooseLineBatches(tx: Tx, { lineId, batches, reason }: ChosenBatches): Promise<string> {
  const [seen] = await demandsById(tx, [lineId])
  if (seen?.kind !== 'order') throw new Refusal('not_found', { kind: 'order line', id: lineId })
  await lockProducts(tx, [seen.productId])
  const known = new Map((await batchesById(tx, batches)).map((batch) => [batch.id, batch]))
  const problems = batches.flatMap((id, index) =>
    known.get(id)?.productId === seen.productId
      ? []
      : [{ at: `batches[${index}]`, message: 'is no batch of this product' }],
  )
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  await chooseBatches(tx, lineId, [...new Set(batches)])
  audit(tx, {
    action: 'order.choose_batches',
    subjectKind: 'order',
    subjectId: seen.documentId,
    before: { line: lineId, batches: seen.chosenBatchIds },
    after: { line: lineId, batches: batches.map((id) => known.get(id)?.code ?? id) },
    reason: reason ?? null,
  })
  await releaseUnfit(tx, await reservationsOf(tx, { demandIds: [lineId] }))
  await serveBackOrders(tx, [seen.productId], { cause: 'edit', concerned: [lineId] })
  return seen.documentId
}
