/**
 * server/modules/labels/facts/sample-facts.ts — what labels of samples say.
 */
import { batchText } from '#domain/batch-code.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import { fieldNames } from '#domain/labels/facts.ts'
import { dayIn, type Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import type { Subject } from './facts-of.ts'
import { lastDays } from './goods-facts.ts'

type SampleRow = {
  id: string
  number: string
  batchId: string
  batchCode: string
  expiresOn: CalendarDate | null
  sku: string
  productName: string
  quantity: number
  keptAt: string | null
  dueOn: CalendarDate
  takenAt: Instant
  timeZone: string
  brand: string
}

const sampleRows = (db: Db, ids: readonly string[]) => db<SampleRow[]>`
  select s.id, s.number, s.batch_id, b.code as batch_code, b.expires_on, p.sku, p.name as product_name, s.quantity, s.kept_at, s.due_on, s.taken_at, w.time_zone,
    a.name as brand
  from samples.sample s
  join batches.batch b on b.account_id = s.account_id and b.id = s.batch_id
  join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
  join places.warehouse w on w.account_id = s.account_id and w.id = s.warehouse_id
  join access.account a on a.account_id = s.account_id
  where s.account_id = ${db.act.accountId} and s.id = any(${ids as string[]}::uuid[])`

export async function sampleFacts(db: Db, ids: readonly string[]): Promise<Subject[]> {
  const rows = await sampleRows(db, ids)
  const dayOf = await lastDays(db, rows)
  return rows.map((row) => {
    const day = dayOf(row)
    return {
      id: row.id,
      name: `sample ${row.number}`,
      facts: {
        code: row.number,
        identifiers: {},
        texts: {
          brand: row.brand,
          sample: row.number,
          product: row.productName,
          sku: row.sku,
          batch: batchText(row.batchCode),
          ...(day === null ? {} : { last_day: day.on }),
          quantity: `${row.quantity}`,
          ...(row.keptAt === null ? {} : { kept_at: row.keptAt }),
          keep_until: row.dueOn,
          taken_on: dayIn(row.timeZone, row.takenAt),
        },
        names: { ...fieldNames, ...(day === null ? {} : { last_day: day.name }) },
      },
    }
  })
}
