/**
 * server/modules/allocation/rules/rule-effect.ts — what a rule would change, on the stock and the open lines of this moment,
 * were it to begin now: the same judgement and the same planner as when it does.
 */

import { judgeOf } from '#domain/allocation/judge.ts'
import type { AvailableStock, Demand } from '#domain/allocation/planner.ts'
import { groupBy } from '#domain/group-by.ts'
import type { Rule } from '#domain/rules.ts'
import type { Db } from '#platform/db.ts'
import { resolveProducts } from '../../catalog/index.ts'
import { type DemandRow, type ReservationRow, reservationsOf } from '../../stock/index.ts'
import { planAllocation, type ToAllocate, underTheRules } from '../allocate.ts'
import { candidates } from '../candidates.ts'
import { unfitOf } from '../rejudge.ts'
import { type Moves, movedLines } from './moved-lines.ts'
import {
  type NewRule,
  openLinesConcerned,
  productsInScope,
  type RuleRow,
  rulesSince,
  waitingLines,
} from './rule-store.ts'
import { type RulesInForce, ruleDay, ruleOf, usesOf } from './rules-in-force.ts'
import { withFreed } from './with-freed.ts'

/** Exactly one of them, or a rule and the one it takes the place of. */
export type RuleTurn = Readonly<{ begins: NewRule | null; ends: RuleRow | null }>
export type LineEffect = Readonly<{
  line: DemandRow
  loses: number // units promised to it that may not go any more
  gets: number // units of other stock, or of what became free
  batches: readonly string[] // codes of the batches it loses
}>
export type BatchEffect = Readonly<{ batchId: string; batchCode: string; productId: string; quantity: number }>
export type RuleEffect = Readonly<{
  linesConcerned: number
  lines: readonly LineEffect[] // those that would lose or get something, in their turn
  unsellable: readonly BatchEffect[] // free stock that such lines could have had and could not have any more
  sellable: readonly BatchEffect[] // and the other way round
  moves: Moves | null // where the rule speaks of routing
}>

export async function ruleEffect(db: Db, turn: RuleTurn): Promise<RuleEffect> {
  const scopes = [turn.begins, turn.ends].filter((one) => one !== null)
  const { before, after } = await rulesAround(db, turn)
  const concerned = await openLinesConcerned(db, scopes)
  const productIds = [...new Set(concerned.map(({ productId }) => productId))]
  const here = new Set(concerned.map(({ id }) => id))
  const others = (await waitingLines(db, productIds)).filter(({ id }) => !here.has(id))
  const reserved = await reservationsOf(db, {
    demandIds: concerned.filter((line) => line.reserved > 0).map(({ id }) => id),
  })
  const lost = groupBy(await unfitOf(db, reserved, { demands: concerned, rules: after }), ({ demandId }) => demandId)
  const lines = await served(db, { lines: inTurn([...concerned, ...others]), lost, rules: after })
  const batches = await batchesConcerned(db, { scopes, before, after })
  const routes = scopes.some(({ routingSplit }) => routingSplit !== null)
  const moves = routes ? await movedLines(db, inTurn(concerned), after) : null
  return { linesConcerned: concerned.length, lines, ...batches, moves }
}

/** As on the first day of the rule, or on the first without the one that ends. */
async function rulesAround(db: Db, { begins, ends }: RuleTurn): Promise<{ before: RulesInForce; after: RulesInForce }> {
  const today = begins?.validFrom ?? (await ruleDay(db))
  const [rows, uses] = await Promise.all([rulesSince(db, today), usesOf(db)])
  const rules = rows.map(ruleOf)
  const others = rules.filter(({ id }) => id !== ends?.id)
  const added: Rule[] = begins
    ? [ruleOf({ ...begins, createdBy: '', createdAt: '', endedBy: null, endedAt: null, endReason: null })]
    : []
  return { before: { rules, today, ...uses }, after: { rules: [...others, ...added], today, ...uses } }
}

/** Each time is parsed once, however many it is compared with. */
const inTurn = (lines: readonly DemandRow[]): DemandRow[] =>
  lines
    .map((line) => ({ line, at: Date.parse(line.askedAt) }))
    .sort((a, b) => b.line.priority - a.line.priority || a.at - b.at || (a.line.id < b.line.id ? -1 : 1))
    .map(({ line }) => line)

type Serving = Readonly<{
  lines: readonly DemandRow[]
  lost: ReadonlyMap<string, readonly ReservationRow[]>
  rules: RulesInForce
}>

const units = (rows: readonly { quantity: number }[]) => rows.reduce((sum, { quantity }) => sum + quantity, 0)

async function served(db: Db, { lines, lost, rules }: Serving): Promise<LineEffect[]> {
  const productIds = [...new Set(lines.map(({ productId }) => productId))]
  const [products, stock] = await Promise.all([
    resolveProducts(db, productIds),
    withFreed(db, productIds, [...lost.values()].flat()),
  ])
  const asks = lines.flatMap((demand): ToAllocate[] => {
    const product = products.get(demand.productId)
    const quantity = demand.quantity - demand.reserved - demand.shipped + units(lost.get(demand.id) ?? [])
    return product && quantity > 0 ? [{ demand, product, quantity, history: false, waits: false, told: false }] : []
  })
  const { answers } = await planAllocation(db, asks, { stock, rules, cause: 'rule' })
  const gets = new Map(answers.map(({ demandId, picks }) => [demandId, units(picks)]))
  return lines
    .map((line) => ({
      line,
      loses: units(lost.get(line.id) ?? []),
      gets: gets.get(line.id) ?? 0,
      batches: [...new Set((lost.get(line.id) ?? []).map(({ batchCode }) => batchCode))],
    }))
    .filter(({ loses, gets: got }) => loses > 0 || got > 0)
}

type Around = Readonly<{ scopes: readonly (NewRule | RuleRow)[]; before: RulesInForce; after: RulesInForce }>

/** Of a line that is all that the scope names and nothing else. */
async function batchesConcerned(
  db: Db,
  { scopes, before, after }: Around,
): Promise<Pick<RuleEffect, 'unsellable' | 'sellable'>> {
  const productIds = (await productsInScope(db, scopes)).map(({ id }) => id)
  const [products, stock] = await Promise.all([resolveProducts(db, productIds), candidates(db, productIds)])
  const changes = { unsellable: [] as BatchEffect[], sellable: [] as BatchEffect[] }
  for (const scope of scopes) {
    const asks = productIds.flatMap((id): ToAllocate[] => {
      const product = products.get(id)
      return product ? [lineOf(scope, product)] : []
    })
    const [was, willBe] = await Promise.all([
      underTheRules(db, asks, { stock, rules: before }),
      underTheRules(db, asks, { stock, rules: after }),
    ])
    for (const [index, { ask, demand }] of was.entries())
      compare({ was: demand, willBe: willBe[index]?.demand ?? demand }, stock.get(ask.product.id) ?? [], {
        changes,
        productId: ask.product.id,
      })
  }
  return { unsellable: together(changes.unsellable), sellable: together(changes.sellable) }
}

function lineOf(scope: NewRule | RuleRow, product: ToAllocate['product']): ToAllocate {
  const { customerId, channel, market, warehouseId } = scope
  const demand = {
    id: scope.id,
    documentId: scope.id,
    productId: product.id,
    warehouseId,
    rotation: null,
    shortage: 'part',
    deliverOn: null,
    lifeDaysMin: null,
    customerId,
    channel,
    market,
    serviceId: null,
    postalCode: null,
  } as const
  return { demand, product, quantity: 1, history: false, waits: false, told: false }
}

function compare(
  { was, willBe }: Readonly<{ was: Demand; willBe: Demand }>,
  stock: readonly (AvailableStock & { batchCode: string })[],
  into: Readonly<{ changes: { unsellable: BatchEffect[]; sellable: BatchEffect[] }; productId: string }>,
): void {
  const [before, after] = [judgeOf(was), judgeOf(willBe)]
  for (const row of stock) {
    if (row.available <= 0 || (was.warehouseId !== null && row.warehouseId !== was.warehouseId)) continue
    const [fitted, fits] = [before(row) === null, after(row) === null]
    if (fitted === fits) continue
    const { batchId, batchCode, available: quantity } = row
    into.changes[fits ? 'sellable' : 'unsellable'].push({ batchId, batchCode, productId: into.productId, quantity })
  }
}

/** One row a batch; what two scopes name is counted once a place. */
function together(rows: readonly BatchEffect[]): BatchEffect[] {
  return [...groupBy(rows, ({ batchId }) => batchId).values()].flatMap(([first, ...rest]) =>
    first ? [{ ...first, quantity: first.quantity + units(rest) }] : [],
  )
}
