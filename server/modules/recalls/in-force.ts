/**
 * server/modules/recalls/in-force.ts — what is meant is held, all at once, and what comes of it later is held as it comes.
 */
import { normaliseBatchCode } from '#domain/batch-code.ts'
import type { ScopePart } from '#domain/trace/scope.ts'
import type { Db, Tx } from '#platform/db.ts'
import { lotByRef } from '../batches/index.ts'
import { productIdOf, resolveSuppliers } from '../catalog/index.ts'
import { endWatches, type Kept, keepHolds, lookAgain, type Watch, watchArrivals } from '../quality/index.ts'
import { type TraceScope, whatIsMeant } from '../trace/index.ts'
import { lockedRecall, type Recall } from './recall-by-ref.ts'
import { insertFrozen, insertReleased } from './store.ts'

type Named = Pick<Recall, 'id' | 'number' | 'title'>

/**
 * Of serials, the batch as a whole is held: which units of it lie in a bin nobody can tell when they are promised. Writes down what lay where, and what was taken
 * back. Refuses what `whatIsMeant` refuses.
 */
export async function putInForce(
  tx: Tx,
  recall: Named,
  { version, scope }: Pick<Recall['now'], 'version' | 'scope'>,
): Promise<Kept> {
  const reason = reasonOf(recall)
  const kept = await keepHolds(tx, { keeper: recall, reason, named: (db) => heldBy(db, scope) })
  await endWatches(tx, recall.id)
  await watchArrivals(tx, recall, { watches: await watchesOf(tx, scope), reason })
  await insertFrozen(tx, { recallId: recall.id, version, batchIds: kept.reachedIds })
  await insertReleased(tx, { recallId: recall.id, version }, kept.released)
  await lookAgain(tx, recall.id, kept)
  return kept
}

/** Its holds are lifted, and nothing is looked out for any more. */
export async function takeOutOfForce(tx: Tx, recall: Named, reason: string): Promise<Kept> {
  await endWatches(tx, recall.id)
  return keepHolds(tx, { keeper: recall, reason, named: () => Promise.resolve([]) })
}

/**
 * A second look: at what came in while it began, and at what was promised by those who could not see it yet. It looks again only where it held something more. The
 * demands that lost something.
 */
export async function sweepRecall(tx: Tx, id: string): Promise<string[]> {
  // Locked, or it holds anew what the end of the recall has just let go.
  const recall = await lockedRecall(tx, id)
  if (recall.state !== 'running') return []
  const { placed, released } = await keepHolds(tx, {
    keeper: recall,
    reason: reasonOf(recall),
    named: (db) => heldBy(db, recall.now.scope),
  })
  if (placed.length > 0) await lookAgain(tx, id, { released: [] })
  return [...new Set(released.map(({ demandId }) => demandId))]
}

const reasonOf = ({ number, title }: Named) => `Recall ${number}: ${title}`

async function heldBy(db: Db, scope: TraceScope): Promise<string[]> {
  const { batchIds, serials } = await whatIsMeant(db, scope)
  return [...new Set([...batchIds, ...serials.map(({ batchId }) => batchId)])]
}

/** The parts under which more can come. What is in a batch or a receipt is known. */
async function watchesOf(db: Db, { parts }: TraceScope): Promise<Watch[]> {
  const watches = await Promise.all(parts.map((part) => watchOf(db, part)))
  return watches.flat()
}

async function watchOf(db: Db, part: ScopePart): Promise<Watch[]> {
  const none = {
    supplierId: null,
    supplierLot: null,
    productId: null,
    producedFrom: null,
    producedTo: null,
    lotId: null,
  }
  const supplierId =
    part.supplier === undefined ? null : ((await resolveSuppliers(db, [part.supplier])).get(part.supplier)?.id ?? null)
  if (part.kind === 'supplier_lot') {
    const lots = new Set([part.supplierLot ?? '', normaliseBatchCode(part.supplierLot ?? '').code])
    return [...lots].map((supplierLot) => ({ ...none, supplierId, supplierLot }))
  }
  if (part.kind === 'lot') return [{ ...none, lotId: (await lotByRef(db, part.lot ?? '')).id }]
  if (part.kind !== 'product') return []
  const productId = await productIdOf(db, part.product)
  return [
    { ...none, supplierId, productId, producedFrom: part.producedFrom ?? null, producedTo: part.producedTo ?? null },
  ]
}
