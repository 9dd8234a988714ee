/**
 * server/modules/redating/store.ts — the SQL of what was opened, frozen and thawed, and of the rules by which.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { RedatingKind } from '#domain/redating.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'

export type RuleRow = {
  id: string
  productId: string
  sku: string
  productName: string
  version: number
  openedCount: number | null
  openedUnit: 'days' | 'months' | null
  frozenDays: number | null
  thawedDays: number | null
  refreezes: boolean
  says: string
  madeBy: string
  madeAt: Instant
}

const ruleColumns = (
  db: Db,
) => db`r.id, r.product_id, p.sku, p.name as product_name, r.version, r.opened_count, r.opened_unit, r.frozen_days,
  r.thawed_days, r.refreezes, r.says, r.made_by, r.made_at`

/** Every version of a product, newest first; of all products the one that stands. */
export const ruleList = (db: Db, productId: string | null) => db<RuleRow[]>`
  select ${ruleColumns(db)} from redating.rule r join catalog.product p on p.account_id = r.account_id and p.id = r.product_id
  where r.account_id = ${db.act.accountId} ${
    productId === null
      ? db`and r.version = (select max(version) from redating.rule n where n.account_id = r.account_id and n.product_id = r.product_id)`
      : db`and r.product_id = ${productId}`
  }
  order by p.sku, r.version desc`

export const ruleById = (db: Db, id: string) => db<RuleRow[]>`
  select ${ruleColumns(db)} from redating.rule r join catalog.product p on p.account_id = r.account_id and p.id = r.product_id
  where r.account_id = ${db.act.accountId} and r.id = ${id}`

export const insertRule = (tx: Tx, r: Omit<RuleRow, 'sku' | 'productName' | 'madeBy' | 'madeAt'>) => tx`
  insert into redating.rule (account_id, id, product_id, version, opened_count, opened_unit, frozen_days, thawed_days, refreezes, says, made_by, made_at)
  values (${tx.act.accountId}, ${r.id}, ${r.productId}, ${r.version}, ${r.openedCount}, ${r.openedUnit}, ${r.frozenDays}, ${r.thawedDays},
    ${r.refreezes}, ${r.says}, ${tx.act.actorName}, ${tx.act.at})`

export type RedatingRow = {
  id: string
  kind: RedatingKind
  batchId: string
  childId: string
  ruleId: string
  warehouseId: string
  quantity: number
  onDay: CalendarDate
  keptAt: string | null
  note: string | null
}

export const insertRedating = (tx: Tx, r: RedatingRow) => tx`
  insert into redating.redating (account_id, id, kind, batch_id, child_id, rule_id, warehouse_id, quantity, on_day, kept_at, note, made_by, made_at)
  values (${tx.act.accountId}, ${r.id}, ${r.kind}, ${r.batchId}, ${r.childId}, ${r.ruleId}, ${r.warehouseId}, ${r.quantity}, ${r.onDay},
    ${r.keptAt}, ${r.note}, ${tx.act.actorName}, ${tx.act.at})`

/** On which day the units of this batch were opened, frozen or thawed, if they were. */
export async function dayOfMaking(tx: Tx, childId: string): Promise<CalendarDate | null> {
  const [row] = await tx<{ onDay: CalendarDate }[]>`
    select on_day from redating.redating where account_id = ${tx.act.accountId} and child_id = ${childId} order by on_day limit 1`
  return row?.onDay ?? null
}

export const markUndone = (tx: Tx, id: string, reason: string) => tx`
  update redating.redating set undone_by = ${tx.act.actorName}, undone_at = ${tx.act.at}, undo_reason = ${reason}
  where account_id = ${tx.act.accountId} and id = ${id}`

export type RedatingView = RedatingRow & {
  batchCode: string
  batchExpiresOn: CalendarDate | null
  childCode: string
  expiresOn: CalendarDate | null
  productId: string
  sku: string
  productName: string
  warehouseCode: string
  timeZone: string
  ruleVersion: number
  ruleSays: string
  says: string | null // how its last day was reckoned
  madeBy: string
  madeAt: Instant
  undoneBy: string | null
  undoneAt: Instant | null
  undoReason: string | null
  left: number
  opened: number // of it, in the place of opened units
  reserved: number
}

export type RedatingFilter = Readonly<{
  id: string | null
  kind: RedatingKind | null
  state: 'here' | 'past' | 'gone' | null
  /** The day it is in each warehouse; for the state `past`. */
  days: readonly Readonly<{ warehouseId: string; day: CalendarDate }>[]
  /** That was redated, or that it became. */
  batchId: string | null
  productId: string | null
  before: string | null
  limit: number
}>

export const noFilter: RedatingFilter = {
  id: null,
  kind: null,
  state: null,
  days: [],
  batchId: null,
  productId: null,
  before: null,
  limit: 1,
}

const dayThere = (db: Db, { days }: RedatingFilter) => db`(
  select d.day from unnest(${days.map((d) => d.warehouseId)}::uuid[], ${days.map((d) => d.day)}::date[]) as d(warehouse, day) where d.warehouse = r.warehouse_id)`

/** Newest first. */
export const redatingList = (db: Db, f: RedatingFilter) => db<RedatingView[]>`
  select r.id, r.kind, r.batch_id, r.child_id, r.rule_id, r.warehouse_id, r.quantity, r.on_day, r.kept_at, r.note, r.made_by, r.made_at,
    r.undone_by, r.undone_at, r.undo_reason, b.code as batch_code, b.expires_on as batch_expires_on, c.code as child_code, c.expires_on,
    c.product_id, p.sku, p.name as product_name, w.code as warehouse_code, w.time_zone, u.version as rule_version, u.says as rule_says,
    d.explanation as says, s.left, s.opened, s.reserved
  from redating.redating r
  join batches.batch b on b.account_id = r.account_id and b.id = r.batch_id
  join batches.batch c on c.account_id = r.account_id and c.id = r.child_id
  join catalog.product p on p.account_id = c.account_id and p.id = c.product_id
  join places.warehouse w on w.account_id = r.account_id and w.id = r.warehouse_id
  join redating.rule u on u.account_id = r.account_id and u.id = r.rule_id
  left join lateral (
    select d.explanation from batches.batch_date d
    where d.account_id = r.account_id and d.batch_id = r.child_id and d.source = 'computed' order by d.id desc limit 1) d on true
  cross join lateral (
    select coalesce(sum(s.on_hand), 0)::bigint as left, coalesce(sum(s.on_hand) filter (where t.kind = 'opened'), 0)::bigint as opened,
      coalesce(sum(s.reserved), 0)::bigint as reserved
    from stock.balance s join places.place t on t.account_id = s.account_id and t.id = s.place_id
    where s.account_id = r.account_id and s.batch_id = r.child_id) s
  where r.account_id = ${db.act.accountId}
    ${f.id === null ? db`` : db`and r.id = ${f.id}`}
    ${f.kind === null ? db`` : db`and r.kind = ${f.kind}`}
    ${f.batchId === null ? db`` : db`and ${f.batchId} in (r.batch_id, r.child_id)`}
    ${f.productId === null ? db`` : db`and c.product_id = ${f.productId}`}
    ${f.state === null ? db`` : f.state === 'gone' ? db`and s.left = 0` : db`and s.left > 0`}
    ${f.state === 'past' ? db`and c.expires_on < ${dayThere(db, f)}` : db``}
    ${f.before === null ? db`` : db`and r.id < ${f.before}`}
  order by r.id desc limit ${f.limit}`

/** Of a batch at a place, what is promised to nobody. */
export async function freeAt(db: Db, batchId: string, placeId: string): Promise<number> {
  const [row] = await db<{ free: number }[]>`
    select on_hand - reserved as free from stock.balance where account_id = ${db.act.accountId} and batch_id = ${batchId} and place_id = ${placeId}`
  return row?.free ?? 0
}
