/**
 * server/modules/trace/sold-on-beside.ts — of batches that went to customers who sell on, what these have sold and what is there still, told beside each customer.
 */
import type { Bounds } from '#domain/unlabelled.ts'
import type { Db } from '#platform/db.ts'
import { type SoldOnByCustomer, soldOnByCustomer } from '../sellthrough/index.ts'
import type { Asked } from './store.ts'

type Got = Readonly<{ batchId: string; customerId: string | null }>
type Beside = Readonly<{ soldOn: Bounds | null; there: Bounds | null }>

export const nobodySays: Beside = { soldOn: null, there: null }

/** Of all that a customer got of a batch; null of customers who report nothing. */
export async function soldOnBeside(db: Db, asked: Asked): Promise<(got: Got) => Beside> {
  const found = await soldOnByCustomer(db, asked)
  const of = new Map(
    found.flatMap(({ customerId, batches }) =>
      batches.map(({ batchId, soldOn, there }) => [`${customerId} ${batchId}`, { soldOn, there }] as const),
    ),
  )
  return ({ batchId, customerId }) => of.get(`${customerId} ${batchId}`) ?? nobodySays
}

/** Of all customers together who report; what they say nothing of is not in it. */
export function soldOnInAll(found: readonly SoldOnByCustomer[]) {
  const sum = (of: 'soldOn' | 'there', end: 'least' | 'most') => found.reduce((all, one) => all + one[of][end], 0)
  const both = (of: 'soldOn' | 'there') => ({ least: sum(of, 'least'), most: sum(of, 'most') })
  return {
    customers: new Set(found.map(({ customerId }) => customerId)).size,
    soldOn: both('soldOn'),
    there: both('there'),
  }
}

/** For a spreadsheet; nothing is an empty cell. */
export const soldOnCells = ({ soldOn, there }: Beside) => ({
  soldOnLeast: soldOn?.least ?? null,
  soldOnMost: soldOn?.most ?? null,
  thereLeast: there?.least ?? null,
  thereMost: there?.most ?? null,
})
