/**
 * server/modules/trace/may-be-among.ts — of goods that nobody knows the batch of, how many may be of these batches: here, and with whom.
 */
import { groupBy } from '#domain/group-by.ts'
import { mayBeOf } from '#domain/identifying/may-be-of.ts'
import type { Db } from '#platform/db.ts'
import { batchesById } from '../batches/index.ts'
import { amongProduct } from '../identifying/index.ts'
import { recipientsAmong } from './possible-recipients.ts'

/** By product that is on its way from untracked to tracked; none where there is no such product among them. */
export async function mayBeAmong(db: Db, batchIds: readonly string[]) {
  const batches = (await batchesById(db, batchIds)).filter(({ kind }) => kind === 'batch')
  const products = [...groupBy(batches, ({ productId }) => productId)]
  const found = await Promise.all(
    products.map(async ([productId, own]) => {
      const [one, ...rest] = own.map(({ id }) => id)
      const among = one === undefined ? null : await amongProduct(db, productId, [one, ...rest])
      if (!among || one === undefined) return []
      const { path } = among
      const here = mayBeOf(one, path.here, among)
      return [
        {
          path: path.id,
          unknownId: path.batchId,
          productId,
          sku: path.sku,
          here,
          sent: await recipientsAmong(db, one, among),
        },
      ]
    }),
  )
  return found.flat()
}
