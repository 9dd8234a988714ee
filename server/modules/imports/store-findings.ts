/**
 * server/modules/imports/store-findings.ts — the SQL of what past shipments are held against, and of what was found.
 */
import type { Finding } from '#domain/imports/findings.ts'
import type { KnownBatch } from '#domain/imports/shipped-faults.ts'
import type { Db, Tx } from '#platform/db.ts'

/** Whether some of it lies where goods are taken from: what is set aside could not have been sent. */
export const batchesKnown = (db: Db, productIds: readonly string[]) => db<(KnownBatch & { productId: string })[]>`
  select b.product_id, b.code, b.produced_on, b.expires_on, exists (
    select from stock.balance s join places.place p on p.account_id = s.account_id and p.id = s.place_id
    where s.account_id = b.account_id and s.batch_id = b.id and s.on_hand > 0 and p.kind in ('storage', 'dock')) as lies
  from batches.batch b where b.account_id = ${db.act.accountId} and b.product_id = any(${productIds as string[]}::uuid[])`

/** The import must be locked. */
export const saveFindings = (
  tx: Tx,
  importId: string,
  found: readonly (readonly [lineNo: number, of: readonly Finding[]])[],
) => tx`
  update imports.row r set gaps = coalesce(string_to_array(nullif(v.gaps, ''), ','), '{}')
  from unnest(${found.map(([lineNo]) => lineNo)}::int[], ${found.map(([, of]) => of.join())}::text[]) as v(line_no, gaps)
  cross join lateral (
    select ctid as here from imports.row
    where account_id = ${tx.act.accountId} and import_id = ${importId} and line_no = v.line_no offset 0) k
  where r.ctid = k.here`
