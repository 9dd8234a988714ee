/**
 * server/modules/allocation/decisions.ts — why each demand got what it got, as it was judged then.
 */
import type { PassedOver, Rotation } from '#domain/allocation/planner.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import type { Arrival } from './delivery/arrivals.ts'
import type { ToldRule } from './rules/told-rules.ts'

export type DecisionRow = {
  id: string
  demandId: string
  decidedAt: Instant
  cause: string
  judgedOn: CalendarDate
  rotation: Rotation
  asked: number
  shortfall: number
  picks: { batchId: string; batchCode: string; placeId: string; quantity: number }[]
  passedOver: PassedOver[]
  /** The rules that held for the line. */
  rules: ToldRule[]
  /** When it would leave each warehouse and arrive. */
  arrivals: Arrival[]
  actorName: string
}

export function insertDecisions(tx: Tx, rows: readonly Omit<DecisionRow, 'decidedAt' | 'actorName'>[]): void {
  if (rows.length === 0) return
  const written = tx`
  insert into allocation.decision (account_id, id, demand_id, decided_at, cause, judged_on, rotation, asked, shortfall, picks, passed_over, rules, arrivals, actor_name)
  select ${tx.act.accountId}, d.id, d.demand_id, ${tx.act.at}, d.cause, d.judged_on, d.rotation, d.asked, d.shortfall, d.picks::jsonb, d.passed_over::jsonb, d.rules::jsonb, d.arrivals::jsonb, ${tx.act.actorName}
  from unnest(${rows.map((d) => d.id)}::uuid[], ${rows.map((d) => d.demandId)}::uuid[], ${rows.map((d) => d.cause)}::text[],
    ${rows.map((d) => d.judgedOn)}::date[], ${rows.map((d) => d.rotation)}::text[], ${rows.map((d) => d.asked)}::bigint[],
    ${rows.map((d) => d.shortfall)}::bigint[], ${rows.map((d) => JSON.stringify(d.picks))}::text[],
    ${rows.map((d) => JSON.stringify(d.passedOver))}::text[], ${rows.map((d) => JSON.stringify(d.rules))}::text[],
    ${rows.map((d) => JSON.stringify(d.arrivals))}::text[])
    as d(id, demand_id, cause, judged_on, rotation, asked, shortfall, picks, passed_over, rules, arrivals)`
  tx.send(written.execute())
}

const columns = (db: Db) =>
  db`id, demand_id, decided_at, cause, judged_on, rotation, asked, shortfall, picks, passed_over, rules, arrivals, actor_name`

export const decisionsOf = (db: Db, demandId: string) => db<DecisionRow[]>`
  select ${columns(db)} from allocation.decision where account_id = ${db.act.accountId} and demand_id = ${demandId} order by id desc`

/** Of many demands, the oldest of each first. */
export const decisionsOfAll = (db: Db, demandIds: readonly string[]) => db<DecisionRow[]>`
  select ${columns(db)} from allocation.decision
  where account_id = ${db.act.accountId} and demand_id = any(${demandIds as string[]}::uuid[]) order by demand_id, id`

/** The newest of each demand: what stood against the batches it did not get. */
export const latestDecisions = (db: Db, demandIds: readonly string[]) => db<DecisionRow[]>`
  select distinct on (demand_id) ${columns(db)} from allocation.decision
  where account_id = ${db.act.accountId} and demand_id = any(${demandIds as string[]}::uuid[]) order by demand_id, id desc`
