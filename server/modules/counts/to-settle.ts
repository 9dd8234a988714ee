/**
 * server/modules/counts/to-settle.ts — differences of open counts that are not booked: to be booked, to be approved, or to be counted again.
 */
import { groupBy } from '#domain/group-by.ts'
import type { SettleAsk, SettlePage, ToSettle } from '#domain/to-settle.ts'
import type { Db } from '#platform/db.ts'
import { oldestFirst } from '#platform/oldest-first.ts'
import { accountSettings, allows } from '../access/index.ts'
import { costsOf } from './costs.ts'
import { worthOf } from './differences.ts'

type Row = Omit<ToSettle, 'says'> & {
  productId: string
  difference: number
  identifies: number // of the difference, what is none
  recount: boolean
  blind: boolean
}

/** As `seesExpected` says it of one count: who counts in a blind one, or may come to, learns of no difference. */
function told(db: Db) {
  const mayLearn = allows(db.act.role, 'approve counts') || !allows(db.act.role, 'count')
  if (!mayLearn) return db`not c.blind`
  return db`(not c.blind or (c.counter is distinct from ${db.act.actorName} and not exists (
    select from counts.tally own where own.account_id = c.account_id and own.count_id = c.id and own.counted_by_id = ${db.act.actorId}::uuid)))`
}

const unbooked = (db: Db, warehouseId: string | null) => db`
  select l.id::text as key, c.id as document_id, c.number, array[g.sku] as skus, l.batch_id, l.batch_read as batch_code, w.id as warehouse_id,
    w.code as warehouse_code, p.code as place_code, abs(l.found - l.expected) as quantity, y.counted_at as since, y.counted_by as by,
    l.product_id, l.found - l.expected as difference, l.identifies, r.id is not null as recount, c.blind
  from counts.count c
  join places.warehouse w on w.account_id = c.account_id and w.id = c.warehouse_id
  join counts.task t on t.account_id = c.account_id and t.count_id = c.id
  join lateral (
    select * from counts.tally y where y.account_id = t.account_id and y.task_id = t.id order by y.round desc limit 1) y on true
  join counts.tally_line l on l.account_id = t.account_id and l.tally_id = y.id and l.found <> l.expected
  join places.place p on p.account_id = t.account_id and p.id = t.place_id
  join catalog.product g on g.account_id = l.account_id and g.id = l.product_id
  left join counts.recount r on r.account_id = t.account_id and r.task_id = t.id and r.after = y.round
  left join counts.booking k on k.account_id = l.account_id and k.line_id = l.id
  left join counts.identification i on i.account_id = l.account_id and i.line_id = l.id
  where c.account_id = ${db.act.accountId} and c.closed_at is null and k.line_id is null and i.line_id is null and ${told(db)}
    ${warehouseId ? db`and c.warehouse_id = ${warehouseId}` : db``}`

export async function countsToSettle(db: Db, ask: SettleAsk): Promise<SettlePage> {
  const rows = unbooked(db, ask.warehouseId)
  const { total, items } = await oldestFirst(db, { rows, ask, tell: (row: Row) => row })
  const costOf = await costsOf(db, [...groupBy(items, ({ productId }) => productId).keys()])
  const [{ countLimit } = { countLimit: null }] = await accountSettings(db)
  const above = (row: Row) => worthOf(unexplained(row), { cost: costOf(row), countLimit }).needsApproval
  return { total, items: items.map((row) => ({ ...row, says: words(row, above(row)) })) }
}

const unexplained = ({ difference, identifies }: Row) => Math.abs(difference) - identifies

function words(row: Row, aboveLimit: boolean): string {
  const { difference, identifies, recount, blind } = row
  const units = unexplained(row)
  const differs = [
    identifies > 0 ? `${identifies} identified` : null,
    units > 0 ? `${units} ${difference < 0 ? 'fewer' : 'more'} than expected` : null,
  ]
  const told = differs.filter((part) => part !== null).join(', ')
  if (recount) return `${told}: to be counted again`
  return `${told}: ${aboveLimit || blind ? 'to be approved' : 'to be booked'}`
}
