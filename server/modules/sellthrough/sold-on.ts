/**
 * server/modules/sellthrough/sold-on.ts — of batches, how many customers who sell on have sold, and how many are there still: at least and at most.
 */
import { type Reckoned, reckonSoldOn, type SoldOn } from '#domain/sold-on.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { joinsAsWritten } from '#platform/plans.ts'
import { batchesById } from '../batches/index.ts'
import { pairsThatReport } from './store.ts'
import { withCustomers } from './with-customers.ts'

export type SoldOnAsk = Readonly<{ batchIds: readonly string[]; knownOn: Instant | null }>
export type SoldOnByCustomer = Awaited<ReturnType<typeof soldOnByCustomer>>[number]

/** By customer and product, of all these batches together and of each; of those alone who got some and report. As it was known at a moment, where one is named. */
export async function soldOnByCustomer(db: Db, { batchIds, knownOn }: SoldOnAsk) {
  const batches = batchIds.length > 0 ? await batchesById(db, batchIds) : []
  const productIds = [...new Set(batches.map(({ productId }) => productId))]
  const pairs = productIds.length > 0 ? await pairsThatReport(db, { customerId: null, productIds, knownOn }) : []
  if (pairs.length === 0) return []
  await joinsAsWritten(db)
  const knownOf = await withCustomers(db, pairs, knownOn)
  return pairs.flatMap(({ since: _, by: __, ...pair }) => {
    const known = knownOf(pair)
    const got = new Set(known.sent.map(({ batch }) => batch))
    const meant = batches.filter(({ id }) => got.has(id))
    if (meant.length === 0) return []
    const reckoned = reckonSoldOn(known)
    return [{ ...pair, ...together(reckoned, new Set(meant.map(({ id }) => id))), batches: meant.map(apart(reckoned)) }]
  })
}

/** All that a customer got of each product of which it reports. */
export async function soldOnByProduct(db: Db, customerId: string) {
  const pairs = await pairsThatReport(db, { customerId, productIds: null, knownOn: null })
  if (pairs.length === 0) return []
  await joinsAsWritten(db)
  const knownOf = await withCustomers(db, pairs, null)
  const sent = pairs.flatMap((pair) => knownOf(pair).sent.map(({ batch }) => batch))
  const batches = await batchesById(db, [...new Set(sent)])
  return pairs.map(({ productId, sku, productName }) => {
    const known = knownOf({ customerId, productId })
    const reckoned = reckonSoldOn(known)
    const own = batches.filter(
      (batch) => batch.productId === productId && known.sent.some(({ batch: id }) => id === batch.id),
    )
    const all = new Set(known.sent.map(({ batch }) => batch))
    return { productId, sku, productName, ...together(reckoned, all), batches: own.map(apart(reckoned)) }
  })
}

type BatchRow = Awaited<ReturnType<typeof batchesById>>[number]

const together = (reckoned: Reckoned, meant: ReadonlySet<string>) => ({
  ...told(reckoned.of(meant)),
  gap: reckoned.gap,
})
const apart =
  (reckoned: Reckoned) =>
  ({ id, code, expiresOn }: BatchRow) => ({
    batchId: id,
    batchCode: code,
    expiresOn,
    ...told(reckoned.of(new Set([id]))),
  })

const told = ({ sent, returned, sold, lost, there }: SoldOn) => ({ sent, returned, soldOn: sold, lost, there })
