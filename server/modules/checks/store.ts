/**
 * server/modules/checks/store.ts — the SQL of effectiveness checks.
 */
import type { CheckLevel, CheckWay } from '#domain/recalls/effectiveness.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'

export type DrawRow = {
  number: number
  because: 'chosen' | 'wider'
  level: CheckLevel
  percent: number // in hundredths
  consignees: number
  seed: number
  candidates: string[]
  madeBy: string
  madeAt: Instant
}

export const drawsOf = (db: Db, recallId: string) => db<DrawRow[]>`
  select number, because, level, percent, consignees, seed, candidates, made_by, made_at from checks.draw
  where account_id = ${db.act.accountId} and recall_id = ${recallId} order by number`

export const insertDraw = (tx: Tx, recallId: string, d: Omit<DrawRow, 'madeBy' | 'madeAt'>) => tx`
  insert into checks.draw (account_id, recall_id, number, because, level, percent, consignees, seed, candidates, made_by, made_at)
  values (${tx.act.accountId}, ${recallId}, ${d.number}, ${d.because}, ${d.level}, ${d.percent}, ${d.consignees}, ${d.seed},
    ${d.candidates}::uuid[], ${tx.act.actorName}, ${tx.act.at})`

type Drawn = Readonly<{ id: string; customerId: string | null; orderId: string | null }>

export const insertDrawn = (tx: Tx, of: { recallId: string; draw: number }, rows: readonly Drawn[]) => tx`
  insert into checks.consignee (account_id, id, recall_id, draw, customer_id, order_id)
  select ${tx.act.accountId}, r.id, ${of.recallId}, ${of.draw}, r.customer, r.order_id
  from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map((r) => r.customerId)}::uuid[], ${rows.map((r) => r.orderId)}::uuid[]) as r(id, customer, order_id)`

export const drawnOf = (db: Db, recallId: string) => db<(Drawn & { draw: number })[]>`
  select id, draw, customer_id, order_id from checks.consignee where account_id = ${db.act.accountId} and recall_id = ${recallId} order by draw, id`

/** `called`: by code or order, never by name. */
export const checkById = (db: Db, consigneeId: string) => db<{ recallId: string; called: string }[]>`
  select k.recall_id, coalesce(c.code, 'Order ' || o.number) as called
  from checks.consignee k
  left join catalog.customer c on c.account_id = k.account_id and c.id = k.customer_id
  left join orders.sales_order o on o.account_id = k.account_id and o.id = k.order_id
  where k.account_id = ${db.act.accountId} and k.id = ${consigneeId}`

export type ResultRow = {
  id: string
  consigneeId: string
  way: CheckWay
  reached: boolean
  gotNotice: boolean | null
  acted: boolean | null
  unitsFound: number | null
  note: string | null
  byName: string
  at: Instant
}

/** In the order in which they were written. */
export const resultsOf = (db: Db, recallId: string) => db<ResultRow[]>`
  select r.id, r.consignee_id, r.way, r.reached, r.got_notice, r.acted, r.units_found, r.note, r.by_name, r.at
  from checks.consignee c join checks.result r on r.account_id = c.account_id and r.consignee_id = c.id
  where c.account_id = ${db.act.accountId} and c.recall_id = ${recallId} order by r.at, r.id`

export const insertResult = (tx: Tx, r: Omit<ResultRow, 'id' | 'byName' | 'at'> & { id?: string }) => tx`
  insert into checks.result (account_id, id, consignee_id, way, reached, got_notice, acted, units_found, note, by_name, at)
  values (${tx.act.accountId}, ${r.id ?? newId()}, ${r.consigneeId}, ${r.way}, ${r.reached}, ${r.gotNotice}, ${r.acted}, ${r.unitsFound}, ${r.note},
    ${tx.act.actorName}, ${tx.act.at})`
