/**
 * server/modules/labels/facts/bin-facts.ts — what labels of bins say.
 */
import { fieldNames } from '#domain/labels/facts.ts'
import type { Db } from '#platform/db.ts'
import type { Subject } from './facts-of.ts'

type BinRow = {
  id: string
  code: string
  warehouseCode: string
  warehouseName: string
  zone: string | null
  brand: string
}

/** Places in warehouses; boxes that lie in a bin have no label of their own. */
const binRows = (db: Db, ids: readonly string[]) => db<BinRow[]>`
  select p.id, p.code, w.code as warehouse_code, w.name as warehouse_name, z.name as zone, a.name as brand
  from places.place p
  join places.warehouse w on w.account_id = p.account_id and w.id = p.warehouse_id
  left join places.zone z on z.account_id = p.account_id and z.id = p.zone_id
  join access.account a on a.account_id = p.account_id
  where p.account_id = ${db.act.accountId} and p.bin_id is null and p.id = any(${ids as string[]}::uuid[])`

export async function binFacts(db: Db, ids: readonly string[]): Promise<Subject[]> {
  const rows = await binRows(db, ids)
  return rows.map(({ id, code, warehouseCode, warehouseName, zone, brand }) => ({
    id,
    name: `bin ${code} in ${warehouseCode}`,
    facts: {
      code,
      identifiers: {},
      texts: { brand, bin: code, warehouse: `${warehouseCode} ${warehouseName}`, ...(zone === null ? {} : { zone }) },
      names: fieldNames,
    },
  }))
}
