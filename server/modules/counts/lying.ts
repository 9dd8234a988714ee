/**
 * server/modules/counts/lying.ts — what should lie in bins at this moment: the balance less what was picked and has not left.
 */
import type { Db } from '#platform/db.ts'
import { unitsPicked } from '../fulfilment/index.ts'

export type Lying = { placeId: string; productId: string; batchId: string; batchCode: string; quantity: number }

/** Of all products in these bins, by bin and batch. Under the lock of the products, who picks or ships is done or has not begun. */
export const lyingIn = (db: Db, placeIds: readonly string[]) => db<Lying[]>`
  select s.place_id, s.product_id, s.batch_id, b.code as batch_code, greatest(s.on_hand - coalesce(k.picked, 0), 0)::bigint as quantity
  from stock.balance s
  join batches.batch b on b.account_id = s.account_id and b.id = s.batch_id
  left join lateral (
    select ${unitsPicked(db)} as picked from fulfilment.picked k
    where k.account_id = s.account_id and k.batch_id = s.batch_id and k.place_id = s.place_id) k on true
  where s.account_id = ${db.act.accountId} and s.place_id = any(${placeIds as string[]}::uuid[])
  order by s.place_id, b.code, s.batch_id`

/** The places of a warehouse where any of these lies, or anything at all; by code. */
export const placesWith = (
  db: Db,
  ask: Readonly<{ warehouseId: string; productIds: readonly string[] | null; batchIds: readonly string[] | null }>,
) => db<{ id: string; code: string }[]>`
  select p.id, p.code from places.place p
  where p.account_id = ${db.act.accountId} and p.warehouse_id = ${ask.warehouseId} and exists (
    select from stock.balance s where s.account_id = p.account_id and s.place_id = p.id
      ${ask.productIds === null ? db`` : db`and s.product_id = any(${ask.productIds as string[]}::uuid[])`}
      ${ask.batchIds === null ? db`` : db`and s.batch_id = any(${ask.batchIds as string[]}::uuid[])`})
  order by p.code, p.id`

/** `name`: the id or code by which it was asked for; its own, one that it had, or that of a batch merged into it. */
export type NamedBatch = { name: string; id: string; code: string; productId: string; sku: string }

export const batchesCalled = (db: Db, names: { ids: readonly string[]; codes: readonly string[] }) => db<NamedBatch[]>`
  select n.name, b.id, b.code, b.product_id, p.sku
  from (
    select id::text as name, coalesce(merged_into, id) as batch_id from batches.batch
    where account_id = ${db.act.accountId} and id = any(${names.ids as string[]}::uuid[])
    union
    select code, batch_id from batches.known_as where account_id = ${db.act.accountId} and code = any(${names.codes as string[]}::text[])) n
  join batches.batch b on b.account_id = ${db.act.accountId} and b.id = n.batch_id
  join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
  order by b.code, b.id, n.name`
