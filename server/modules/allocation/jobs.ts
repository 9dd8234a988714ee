/**
 * server/modules/allocation/jobs.ts — what passing days ask for. What is to be given back is looked for in a transaction that
 * only reads: a look at all that is promised is planned there as a whole, not row by row.
 */
import type { Act, Database } from '#platform/db.ts'
import { enqueue } from '#platform/jobs.ts'
import { lockProducts } from '../catalog/index.ts'
import { openOffers, productsWaitedFor } from '../stock/index.ts'
import { expiredPromises, type PromiseKey } from './expired-promises.ts'
import { giveBackExpired } from './give-back-expired.ts'

/** That one transaction gives back. */
const promisesMax = 1000

/** After a day of delivery may have changed: promises are held against it, and what waits is offered all that is free. */
export async function applyDelivery(database: Database, act: Act): Promise<void> {
  await giveBackNextExpired(database, act, { after: null, cause: 'delivery' })
  await database.write(act, async (tx) => {
    const waiting = await productsWaitedFor(tx)
    await lockProducts(tx, waiting)
    await openOffers(tx, waiting, 'delivery')
    if (waiting.length > 0) await enqueue(tx, 'offers-open', {}, 'all')
  })
}

/** Leaves the work to a job of its own. */
export async function lookForExpired(database: Database, act: Act): Promise<void> {
  const found = await database.read(act, (db) => expiredPromises(db, { after: null, limit: 1 }))
  if (found.length > 0) await database.write(act, (tx) => enqueue(tx, 'batches-expired', {}, 'all'))
}

/** A piece of them, from the first behind `after` on; a job takes the next. Done twice, it finds nothing the second time. */
export async function giveBackNextExpired(
  database: Database,
  act: Act,
  { after, cause = 'expiry' }: Readonly<{ after: PromiseKey | null; cause?: 'expiry' | 'delivery' }>,
): Promise<void> {
  const found = await database.read(act, (db) => expiredPromises(db, { after, limit: promisesMax }))
  const last = found.at(-1)
  if (!last) return
  const { demandId, batchId, placeId } = last
  await database.write(act, async (tx) => {
    await giveBackExpired(tx, found, cause)
    const behind = { demandId, batchId, placeId }
    if (found.length === promisesMax) await enqueue(tx, 'batches-expired', { after: behind, cause })
  })
}
