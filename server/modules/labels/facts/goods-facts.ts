/**
 * server/modules/labels/facts/goods-facts.ts — what labels of batches and of units say: the batch, its days, the GTIN of the pack it sticks on.
 */
import { untrackedCode } from '#domain/batch-code.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import { fieldNames, lastDayNames } from '#domain/labels/facts.ts'
import type { Db } from '#platform/db.ts'
import { standingDatesOf } from '../../batches/index.ts'
import { packsOf } from '../../catalog/index.ts'
import type { Subject } from './facts-of.ts'

type GoodsRow = {
  id: string
  batchId: string
  batchCode: string
  serial: string | null
  productId: string
  sku: string
  productName: string
  producedOn: CalendarDate | null
  expiresOn: CalendarDate | null
  supplierLot: string | null
  brand: string
}

/** Of batches, and of serials; an id is of one of the two. */
const goodsRows = (db: Db, ids: readonly string[]) => db<GoodsRow[]>`
  select coalesce(s.id, b.id) as id, b.id as batch_id, b.code as batch_code, s.code as serial, b.product_id, p.sku, p.name as product_name, b.produced_on, b.expires_on,
    b.supplier_lot, a.name as brand
  from unnest(${ids as string[]}::uuid[]) as wanted(id)
  left join batches.serial s on s.account_id = ${db.act.accountId} and s.id = wanted.id
  join batches.batch b on b.account_id = ${db.act.accountId} and b.id = coalesce(s.batch_id, wanted.id)
  join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
  join access.account a on a.account_id = b.account_id`

/** `pack` is how many base units the thing holds that the label sticks on; `serials`, whether ids may be of serials too. */
export async function goodsFacts(
  db: Db,
  ids: readonly string[],
  { pack, serials }: Readonly<{ pack: number; serials: boolean }>,
): Promise<Subject[]> {
  const rows = (await goodsRows(db, ids)).filter(({ serial }) => serials || serial === null)
  const [gtinOf, dayOf] = await Promise.all([
    gtins(
      db,
      rows.map(({ productId }) => productId),
      pack,
    ),
    lastDays(db, rows),
  ])
  return rows.map((row) => subjectOf(row, { gtin: gtinOf.get(row.productId) ?? null, day: dayOf(row) }))
}

async function gtins(db: Db, productIds: readonly string[], pack: number): Promise<Map<string, string>> {
  const packs = await packsOf(db, [...new Set(productIds)])
  return new Map(
    packs.flatMap(({ productId, quantity, gtin }) => (quantity === pack && gtin !== null ? [[productId, gtin]] : [])),
  )
}

type Dated = Readonly<{ batchId: string; expiresOn: CalendarDate | null }>
export type LastDay = Readonly<{ ai: '15' | '17'; name: string; on: CalendarDate }>

/** A best-before day is another identifier than a last day of use. */
export async function lastDays(db: Db, rows: readonly Dated[]): Promise<(row: Dated) => LastDay | null> {
  const stated = await standingDatesOf(db, [...new Set(rows.map(({ batchId }) => batchId))])
  return ({ batchId, expiresOn }) => {
    if (expiresOn === null) return null
    const own = stated.filter((date) => date.batchId === batchId && date.onDate === expiresOn).map(({ kind }) => kind)
    for (const kind of ['use_by', 'expiry'] as const)
      if (own.includes(kind)) return { ai: '17', name: lastDayNames[kind], on: expiresOn }
    if (own.includes('best_before')) return { ai: '15', name: lastDayNames.best_before, on: expiresOn }
    return { ai: '17', name: fieldNames.last_day ?? '', on: expiresOn }
  }
}

/** YYMMDD (GS1 General Specifications §3.4.5). */
export const gs1Date = (day: CalendarDate): string => day.slice(2).replaceAll('-', '')

function subjectOf(row: GoodsRow, { gtin, day }: { gtin: string | null; day: LastDay | null }): Subject {
  const batch = row.batchCode === untrackedCode ? null : row.batchCode
  return {
    id: row.id,
    name: [batch === null ? row.sku : `batch ${batch}`, ...(row.serial === null ? [] : [row.serial])].join(', '),
    facts: {
      code: row.serial ?? batch ?? row.sku,
      identifiers: {
        ...(gtin === null ? {} : { '01': gtin }),
        ...(row.producedOn === null ? {} : { '11': gs1Date(row.producedOn) }),
        ...(day === null ? {} : { [day.ai]: gs1Date(day.on) }),
        ...(batch === null ? {} : { '10': batch }),
        ...(row.serial === null ? {} : { '21': row.serial }),
      },
      texts: {
        brand: row.brand,
        product: row.productName,
        sku: row.sku,
        ...(batch === null ? {} : { batch }),
        ...(day === null ? {} : { last_day: day.on }),
        ...(row.producedOn === null ? {} : { produced_on: row.producedOn }),
        ...(row.supplierLot === null ? {} : { supplier_lot: row.supplierLot }),
        ...(gtin === null ? {} : { gtin }),
        ...(row.serial === null ? {} : { serial: row.serial }),
      },
      names: { ...fieldNames, ...(day === null ? {} : { last_day: day.name }) },
    },
  }
}
