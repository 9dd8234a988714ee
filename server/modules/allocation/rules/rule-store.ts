/**
 * server/modules/allocation/rules/rule-store.ts — the SQL of rules. A rule is written once; later only its last day, and
 * that promises were held against it.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { countriesOf } from '#domain/markets.ts'
import type { Criterion, RoutingRule } from '#domain/routing.ts'
import type { BatchChoice, PackOrder, Rotation } from '#domain/rules.ts'
import type { LifeBoundary } from '#domain/shelf-life.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { type DemandRow, demandColumns } from '../../stock/index.ts'

/** What a rule names; null where it names none. */
export type RuleScopeRow = {
  customerId: string | null
  channel: string | null
  market: string | null
  productId: string | null
  category: string | null
  warehouseId: string | null
  clientId: string | null
}
/** What it sets; null where it does not speak of it. */
export type RuleSetsRow = {
  rotation: Rotation | null
  lifeDaysMin: number | null
  lifePercentMin: number | null
  lifeBoundary: LifeBoundary | null
  batches: BatchChoice | null
  neverOlder: boolean | null
  packOf: number | null
  packOrder: PackOrder | null
  approves: boolean
  bars: boolean
  routingCriteria: Criterion[] | null
  routingSplit: RoutingRule['split'] | null
  routingSplitCost: number | null // minor units of the account's currency
}
export type RuleRow = RuleScopeRow &
  RuleSetsRow & {
    id: string
    name: string
    validFrom: CalendarDate
    validUntil: CalendarDate | null
    replacesId: string | null
    reason: string
    createdBy: string
    createdAt: Instant
    endedBy: string | null
    endedAt: Instant | null
    endReason: string | null
    batchIds: string[]
  }
export type NewRule = Omit<RuleRow, 'createdBy' | 'createdAt' | 'endedBy' | 'endedAt' | 'endReason'>

const ruleColumns = (db: Db) => db`
  r.id, r.name, r.customer_id, r.channel, r.market, r.product_id, r.category, r.warehouse_id, r.client_id, r.rotation, r.life_days_min,
  r.life_percent_min, r.life_boundary, r.batches, r.never_older, r.pack_of, r.pack_order, r.approves, r.bars, r.routing_criteria, r.routing_split,
  r.routing_split_cost, r.valid_from, r.valid_until,
  r.replaces_id, r.reason, r.created_by, r.created_at, r.ended_by, r.ended_at, r.end_reason,
  array(select b.batch_id from allocation.rule_batch b where b.account_id = r.account_id and b.rule_id = r.id order by b.batch_id) as batch_ids`

/** Of rules `r`: the domain's order, in which the first that speaks wins. */
export const narrowestFirst = (db: Db) => db`
  (r.customer_id is not null)::int * 64 + (r.channel is not null)::int * 32 + (r.market is not null)::int * 16
    + (r.product_id is not null)::int * 8 + (r.category is not null)::int * 4 + (r.warehouse_id is not null)::int * 2
    + (r.client_id is not null)::int desc, r.valid_from desc, r.id desc`

/**
 * Whoever plans waits here while rules change, and rules wait for whoever plans: so a job that comes after the change sees
 * every promise that was made without it. Taken after the products' locks; to be sent ahead of the statement that reads.
 */
export const shareRules = (tx: Tx) => tx`select pg_advisory_xact_lock_shared(hashtextextended(${lockName(tx)}, 0))`
export const lockRules = (tx: Tx) => tx`select pg_advisory_xact_lock(hashtextextended(${lockName(tx)}, 0))`
const lockName = (db: Db) => `allocation.rule ${db.act.accountId}`

/** Those that are not over before `since`; of all times where none is given. */
export const rulesSince = (db: Db, since: CalendarDate | null) => db<RuleRow[]>`
  select ${ruleColumns(db)} from allocation.rule r
  where r.account_id = ${db.act.accountId} and (r.valid_until is null or ${since}::date is null or r.valid_until >= ${since}::date)`

export const rulesById = (db: Db, ids: readonly string[]) => db<RuleRow[]>`
  select ${ruleColumns(db)} from allocation.rule r where r.account_id = ${db.act.accountId} and r.id = any(${ids as string[]}::uuid[])`

type RulePage = Readonly<{ state: 'now' | 'all'; today: CalendarDate; after: string | null; limit: number }>

/** Newest first; `now`: without those that are over. */
export const rulePage = (db: Db, { state, today, after, limit }: RulePage) => db<RuleRow[]>`
  select ${ruleColumns(db)} from allocation.rule r
  where r.account_id = ${db.act.accountId} and (${state === 'all'} or r.valid_until is null or r.valid_until >= ${today}::date)
    and (${after}::uuid is null or r.id < ${after}::uuid)
  order by r.id desc limit ${limit}`

export async function insertRule(tx: Tx, r: NewRule): Promise<void> {
  await tx`
    insert into allocation.rule (account_id, id, name, customer_id, channel, market, product_id, category, warehouse_id, client_id, rotation,
      life_days_min, life_percent_min, life_boundary, batches, never_older, pack_of, pack_order, approves, bars, routing_criteria, routing_split,
      routing_split_cost, valid_from, valid_until, replaces_id, reason, created_by, created_at)
    values (${tx.act.accountId}, ${r.id}, ${r.name}, ${r.customerId}, ${r.channel}, ${r.market}, ${r.productId}, ${r.category},
      ${r.warehouseId}, ${r.clientId}, ${r.rotation}, ${r.lifeDaysMin}, ${r.lifePercentMin}, ${r.lifeBoundary}, ${r.batches},
      ${r.neverOlder}, ${r.packOf}, ${r.packOrder}, ${r.approves}, ${r.bars},
      ${r.routingCriteria}::text[], ${r.routingSplit}, ${r.routingSplitCost}, ${r.validFrom}, ${r.validUntil}, ${r.replacesId}, ${r.reason},
      ${tx.act.actorName}, ${tx.act.at})`
  if (r.batchIds.length === 0) return
  await tx`
    insert into allocation.rule_batch (account_id, rule_id, batch_id)
    select ${tx.act.accountId}, ${r.id}, id from unnest(${r.batchIds}::uuid[]) as b(id)`
}

export const endRuleOn = (tx: Tx, id: string, { lastDay, reason }: { lastDay: CalendarDate; reason: string }) => tx`
  update allocation.rule set valid_until = ${lastDay}, ended_by = ${tx.act.actorName}, ended_at = ${tx.act.at}, end_reason = ${reason}, over_at = null
  where account_id = ${tx.act.accountId} and id = ${id}`

/** Rules whose beginning or end has come and that the promises were not yet held against. */
export const turnedRules = (db: Db, today: CalendarDate) => db<{ id: string }[]>`
  select id from allocation.rule
  where account_id = ${db.act.accountId}
    and ((begun_at is null and valid_from <= ${today}::date and (valid_until is null or valid_until >= valid_from))
      or (over_at is null and valid_until < ${today}::date))
  order by id`

export const noteTurned = (tx: Tx, ids: readonly string[], today: CalendarDate) => tx`
  update allocation.rule set begun_at = coalesce(begun_at, ${tx.act.at}::timestamptz),
    over_at = case when valid_until < ${today}::date then ${tx.act.at}::timestamptz end
  where account_id = ${tx.act.accountId} and id = any(${ids as string[]}::uuid[]) and valid_from <= ${today}::date`

/** Whether lines `d` of products `p` are what a rule, or the scope of one, `r` names, the warehouse apart. */
export const meetsLine = (db: Db) => db`
  (r.customer_id is null or r.customer_id = d.customer_id) and (r.channel is null or r.channel = d.channel)
    and (r.market is null or r.market = d.market or (r.market = 'EU' and d.market = any(${countriesOf('EU') as string[]}::text[])))
    and (r.product_id is null or r.product_id = d.product_id) and (r.category is null or r.category = p.category)
    and (r.client_id is null or r.client_id = p.client_id)`

/** Lines `d` of products `p` that one of these scopes concerns; a line that may go from any warehouse, where a part of it may. */
const concerns = (db: Db, scopes: readonly RuleScopeRow[]) => db`exists (
  select from unnest(${scopes.map((s) => s.customerId)}::uuid[], ${scopes.map((s) => s.channel)}::text[], ${scopes.map((s) => s.market)}::text[],
    ${scopes.map((s) => s.productId)}::uuid[], ${scopes.map((s) => s.category)}::text[], ${scopes.map((s) => s.warehouseId)}::uuid[],
    ${scopes.map((s) => s.clientId)}::uuid[]) as r(customer_id, channel, market, product_id, category, warehouse_id, client_id)
  where ${meetsLine(db)} and (r.warehouse_id is null or d.warehouse_id is null or r.warehouse_id = d.warehouse_id))`

/** Lines that hold promises which rules of these scopes may break, in the order of their ids. */
export const linesConcerned = (
  db: Db,
  { scopes, after, limit }: Readonly<{ scopes: readonly RuleScopeRow[]; after: string | null; limit: number }>,
) => db<{ id: string; productId: string }[]>`
  select d.id, d.product_id from stock.demand d join catalog.product p on p.account_id = d.account_id and p.id = d.product_id
  where d.account_id = ${db.act.accountId} and d.reserved > 0 and not d.history and (${after}::uuid is null or d.id > ${after}::uuid)
    and ${concerns(db, scopes)}
  order by d.id limit ${limit}`

/** Products with lines that wait and that rules of these scopes may serve. */
export const productsConcerned = (db: Db, scopes: readonly RuleScopeRow[]) => db<{ productId: string }[]>`
  select distinct d.product_id from stock.demand d join catalog.product p on p.account_id = d.account_id and p.id = d.product_id
  where d.account_id = ${db.act.accountId} and d.reserved + d.shipped < d.quantity and ${concerns(db, scopes)}
  order by d.product_id`

/** All that is not shipped yet of lines that rules of these scopes concern. */
export const openLinesConcerned = (db: Db, scopes: readonly RuleScopeRow[]) => db<DemandRow[]>`
  select ${demandColumns(db)} from stock.demand d where d.account_id = ${db.act.accountId} and d.shipped < d.quantity and not d.history
    and exists (select from catalog.product p where p.account_id = d.account_id and p.id = d.product_id and ${concerns(db, scopes)})
  order by d.priority desc, d.asked_at, d.id`

/** Lines of these products that wait, whatever rules concern them. */
export const waitingLines = (db: Db, productIds: readonly string[]) => db<DemandRow[]>`
  select ${demandColumns(db)} from stock.demand
  where account_id = ${db.act.accountId} and product_id = any(${productIds as string[]}::uuid[]) and reserved + shipped < quantity and not history`

/** Products with stock that rules of these scopes may concern. */
export const productsInScope = (db: Db, scopes: readonly RuleScopeRow[]) => db<{ id: string }[]>`
  select p.id from catalog.product p
  where p.account_id = ${db.act.accountId} and exists (select from stock.balance s where s.account_id = p.account_id and s.product_id = p.id)
    and exists (
      select from unnest(${scopes.map((s) => s.productId)}::uuid[], ${scopes.map((s) => s.category)}::text[], ${scopes.map((s) => s.clientId)}::uuid[])
        as s(product_id, category, client_id)
      where (s.product_id is null or s.product_id = p.id) and (s.category is null or s.category = p.category)
        and (s.client_id is null or s.client_id = p.client_id))
  order by p.id`
