/**
 * server/modules/counts/store.ts — the SQL of counts and of what was found.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'

export const countKinds = ['bins', 'products', 'batches', 'class', 'random'] as const
export type CountRow = {
  id: string
  number: string
  warehouseId: string
  warehouseCode: string
  kind: (typeof countKinds)[number]
  class: 'A' | 'B' | 'C' | null
  classBy: 'units' | 'value' | null
  sample: number | null
  seed: number | null
  drawnFrom: number | null
  blind: boolean
  counter: string | null
  madeBy: string
  madeAt: Instant
  closedBy: string | null
  closedAt: Instant | null
  closeReason: string | null
}
export type CountFilter = Readonly<{
  ref: string | null
  id: string | null
  warehouseId: string | null
  state: 'open' | 'closed' | null
  before: string | null
  limit: number
}>

export const countList = (db: Db, f: CountFilter) => db<CountRow[]>`
  select c.id, c.number, c.warehouse_id, w.code as warehouse_code, c.kind, c.class, c.class_by, c.sample, c.seed, c.drawn_from, c.blind, c.counter,
    c.made_by, c.made_at, c.closed_by, c.closed_at, c.close_reason
  from counts.count c join places.warehouse w on w.account_id = c.account_id and w.id = c.warehouse_id
  where c.account_id = ${db.act.accountId}
    ${f.ref === null ? db`` : db`and c.number = ${f.ref}`}
    ${f.id === null ? db`` : db`and c.id = ${f.id}`}
    ${f.warehouseId === null ? db`` : db`and c.warehouse_id = ${f.warehouseId}`}
    ${f.state === null ? db`` : f.state === 'open' ? db`and c.closed_at is null` : db`and c.closed_at is not null`}
    ${f.before === null ? db`` : db`and c.id < ${f.before}`}
  order by c.id desc limit ${f.limit}`

export const insertCount = (tx: Tx, c: CountRow) => tx`
  insert into counts.count (account_id, id, number, warehouse_id, kind, class, class_by, sample, seed, drawn_from, blind, counter, made_by, made_at)
  values (${tx.act.accountId}, ${c.id}, ${c.number}, ${c.warehouseId}, ${c.kind}, ${c.class}, ${c.classBy}, ${c.sample}, ${c.seed}, ${c.drawnFrom},
    ${c.blind}, ${c.counter}, ${c.madeBy}, ${c.madeAt})`

export type Subject = Readonly<{ productId: string; batchId: string | null }>

export const insertSubjects = (tx: Tx, countId: string, subjects: readonly Subject[]) => tx`
  insert into counts.subject (account_id, id, count_id, product_id, batch_id)
  select ${tx.act.accountId}, s.id, ${countId}, s.product, s.batch
  from unnest(${subjects.map(() => newId())}::uuid[], ${subjects.map((s) => s.productId)}::uuid[], ${subjects.map((s) => s.batchId)}::uuid[])
    as s(id, product, batch)`

export const subjectsOf = (db: Db, countId: string) => db<(Subject & { sku: string; batchCode: string | null })[]>`
  select s.product_id, s.batch_id, p.sku, b.code as batch_code
  from counts.subject s
  join catalog.product p on p.account_id = s.account_id and p.id = s.product_id
  left join batches.batch b on b.account_id = s.account_id and b.id = s.batch_id
  where s.account_id = ${db.act.accountId} and s.count_id = ${countId} order by p.sku, b.code`

export const insertTasks = (tx: Tx, countId: string, placeIds: readonly string[]) => tx`
  insert into counts.task (account_id, id, count_id, place_id)
  select ${tx.act.accountId}, t.id, ${countId}, t.place
  from unnest(${placeIds.map(() => newId())}::uuid[], ${placeIds as string[]}::uuid[]) as t(id, place)`

export type TaskRow = {
  id: string
  placeId: string
  placeCode: string
  packOf: number | null
  round: number // of its last tally; 0 where there is none
  tallyId: string | null
  countedAt: Instant | null
  countedBy: string | null
  countedById: string | null
  recountReason: string | null // where it is to be counted again
}

/** Bin by bin, each with its last round. */
export const tasksOf = (db: Db, countId: string) => db<TaskRow[]>`
  select t.id, t.place_id, p.code as place_code, p.pack_of, coalesce(y.round, 0) as round, y.id as tally_id, y.counted_at, y.counted_by, y.counted_by_id,
    r.reason as recount_reason
  from counts.task t
  join places.place p on p.account_id = t.account_id and p.id = t.place_id
  left join lateral (
    select * from counts.tally y where y.account_id = t.account_id and y.task_id = t.id order by y.round desc limit 1) y on true
  left join counts.recount r on r.account_id = t.account_id and r.task_id = t.id and r.after = y.round
  where t.account_id = ${db.act.accountId} and t.count_id = ${countId}
  order by p.code, p.id`

export type Progress = {
  countId: string
  bins: number
  counted: number // and not to be counted again
  differing: number // lines of the last rounds
  open: number // of these, not booked
  ownTallies: number // of whoever asks
}

export const progressOf = (db: Db, countIds: readonly string[]) => db<Progress[]>`
  select t.count_id, count(*)::int as bins, (count(*) filter (where y.id is not null and r.id is null))::int as counted,
    coalesce(sum(d.differing), 0)::int as differing, coalesce(sum(d.open), 0)::int as open,
    (select count(*) from counts.tally o
      where o.account_id = ${db.act.accountId} and o.count_id = t.count_id and o.counted_by_id = ${db.act.actorId}::uuid)::int as own_tallies
  from counts.task t
  left join lateral (
    select y.id, y.round from counts.tally y where y.account_id = t.account_id and y.task_id = t.id order by y.round desc limit 1) y on true
  left join counts.recount r on r.account_id = t.account_id and r.task_id = t.id and r.after = y.round
  left join lateral (
    select count(*) as differing, count(*) filter (where coalesce(k.line_id, i.line_id) is null) as open
    from counts.tally_line l
    left join counts.booking k on k.account_id = l.account_id and k.line_id = l.id
    left join counts.identification i on i.account_id = l.account_id and i.line_id = l.id
    where l.account_id = t.account_id and l.tally_id = y.id and l.found <> l.expected) d on true
  where t.account_id = ${db.act.accountId} and t.count_id = any(${countIds as string[]}::uuid[])
  group by t.count_id`

/** Whoever writes a tally, books or closes, one after another. Taken after the products. */
export const lockCount = (tx: Tx, id: string) => tx<{ closedAt: Instant | null }[]>`
  select closed_at from counts.count where account_id = ${tx.act.accountId} and id = ${id} for no key update`

export const markClosed = (tx: Tx, id: string, reason: string | null) => tx`
  update counts.count set closed_by = ${tx.act.actorName}, closed_at = ${tx.act.at}, close_reason = ${reason}
  where account_id = ${tx.act.accountId} and id = ${id}`

export type NewTally = Readonly<{ id: string; countId: string; taskId: string; round: number }>

export const insertTallies = (tx: Tx, rows: readonly NewTally[]) => tx`
  insert into counts.tally (account_id, id, count_id, task_id, round, counted_at, counted_by, counted_by_id)
  select ${tx.act.accountId}, t.id, t.count, t.task, t.round, ${tx.act.at}, ${tx.act.actorName}, ${tx.act.actorId}::uuid
  from unnest(${rows.map((t) => t.id)}::uuid[], ${rows.map((t) => t.countId)}::uuid[], ${rows.map((t) => t.taskId)}::uuid[],
    ${rows.map((t) => t.round)}::int[]) as t(id, count, task, round)`

export type NewLine = Readonly<{
  tallyId: string
  productId: string
  batchId: string | null
  batchRead: string
  expiresOn: CalendarDate | null
  dateSource: 'scanned' | 'typed' | null
  found: number
  expected: number
  /** Of the difference, what is none: goods without batch, found under the batch on their label. */
  identifies: number
  serials: readonly string[]
  note: string | null
}>

/** Serials travel as text, for arrays of arrays must be even. */
export const insertLines = (tx: Tx, rows: readonly NewLine[]) => tx`
  insert into counts.tally_line (account_id, id, tally_id, product_id, batch_id, batch_read, expires_on, date_source, found, expected, identifies, serials, note)
  select ${tx.act.accountId}, l.id, l.tally, l.product, l.batch, l.read, l.expires, l.source, l.found, l.expected, l.identifies,
    case when l.serials is not null then array(select jsonb_array_elements_text(l.serials::jsonb)) end, l.note
  from unnest(${rows.map(() => newId())}::uuid[], ${rows.map((l) => l.tallyId)}::uuid[], ${rows.map((l) => l.productId)}::uuid[],
    ${rows.map((l) => l.batchId)}::uuid[], ${rows.map((l) => l.batchRead)}::text[], ${rows.map((l) => l.expiresOn)}::date[],
    ${rows.map((l) => l.dateSource)}::text[], ${rows.map((l) => l.found)}::bigint[], ${rows.map((l) => l.expected)}::bigint[],
    ${rows.map((l) => l.identifies)}::bigint[],
    ${rows.map((l) => (l.serials.length > 0 ? JSON.stringify(l.serials) : null))}::text[], ${rows.map((l) => l.note)}::text[])
    as l(id, tally, product, batch, read, expires, source, found, expected, identifies, serials, note)`

export const insertRecounts = (
  tx: Tx,
  rows: readonly Readonly<{ taskId: string; after: number }>[],
  reason: string,
) => tx`
  insert into counts.recount (account_id, id, task_id, after, reason, asked_by, asked_at)
  select ${tx.act.accountId}, r.id, r.task, r.after, ${reason}, ${tx.act.actorName}, ${tx.act.at}
  from unnest(${rows.map(() => newId())}::uuid[], ${rows.map((r) => r.taskId)}::uuid[], ${rows.map((r) => r.after)}::int[]) as r(id, task, after)
  on conflict (account_id, task_id, after) do nothing`

export type NewBooking = Readonly<{
  lineId: string
  moveId: string
  batchId: string
  quantity: number
  value: number | null
}>

export const insertBookings = (tx: Tx, rows: readonly NewBooking[]) => tx`
  insert into counts.booking (account_id, line_id, move_id, batch_id, quantity, value, booked_by, booked_by_id, booked_at)
  select ${tx.act.accountId}, b.line, b.move, b.batch, b.quantity, b.value, ${tx.act.actorName}, ${tx.act.actorId}::uuid, ${tx.act.at}
  from unnest(${rows.map((b) => b.lineId)}::uuid[], ${rows.map((b) => b.moveId)}::uuid[], ${rows.map((b) => b.batchId)}::uuid[],
    ${rows.map((b) => b.quantity)}::bigint[], ${rows.map((b) => b.value)}::bigint[]) as b(line, move, batch, quantity, value)`

/** Of a line that identifies: how many were identified when it was booked, fewer where some had left meanwhile. */
export const insertIdentifications = (tx: Tx, rows: readonly Readonly<{ lineId: string; quantity: number }>[]) => tx`
  insert into counts.identification (account_id, line_id, quantity, booked_by, booked_by_id, booked_at)
  select ${tx.act.accountId}, i.line, i.quantity, ${tx.act.actorName}, ${tx.act.actorId}::uuid, ${tx.act.at}
  from unnest(${rows.map((i) => i.lineId)}::uuid[], ${rows.map((i) => i.quantity)}::bigint[]) as i(line, quantity)`
