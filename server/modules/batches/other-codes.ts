/**
 * server/modules/batches/other-codes.ts — codes on labels that a batch had, or that are of a batch merged into it, and the batch that is meant.
 */
import { normaliseBatchCode } from '#domain/batch-code.ts'
import type { Db } from '#platform/db.ts'
import { isId } from '#platform/references.ts'

export type Named = Readonly<{ productId: string; name: string }>

/**
 * To the id of the one batch of the product that is meant by a code, or by the id of a batch that is merged; any other name stays as it is. To be
 * asked for names that none of the batches at hand has.
 */
export async function otherNames(db: Db, named: readonly Named[]): Promise<(named: Named) => string> {
  if (named.length === 0) return ({ name }) => name
  const [names, products] = [named.map(codeOf), named.map(({ productId }) => productId)]
  const rows = await db<{ productId: string; name: string; ids: string[] }[]>`
    with asked as (select distinct * from unnest(${products}::uuid[], ${names}::text[]) as a(product_id, name)),
    meant as (
      select a.product_id, a.name, n.batch_id from asked a
      join batches.known_as n on n.account_id = ${db.act.accountId} and n.product_id = a.product_id and n.code = a.name
      union
      select a.product_id, a.name, b.merged_into from asked a
      join batches.batch b on b.account_id = ${db.act.accountId} and b.product_id = a.product_id and b.id::text = a.name and b.merged_into is not null)
    select product_id, name, array_agg(batch_id) as ids from meant group by product_id, name`
  const one = new Map(
    rows.flatMap(({ productId, name, ids: [id, ...others] }) =>
      id && others.length === 0 ? [[`${productId} ${name}`, id] as const] : [],
    ),
  )
  return (asked) => one.get(`${asked.productId} ${codeOf(asked)}`) ?? asked.name
}

const codeOf = ({ name }: Named): string => (isId(name) ? name : normaliseBatchCode(name).code)

/** Each of these batches with the one that its goods are now. */
export async function batchesNow(db: Db, ids: readonly string[]): Promise<(id: string) => string> {
  const rows = await db<{ id: string; now: string }[]>`
    select id, merged_into as now from batches.batch
    where account_id = ${db.act.accountId} and merged_into is not null and id = any(${ids as string[]}::uuid[])`
  const now = new Map(rows.map((row) => [row.id, row.now]))
  return (id) => now.get(id) ?? id
}
