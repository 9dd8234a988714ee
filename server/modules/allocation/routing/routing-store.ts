/**
 * server/modules/allocation/routing/routing-store.ts — from where orders were decided to go, and why. Rows are only added.
 */
import type { Cost, Leg, WarehousePassedOver } from '#domain/routing.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'

export type RoutingRow = {
  id: string
  orderId: string
  decidedAt: Instant
  cause: string
  ruleId: string
  ruleName: string
  asked: number
  shortfall: number
  legs: (Leg & { warehouseCode: string })[]
  cost: Cost
  currency: string
  passedOver: WarehousePassedOver[]
  actorName: string
}
export type NewRouting = Readonly<Omit<RoutingRow, 'decidedAt' | 'actorName'>>

export function keepRoutings(tx: Tx, rows: readonly NewRouting[]): void {
  if (rows.length === 0) return
  const written = tx`
  insert into allocation.routing (account_id, id, order_id, decided_at, cause, rule_id, rule_name, asked, shortfall, legs, cost, currency, passed_over, actor_name)
  select ${tx.act.accountId}, r.id, r.order_id, ${tx.act.at}, r.cause, r.rule_id, r.rule_name, r.asked, r.shortfall, r.legs::jsonb, r.cost::jsonb, r.currency,
    r.passed_over::jsonb, ${tx.act.actorName}
  from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.orderId)}::uuid[], ${rows.map((r) => r.cause)}::text[],
    ${rows.map((r) => r.ruleId)}::uuid[], ${rows.map((r) => r.ruleName)}::text[], ${rows.map((r) => r.asked)}::bigint[],
    ${rows.map((r) => r.shortfall)}::bigint[], ${rows.map((r) => JSON.stringify(r.legs))}::text[], ${rows.map((r) => JSON.stringify(r.cost))}::text[],
    ${rows.map((r) => r.currency)}::text[], ${rows.map((r) => JSON.stringify(r.passedOver))}::text[])
    as r(id, order_id, cause, rule_id, rule_name, asked, shortfall, legs, cost, currency, passed_over)`
  tx.send(written.execute())
}

/** Of these orders, newest first. */
export const routingRows = (db: Db, orderIds: readonly string[]) => db<RoutingRow[]>`
  select id, order_id, decided_at, cause, rule_id, rule_name, asked, shortfall, legs, cost, currency, passed_over, actor_name
  from allocation.routing where account_id = ${db.act.accountId} and order_id = any(${orderIds as string[]}::uuid[]) order by id desc`

/**
 * Lines of one order may be served at the same moment, each under the lock of its own product; from where the order goes is decided by
 * one after the other. Taken after the locks of products and of the rules, in key order, until the commit.
 */
export const lockRoutings = (tx: Tx, orderIds: Iterable<string>) => tx`
  select pg_advisory_xact_lock(hashtextextended('allocation.routing ' || id, 0)) from unnest(${[...new Set(orderIds)].sort()}::text[]) as id`

/** Warehouses where something is promised to these orders and has not left. */
export const sendingFrom = (db: Db, orderIds: readonly string[]) => db<{ orderId: string; warehouseId: string }[]>`
  select distinct d.document_id as order_id, p.warehouse_id
  from stock.demand d
  join stock.reservation r on r.account_id = d.account_id and r.demand_id = d.id
  join places.place p on p.account_id = r.account_id and p.id = r.place_id
  where d.account_id = ${db.act.accountId} and d.document_id = any(${orderIds as string[]}::uuid[])`
