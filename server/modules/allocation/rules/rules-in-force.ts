/**
 * server/modules/allocation/rules/rules-in-force.ts — the rules of the account, and which of them hold for a line.
 */
import { type CalendarDate, earlierOf } from '#domain/calendar-date.ts'
import { groupBy } from '#domain/group-by.ts'
import { remembered } from '#domain/remembered.ts'
import {
  namedContext,
  type ResolvedRules,
  type Rule,
  type RuleContext,
  resolveRules,
  type Settings,
} from '#domain/rules.ts'
import type { LifeRule } from '#domain/shelf-life.ts'
import { dayIn } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import type { ProductRow } from '../../catalog/index.ts'
import { resolveWarehouses, type WarehouseRow } from '../../places/index.ts'
import type { DemandRow } from '../../stock/index.ts'
import { type RuleRow, rulesSince, shareRules } from './rule-store.ts'

/** In no zone is a day over that is not over here. */
const earliestToday = (db: Db): CalendarDate => dayIn('Etc/GMT+12', db.act.at)

/** `today`: days of rules are those of the account's first warehouse, wherever the goods lie. */
export type RulesInForce = Readonly<{ rules: readonly Rule[]; today: CalendarDate } & Uses>
/** Of what most accounts do without: it is read only where there is any. */
export type Uses = Readonly<{
  delivers: boolean // keeps a table of transit times
  keeps: boolean // keeps stock for a channel
}>

export async function usesOf(db: Db): Promise<Uses> {
  const [row] = await db<Uses[]>`
    select exists (select from allocation.transit where account_id = ${db.act.accountId}) as delivers,
      exists (select from allocation.pool where account_id = ${db.act.accountId} and offered_at is null) as keeps`
  return row ?? { delivers: false, keeps: false }
}

/**
 * Rules that may hold today, and those of past days where a line of such a day is to be judged. Sent together, behind
 * the one that locks the products: from here on no rule and no day of delivery changes until the commit.
 */
export async function rulesInForce(tx: Tx, pastDays: readonly CalendarDate[] = []): Promise<RulesInForce> {
  // On its way before the statements that read: a query is sent when it is asked for, not when it is written down.
  const shared = shareRules(tx).execute()
  const [rules] = await Promise.all([rulesNow(tx, pastDays), shared])
  return rules
}

/** The same for whoever only looks. */
export async function rulesNow(db: Db, pastDays: readonly CalendarDate[] = []): Promise<RulesInForce> {
  const since = pastDays.reduce(earlierOf, earliestToday(db))
  const [rows, uses] = await Promise.all([rulesSince(db, since), usesOf(db)])
  return { rules: rows.map(ruleOf), today: rows.length > 0 || uses.keeps ? await ruleDay(db) : since, ...uses }
}

/** The day it is for rules: where the account opened its first warehouse, whatever others are called. */
export async function ruleDay(db: Db): Promise<CalendarDate> {
  const warehouses = [...(await resolveWarehouses(db)).values()]
  const age = ({ createdAt, id }: WarehouseRow) => `${createdAt} ${id}`
  const [first] = warehouses.sort((a, b) => (age(a) < age(b) ? -1 : 1))
  return dayIn(first?.timeZone ?? 'UTC', db.act.at)
}

/** Of a rule, or a pool; one that ends before it begins was withdrawn and never held. */
export function stateOn(
  { validFrom, validUntil }: Pick<RuleRow, 'validFrom' | 'validUntil'>,
  today: CalendarDate,
): 'future' | 'now' | 'over' {
  if (validUntil !== null && (validUntil < today || validUntil < validFrom)) return 'over'
  return validFrom > today ? 'future' : 'now'
}

export function ruleOf(row: RuleRow): Rule {
  const { customerId, channel, market, productId, category, warehouseId, clientId } = row
  return {
    id: row.id,
    name: row.name,
    scope: named({
      customer: customerId,
      channel,
      market,
      product: productId,
      category,
      warehouse: warehouseId,
      client: clientId,
    }),
    sets: settingsOf(row),
    validFrom: row.validFrom,
    validUntil: row.validUntil,
  }
}

/** Without what is null. */
function named<Key extends string, Value>(all: Readonly<Record<Key, Value | null>>): Partial<Record<Key, Value>> {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)) as Partial<Record<Key, Value>>
}

function settingsOf(row: RuleRow): Partial<Settings> {
  const { rotation, batches, neverOlder, packOf, packOrder, approves, bars, batchIds } = row
  const life = lifeOf(row)
  return {
    ...named({ rotation, batches, neverOlder, packOf, packOrder, life }),
    ...(approves ? { approved: batchIds } : {}),
    ...(bars ? { barred: batchIds } : {}),
    ...routingOf(row),
  } as Partial<Settings>
}

function routingOf({ routingCriteria, routingSplit, routingSplitCost }: RuleRow): Partial<Settings> {
  if (routingSplit === null) return {}
  return { routing: { criteria: routingCriteria ?? [], split: routingSplit, splitCost: routingSplitCost ?? 0 } }
}

function lifeOf({ lifeDaysMin, lifePercentMin, lifeBoundary }: RuleRow): LifeRule | null {
  const boundary = lifeBoundary ?? 'at_least'
  if (lifeDaysMin !== null) return { kind: 'days', daysMin: lifeDaysMin, boundary }
  return lifePercentMin === null ? null : { kind: 'share', percentMin: lifePercentMin, boundary }
}

type LineOf = Pick<DemandRow, 'customerId' | 'channel' | 'market' | 'warehouseId'>
type ProductOf = Pick<ProductRow, 'id' | 'category' | 'clientId'>

export const contextOf = (demand: LineOf, product: ProductOf): RuleContext => ({
  customer: demand.customerId,
  channel: demand.channel,
  market: demand.market,
  product: product.id,
  category: product.category === '' ? null : product.category,
  warehouse: demand.warehouseId,
  client: product.clientId,
})

/** What holds for a line, and for goods in the warehouses that have rules of their own, where it may go from any. */
export type LineRules = Readonly<{ line: ResolvedRules; inWarehouse: ReadonlyMap<string, ResolvedRules> }>

/** Lines that no rule tells apart share one object, and so do their lists of batches. */
export function resolver({ rules }: RulesInForce): (context: RuleContext, day: CalendarDate) => LineRules {
  const byWarehouse = [...groupBy(rules, ({ scope }) => scope.warehouse ?? '').keys()].filter((id) => id !== '')
  const named = namedContext(rules)
  const resolved = remembered(
    ({ context, day }: { context: RuleContext; day: CalendarDate }): LineRules => ({
      line: resolveRules(rules, context, day),
      inWarehouse: new Map(
        context.warehouse === null
          ? byWarehouse.map((warehouse) => [warehouse, resolveRules(rules, { ...context, warehouse }, day)] as const)
          : [],
      ),
    }),
    JSON.stringify,
  )
  return (context, day) => resolved({ context: named(context), day })
}
