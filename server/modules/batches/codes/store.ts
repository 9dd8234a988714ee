/**
 * server/modules/batches/codes/store.ts — the SQL of code patterns.
 */
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'

export type CodePatternRow = {
  /** Null: of all products that have none of their own. */
  productId: string | null
  sku: string | null
  pattern: string
  setBy: string
  setAt: Instant
}

/** Those of the products and the one for all; every one where no products are named. */
export const codePatternsOf = (db: Db, productIds: readonly string[] | null) => db<CodePatternRow[]>`
  select c.product_id, p.sku, c.pattern, c.set_by, c.set_at
  from batches.code_pattern c left join catalog.product p on p.account_id = c.account_id and p.id = c.product_id
  where c.account_id = ${db.act.accountId}
    ${productIds === null ? db`` : db`and (c.product_id is null or c.product_id = any(${productIds as string[]}::uuid[]))`}
  order by p.sku nulls first`

type Written = Readonly<{ productId: string | null; pattern: string }>

export const writeCodePattern = (tx: Tx, { productId, pattern }: Written) => tx`
  insert into batches.code_pattern (account_id, id, product_id, pattern, set_by, set_at)
  values (${tx.act.accountId}, ${newId()}, ${productId}, ${pattern}, ${tx.act.actorName}, ${tx.act.at})
  on conflict (account_id, product_id) do update set pattern = excluded.pattern, set_by = excluded.set_by, set_at = excluded.set_at`

export const removeCodePattern = (tx: Tx, productId: string | null) => tx`
  delete from batches.code_pattern where account_id = ${tx.act.accountId} and product_id is not distinct from ${productId}`

export const isCodeOf = async (db: Db, { productId, code }: { productId: string; code: string }): Promise<boolean> => {
  const found = await db`
    select 1 from batches.known_as where account_id = ${db.act.accountId} and product_id = ${productId} and code = ${code} limit 1`
  return found.length > 0
}
