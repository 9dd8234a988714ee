/**
 * server/modules/labels/facts/parcel-facts.ts — what labels of parcels and pallets say: the SSCC, what is in it where that is one batch, and to whom it goes.
 */
import { batchText } from '#domain/batch-code.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import { groupBy } from '#domain/group-by.ts'
import { fieldNames } from '#domain/labels/facts.ts'
import { dayIn, type Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { packsOf } from '../../catalog/index.ts'
import type { Subject } from './facts-of.ts'
import { gs1Date, type LastDay, lastDays } from './goods-facts.ts'

type ParcelRow = {
  id: string
  number: string
  sscc: string | null
  weightGrams: number | null
  packedAt: Instant
  orderNumber: string
  customerName: string | null
  shipTo: string | null
  warehouseName: string
  address: string | null
  timeZone: string
  brand: string
}
type ContentRow = {
  parcelId: string
  productId: string
  sku: string
  productName: string
  batchId: string
  batchCode: string
  expiresOn: CalendarDate | null
  quantity: number
}

const parcelRows = (db: Db, ids: readonly string[]) => db<ParcelRow[]>`
  select p.id, p.number, p.sscc, p.weight_grams, p.packed_at, o.number as order_number, c.name as customer_name, o.ship_to, w.name as warehouse_name, w.address, w.time_zone,
    a.name as brand
  from fulfilment.parcel p
  join orders.sales_order o on o.account_id = p.account_id and o.id = p.order_id
  left join catalog.customer c on c.account_id = o.account_id and c.id = o.customer_id
  join places.warehouse w on w.account_id = p.account_id and w.id = p.warehouse_id
  join access.account a on a.account_id = p.account_id
  where p.account_id = ${db.act.accountId} and p.id = any(${ids as string[]}::uuid[])`

const contentRows = (db: Db, ids: readonly string[]) => db<ContentRow[]>`
  select l.parcel_id, l.product_id, p.sku, p.name as product_name, l.batch_id, b.code as batch_code, b.expires_on, sum(l.quantity)::bigint as quantity
  from fulfilment.parcel_line l
  join catalog.product p on p.account_id = l.account_id and p.id = l.product_id
  join batches.batch b on b.account_id = l.account_id and b.id = l.batch_id
  where l.account_id = ${db.act.accountId} and l.parcel_id = any(${ids as string[]}::uuid[])
  group by l.parcel_id, l.product_id, p.sku, p.name, l.batch_id, b.code, b.expires_on
  order by l.parcel_id, p.sku, b.code`

/** Where a parcel goes; kept with nothing that was printed. */
export async function whereTo(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await parcelRows(db, ids)
  return new Map(
    rows.map(({ id, customerName, shipTo }) => [id, [customerName, shipTo].filter((line) => line !== null).join('\n')]),
  )
}

export async function parcelFacts(db: Db, ids: readonly string[]): Promise<Subject[]> {
  const [rows, contents] = await Promise.all([parcelRows(db, ids), contentRows(db, ids)])
  const contentsOf = groupBy(contents, ({ parcelId }) => parcelId)
  const [dayOf, packs] = await Promise.all([
    lastDays(db, contents),
    packsOf(db, [...new Set(contents.map(({ productId }) => productId))]),
  ])
  return rows.map((row) => {
    const own = contentsOf.get(row.id) ?? []
    const [only] = own.length === 1 ? own : []
    return subjectOf(row, own, only ? { ...countedIn(only, packs), content: only, day: dayOf(only) } : null)
  })
}

type Pack = Awaited<ReturnType<typeof packsOf>>[number]
type Counted = Readonly<{ gtin: string | null; count: number }>

/** In the largest pack that has a GTIN and goes into it whole. */
function countedIn({ productId, quantity }: ContentRow, packs: readonly Pack[]): Counted {
  const fits = packs.filter((one) => one.productId === productId && one.gtin !== null && quantity % one.quantity === 0)
  const largest = fits.at(-1)
  return largest ? { gtin: largest.gtin, count: quantity / largest.quantity } : { gtin: null, count: quantity }
}

type Single = Counted & Readonly<{ content: ContentRow; day: LastDay | null }>

function subjectOf(row: ParcelRow, contents: readonly ContentRow[], single: Single | null): Subject {
  const batch = single && batchText(single.content.batchCode)
  return {
    id: row.id,
    name: `parcel ${row.number}`,
    facts: {
      code: row.sscc ?? row.number,
      identifiers: { ...(row.sscc === null ? {} : { '00': row.sscc }), ...contentIdentifiers(single) },
      texts: {
        brand: row.brand,
        parcel: row.number,
        order: row.orderNumber,
        ...(row.sscc === null ? {} : { sscc: row.sscc }),
        from: [row.brand, row.address ?? row.warehouseName].join('\n'),
        contents: contents.map(contentText).join('\n'),
        packed_on: dayIn(row.timeZone, row.packedAt),
        ...(row.weightGrams === null ? {} : { weight: `${row.weightGrams / 1000} kg` }),
        ...(batch === null ? {} : { batch }),
        ...(single?.day ? { last_day: single.day.on } : {}),
        ...(single?.gtin ? { gtin: single.gtin } : {}),
      },
      names: { ...fieldNames, ...(single?.day ? { last_day: single.day.name } : {}) },
    },
  }
}

/** GTIN and count of what is within (GS1 General Specifications §3.2.3, §3.6.2), and the batch of all of it. */
function contentIdentifiers(single: Single | null): Record<string, string> {
  if (!single?.gtin) return {}
  const { gtin, count, content, day } = single
  return {
    '02': gtin,
    '37': `${count}`,
    ...(content.batchCode === '-' ? {} : { '10': content.batchCode }),
    ...(day === null ? {} : { [day.ai]: gs1Date(day.on) }),
  }
}

const contentText = ({ quantity, sku, productName, batchCode }: ContentRow): string =>
  `${quantity} × ${sku} ${productName}, ${batchText(batchCode)}`
