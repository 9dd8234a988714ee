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
import type { Db, SqlPart, Tx } from '#platform/db.ts'
import { joinsEach, sortsWithin } from '#platform/plans.ts'
import { chosenNow, type DemandRow, inTurn } from '../../stock/index.ts'

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
  array(
    select distinct coalesce(b.merged_into, b.id) as id from allocation.rule_batch rb
    join batches.batch b on b.account_id = rb.account_id and b.id = rb.batch_id
    where rb.account_id = r.account_id and rb.rule_id = r.id order by id) as batch_ids`

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

/** Whether lines `d` of products `p` are what a rule `r` names, the warehouse apart. */
export const meetsLine = (db: Db) =>
  names(db, {
    customer: db`r.customer_id`,
    channel: db`r.channel`,
    market: db`r.market`,
    product: db`r.product_id`,
    category: db`r.category`,
    client: db`r.client_id`,
  })

type Named = Readonly<Record<'customer' | 'channel' | 'market' | 'product' | 'category' | 'client', SqlPart>>

const names = (db: Db, r: Named) => db`
  (${r.customer} is null or ${r.customer} = d.customer_id) and (${r.channel} is null or ${r.channel} = d.channel)
    and (${r.market} is null or ${r.market} = d.market or (${r.market} = 'EU' and d.market = any(${countriesOf('EU') as string[]}::text[])))
    and (${r.product} is null or ${r.product} = d.product_id) and (${r.category} is null or ${r.category} = p.category)
    and (${r.client} is null or ${r.client} = p.client_id)`

/**
 * Lines `d` of products `p` that one of these scopes concerns; a line that may go from any warehouse, where a part of it may.
 * Each scope stands in the text by itself: looked up in a list, they take as long as all the rest.
 */
const concerns = (db: Db, scopes: readonly RuleScopeRow[]) =>
  scopes.map((scope) => concernsOne(db, scope)).reduce((one, other) => db`${one} or ${other}`, db`false`)

const concernsOne = (
  db: Db,
  { customerId, channel, market, productId, category, warehouseId, clientId }: RuleScopeRow,
) => {
  const named = {
    customer: db`${customerId}::uuid`,
    channel: db`${channel}::text`,
    market: db`${market}::text`,
    product: db`${productId}::uuid`,
    category: db`${category}::text`,
    client: db`${clientId}::uuid`,
  }
  return db`(${names(db, named)} and (${warehouseId}::uuid is null or d.warehouse_id is null or d.warehouse_id = ${warehouseId}::uuid))`
}

/** Lines that hold promises which rules of these scopes may break, in the order of their ids. */
export const linesConcerned = (
  db: Db,
  { scopes, after, limit }: Readonly<{ scopes: readonly RuleScopeRow[]; after: string | null; limit: number }>,
) => db<{ id: string; productId: string }[]>`
  select d.id, d.product_id from stock.demand d join catalog.product p on p.account_id = d.account_id and p.id = d.product_id
  where d.account_id = ${db.act.accountId} and d.reserved > 0 and not d.history and d.kind = 'order' and (${after}::uuid is null or d.id > ${after}::uuid)
    and (${concerns(db, scopes)})
  order by d.id limit ${limit}`

/** Products with lines that wait and that rules of these scopes may serve. */
export const productsConcerned = (db: Db, scopes: readonly RuleScopeRow[]) => db<{ productId: string }[]>`
  select distinct d.product_id from stock.demand d join catalog.product p on p.account_id = d.account_id and p.id = d.product_id
  where d.account_id = ${db.act.accountId} and d.reserved + d.shipped < d.quantity and (${concerns(db, scopes)})
  order by d.product_id`

/** `lines`: turn, id and order of each, parted by commas. Without `batchId` it has nothing, or of several batches or places. */
export type KindRow = Omit<
  DemandRow,
  'id' | 'kind' | 'takesExpired' | 'documentId' | 'priority' | 'askedAt' | 'history'
> & {
  concerned: boolean
  batchId: string | null
  placeId: string | null
  batchCode: string | null
  expiresOn: CalendarDate | null
  lines: string
}

/** What any of the rules asks of a line; the rest tells no line from another. */
export type ToldApart = Readonly<{ customer: boolean; channel: boolean; market: boolean; way: boolean; order: boolean }>

/**
 * Lines that rules of these scopes concern and of which not all is shipped, and those that wait for their products, in groups
 * that nothing told apart distinguishes. By itself is what had a part shipped, has of several batches, or was let have one.
 */
export async function openKindRows(
  db: Db,
  scopes: readonly RuleScopeRow[],
  { customer, channel, market, way, order }: ToldApart,
) {
  const [, , rows] = await Promise.all([
    joinsEach(db, 'off'),
    sortsWithin(db, '64MB'),
    db<KindRow[]>`
      with open as materialized (
        select d.*, (${concerns(db, scopes)}) as concerned
        from stock.demand d join catalog.product p on p.account_id = d.account_id and p.id = d.product_id
        where d.account_id = ${db.act.accountId} and d.shipped < d.quantity and not d.history and d.kind = 'order'),
      line as (
        select d.*, row_number() over (order by ${inTurn(db)}) as turn from open d
        where d.concerned
          or (d.reserved + d.shipped < d.quantity and d.product_id in (select product_id from open where concerned))),
      kind as (
        select l.product_id, l.warehouse_id, l.quantity, l.reserved, l.shipped, l.rotation, l.shortage, l.deliver_on, l.life_days_min,
          ${customer ? db`l.customer_id` : db`null::uuid`} as customer_id, ${channel ? db`l.channel` : db`null::text`} as channel,
          ${market ? db`l.market` : db`null::text`} as market, ${way ? db`l.service_id` : db`null::uuid`} as service_id,
          ${way ? db`l.postal_code` : db`null::text`} as postal_code, ${chosenNow(db, db`l.chosen_batch_ids`)} as chosen_batch_ids, l.concerned, r.batch_id, r.place_id,
          string_agg(l.turn || ' ' || l.id || ' ' || l.document_id, ',') as lines
        from line l
        left join stock.reservation r on r.account_id = l.account_id and r.demand_id = l.id and r.quantity = l.reserved
        group by l.product_id, l.warehouse_id, l.quantity, l.reserved, l.shipped, l.rotation, l.shortage, l.deliver_on, l.life_days_min,
          10, 11, 12, 13, 14, l.chosen_batch_ids, l.concerned, r.batch_id, r.place_id,
          case when ${order} or l.shipped > 0 or (l.reserved > 0 and r.batch_id is null)
            or l.id in (select e.demand_id from allocation.exception e where e.account_id = ${db.act.accountId}) then l.id end)
      select k.*, b.code as batch_code, b.expires_on
      from kind k left join batches.batch b on b.account_id = ${db.act.accountId} and b.id = k.batch_id`,
    joinsEach(db, 'on'),
  ])
  return rows
}

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
