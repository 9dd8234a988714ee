/**
 * server/modules/counts/identified-lines.ts — of a product that is being identified: what a tally finds under known batches where goods without batch
 * were expected is no difference.
 */
import { groupBy } from '#domain/group-by.ts'
import { identifiedIn } from '#domain/identifying/pairs.ts'
import type { Db } from '#platform/db.ts'
import { pathsOfProducts } from '../identifying/index.ts'
import type { NewLine } from './store.ts'

/** The same lines, in another order, each with the units that it identifies. */
export async function withIdentified(db: Db, lines: readonly NewLine[]): Promise<NewLine[]> {
  const paths = await pathsOfProducts(db, [...new Set(lines.map(({ productId }) => productId))])
  const unknown = new Set(paths.flatMap(({ batchId, givenUpAt }) => (givenUpAt === null ? [batchId] : [])))
  if (unknown.size === 0) return [...lines]
  const isUnknown = ({ batchId }: NewLine) => batchId !== null && unknown.has(batchId)
  const bins = groupBy(lines, ({ tallyId, productId }) => `${tallyId} ${productId}`)
  return [...bins.values()].flatMap((group) => {
    const units = identifiedIn(group.map((line) => ({ ...line, isUnknown: isUnknown(line) })))
    return group.map((line, at) => ({ ...line, identifies: units[at] ?? 0 }))
  })
}
