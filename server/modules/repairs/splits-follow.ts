import type { Tx } from '#platform/db.ts'
import { enqueue } from '#platform/jobs.ts'
import { batchesById, followParent, linksOf, oneWith } from '../batches/index.ts'
import { lockProducts } from '../catalog/index.ts'

/**
 * A batch was dated anew, and so are those split off it or off one that was merged into it, as far as nobody said something else of them. Answers with those that
 * changed.
 */
export async function splitsFollow(tx: Tx, batchId: string): Promise<string[]> {
  const [seen] = await batchesById(tx, [batchId])
  if (!seen) return []
  await lockProducts(tx, [seen.productId])
  const { now: parent, ids: parentIds } = await oneWith(tx, seen)
  const links = await Promise.all(parentIds.map((id) => linksOf(tx, id, 'children')))
  const split = links.flat().filter(({ kind, endedAt }) => kind === 'split' && endedAt === null)
  const ids = split.map((link) => link.batchId).filter((id) => !parentIds.includes(id))
  const followed: string[] = []
  for (const child of await batchesById(tx, ids)) {
    if (!(await followParent(tx, child, parent))) continue
    await enqueue(tx, 'batch-dates-corrected', { batchId: child.id, productId: child.productId })
    followed.push(child.id)
  }
  return followed
}
