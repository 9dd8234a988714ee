/**
 * server/modules/sellthrough/with-customers.ts — what customers got of products, what came back from them, and what they say became of the rest.
 */
import { groupBy } from '#domain/group-by.ts'
import type { Unread, WithCustomer } from '#domain/sold-on.ts'
import { dayIn, type Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { resolveWarehouses } from '../places/index.ts'
import { unreadUnits } from '../returns/index.ts'
import { type Pair, returnedBy, sentTo, standingReports } from './store.ts'

const keyOf = ({ customerId, productId }: Pair) => `${customerId} ${productId}`

/** As it was known at a moment, where one is named. */
export async function withCustomers(
  db: Db,
  pairs: readonly Pair[],
  knownOn: Instant | null,
): Promise<(pair: Pair) => WithCustomer> {
  const [sent, returned, reports, unread] = await Promise.all([
    sentTo(db, pairs, knownOn),
    returnedBy(db, pairs, knownOn),
    standingReports(db, pairs, knownOn),
    unreadOf(db, pairs, knownOn),
  ])
  const [sentOf, returnedOf, reportsOf, unreadIn] = [
    groupBy(sent, keyOf),
    groupBy(returned, keyOf),
    groupBy(reports, keyOf),
    groupBy(unread, keyOf),
  ]
  return (pair) => {
    const key = keyOf(pair)
    return {
      sent: sentOf.get(key) ?? [],
      returned: returnedOf.get(key) ?? [],
      reports: reportsOf.get(key) ?? [],
      unread: unreadIn.get(key) ?? [],
    }
  }
}

async function unreadOf(db: Db, pairs: readonly Pair[], knownOn: Instant | null): Promise<(Pair & Unread)[]> {
  const productIds = [...new Set(pairs.map(({ productId }) => productId))]
  const rows = await unreadUnits(db, productIds, knownOn)
  if (rows.length === 0) return []
  const warehouses = await resolveWarehouses(db)
  return rows.flatMap(({ customerId, productId, candidates: batches, quantity, warehouseId, receivedAt }) => {
    const on = dayIn(warehouses.get(warehouseId)?.timeZone ?? 'UTC', receivedAt)
    return customerId === null ? [] : [{ customerId, productId, batches, quantity, on }]
  })
}
