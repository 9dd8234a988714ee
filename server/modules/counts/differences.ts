/**
 * server/modules/counts/differences.ts — where what was found is not what was expected: what it is worth, what it probably is, and
 * whether it was booked.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { type Suggestion, suggestionsFor } from '#domain/counts/suggestions.ts'
import { groupBy } from '#domain/group-by.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { accountSettings, allows } from '../access/index.ts'
import { costsOf } from './costs.ts'
import type { CountRow } from './store.ts'

export type TallyLine = {
  id: string
  taskId: string
  placeId: string
  placeCode: string
  placeKind: 'storage' | 'dock' | 'quarantine' | 'opened'
  productId: string
  sku: string
  productName: string
  batchId: string | null
  batchRead: string
  expiresOn: CalendarDate | null
  dateSource: 'scanned' | 'typed' | null
  found: number
  expected: number
  identifies: number // of the difference, what is none
  identified: number | null // of that, when it was booked
  serials: string[] | null
  note: string | null
  round: number
  countedBy: string
  countedById: string | null
  countedAt: Instant
  recount: boolean // it is to be counted again
  bookedBy: string | null
  bookedAt: Instant | null
  bookedBatchId: string | null
  moveId: string | null
}

/** Of the last round of each bin, bin by bin. */
export const lastLines = (db: Db, countId: string) => db<TallyLine[]>`
  select l.id, t.id as task_id, t.place_id, pl.code as place_code, pl.kind as place_kind, l.product_id, p.sku, p.name as product_name, l.batch_id,
    l.batch_read, l.expires_on, l.date_source, l.found, l.expected, l.identifies, i.quantity as identified, l.serials, l.note, y.round, y.counted_by,
    y.counted_by_id, y.counted_at, r.id is not null as recount, coalesce(k.booked_by, i.booked_by) as booked_by,
    coalesce(k.booked_at, i.booked_at) as booked_at, k.batch_id as booked_batch_id, k.move_id
  from counts.task t
  join lateral (
    select * from counts.tally y where y.account_id = t.account_id and y.task_id = t.id order by y.round desc limit 1) y on true
  join counts.tally_line l on l.account_id = t.account_id and l.tally_id = y.id
  join places.place pl on pl.account_id = t.account_id and pl.id = t.place_id
  join catalog.product p on p.account_id = l.account_id and p.id = l.product_id
  left join counts.recount r on r.account_id = t.account_id and r.task_id = t.id and r.after = y.round
  left join counts.booking k on k.account_id = l.account_id and k.line_id = l.id
  left join counts.identification i on i.account_id = l.account_id and i.line_id = l.id
  where t.account_id = ${db.act.accountId} and t.count_id = ${countId}
  order by pl.code, t.id, p.sku, l.batch_read, l.id`

/** Why the one who asks may not book it. */
export type Hindrance = 'approval' | 'own_count' | 'blind'
export type Difference = TallyLine &
  Readonly<{
    difference: number
    value: number | null // minor units of the account's currency; null where no receipt says a cost
    needsApproval: boolean
    hindrance: Hindrance | null
    suggestion: Suggestion | null
  }>

export async function differencesOf(db: Db, count: CountRow): Promise<Difference[]> {
  const lines = await lastLines(db, count.id)
  const differing = lines.filter(({ found, expected }) => found !== expected)
  const costOf = await costsOf(db, [...new Set(differing.map(({ productId }) => productId))])
  const [{ countLimit } = { countLimit: null }] = await accountSettings(db)
  const suggested = suggestionsIn(lines)
  return differing.map((line) => {
    const difference = line.found - line.expected
    const unexplained = Math.abs(difference) - line.identifies
    const { value, needsApproval } = worthOf(unexplained, { cost: costOf(line), countLimit })
    const hindrance = hindranceOf(db, line, { needsApproval, blind: count.blind })
    return { ...line, difference, value, needsApproval, hindrance, suggestion: suggested.get(line.id) ?? null }
  })
}

type Limited = Readonly<{ cost: number | null; countLimit: number | null }>

/** An unknown cost is above any limit, unless it is of nothing. */
export function worthOf(difference: number, { cost, countLimit }: Limited) {
  if (difference === 0) return { value: 0, needsApproval: false }
  const value = cost === null ? null : Math.round(Math.abs(difference) * cost)
  return { value, needsApproval: countLimit !== null && (value === null || value > countLimit) }
}

function suggestionsIn(lines: readonly TallyLine[]): Map<string, Suggestion> {
  const bins = groupBy(lines, ({ taskId }) => taskId)
  const all = [...bins.values()].flatMap((bin) =>
    suggestionsFor(
      bin
        .filter(({ identifies }) => identifies === 0)
        .map((line) => ({ ...line, code: line.batchRead, known: line.batchId !== null })),
    ),
  )
  return new Map(all.map((one) => [one.lineId, one]))
}

type Judged = Readonly<{ needsApproval: boolean; blind: boolean }>

/** Above the limit, and in a blind count always, another person than the counter approves. */
function hindranceOf(
  db: Db,
  { countedById, countedBy }: TallyLine,
  { needsApproval, blind }: Judged,
): Hindrance | null {
  if (!needsApproval && !blind) return null
  const own = countedById === null ? countedBy === db.act.actorName : countedById === db.act.actorId
  if (!allows(db.act.role, 'approve counts')) return blind ? 'blind' : 'approval'
  if (!own) return null
  return blind ? 'blind' : 'own_count'
}
