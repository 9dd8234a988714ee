import type { Tx } from '#platform/db.ts'
import { enqueue } from '#platform/jobs.ts'
import { batchesById, followParent, linksOf } from '../batches/index.ts'
import { lockProducts } from '../catalog/index.ts'

/** A batch was dated anew, and so are those split off it, as far as nobody said something else of them. Their own follow by the same job. */
export async function splitsFollow(tx: Tx, batchId: string): Promise<void> {
  const [seen] = await batchesById(tx, [batchId])
  if (!seen) return
  await lockProducts(tx, [seen.productId])
  const [parent = seen] = await batchesById(tx, [batchId])
  const links = await linksOf(tx, batchId, 'children')
  const ids = links.filter(({ kind, endedAt }) => kind === 'split' && endedAt === null).map((link) => link.batchId)
  for (const child of await batchesById(tx, ids))
    if (await followParent(tx, child, parent))
      await enqueue(tx, 'batch-dates-corrected', { batchId: child.id, productId: child.productId })
}
