/**
 * server/modules/fulfilment/whole-kits.ts — no half kit goes by accident: what goes of a kit's parts, with what has gone before,
 * makes whole kits, or somebody says that a part may go alone.
 */
import { groupBy } from '#domain/group-by.ts'
import { kitsPossible, missingToWhole } from '#domain/kits.ts'
import type { Db } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { kitsOfOrders, partsByLine, type SoldKit } from '../orders/index.ts'

type Units = Readonly<{ orderLineId: string; quantity: number }>
type HalfKit = Readonly<{ line: number; sku: string; missing: readonly { sku: string; quantity: number }[] }>

/** By order line, in base units. */
export function unitsByLine(
  lines: readonly Units[],
  before: ReadonlyMap<string, number> = new Map(),
): Map<string, number> {
  const units = new Map(before)
  for (const { orderLineId, quantity } of lines) units.set(orderLineId, (units.get(orderLineId) ?? 0) + quantity)
  return units
}

type Going = Readonly<{
  kits: readonly SoldKit[]
  lines: readonly Units[]
  /** What of each line went before, in base units. */
  before: ReadonlyMap<string, number>
  partKits: boolean
}>

/** Judges only kits of which something goes now. Answers with those left half on purpose. */
export function halfKits({ kits, lines, before, partKits }: Going): readonly HalfKit[] | Refusal {
  const now = new Set(lines.map(({ orderLineId }) => orderLineId))
  const gone = unitsByLine(lines, before)
  const half = kits.flatMap((kit): HalfKit[] => {
    if (!kit.parts.some(({ partLineId }) => now.has(partLineId))) return []
    const skuOf = new Map(kit.parts.map(({ partLineId, partSku }) => [partLineId, partSku]))
    const missing = missingToWhole(partsByLine(kit), gone)
    const told = missing.map(({ productId, quantity }) => ({ sku: skuOf.get(productId) ?? '', quantity }))
    return told.length > 0 ? [{ line: kit.lineNo, sku: kit.sku, missing: told }] : []
  })
  return half.length > 0 && !partKits ? new Refusal('kit_incomplete', { kits: half }) : half
}

/** Of which kits something is among the lines, and how many whole ones these make by themselves. */
export function kitsAmong(kits: readonly SoldKit[], lines: readonly Units[]) {
  const units = unitsByLine(lines)
  return kits.flatMap((kit) => {
    if (!kit.parts.some(({ partLineId }) => units.has(partLineId))) return []
    const { lineId, lineNo, productId, sku, productName } = kit
    return [{ lineId, lineNo, productId, sku, productName, whole: kitsPossible(partsByLine(kit), units) }]
  })
}

/** By order, its kits; not asked where none of the lines is a part of one. */
export async function kitsOfLines(
  db: Db,
  documents: readonly Readonly<{ orderId: string }>[],
  lines: readonly Readonly<{ kitLineId: string | null }>[],
): Promise<Map<string, SoldKit[]>> {
  if (lines.every(({ kitLineId }) => kitLineId === null)) return new Map()
  const orderIds = [...new Set(documents.map(({ orderId }) => orderId))]
  return groupBy(await kitsOfOrders(db, orderIds), ({ orderId }) => orderId)
}
