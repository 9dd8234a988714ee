/**
 * server/modules/sellthrough/refuse-sold-on.ts — what comes back from a customer was not sold by it: where it reports that so many cannot be there, one of both is wrong,
 * and whoever takes them in is asked.
 */
import { groupBy } from '#domain/group-by.ts'
import { reckonSoldOn, type WithCustomer } from '#domain/sold-on.ts'
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import type { ComesBack, TakenIn } from '../returns/index.ts'
import { pairsThatReport } from './store.ts'
import { withCustomers } from './with-customers.ts'

/** Under the locks of the products. Refuses `return_of_sold_on`. */
export async function refuseSoldOn(tx: Tx, { customerId, on, parts }: TakenIn): Promise<void> {
  const productIds = [...new Set(parts.map(({ productId }) => productId))]
  const pairs = await pairsThatReport(tx, { customerId, productIds, knownOn: null })
  if (pairs.length === 0) return
  const knownOf = await withCustomers(tx, pairs, null)
  for (const pair of pairs) {
    const known = knownOf(pair)
    const own = parts.filter(({ productId }) => productId === pair.productId)
    const beyond = (some: readonly ComesBack[]) => reckonSoldOn(without(known, some, on)).gap - reckonSoldOn(known).gap
    if (beyond(own) <= 0) continue
    const named = [...groupBy(own, ({ batchIds }) => batchIds.join(' ')).values()].find((some) => beyond(some) > 0)
    const some = named ?? own
    const asked = some.reduce((sum, { quantity }) => sum + quantity, 0)
    const batch = named?.[0]?.batchCode ?? null
    const { customerName: customer, sku } = pair
    throw new Refusal('return_of_sold_on', { customer, sku, batch, asked, most: Math.max(0, asked - beyond(some)) })
  }
}

function without(known: WithCustomer, parts: readonly ComesBack[], on: string): WithCustomer {
  const labelled = parts.flatMap(({ batchIds: [batch, ...more], quantity }) =>
    batch !== undefined && more.length === 0 ? [{ batch, on, quantity }] : [],
  )
  const unread = parts.flatMap(({ batchIds, quantity }) =>
    batchIds.length > 1 ? [{ batches: batchIds, on, quantity }] : [],
  )
  return { ...known, returned: [...known.returned, ...labelled], unread: [...known.unread, ...unread] }
}
