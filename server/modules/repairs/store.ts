/**
 * server/modules/repairs/store.ts — the SQL of repairs.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { RepairKind } from '#domain/repairs.ts'
import type { DateKind } from '#domain/shelf-life.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'

export type NewRepair = {
  id: string
  number: string
  kind: RepairKind
  productId: string
  batchId: string
  otherId: string | null
  receivedBefore: CalendarDate | null
  codeBefore: string | null
  codeAfter: string | null
  dateId: string | null
  dateBefore: CalendarDate | null
  reason: string
}
export type RepairView = NewRepair & {
  sku: string
  productName: string
  batchCode: string
  otherCode: string | null
  dateKind: DateKind | null
  dateAfter: CalendarDate | null
  parts: { batchId: string; batchCode: string; quantity: number }[]
  quantity: number
  madeBy: string
  madeAt: Instant
  undoneBy: string | null
  undoneAt: Instant | null
  undoReason: string | null
}

export const insertRepair = (tx: Tx, r: NewRepair) => tx`
  insert into repairs.repair (account_id, id, number, kind, product_id, batch_id, other_id, received_before, code_before, code_after, date_id, date_before,
    reason, made_by, made_at)
  values (${tx.act.accountId}, ${r.id}, ${r.number}, ${r.kind}, ${r.productId}, ${r.batchId}, ${r.otherId}, ${r.receivedBefore}, ${r.codeBefore},
    ${r.codeAfter}, ${r.dateId}, ${r.dateBefore}, ${r.reason}, ${tx.act.actorName}, ${tx.act.at})`

export const markUndone = (tx: Tx, id: string, reason: string) => tx`
  update repairs.repair set undone_by = ${tx.act.actorName}, undone_at = ${tx.act.at}, undo_reason = ${reason}
  where account_id = ${tx.act.accountId} and id = ${id}`

/** The merge that made this batch another one, while it stands. */
export const liveMergeOf = (db: Db, batchId: string) => db<{ id: string; number: string; otherId: string }[]>`
  select id, number, other_id from repairs.repair
  where account_id = ${db.act.accountId} and batch_id = ${batchId} and kind = 'merge' and undone_at is null`

export type RepairFilter = Readonly<{
  ref: { id: string } | { number: string } | null
  /** That was repaired, that it was merged into, or that was split off. */
  batchId: string | null
  kind: RepairKind | null
  productId: string | null
  before: string | null
  limit: number
}>

export const noFilter: RepairFilter = { ref: null, batchId: null, kind: null, productId: null, before: null, limit: 1 }

/** Newest first. Which units became what is read from the moves under the repair; those that took it back are of the batches as they were. */
export const repairList = (db: Db, f: RepairFilter) => db<RepairView[]>`
  select r.id, r.number, r.kind, r.product_id, r.batch_id, r.other_id, r.received_before, r.code_before, r.code_after, r.date_id, r.date_before, r.reason,
    r.made_by, r.made_at, r.undone_by, r.undone_at, r.undo_reason, p.sku, p.name as product_name, b.code as batch_code, o.code as other_code,
    d.kind as date_kind, d.on_date as date_after, coalesce(made.parts, '[]') as parts, coalesce(made.quantity, 0)::bigint as quantity
  from repairs.repair r
  join catalog.product p on p.account_id = r.account_id and p.id = r.product_id
  join batches.batch b on b.account_id = r.account_id and b.id = r.batch_id
  left join batches.batch o on o.account_id = r.account_id and o.id = r.other_id
  left join batches.batch_date d on d.account_id = r.account_id and d.id = r.date_id
  left join lateral (
    select jsonb_agg(jsonb_build_object('batchId', c.id, 'batchCode', c.code, 'quantity', m.quantity) order by c.code) as parts, sum(m.quantity) as quantity
    from (select batch_id, sum(quantity) as quantity from stock.move
      where account_id = r.account_id and document_id = r.id and reason = 'make' and batch_id <> r.batch_id group by batch_id) m
    join batches.batch c on c.account_id = r.account_id and c.id = m.batch_id) made on true
  where r.account_id = ${db.act.accountId}
    ${f.ref === null ? db`` : 'id' in f.ref ? db`and r.id = ${f.ref.id}` : db`and r.number = ${f.ref.number}`}
    ${f.kind === null ? db`` : db`and r.kind = ${f.kind}`}
    ${f.productId === null ? db`` : db`and r.product_id = ${f.productId}`}
    ${
      f.batchId === null
        ? db``
        : db`and (r.batch_id = ${f.batchId} or r.other_id = ${f.batchId} or r.id in (
      select document_id from stock.move where account_id = ${db.act.accountId} and batch_id = ${f.batchId} and document_kind = 'repair'))`
    }
    ${f.before === null ? db`` : db`and r.id < ${f.before}`}
  order by r.id desc limit ${f.limit}`
