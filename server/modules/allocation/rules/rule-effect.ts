/**
 * server/modules/allocation/rules/rule-effect.ts — what a rule would change, on the stock and the open lines of this moment,
 * were it to begin now: the same judgement and the same planner as when it does.
 */

import { judgeOf } from '#domain/allocation/judge.ts'
import type { AvailableStock, Demand } from '#domain/allocation/planner.ts'
import { groupBy } from '#domain/group-by.ts'
import { remembered } from '#domain/remembered.ts'
import type { Rule } from '#domain/rules.ts'
import type { Db } from '#platform/db.ts'
import { resolveProducts } from '../../catalog/index.ts'
import type { ReservationRow } from '../../stock/index.ts'
import { planWaves } from '../allocate.ts'
import { candidates } from '../candidates.ts'
import { poolsOf } from '../pools/kept-pools.ts'
import { unfitOf } from '../rejudge.ts'
import { isRouted } from '../routing/plan-routed.ts'
import { type Judged, type ToAllocate, underTheRules } from '../under-the-rules.ts'
import { type Moves, movedLines } from './moved-lines.ts'
import { type OpenKind, type OpenLine, type OpenLines, openLines } from './open-kinds.ts'
import { type NewRule, productsInScope, type RuleRow, rulesSince } from './rule-store.ts'
import { type RulesInForce, ruleDay, ruleOf, usesOf } from './rules-in-force.ts'
import { withFreed } from './with-freed.ts'

/** Exactly one of them, or a rule and the one it takes the place of. */
export type RuleTurn = Readonly<{ begins: NewRule | null; ends: RuleRow | null }>
export type LineEffect = Readonly<{
  line: OpenLine
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
  const open = await openLines(db, scopes, [before, after])
  const concerned = open.kinds.filter((kind) => kind.concerned)
  const unfit = await unfitOf(
    db,
    concerned.flatMap(({ promises }) => promises),
    { demands: concerned.map(({ demand }) => demand), rules: after },
  )
  const lines = await served(db, { open, lost: lostOf(concerned, unfit), rules: after })
  const batches = await batchesConcerned(db, { scopes, before, after })
  const routes = scopes.some(({ routingSplit }) => routingSplit !== null)
  const moves = routes ? await movedLines(db, open, after) : null
  return { linesConcerned: concerned.reduce((sum, kind) => sum + kind.lines.length, 0), lines, ...batches, moves }
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

/** By the first line of each kind. What is wanted whole keeps no part (stock/keep-whole.ts). */
function lostOf(
  kinds: readonly OpenKind[],
  unfit: readonly ReservationRow[],
): Map<OpenKind, readonly ReservationRow[]> {
  const unfitBy = groupBy(unfit, ({ demandId }) => demandId)
  return new Map(
    kinds.flatMap((kind) => {
      const rows = unfitBy.get(kind.demand.id)
      return rows ? [[kind, kind.demand.shortage === 'whole' ? kind.promises : rows] as const] : []
    }),
  )
}

type Serving = Readonly<{
  open: OpenLines
  lost: ReadonlyMap<OpenKind, readonly ReservationRow[]>
  rules: RulesInForce
}>

const units = (rows: readonly { quantity: number }[]) => rows.reduce((sum, { quantity }) => sum + quantity, 0)

async function served(db: Db, { open, lost, rules }: Serving): Promise<LineEffect[]> {
  const lostBy = (kind: OpenKind) => lost.get(kind) ?? []
  const freed = open.inTurn.flatMap(([kind, { id }]) => lostBy(kind).map((row) => ({ ...row, demandId: id })))
  const givenBack = [...lost.values()].flat()
  const gets = await planned(db, { open, freed, givenBack, short: (kind) => unmet(kind) + units(lostBy(kind)), rules })
  const told = remembered((kind: OpenKind) => ({
    loses: units(lostBy(kind)),
    batches: [...new Set(lostBy(kind).map(({ batchCode }) => batchCode))],
  }))
  return open.inTurn.flatMap(([kind, line], at): LineEffect[] => {
    const got = gets[at] ?? 0
    const { loses, batches } = told(kind)
    return loses === 0 && got === 0 ? [] : [{ line, loses, gets: got, batches }]
  })
}

const unmet = ({ demand: { quantity, reserved, shipped } }: OpenKind) => quantity - reserved - shipped

type Planning = Readonly<{
  open: OpenLines
  freed: readonly ReservationRow[] // by each line
  givenBack: readonly ReservationRow[] // the same, once for each kind
  short: (kind: OpenKind) => number // units that each of its lines would want
  rules: RulesInForce
}>

/** Of which order a line is, matters where its order is sent from one place. */
const named = (one: Judged, line: OpenLine): Judged => ({
  ...one,
  ask: { ...one.ask, demand: { ...one.ask.demand, ...line } },
})

/** Units that each line would get, in its turn: kinds are judged, and lines are served. */
async function planned(
  db: Db,
  { open: { kinds, inTurn }, freed, givenBack, short, rules }: Planning,
): Promise<number[]> {
  const productIds = [...new Set(kinds.map(({ demand }) => demand.productId))]
  const [products, stock, pools] = await Promise.all([
    resolveProducts(db, productIds),
    withFreed(db, productIds, freed),
    poolsOf(db, productIds, { ...rules, givenBack: freed }),
  ])
  const wanting = kinds.flatMap((kind): { kind: OpenKind; ask: ToAllocate }[] => {
    const { demand } = kind
    const product = products.get(demand.productId)
    const quantity = short(kind)
    if (!product || quantity <= 0) return []
    return [{ kind, ask: { demand, product, quantity, history: false, waits: false, told: false } }]
  })
  const asks = wanting.map(({ ask }) => ask)
  const judged = await underTheRules(db, asks, { stock, rules, givenBack })
  const judgedOf = new Map(wanting.map(({ kind }, at) => [kind, judged[at]]))
  const nameLine = judged.some(isRouted) ? named : (one: Judged) => ({ ...one })
  const lines = inTurn.map(([kind, line]) => {
    const one = judgedOf.get(kind)
    return one && nameLine(one, line)
  })
  const { plans } = await planWaves(
    db,
    lines.filter((line) => line !== undefined),
    { stock, pools, cause: 'rule' },
  )
  return lines.map((line) => (line ? units(plans.get(line)?.picks ?? []) : 0))
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
    kind: 'order',
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
    takesExpired: false,
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
