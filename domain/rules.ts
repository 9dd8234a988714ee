/**
 * domain/rules.ts — rules of allocation as values: whom a rule concerns, what it sets, and which rule wins.
 *
 * Pure: all rules of the account, one context and one day come in. Who wrote a rule, when and why is kept by the caller.
 */
import type { CalendarDate } from './calendar-date.ts'
import { isInMarket } from './markets.ts'
import type { RoutingRule } from './routing.ts'
import type { LifeRule, RuleName } from './shelf-life.ts'

/**
 * Narrowest first. Customer, channel and market come before product, category, warehouse and client: where goods go says
 * more than where they come from. A product lies in one category and belongs to one client, so it outweighs both together.
 */
export const scopeFields = ['customer', 'channel', 'market', 'product', 'category', 'warehouse', 'client'] as const
export type ScopeField = (typeof scopeFields)[number]

/** What a rule names; all of it must be met. A rule that names nothing concerns everything. */
export type RuleScope = Readonly<Partial<Record<ScopeField, string>>>
/** What a line is; null where it has none, as an order without customer, or one that no warehouse was chosen for. */
export type RuleContext = Readonly<Record<ScopeField, string | null>>

/** `lefo`: freshest first. `manual`: a person chooses. */
export type Rotation = 'fefo' | 'fifo' | 'lifo' | 'lefo' | 'manual'
/**
 * How many batches may serve. `any`: as the rotation has it. `one_per_order`: all lines of a product in one order.
 * `oldest_that_fills`: the oldest that serves the whole alone, whatever the rotation; else the fewest.
 */
export type BatchChoice = 'any' | 'one_per_line' | 'one_per_order' | 'fewest' | 'oldest_that_fills'
/** Which form of one batch goes first where it lies loose and in closed packs. */
export type PackOrder = 'packs_first' | 'loose_first'

/** `any`, `false`, 1 and an empty list of bars lift what a wider rule says. */
export type Settings = Readonly<{
  rotation: Rotation
  life: LifeRule
  batches: BatchChoice
  neverOlder: boolean // than what the customer last received
  packOf: number // base units, ≥ 1: only whole packs of so many go out
  packOrder: PackOrder
  approved: readonly string[] // ids of the batches that alone may go
  barred: readonly string[] // ids of batches that may not go
  routing: RoutingRule // of the whole order; without one, each line goes by its rotation from wherever it lies
}>
export type Rule = Readonly<{
  id: string // UUIDv7: a later one was made later
  name: string // as people call it: "Amazon"
  scope: RuleScope
  sets: Partial<Settings>
  validFrom: CalendarDate
  validUntil: CalendarDate | null // the last day; null: until another takes its place
}>

/** What holds, by whose word, and the rules it won over, the next best first. */
export type Won<Setting extends keyof Settings> = Readonly<{
  value: Settings[Setting]
  rule: Rule
  over: readonly Rule[]
}>
type OneWins = Exclude<keyof Settings, 'approved' | 'barred'>
export type ResolvedRules = Readonly<
  { [Setting in OneWins]: Won<Setting> | null } & {
    approved: readonly Won<'approved'>[]
    barred: readonly Won<'barred'>[]
  }
>

/** Where no rule speaks. */
export const noRules: ResolvedRules = {
  rotation: null,
  life: null,
  batches: null,
  neverOlder: null,
  packOf: null,
  packOrder: null,
  routing: null,
  approved: [],
  barred: [],
}

/**
 * For every setting the narrowest rule of the day that speaks of it wins; null where none does.
 *
 * Lists of batches are another matter: a market's approval is not given by a customer. Each destination (customer, channel,
 * market) that is named has its say, and among the rules for the same destination the narrowest wins.
 */
export function resolveRules(rules: readonly Rule[], context: RuleContext, day: CalendarDate): ResolvedRules {
  const applying = rules.filter((rule) => applies(rule, context, day)).sort(narrowestFirst)
  return {
    rotation: winner(applying, 'rotation'),
    life: winner(applying, 'life'),
    batches: winner(applying, 'batches'),
    neverOlder: winner(applying, 'neverOlder'),
    packOf: winner(applying, 'packOf'),
    packOrder: winner(applying, 'packOrder'),
    routing: winner(applying, 'routing'),
    approved: winners(applying, 'approved'),
    barred: winners(applying, 'barred'),
  }
}

function applies({ scope, validFrom, validUntil }: Rule, context: RuleContext, day: CalendarDate): boolean {
  if (day < validFrom || (validUntil !== null && day > validUntil)) return false
  return scopeFields.every((field) => meets(field, scope[field], context[field]))
}

function meets(field: ScopeField, named: string | undefined, value: string | null): boolean {
  if (named === undefined) return true
  return field === 'market' ? isInMarket(value, named) : named === value
}

/** A context without what no rule names: that tells no line from another. The warehouse stays. */
export function namedContext(rules: readonly Rule[]): (context: RuleContext) => RuleContext {
  const named = (field: ScopeField) => new Set(rules.flatMap(({ scope }) => scope[field] ?? []))
  const [customers, channels, products, categories, clients] = (
    ['customer', 'channel', 'product', 'category', 'client'] as const
  ).map(named)
  const markets = [...named('market')]
  const keep = (values: Set<string> | undefined, value: string | null) =>
    value !== null && values?.has(value) ? value : null
  return ({ customer, channel, market, product, category, warehouse, client }) => ({
    customer: keep(customers, customer),
    channel: keep(channels, channel),
    market: markets.some((one) => isInMarket(market, one)) ? market : null,
    product: keep(products, product),
    category: keep(categories, category),
    warehouse,
    client: keep(clients, client),
  })
}

/**
 * A total order. The narrower rule is the one that names the first field of `scopeFields` in which the two differ; so a rule
 * that names all that another names and more is always narrower. Then the later from-date, then the later id.
 */
export function narrowestFirst(a: Rule, b: Rule): number {
  return narrowness(b.scope) - narrowness(a.scope) || descending(a.validFrom, b.validFrom) || descending(a.id, b.id)
}

const narrowness = (scope: RuleScope): number =>
  scopeFields.reduce((sum, field) => sum * 2 + (scope[field] === undefined ? 0 : 1), 0)
const descending = (a: string, b: string) => (a === b ? 0 : a > b ? -1 : 1)

function winner<Setting extends keyof Settings>(ranked: readonly Rule[], setting: Setting): Won<Setting> | null {
  const [rule, ...over] = ranked.filter(({ sets }) => sets[setting] !== undefined)
  const value = rule?.sets[setting]
  return rule === undefined || value === undefined ? null : { value, rule, over }
}

const destination = ({ customer, channel, market }: RuleScope): string =>
  JSON.stringify([customer ?? null, channel ?? null, market ?? null])

function winners<Setting extends 'approved' | 'barred'>(ranked: readonly Rule[], setting: Setting): Won<Setting>[] {
  return [...new Set(ranked.map(({ scope }) => destination(scope)))].flatMap((to) => {
    const won = winner(
      ranked.filter(({ scope }) => destination(scope) === to),
      setting,
    )
    return won ? [won] : []
  })
}

export const ruleName = ({ id, name }: Rule): RuleName => ({ ruleId: id, name })
