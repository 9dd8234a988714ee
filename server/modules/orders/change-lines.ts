/**
 * server/modules/orders/change-lines.ts — from the quantities that a person writes beside the lines of an order to those
 * that are asked of stock.
 */
import { kitStanding, kitsBegun } from '#domain/kits.ts'
import { quantityMax } from '#domain/ledger.ts'
import { Refusal } from '#platform/refusal.ts'
import type { DemandRow } from '../stock/index.ts'
import { partsByLine, type SoldKit } from './kits-of-orders.ts'

export type LineChange = Readonly<{ id: string; quantity: number }>
export type LinesNow = Readonly<{ demands: ReadonlyMap<string, DemandRow>; kits: readonly SoldKit[] }>

/**
 * The demands as they shall be: a line that sells kits changes those of its parts. Refuses a line named twice and a part
 * named by itself, `not_found`, `below_shipped`, and too large a quantity.
 */
export function demandsAsked(lines: readonly LineChange[], now: LinesNow): DemandRow[] {
  refuseWrong(lines, now)
  return lines.flatMap(({ id, quantity }) => {
    const kit = now.kits.find(({ lineId }) => lineId === id)
    if (kit) return partsAsked(kit, quantity, now)
    const demand = now.demands.get(id)
    if (!demand) throw new Refusal('not_found', { kind: 'order line', id })
    if (quantity < demand.shipped) throw new Refusal('below_shipped', { asked: quantity, shipped: demand.shipped })
    return { ...demand, quantity }
  })
}

function partsAsked(kit: SoldKit, quantity: number, { demands }: LinesNow): DemandRow[] {
  const shipped = new Map(kit.parts.map(({ partLineId }) => [partLineId, demands.get(partLineId)?.shipped ?? 0]))
  const begun = kitsBegun(partsByLine(kit), shipped)
  if (quantity < begun) throw new Refusal('kit_begun', { sku: kit.sku, asked: quantity, begun })
  return kit.parts.flatMap(({ partLineId, perKit }) => {
    const demand = demands.get(partLineId)
    return demand ? [{ ...demand, quantity: quantity * perKit }] : []
  })
}

function refuseWrong(lines: readonly LineChange[], { kits }: LinesNow): void {
  const kitOf = new Map(kits.flatMap((kit) => kit.parts.map(({ partLineId }) => [partLineId, kit] as const)))
  const largest = new Map(kits.map((kit) => [kit.lineId, Math.max(...kit.parts.map(({ perKit }) => perKit))]))
  const problems = lines.flatMap(({ id, quantity }, index) => {
    const kit = kitOf.get(id)
    if (lines.findIndex((line) => line.id === id) < index)
      return [{ at: `lines[${index}].id`, message: 'is named twice: say once what the line shall be' }]
    if (kit)
      return [
        { at: `lines[${index}].id`, message: `is a part of ${kit.sku}: change the line of the kit, ${kit.lineId}` },
      ]
    return quantity * (largest.get(id) ?? 1) > quantityMax
      ? [{ at: `lines[${index}].quantity`, message: 'is too large' }]
      : []
  })
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
}

/** What these lines ask now, each as it was sold. */
export const linesAsked = (lines: readonly LineChange[], { demands, kits }: LinesNow): LineChange[] =>
  lines.map(({ id }) => {
    const parts = kits.find(({ lineId }) => lineId === id)?.parts ?? []
    const standing = parts.flatMap(({ partLineId, perKit }) => {
      const demand = demands.get(partLineId)
      return demand ? [{ perKit, quantity: demand.quantity, allocated: 0, shipped: 0 }] : []
    })
    return { id, quantity: standing.length > 0 ? kitStanding(standing).quantity : (demands.get(id)?.quantity ?? 0) }
  })
