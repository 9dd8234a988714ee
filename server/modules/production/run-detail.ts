/**
 * server/modules/production/run-detail.ts — runs as people read them.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { groupBy } from '#domain/group-by.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import type { RunKind, RunLineRow, RunRow } from './store.ts'

export type RunView = RunRow & {
  warehouseCode: string
  madeBy: string
  madeAt: Instant
  undoneBy: string | null
  undoneAt: Instant | null
  undoReason: string | null
  used: string[] // products, by their SKU
  made: string[]
}
export type RunLineView = RunLineRow & {
  sku: string
  productName: string
  baseUnit: 'each' | 'gram' | 'millilitre'
  batchCode: string
  expiresOn: CalendarDate | null
  placeCode: string
  serials: string[]
}
export type RunFilter = Readonly<{
  ids: readonly string[] | null
  number: string | null
  kind: RunKind | null
  warehouseId: string | null
  productId: string | null
  batchId: string | null
  text: string | null
  after: string | null
  limit: number
}>

const skus = (db: Db, side: 'in' | 'out') => db`array(
  select distinct p.sku from production.run_line l join catalog.product p on p.account_id = l.account_id and p.id = l.product_id
  where l.account_id = r.account_id and l.run_id = r.id and l.side = ${side} order by p.sku)`

const naming = (db: Db, column: 'product_id' | 'batch_id', id: string) =>
  db`and r.id in (select run_id from production.run_line where account_id = ${db.act.accountId} and ${db(column)} = ${id})`

/** In its number, reference or note, or in the code of a batch or the SKU of a product that it used or made. */
const says = (
  db: Db,
  text: string,
) => db`and (strpos(lower(r.number), lower(${text})) > 0 or strpos(lower(r.reference), lower(${text})) > 0
  or strpos(lower(r.note), lower(${text})) > 0 or exists (
    select from production.run_line l join batches.batch b on b.account_id = l.account_id and b.id = l.batch_id
    join catalog.product p on p.account_id = l.account_id and p.id = l.product_id
    where l.account_id = r.account_id and l.run_id = r.id
      and (strpos(lower(b.code), lower(${text})) > 0 or strpos(lower(p.sku), lower(${text})) > 0)))`

/** Newest first. */
export const runList = (db: Db, f: RunFilter) => db<RunView[]>`
  select r.id, r.number, r.kind, r.warehouse_id, w.code as warehouse_code, r.happened_at, r.reference, r.note, r.reason, r.waste_reason, r.made_by, r.made_at,
    r.undone_by, r.undone_at, r.undo_reason, ${skus(db, 'in')} as used, ${skus(db, 'out')} as made
  from production.run r join places.warehouse w on w.account_id = r.account_id and w.id = r.warehouse_id
  where r.account_id = ${db.act.accountId}
    ${f.ids ? db`and r.id = any(${f.ids as string[]}::uuid[])` : db``}
    ${f.number ? db`and r.number = ${f.number}` : db``}
    ${f.kind ? db`and r.kind = ${f.kind}` : db``}
    ${f.warehouseId ? db`and r.warehouse_id = ${f.warehouseId}` : db``}
    ${f.productId ? naming(db, 'product_id', f.productId) : db``}
    ${f.batchId ? naming(db, 'batch_id', f.batchId) : db``}
    ${f.text ? says(db, f.text) : db``}
    ${f.after ? db`and (r.made_at, r.id) < (select made_at, id from production.run where account_id = ${db.act.accountId} and id = ${f.after})` : db``}
  order by r.made_at desc, r.id desc limit ${f.limit}`

const linesOf = (db: Db, runIds: readonly string[]) => db<RunLineView[]>`
  select l.id, l.run_id, l.side, l.line_no, l.product_id, p.sku, p.name as product_name, p.base_unit, l.batch_id, b.code as batch_code, b.expires_on, l.place_id,
    t.code as place_code, l.quantity, l.waste, array(
      select s.code from stock.move m
      join stock.move_serial ms on ms.account_id = m.account_id and ms.move_id = m.id
      join batches.serial s on s.account_id = ms.account_id and s.id = ms.serial_id
      where m.account_id = l.account_id and m.document_line_id = l.id order by s.code) as serials
  from production.run_line l
  join catalog.product p on p.account_id = l.account_id and p.id = l.product_id
  join batches.batch b on b.account_id = l.account_id and b.id = l.batch_id
  join places.place t on t.account_id = l.account_id and t.id = l.place_id
  where l.account_id = ${db.act.accountId} and l.run_id = any(${runIds as string[]}::uuid[]) order by l.run_id, l.side, l.line_no`

export const noFilter: RunFilter = {
  ids: null,
  number: null,
  kind: null,
  warehouseId: null,
  productId: null,
  batchId: null,
  text: null,
  after: null,
  limit: 1,
}

/** In the order of the ids. */
export async function runDetails(db: Db, ids: readonly string[]) {
  const [runs, lines] = await Promise.all([runList(db, { ...noFilter, ids, limit: ids.length }), linesOf(db, ids)])
  const byId = new Map(runs.map((run) => [run.id, run]))
  const of = groupBy(lines, ({ runId }) => runId)
  return ids.flatMap((id) => {
    const run = byId.get(id)
    if (!run) return []
    const all = of.get(id) ?? []
    return [
      {
        ...run,
        inputs: all.filter(({ side }) => side === 'in'),
        outputs: all.filter(({ side }) => side === 'out'),
      },
    ]
  })
}

/** By id or number. Refuses `not_found`. */
export async function runByRef(db: Db, ref: string): Promise<RunView> {
  const named = isId(ref) ? { ids: [ref] } : { number: ref }
  const [run] = await runList(db, { ...noFilter, ...named })
  if (!run) throw new Refusal('not_found', { kind: 'production run', id: ref })
  return run
}

export async function runDetail(db: Db, ref: string) {
  const { id } = await runByRef(db, ref)
  const [run] = await runDetails(db, [id])
  if (!run) throw new Refusal('not_found', { kind: 'production run', id: ref })
  return run
}

type RunOfLink = { id: string; number: string; kind: RunKind; batchId: string; made: number }

/** Of runs by their ids, how much each made of each batch. */
export const madeByRuns = (db: Db, runIds: readonly string[]) => db<RunOfLink[]>`
  select r.id, r.number, r.kind, l.batch_id, sum(l.quantity)::bigint as made
  from production.run r join production.run_line l on l.account_id = r.account_id and l.run_id = r.id and l.side = 'out'
  where r.account_id = ${db.act.accountId} and r.id = any(${runIds as string[]}::uuid[]) group by r.id, r.number, r.kind, l.batch_id`
