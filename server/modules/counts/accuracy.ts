/**
 * server/modules/counts/accuracy.ts — the batch accuracy rate: how often the system was right about a batch in a bin.
 */
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'

export const accuracyDefinition =
  'Of all batches counted in a bin, the share whose quantity was right. A bin counts with the tally whose differences were booked, else with the last one of its count. A batch that was found and not expected, or expected and not found, was not right. Goods without batch that are found under the batch on their label are right.'

export type AccuracyAsk = Readonly<{ warehouseId: string | null; from: Instant | null; until: Instant | null }>
type Row = { warehouseId: string; warehouseCode: string; counted: number; right: number }

/**
 * By warehouse: batches at bins that were counted in the time, and those of which as many were found as expected. Units identified are counted once,
 * as the goods without batch that they were expected to be.
 */
export const accuracyOf = (db: Db, { warehouseId, from, until }: AccuracyAsk) => db<Row[]>`
  with judged as (
    select c.warehouse_id, (
      select y.id from counts.tally y
      where y.account_id = t.account_id and y.task_id = t.id
      order by exists (
        select from counts.tally_line l
        where l.account_id = y.account_id and l.tally_id = y.id and (
          exists (select from counts.booking b where b.account_id = l.account_id and b.line_id = l.id)
          or exists (select from counts.identification i where i.account_id = l.account_id and i.line_id = l.id))) desc, y.round desc limit 1) as tally_id
    from counts.task t join counts.count c on c.account_id = t.account_id and c.id = t.count_id
    where t.account_id = ${db.act.accountId} ${warehouseId ? db`and c.warehouse_id = ${warehouseId}` : db``}
      and t.id in (select y.task_id from counts.tally y where y.account_id = ${db.act.accountId} ${within(db, { from, until })}))
  select w.id as warehouse_id, w.code as warehouse_code, count(*)::int as counted,
    (count(*) filter (where abs(l.found - l.expected) = l.identifies))::int as right
  from judged j
  join counts.tally y on y.account_id = ${db.act.accountId} and y.id = j.tally_id
  join counts.tally_line l on l.account_id = y.account_id and l.tally_id = y.id
  join places.warehouse w on w.account_id = y.account_id and w.id = j.warehouse_id
  where not (l.expected = 0 and l.found = l.identifies) ${within(db, { from, until })}
  group by w.id, w.code order by w.code`

const within = (db: Db, { from, until }: Pick<AccuracyAsk, 'from' | 'until'>) =>
  db`${from ? db`and y.counted_at >= ${from}` : db``} ${until ? db`and y.counted_at <= ${until}` : db``}`
