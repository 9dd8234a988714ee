/**
 * server/modules/closing/sold-on.ts — what consignees who sell on have sold of what is recalled, at least and at most, by their code: of all batches of a product
 * together, which is often surer than of each, and of each.
 */
import type { Bounds } from '#domain/unlabelled.ts'
import type { Db } from '#platform/db.ts'
import type { scopeTrace } from '../trace/index.ts'
import { codesOfCustomers } from './store.ts'

type Trace = Pick<Awaited<ReturnType<typeof scopeTrace>>, 'soldOn'>
export type SoldOnRow = Readonly<{
  customerCode: string
  sku: string
  batchCode: string
  sent: number
  returned: number
  soldOn: Bounds
  there: Bounds
}>

export const allOfThese = 'all of these'

export async function soldOnRows(db: Db, { soldOn }: Trace): Promise<SoldOnRow[]> {
  const ids = [...new Set(soldOn.map(({ customerId }) => customerId))]
  if (ids.length === 0) return []
  const codeOf = new Map((await codesOfCustomers(db, ids)).map(({ id, code }) => [id, code]))
  return soldOn.flatMap(({ customerId, sku, batches, ...all }) =>
    [{ ...all, batchCode: allOfThese }, ...batches].map(({ batchCode, sent, returned, ...bounds }) => {
      const row = { customerCode: codeOf.get(customerId) ?? '', sku, batchCode, sent, returned }
      return { ...row, soldOn: bounds.soldOn, there: bounds.there }
    }),
  )
}
