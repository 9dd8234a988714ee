/**
 * domain/allocation/number-to-sell.ts — how many of a product a channel may offer: the largest single order that would be
 * promised whole now, by the rules of one batch, whole packs, pools and routing that hold for it.
 *
 * Orders are tried out by the planner; none is reckoned from sums, for stock that no one order can have is not to be sold.
 */
import type { RoutingRule } from '../routing.ts'
import type { AvailableStock, Demand } from './demand.ts'
import { openWave, planAllocation } from './planner.ts'
import type { Pool } from './pools.ts'
import { serveRouted, type WarehouseFacts } from './routed-order.ts'

/** What lies in stock and is sold: by itself, or as a part of a kit. The quantity of the demand is not looked at. */
export type SoldPart = Readonly<{
  productId: string
  perUnit: number // base units in one of what is sold
  demand: Demand
  stock: readonly AvailableStock[]
  pools: readonly Pool[]
}>
/** What a rule says of the warehouses that an order without one goes from; null where none does. */
export type RoutedSale = Readonly<{ rule: RoutingRule; warehouses: readonly WarehouseFacts[] }> | null

/**
 * Whole number of what is sold. Law: an order of the number is promised whole. A smaller one may not be, where packs are not
 * opened. No larger one is, but where closed packs are split over warehouses: then one might be. Where nothing may be split,
 * what one warehouse could send alone.
 */
export function numberToSell(parts: readonly SoldPart[], routed: RoutedSale): number {
  if (!routed || parts.some(({ demand }) => demand.warehouseId !== null)) return largest(parts, byRotation)
  if (routed.rule.split === 'allowed') return largest(parts, (tried) => overWarehouses(tried, routed))
  return Math.max(0, ...routed.warehouses.map(({ warehouseId }) => numberToSellFrom(parts, warehouseId)))
}

/** The same of an order that goes from there alone. */
export const numberToSellFrom = (parts: readonly SoldPart[], warehouseId: string): number =>
  largest(
    parts.map((part) => ({ ...part, demand: { ...part.demand, warehouseId } })),
    byRotation,
  )

/** Base units that each part would be promised, in their order. */
type TryOut = (parts: readonly SoldPart[]) => readonly number[]

/** From what all stock together makes down to what is promised: less is never promised of more. */
function largest(parts: readonly SoldPart[], promised: TryOut): number {
  let count = wholes(
    parts,
    parts.map(({ stock }) => stock.reduce((sum, { available }) => sum + available, 0)),
  )
  for (;;) {
    const quantities = promised(parts.map((part) => asking(part, count)))
    const served = wholes(parts, quantities)
    if (served >= count) return count
    count = served
  }
}

const wholes = (parts: readonly SoldPart[], quantities: readonly number[]): number =>
  parts.length === 0 ? 0 : Math.min(...parts.map(({ perUnit }, at) => Math.floor((quantities[at] ?? 0) / perUnit)))

const asking = ({ demand, ...part }: SoldPart, count: number): SoldPart => ({
  ...part,
  demand: { ...demand, quantity: part.perUnit * count, shortage: 'part' },
})

const promisedOf = ({ demand }: SoldPart, { shortfall }: { shortfall: number }) => demand.quantity - shortfall
const byRotation: TryOut = (parts) =>
  parts.map((part) => promisedOf(part, planAllocation(part.demand, part.stock, part.pools)))

function overWarehouses(parts: readonly SoldPart[], { rule, warehouses }: NonNullable<RoutedSale>): number[] {
  const waves = new Map(parts.map(({ productId, stock, pools }) => [productId, openWave(stock, pools)]))
  const lines = parts.map(({ productId, demand }) => ({ lineId: productId, productId, demand }))
  const { plans } = serveRouted({ lines, rule, warehouses }, waves)
  return parts.map((part, at) => promisedOf(part, plans[at] ?? { shortfall: part.demand.quantity }))
}
