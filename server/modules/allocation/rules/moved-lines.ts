/**
 * server/modules/allocation/rules/moved-lines.ts — which open lines would go from other warehouses, were their orders placed
 * now: what a rule of routing means, for it takes back no promise.
 */
import { groupBy } from '#domain/group-by.ts'
import type { Db } from '#platform/db.ts'
import { resolveProducts } from '../../catalog/index.ts'
import { placesById, resolveWarehouses } from '../../places/index.ts'
import { type ReservationRow, reservationsOf } from '../../stock/index.ts'
import { planAllocation } from '../allocate.ts'
import type { ToAllocate } from '../under-the-rules.ts'
import type { OpenLine, OpenLines } from './open-kinds.ts'
import type { RulesInForce } from './rules-in-force.ts'
import { withFreed } from './with-freed.ts'

export type MovedLine = Readonly<{ line: OpenLine; from: readonly string[]; to: readonly string[] }> // codes of warehouses
export type Moves = Readonly<{
  lines: readonly MovedLine[]
  considered: number // open lines that name no warehouse and of which nothing has left, at most `linesMax`
  parcels: Readonly<{ are: number; wouldBe: number }> // of those, an order and a warehouse
}>

/** So many are tried, the first in their turn: each order is planned once for each warehouse. */
const linesMax = 3000

export async function movedLines(db: Db, { inTurn }: OpenLines, rules: RulesInForce): Promise<Moves> {
  const lines = inTurn
    .filter(([{ concerned, demand }]) => concerned && demand.warehouseId === null && demand.shipped === 0)
    .slice(0, linesMax)
    .map(([{ demand }, { id, documentId }]) => ({ ...demand, id, documentId }))
  const ids = [...new Set(lines.map(({ productId }) => productId))]
  const reserved = await reservationsOf(db, { demandIds: lines.filter((one) => one.reserved > 0).map(({ id }) => id) })
  const [products, stock, was] = await Promise.all([
    resolveProducts(db, ids),
    withFreed(db, ids, reserved),
    warehousesOf(db, reserved),
  ])
  const asks = lines.flatMap((demand): ToAllocate[] => {
    const product = products.get(demand.productId)
    const { quantity } = demand
    return product ? [{ demand, product, quantity, history: false, waits: false, told: false }] : []
  })
  const { answers } = await planAllocation(db, asks, { stock, rules, cause: 'order', givenBack: reserved })
  const codes = await warehouseCodes(db)
  const to = new Map(answers.map(({ demandId, picks }) => [demandId, codes(picks.map((pick) => pick.warehouseId))]))
  const all = lines.map((line) => ({ line, from: codes(was.get(line.id) ?? []), to: to.get(line.id) ?? [] }))
  return {
    lines: all.filter(({ from, to: after }) => from.length > 0 && after.length > 0 && from.join() !== after.join()),
    considered: lines.length,
    parcels: { are: parcels(all, 'from'), wouldBe: parcels(all, 'to') },
  }
}

const parcels = (all: readonly MovedLine[], side: 'from' | 'to'): number =>
  new Set(all.flatMap((one) => one[side].map((code) => `${one.line.documentId} ${code}`))).size

async function warehousesOf(db: Db, reserved: readonly ReservationRow[]): Promise<Map<string, string[]>> {
  const places = await placesById(db, [...new Set(reserved.map(({ placeId }) => placeId))])
  const warehouseOf = new Map(places.map(({ id, warehouseId }) => [id, warehouseId ?? '']))
  const byLine = groupBy(reserved, ({ demandId }) => demandId)
  return new Map([...byLine].map(([id, rows]) => [id, rows.map(({ placeId }) => warehouseOf.get(placeId) ?? '')]))
}

/** Each once, in the order of the codes. */
async function warehouseCodes(db: Db): Promise<(ids: readonly string[]) => string[]> {
  const warehouses = await resolveWarehouses(db)
  return (ids) => [...new Set(ids.map((id) => warehouses.get(id)?.code ?? ''))].sort()
}
