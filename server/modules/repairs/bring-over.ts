/**
 * server/modules/repairs/bring-over.ts — what comes later under the code of a merged batch: a return, a shipment that was cancelled, a reversal.
 */
import type { Act, Database, Db, Tx } from '#platform/db.ts'
import { found } from '#platform/references.ts'
import { batchesById, mergedAmong, sayMergedCame } from '../batches/index.ts'
import { lockProducts, resolveProducts } from '../catalog/index.ts'
import { placesById } from '../places/index.ts'
import { becomeBatch } from '../stock/index.ts'
import { looseOf, lyingOf, placeOf } from './goods.ts'
import { repaired } from './repaired.ts'
import { liveMergeOf } from './store.ts'

/**
 * What lies here of it becomes the batch that it was merged into, under the merge's own id, so that undoing that takes it back too. What lies picked goes out under the
 * code that was read, and the promises beside it wait with it. Done twice, it finds nothing the second time; undone meanwhile, it does nothing.
 */
export async function bringOver(tx: Tx, batchId: string): Promise<void> {
  const [seen] = await batchesById(tx, [batchId])
  if (!seen) return
  await lockProducts(tx, [seen.productId])
  const [merge] = await liveMergeOf(tx, batchId)
  if (!merge) return
  const product = found(await resolveProducts(tx, [seen.productId]), 'product', seen.productId)
  const rows = (await lyingOf(tx, batchId))
    .map((row) => ({ placeId: row.placeId, quantity: looseOf(row, product) }))
    .filter(({ quantity }) => quantity > 0)
  if (rows.length === 0) return
  const place = placeOf(
    await placesById(
      tx,
      rows.map(({ placeId }) => placeId),
    ),
  )
  await becomeBatch(
    tx,
    rows.map(({ placeId, quantity }) => ({
      where: 'Units',
      productId: seen.productId,
      batchId,
      intoBatchId: merge.otherId,
      place: place(placeId),
      quantity,
      document: { kind: 'repair', id: merge.id, lineId: null },
      note: `came as batch ${seen.code}, merged by ${merge.number}`,
    })),
  )
  // In a chain it goes on to the next one: the ledger asks for that with other moves than those of repairs.
  await sayMergedCame(tx, await mergedAmong(tx, [merge.otherId]))
  await repaired(tx, seen.productId, [merge.otherId])
}

const leftHere = (db: Db) => db<{ id: string }[]>`
  select distinct b.id from batches.batch b
  join stock.balance s on s.account_id = b.account_id and s.batch_id = b.id
  join places.place p on p.account_id = s.account_id and p.id = s.place_id
  where b.account_id = ${db.act.accountId} and b.merged_into is not null and p.warehouse_id is not null and s.on_hand > 0`

/** What lay picked when it came is free by now, perhaps: nobody says so, therefore it is looked for. */
export async function mergedToBring(database: Database, act: Act): Promise<void> {
  const left = await database.read(act, leftHere)
  if (left.length > 0) await database.write(act, (tx) => sayMergedCame(tx, left))
}
