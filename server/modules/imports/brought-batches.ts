/**
 * server/modules/imports/brought-batches.ts — the batches that came with a sheet of stock, so that they get their labels.
 */
import type { Db } from '#platform/db.ts'
import { importNamed } from './import-detail.ts'

/** As many as one print may have labels. */
export const broughtMax = 500

type Brought = Readonly<{ batchId: string; batchCode: string; sku: string }>

/** In the order of the file, each once, and how many there are in all; goods without batches are not among them. Refuses `not_found`. */
export async function broughtBatches(db: Db, id: string) {
  await importNamed(db, id)
  const rows = await db<(Brought & { total: number })[]>`
    select b.id as batch_id, b.code as batch_code, p.sku, count(*) over () as total
    from imports.row r
    join receiving.receipt_line l on l.account_id = r.account_id and l.receipt_id = r.becomes_id
    join batches.batch b on b.account_id = l.account_id and b.id = l.batch_id and b.kind = 'batch'
    join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
    where r.account_id = ${db.act.accountId} and r.import_id = ${id} and r.state = 'committed'
    group by b.id, b.code, p.sku order by min(r.line_no), b.code limit ${broughtMax}`
  return { items: rows.map(({ total: _, ...batch }) => batch), total: rows[0]?.total ?? 0 }
}
