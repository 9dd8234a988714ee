/**
 * server/modules/reports/stock-list.ts — what lies where, one row for each batch and place, with its state of this moment.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { groupBy } from '#domain/group-by.ts'
import { daysLeft, isExpired } from '#domain/shelf-life.ts'
import { dayIn, type Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import type { Cursor } from '#platform/http/cursor.ts'
import { joinsEach } from '#platform/plans.ts'
import { type Today, todays } from '../places/index.ts'
import { type ActiveHold, activeHoldsEverywhere, covers } from '../quality/index.ts'
import { type StockGroup, type StockKey, stockGroups, stockKeys } from './stock-keys.ts'

export const stockStatuses = ['sellable', 'expired', 'held', 'unsellable_place'] as const
export type StockStatus = (typeof stockStatuses)[number]
export const stockSorts = ['expiresOn', 'sku', 'batchCode', 'warehouse', 'onHand', 'available'] as const
export type StockSort = (typeof stockSorts)[number]

export type StockFilter = Readonly<{
  text: string | null
  productId: string | null
  batchId: string | null
  warehouseId: string | null
  category: string | null
  status: StockStatus | null
  expiresFrom: CalendarDate | null
  expiresBefore: CalendarDate | null
  /** Counted where the stock lies, so that a list begins and ends as its days left say. */
  daysLeftMin: number | null
  daysLeftMax: number | null
  sort: StockSort
  direction: 'asc' | 'desc'
  /** Product by product, those first whose best row comes first. */
  grouped: boolean
  after: Cursor | null
  /** Rows to leave out before the page. */
  offset: number
  limit: number
}>

type Row = {
  batchId: string
  batchCode: string
  productId: string
  sku: string
  productName: string
  category: string
  placeId: string
  placeCode: string
  placeKind: string
  packOf: number | null // base units in each of the closed boxes there
  binId: string | null // in which the boxes lie
  warehouseId: string | null // on its way from one to another
  warehouseCode: string | null
  onHand: number
  reserved: number
  available: number
  producedOn: CalendarDate | null
  expiresOn: CalendarDate | null
  firstReceivedOn: CalendarDate | null
  lastMovedAt: Instant
  sortKey: string | number
}
export type StockRow = Omit<Row, 'sortKey'> & { daysLeft: number | null; status: StockStatus; holds: string[] }

/** Later than any day: what has no date sorts after all that has. */
const never = '9999-12-31'

function sortKey(db: Db, sort: StockSort, known: Known) {
  if (sort === 'sku') return db`p.sku`
  if (sort === 'batchCode') return db`b.code`
  if (sort === 'warehouse') return db`coalesce(w.code, '')`
  if (sort === 'onHand') return db`s.on_hand`
  if (sort === 'available') return available(db, known)
  return db`coalesce(b.expires_on, ${never}::date)`
}

function afterKey(db: Db, { sort, direction, after }: StockFilter) {
  if (!after) return db``
  const [value, batchId, placeId] = after
  const type = sort === 'expiresOn' ? db`date` : sort === 'onHand' || sort === 'available' ? db`bigint` : db`text`
  const given = db`(${String(value)}::text::${type}, ${String(batchId)}::uuid, ${String(placeId)}::uuid)`
  const row = db`(sort_key, batch_id, place_id)`
  return direction === 'asc' ? db`where ${row} > ${given}` : db`where ${row} < ${given}`
}

/** The same truth as `covers`, for the database: held by the account, product, batch, place, or batch at a place. */
export function isHeld(db: Db, holds: readonly ActiveHold[]) {
  if (holds.some(({ scope }) => scope === 'account')) return db`true`
  const ids = (scopes: readonly string[], key: 'productId' | 'batchId' | 'placeId') =>
    holds.filter(({ scope }) => scopes.includes(scope)).flatMap((hold) => hold[key] ?? [])
  const products = ids(['product'], 'productId')
  const batches = ids(['batch', 'lot'], 'batchId')
  const places = ids(['place'], 'placeId')
  const pairs = holds.filter(({ scope }) => scope === 'balance')
  return db`(false
    ${products.length > 0 ? db`or s.product_id = any(${products}::uuid[])` : db``}
    ${batches.length > 0 ? db`or s.batch_id = any(${batches}::uuid[])` : db``}
    ${places.length > 0 ? db`or s.place_id = any(${places}::uuid[])` : db``}
    ${
      pairs.length > 0
        ? db`or (s.batch_id, s.place_id) in (select * from unnest(${pairs.map((hold) => hold.batchId)}::uuid[], ${pairs.map((hold) => hold.placeId)}::uuid[]))`
        : db``
    })`
}

/** At most three days are "today" at once on earth, so this is a short sentence. */
function isPast(db: Db, days: readonly Today[]) {
  const [first, ...others] = groupBy(days, ({ day }) => day)
  const past = ([day, warehouses]: readonly [CalendarDate, readonly Today[]]) =>
    db`(b.expires_on < ${day} and p2.warehouse_id = any(${warehouses.map(({ warehouseId }) => warehouseId)}::uuid[]))`
  if (!first) return db`false`
  return db`coalesce(${others.reduce((either, one) => db`${either} or ${past(one)}`, past(first))}, false)`
}

/** In the zone of each warehouse, as `isPast`. */
function hasDaysLeft(db: Db, { daysLeftMin: min, daysLeftMax: max }: StockFilter, days: readonly Today[]) {
  if (min === null && max === null) return db``
  return db`and exists (
    select 1 from unnest(${days.map(({ warehouseId }) => warehouseId)}::uuid[], ${days.map(({ day }) => day)}::date[]) as t(warehouse_id, day)
    where t.warehouse_id = p2.warehouse_id
      and (${min}::int is null or b.expires_on - t.day >= ${min}::int) and (${max}::int is null or b.expires_on - t.day <= ${max}::int))`
}

type Known = Readonly<{ days: readonly Today[]; holds: readonly ActiveHold[] }>

/** All that a status is true of: what is held and expired as well is found as either. */
function ofStatus(db: Db, status: StockStatus | null, { days, holds }: Known) {
  if (status === null) return db``
  if (status === 'expired') return db`and ${isPast(db, days)}`
  if (status === 'unsellable_place') return db`and p2.kind <> 'storage'`
  if (status === 'held') return db`and ${isHeld(db, holds)}`
  return db`and ${isSellable(db, { days, holds })}`
}

const isSellable = (db: Db, { days, holds }: Known) =>
  db`p2.kind = 'storage' and not ${isPast(db, days)} and not ${isHeld(db, holds)}`

/** What is neither promised nor unsellable: expired, held or quarantined stock is on hand, but not available. */
const available = (db: Db, known: Known) =>
  db`case when ${isSellable(db, known)} then s.on_hand - s.reserved else 0 end`

/** Batches `b` that were called so, or with which one was merged that is. */
const hadCode = (db: Db, text: string) => db`b.id in (
  select n.batch_id from batches.known_as n where n.account_id = ${db.act.accountId} and strpos(lower(n.code), lower(${text})) > 0)`

/** Only keys, so that all of the present stock is sorted in little memory; names are read for the page alone. */
function found(db: Db, f: StockFilter, known: Known) {
  const productNamed = f.text !== null || f.category !== null || f.sort === 'sku'
  const warehouseNamed = f.text !== null || f.sort === 'warehouse'
  return db`
    select s.batch_id, s.place_id, s.product_id, s.on_hand, ${available(db, known)} as available, ${sortKey(db, f.grouped && f.sort === 'sku' ? 'expiresOn' : f.sort, known)} as sort_key,
      ${f.grouped ? sortKey(db, f.sort, known) : db`null`} as group_part
    from stock.balance s
    join batches.batch b on b.account_id = s.account_id and b.id = s.batch_id
    join places.place p2 on p2.account_id = s.account_id and p2.id = s.place_id
    ${productNamed ? db`join catalog.product p on p.account_id = s.account_id and p.id = s.product_id` : db``}
    ${warehouseNamed ? db`left join places.warehouse w on w.account_id = p2.account_id and w.id = p2.warehouse_id` : db``}
    where s.account_id = ${db.act.accountId} and b.account_id = ${db.act.accountId} and p2.account_id = ${db.act.accountId}
      ${f.productId ? db`and s.product_id = ${f.productId}` : db``}
      ${f.batchId ? db`and s.batch_id = ${f.batchId}` : db``}
      ${f.warehouseId ? db`and p2.warehouse_id = ${f.warehouseId}` : db``}
      ${f.category ? db`and p.category = ${f.category}` : db``}
      ${f.expiresFrom ? db`and b.expires_on >= ${f.expiresFrom}` : db``}
      ${f.expiresBefore ? db`and b.expires_on < ${f.expiresBefore}` : db``}
      ${
        f.text
          ? db`and (strpos(lower(b.code), lower(${f.text})) > 0 or ${hadCode(db, f.text)} or strpos(lower(p.sku), lower(${f.text})) > 0 or strpos(lower(p.name), lower(${f.text})) > 0
        or strpos(lower(p2.code), lower(${f.text})) > 0 or strpos(lower(coalesce(w.code, '')), lower(${f.text})) > 0)`
          : db``
      }
      ${hasDaysLeft(db, f, known.days)}
      ${ofStatus(db, f.status, known)}`
}

/** The sums are over all that the filter finds; not with a cursor. */
export type StockPage = Readonly<{
  rows: (StockRow & { sortKey: string | number })[]
  total: number | null
  onHand: number | null
  available: number | null
}>

/** One row more than the page, so that the caller knows whether there is another. */
export async function stockList(db: Db, f: StockFilter): Promise<StockPage> {
  const known = await knownNow(db)
  const { keys, sums } = await stockKeys(db, { ...f, found: found(db, f, known), after: afterKey(db, f) })
  const named = await namesOf(db, keys)
  const dayOf = new Map(known.days.map(({ warehouseId, day }) => [warehouseId, day] as const))
  const anyDay = known.days[0]?.day ?? dayIn('UTC', db.act.at)
  return {
    rows: named.map((row) => judged(row, dayOf.get(row.warehouseId ?? '') ?? anyDay, known.holds)),
    total: f.after ? null : (sums?.total ?? 0),
    onHand: f.after ? null : (sums?.sumOnHand ?? 0),
    available: f.after ? null : (sums?.sumAvailable ?? 0),
  }
}

/** The products of the grouped list. */
export const stockByProduct = async (db: Db, f: StockFilter): Promise<StockGroup[]> =>
  stockGroups(db, { ...f, found: found(db, { ...f, grouped: true }, await knownNow(db)) })

/** What a row is judged by: the day where it lies, and the holds in force. */
const knownNow = async (db: Db): Promise<Known> => ({
  days: await todays(db),
  holds: await activeHoldsEverywhere(db),
})

/** So many keys at once are joined by hash as well. */
const namedEachMax = 5000

async function namesOf(db: Db, keys: readonly StockKey[]): Promise<Row[]> {
  const [, rows] = await Promise.all([
    joinsEach(db, keys.length > namedEachMax ? 'off' : 'on'),
    db<(Row & { position: number })[]>`
      select page.position, s.batch_id, b.code as batch_code, s.product_id, p.sku, p.name as product_name, p.category, s.place_id, p2.code as place_code,
        p2.kind as place_kind, p2.pack_of, p2.bin_id, w.id as warehouse_id, w.code as warehouse_code, s.on_hand, s.reserved,
        b.produced_on, b.expires_on, b.first_received_on, s.last_moved_at
      from unnest(${keys.map(({ batchId }) => batchId)}::uuid[], ${keys.map(({ placeId }) => placeId)}::uuid[]) with ordinality as page(batch_id, place_id, position)
      join stock.balance s on s.account_id = ${db.act.accountId} and s.batch_id = page.batch_id and s.place_id = page.place_id
      join batches.batch b on b.account_id = s.account_id and b.id = s.batch_id
      join catalog.product p on p.account_id = s.account_id and p.id = s.product_id
      join places.place p2 on p2.account_id = s.account_id and p2.id = s.place_id
      left join places.warehouse w on w.account_id = p2.account_id and w.id = p2.warehouse_id
      order by page.position`,
  ])
  return rows.flatMap(({ position, ...row }) => {
    const key = keys[position - 1]
    return key ? [{ ...row, available: key.available, sortKey: key.sortKey }] : []
  })
}

function judged(row: Row, today: CalendarDate, holds: readonly ActiveHold[]) {
  const held = [...new Set(holds.filter((hold) => covers(hold, row)).map(({ number }) => number))]
  return {
    ...row,
    daysLeft: row.expiresOn === null ? null : daysLeft(row.expiresOn, today),
    status: statusOf(row, today, held),
    holds: held,
  }
}

function statusOf({ expiresOn, placeKind }: Row, today: CalendarDate, held: readonly string[]): StockStatus {
  if (isExpired(expiresOn, today)) return 'expired'
  if (held.length > 0) return 'held'
  return placeKind === 'storage' ? 'sellable' : 'unsellable_place'
}
