/**
 * server/modules/returns/inspection-store.ts — the SQL of what was looked at, what was decided, and of units without a label.
 */

import type { CalendarDate } from '#domain/calendar-date.ts'
import type { DecisionKind, OpenStanding } from '#domain/inspected.ts'
import type { PlaceKind } from '#domain/ledger.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { netMoves } from '../stock/index.ts'

export type UnlabelledRow = {
  id: string
  returnId: string
  lineId: string
  productId: string
  placeId: string
  placeCode: string
  warehouseId: string
  warehouseCode: string
  /** Those of which the batch is still not known, whether they lie here or were destroyed. */
  quantity: number
  candidates: string[]
  candidateCodes: string[]
  orderNumber: string | null
  customerId: string | null
  note: string | null
  receivedAt: Instant
}

type UnlabelledOf =
  | { productIds: readonly string[] }
  | { batchIds: readonly string[] }
  | { returnIds: readonly string[] }

function ofWhat(db: Db, of: UnlabelledOf) {
  if ('productIds' in of) return db`u.product_id = any(${of.productIds as string[]}::uuid[])`
  if ('returnIds' in of) return db`u.return_id = any(${of.returnIds as string[]}::uuid[])`
  return db`u.product_id in (select product_id from batches.batch where account_id = ${db.act.accountId} and id = any(${of.batchIds as string[]}::uuid[]))
    and u.candidates && ${of.batchIds as string[]}::uuid[]`
}

export const unlabelledRows = (db: Db, of: UnlabelledOf) => unlabelledThen(db, of, null)

/** As it was known at a moment: what had come by then, less what was found out of it by then. */
export const unlabelledThen = (db: Db, of: UnlabelledOf, knownOn: Instant | null) => db<UnlabelledRow[]>`
  select u.id, u.return_id, u.line_id, u.product_id, u.place_id, p.code as place_code, p.warehouse_id, w.code as warehouse_code,
    u.quantity - coalesce(r.quantity, 0) as quantity, u.candidates, ret.order_number, ret.customer_id, u.note, u.received_at,
    array(select b.code from batches.batch b where b.account_id = u.account_id and b.id = any(u.candidates)
      order by array_position(u.candidates, b.id)) as candidate_codes
  from returns.unlabelled u
  join returns.announced_return ret on ret.account_id = u.account_id and ret.id = u.return_id
  join places.place p on p.account_id = u.account_id and p.id = u.place_id
  join places.warehouse w on w.account_id = p.account_id and w.id = p.warehouse_id
  left join lateral (
    select sum(r.quantity)::bigint as quantity from returns.resolution r
    where r.account_id = u.account_id and r.unlabelled_id = u.id ${knownOn === null ? db`` : db`and r.resolved_at <= ${knownOn}`}
      and (r.kind = 'withdrawn' or exists (
        select from ${netMoves(db, knownOn)} m where m.account_id = r.account_id and m.id = r.move_id))) r on true
  where u.account_id = ${db.act.accountId} and ${ofWhat(db, of)} and u.quantity > coalesce(r.quantity, 0)
    ${knownOn === null ? db`` : db`and greatest(ret.recorded_at, u.received_at) <= ${knownOn}`}
  order by u.id`

export type NewUnlabelled = Readonly<{
  id: string
  returnId: string
  lineId: string
  productId: string
  placeId: string
  quantity: number
  candidates: readonly string[]
  note: string | null
}>

export const insertUnlabelled = (tx: Tx, u: NewUnlabelled, receivedAt: Instant) => tx`
  insert into returns.unlabelled (account_id, id, return_id, line_id, product_id, place_id, quantity, candidates, note, received_by, received_at)
  values (${tx.act.accountId}, ${u.id}, ${u.returnId}, ${u.lineId}, ${u.productId}, ${u.placeId}, ${u.quantity},
    ${u.candidates as string[]}::uuid[], ${u.note}, ${tx.act.actorName}, ${receivedAt})`

export type NewResolution = Readonly<{
  id: string
  unlabelledId: string
  kind: 'identified' | 'withdrawn'
  quantity: number
  batchId: string | null
  moveId: string | null
  reason: string
}>

export const insertResolution = (tx: Tx, r: NewResolution) => tx`
  insert into returns.resolution (account_id, id, unlabelled_id, kind, quantity, batch_id, move_id, reason, resolved_by, resolved_at)
  values (${tx.act.accountId}, ${r.id}, ${r.unlabelledId}, ${r.kind}, ${r.quantity}, ${r.batchId}, ${r.moveId}, ${r.reason},
    ${tx.act.actorName}, ${tx.act.at})`

export type CameToLook = {
  returnId: string
  lineId: string
  batchId: string
  batchCode: string
  expiresOn: CalendarDate | null
  placeId: string
  placeCode: string
  placeKind: PlaceKind
  warehouseId: string
  warehouseCode: string
  quantity: number
}

/** What came to where it is looked at first; what was put straight into a bin was decided by whoever took it in. */
export const cameToLook = (db: Db, returnIds: readonly string[]) => db<CameToLook[]>`
  select m.document_id as return_id, m.document_line_id as line_id, m.batch_id, b.code as batch_code, b.expires_on, p.id as place_id, p.code as place_code,
    p.kind as place_kind, w.id as warehouse_id, w.code as warehouse_code, sum(m.quantity)::bigint as quantity
  from stock.net_move m
  join batches.batch b on b.account_id = m.account_id and b.id = m.batch_id
  join places.place p on p.account_id = m.account_id and p.id = m.to_place_id and p.kind <> 'storage'
  join places.warehouse w on w.account_id = p.account_id and w.id = p.warehouse_id
  where m.account_id = ${db.act.accountId} and m.document_id = any(${returnIds as string[]}::uuid[]) and m.reason = 'return'
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 order by 2, b.expires_on nulls last, b.code, p.code`

export type DecisionRow = {
  id: string
  inspectionId: string
  returnId: string
  lineId: string
  productId: string
  batchId: string | null
  unlabelledId: string | null
  was: OpenStanding
  becomes: DecisionKind
  quantity: number
  placeId: string
  placeCode: string
  moveId: string | null
  disposalId: string | null
  disposalNumber: string | null
  destroyed: boolean
  reason: string | null
  decidedBy: string
  decidedAt: Instant
  undoneBy: string | null
  undoneAt: Instant | null
  undoReason: string | null
  /** Not taken back, neither here nor by a reversal of its move, nor with its disposal. */
  stands: boolean
}

const decisionRows = (db: Db) => db`
  select d.id, d.inspection_id, i.return_id, i.line_id, l.product_id, i.batch_id, i.unlabelled_id, d.was, d.becomes, d.quantity, d.place_id,
    p.code as place_code, d.move_id, d.disposal_id, ds.number as disposal_number, ds.destroyed_at is not null and ds.reversed_at is null as destroyed,
    d.reason, d.decided_by, d.decided_at, d.undone_by, d.undone_at, d.undo_reason,
    d.undone_at is null and ds.cancelled_at is null and ds.reversed_at is null
      and (d.move_id is null or exists (select from stock.net_move m where m.account_id = d.account_id and m.id = d.move_id)) as stands
  from returns.inspection i
  join returns.decision d on d.account_id = i.account_id and d.inspection_id = i.id
  join returns.announced_line l on l.account_id = i.account_id and l.id = i.line_id
  join places.place p on p.account_id = d.account_id and p.id = d.place_id
  left join disposals.disposal ds on ds.account_id = d.account_id and ds.id = d.disposal_id`

export const decisionsOf = (db: Db, returnIds: readonly string[]) => db<DecisionRow[]>`
  ${decisionRows(db)} where i.account_id = ${db.act.accountId} and i.return_id = any(${returnIds as string[]}::uuid[]) order by d.id`

export const decisionById = (db: Db, id: string) => db<DecisionRow[]>`
  ${decisionRows(db)} where d.account_id = ${db.act.accountId} and d.id = ${id}`

export type InspectionRow = {
  id: string
  returnId: string
  lineId: string
  batchId: string | null
  unlabelledId: string | null
  quantity: number
  note: string | null
  inspectedBy: string
  inspectedAt: Instant
}

export const inspectionsOf = (db: Db, returnIds: readonly string[]) => db<InspectionRow[]>`
  select id, return_id, line_id, batch_id, unlabelled_id, quantity, note, inspected_by, inspected_at from returns.inspection
  where account_id = ${db.act.accountId} and return_id = any(${returnIds as string[]}::uuid[]) order by id`

export const insertInspection = (tx: Tx, i: InspectionRow) => tx`
  insert into returns.inspection (account_id, id, return_id, line_id, batch_id, unlabelled_id, quantity, note, inspected_by, inspected_at)
  values (${tx.act.accountId}, ${i.id}, ${i.returnId}, ${i.lineId}, ${i.batchId}, ${i.unlabelledId}, ${i.quantity}, ${i.note},
    ${i.inspectedBy}, ${i.inspectedAt})`

export const checkResults = ['pass', 'fail', 'not_looked_at'] as const
export type Check = Readonly<{ name: string; result: (typeof checkResults)[number]; note?: string | null }>

export const insertChecks = (tx: Tx, inspectionId: string, checks: readonly Check[]) => tx`
  insert into returns.checked (account_id, inspection_id, position, name, result, note)
  select ${tx.act.accountId}, ${inspectionId}, c.position, c.name, c.result, c.note
  from unnest(${checks.map((_, at) => at + 1)}::int[], ${checks.map(({ name }) => name)}::text[], ${checks.map(({ result }) => result)}::text[],
    ${checks.map(({ note }) => note ?? null)}::text[]) as c(position, name, result, note)`

export const insertPhotos = (tx: Tx, inspectionId: string, fileIds: readonly string[]) => tx`
  insert into returns.photo (account_id, inspection_id, file_id)
  select ${tx.act.accountId}, ${inspectionId}, f.id from unnest(${[...new Set(fileIds)]}::uuid[]) as f(id)`

export const checksOf = (db: Db, inspectionIds: readonly string[]) => db<
  { inspectionId: string; name: string; result: Check['result']; note: string | null }[]
>`
  select inspection_id, name, result, note from returns.checked
  where account_id = ${db.act.accountId} and inspection_id = any(${inspectionIds as string[]}::uuid[]) order by inspection_id, position`

export const photosOf = (db: Db, inspectionIds: readonly string[]) => db<{ inspectionId: string; fileId: string }[]>`
  select inspection_id, file_id from returns.photo
  where account_id = ${db.act.accountId} and inspection_id = any(${inspectionIds as string[]}::uuid[]) order by inspection_id, file_id`

export type NewDecision = Pick<DecisionRow, 'id' | 'inspectionId' | 'was' | 'becomes' | 'quantity' | 'placeId'> &
  Pick<DecisionRow, 'moveId' | 'disposalId' | 'reason'>

export const insertDecisions = (tx: Tx, rows: readonly NewDecision[]) => tx`
  insert into returns.decision (account_id, id, inspection_id, was, becomes, quantity, place_id, move_id, disposal_id, reason, decided_by, decided_at)
  select ${tx.act.accountId}, d.id, d.inspection, d.was, d.becomes, d.quantity, d.place, d.move, d.disposal, d.reason, ${tx.act.actorName}, ${tx.act.at}
  from unnest(${rows.map((d) => d.id)}::uuid[], ${rows.map((d) => d.inspectionId)}::uuid[], ${rows.map((d) => d.was)}::text[],
    ${rows.map((d) => d.becomes)}::text[], ${rows.map((d) => d.quantity)}::bigint[], ${rows.map((d) => d.placeId)}::uuid[],
    ${rows.map((d) => d.moveId)}::uuid[], ${rows.map((d) => d.disposalId)}::uuid[], ${rows.map((d) => d.reason)}::text[])
    as d(id, inspection, was, becomes, quantity, place, move, disposal, reason)`

export const markUndone = (tx: Tx, id: string, reason: string) => tx`
  update returns.decision set undone_by = ${tx.act.actorName}, undone_at = ${tx.act.at}, undo_reason = ${reason}
  where account_id = ${tx.act.accountId} and id = ${id}`

export const checklists = (db: Db) => db<{ category: string; checks: string[] }[]>`
  select category, checks from returns.checklist where account_id = ${db.act.accountId} order by category`

export const keepChecklist = (tx: Tx, category: string, checks: readonly string[]) => tx`
  insert into returns.checklist (account_id, category, checks) values (${tx.act.accountId}, ${category}, ${checks as string[]})
  on conflict (account_id, category) do update set checks = excluded.checks`
