/**
 * server/modules/allocation/rules/rule-ask.ts — from what was sent to a rule: what it names is looked up, and what makes no
 * sense is refused field by field.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { RoutingRule } from '#domain/routing.ts'
import type { BatchChoice, PackOrder, Rotation } from '#domain/rules.ts'
import type { LifeBoundary } from '#domain/shelf-life.ts'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { found } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { batchesById } from '../../batches/index.ts'
import { notStocked, resolveClients, resolveCustomers, resolveProducts } from '../../catalog/index.ts'
import { resolveWarehouses } from '../../places/index.ts'
import type { RuleTurn } from './rule-effect.ts'
import { type NewRule, type RuleRow, type RuleScopeRow, rulesById } from './rule-store.ts'
import { ruleDay } from './rules-in-force.ts'

export type RuleAsk = Readonly<{
  id?: string
  name: string
  customer?: string
  channel?: string
  market?: string
  product?: string
  category?: string
  warehouse?: string
  client?: string
  rotation?: Rotation
  lifeDaysMin?: number
  lifePercentMin?: number
  lifeBoundary?: LifeBoundary
  batches?: BatchChoice
  neverOlder?: boolean
  packOf?: number
  packOrder?: PackOrder
  /** Ids of batches that alone may go, or may not. */
  approved?: readonly string[]
  barred?: readonly string[]
  routing?: Omit<RoutingRule, 'splitCost'> & Readonly<{ splitCost?: number }>
  validFrom?: CalendarDate
  validUntil?: CalendarDate | null
  replaces?: string
  reason: string
}>
export type ReadRule = Readonly<{ rule: NewRule; replaced: RuleRow | null }>

/** Refuses `not_found`, `rule_over`, and `invalid_input` naming every wrong field. */
export async function readRule(db: Db, ask: RuleAsk): Promise<ReadRule> {
  const today = await ruleDay(db)
  const validFrom = ask.validFrom ?? today
  refuseSenseless(ask, { validFrom, today })
  const [scope, batchIds, replaced] = await Promise.all([
    scopeOf(db, ask),
    knownBatches(db, [...(ask.approved ?? []), ...(ask.barred ?? [])]),
    ask.replaces === undefined ? null : ruleInForce(db, ask.replaces, today),
  ])
  const withLife = ask.lifeDaysMin !== undefined || ask.lifePercentMin !== undefined
  const rule: NewRule = {
    id: ask.id ?? newId(),
    name: ask.name,
    ...scope,
    rotation: ask.rotation ?? null,
    lifeDaysMin: ask.lifeDaysMin ?? null,
    lifePercentMin: ask.lifePercentMin ?? null,
    lifeBoundary: withLife ? (ask.lifeBoundary ?? 'at_least') : null,
    batches: ask.batches ?? null,
    neverOlder: ask.neverOlder ?? null,
    packOf: ask.packOf ?? null,
    packOrder: ask.packOrder ?? null,
    approves: ask.approved !== undefined,
    bars: ask.barred !== undefined,
    routingCriteria: ask.routing ? [...ask.routing.criteria] : null,
    routingSplit: ask.routing?.split ?? null,
    routingSplitCost: ask.routing ? (ask.routing.splitCost ?? 0) : null,
    validFrom,
    validUntil: ask.validUntil ?? null,
    replacesId: replaced?.id ?? null,
    reason: ask.reason,
    batchIds,
  }
  return { rule, replaced }
}

/** For a preview: the rule as it would be written, or the one that would end. */
export async function readRuleTurn(db: Db, ask: { rule?: RuleAsk; ends?: string }): Promise<RuleTurn> {
  if (ask.rule) {
    const { rule, replaced } = await readRule(db, ask.rule)
    return { begins: rule, ends: replaced }
  }
  return { begins: null, ends: await ruleInForce(db, ask.ends ?? '', await ruleDay(db)) }
}

/** A rule that is not over. Refuses `not_found`, `rule_over`. */
export async function ruleInForce(db: Db, id: string, today: CalendarDate): Promise<RuleRow> {
  const [rule] = await rulesById(db, [id])
  if (!rule) throw new Refusal('not_found', { kind: 'rule', id })
  if (rule.validUntil !== null && rule.validUntil < today)
    throw new Refusal('rule_over', { name: rule.name, on: rule.validUntil })
  return rule
}

const settings = [
  'rotation',
  'lifeDaysMin',
  'lifePercentMin',
  'batches',
  'neverOlder',
  'packOf',
  'packOrder',
  'approved',
  'barred',
  'routing',
] as const

function refuseSenseless(ask: RuleAsk, { validFrom, today }: { validFrom: CalendarDate; today: CalendarDate }): void {
  const problems: { at: string; message: string }[] = []
  const wrong = (at: string, message: string, is: boolean) => is && problems.push({ at, message })
  wrong(
    'rotation',
    'is needed, or another setting: as it is, this rule says nothing',
    !settings.some((one) => ask[one] !== undefined),
  )
  wrong(
    'lifePercentMin',
    'cannot be asked together with days: write two rules',
    ask.lifeDaysMin !== undefined && ask.lifePercentMin !== undefined,
  )
  wrong(
    'lifeBoundary',
    'says how days or a share of life are counted: give one of them',
    ask.lifeBoundary !== undefined && ask.lifeDaysMin === undefined && ask.lifePercentMin === undefined,
  )
  wrong(
    'barred',
    'cannot be listed together with approved ones: what is not approved does not go',
    ask.approved !== undefined && ask.barred !== undefined,
  )
  wrong('validFrom', `is past: rules begin today, ${today}, or later`, validFrom < today)
  wrong('validUntil', 'is before the first day', (ask.validUntil ?? validFrom) < validFrom)
  problems.push(...tooNarrow(ask))
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
}

/** Routing is of whole orders: it knows neither products nor where they lie. */
const tooNarrow = (ask: RuleAsk) =>
  (['product', 'category', 'warehouse', 'client'] as const)
    .filter((field) => ask.routing !== undefined && ask[field] !== undefined)
    .map((at) => ({
      at,
      message: 'says nothing of a whole order: a rule of routing names a customer, a channel, a market or nobody',
    }))

async function scopeOf(db: Db, ask: RuleAsk): Promise<RuleScopeRow> {
  const [customers, products, warehouses, clients] = await Promise.all([
    resolveCustomers(db, present(ask.customer)),
    resolveProducts(db, present(ask.product)),
    ask.warehouse === undefined ? new Map<string, { id: string }>() : resolveWarehouses(db),
    resolveClients(db, present(ask.client)),
  ])
  const product = found(products, 'product', ask.product)
  if (product?.isKit) {
    const message = notStocked(product, 'make rules for')
    throw new Refusal('invalid_input', { problems: [{ at: 'product', message }] })
  }
  return {
    customerId: found(customers, 'customer', ask.customer)?.id ?? null,
    channel: ask.channel ?? null,
    market: ask.market ?? null,
    productId: product?.id ?? null,
    category: ask.category ?? null,
    warehouseId: found(warehouses, 'warehouse', ask.warehouse)?.id ?? null,
    clientId: found(clients, 'client', ask.client)?.id ?? null,
  }
}

const present = (reference: string | undefined) => (reference === undefined ? [] : [reference])

async function knownBatches(db: Db, ids: readonly string[]): Promise<string[]> {
  const asked = [...new Set(ids)]
  const known = new Set((asked.length > 0 ? await batchesById(db, asked) : []).map(({ id }) => id))
  const missing = asked.find((id) => !known.has(id))
  if (missing !== undefined) throw new Refusal('not_found', { kind: 'batch', id: missing })
  return asked
}
