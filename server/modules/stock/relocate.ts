/**
 * server/modules/stock/relocate.ts — goods go from a place to another of the same warehouse.
 */
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { batchesById, findSerials } from '../batches/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { type Boxed, boxPlaces, type PlaceRow, placesById } from '../places/index.ts'
import { movedWithPromises, type Way } from './carry-promises.ts'
import type { MoveAsk } from './move-ask.ts'
import { recordMoves } from './record-moves.ts'
import type { StockHooks } from './stock-hooks.ts'

export type Relocation = Readonly<{
  id?: string
  note?: string
  /** Also where the rules of storage forbid it. */
  force?: Readonly<{ reason: string }>
  lines: readonly Readonly<{
    batch: string
    from: string
    to: string
    closedPackOf?: number // they lie in closed boxes of so many base units there
    quantity: number
    serials?: readonly string[]
  }>[]
}>

type Line = Relocation['lines'][number]

/**
 * What is free goes first; what is promised goes along with its promise where it can still be sold, and is given back
 * where it cannot. Boxes that stay closed say so. Refuses what `recordMoves` and the hooks refuse, `serial_elsewhere`, and places of two warehouses.
 */
export async function relocate(tx: Tx, { id = newId(), note, force, lines }: Relocation, hooks: StockHooks) {
  const batchIds = lines.map(({ batch }) => batch)
  const placeIds = lines.flatMap(({ from, to }) => [from, to])
  const batches = new Map((await batchesById(tx, batchIds)).map((row) => [row.id, row]))
  const places = new Map((await placesById(tx, placeIds)).map((row) => [row.id, row]))
  const productIds = [...new Set([...batches.values()].map(({ productId }) => productId))]
  await lockProducts(tx, productIds)
  const boxesIn = await boxPlaces(
    tx,
    lines.flatMap(({ to, closedPackOf }) => boxed(places.get(to), closedPackOf) ?? []),
  )
  const serialOf = await serialsNamed(tx, lines, batches)
  const asks = lines.map((line, index): Carried => {
    const batch = batches.get(line.batch)
    if (!batch) throw new Refusal('not_found', { kind: 'batch', id: line.batch })
    return {
      where: `line ${index + 1}`,
      batchId: batch.id,
      productId: batch.productId,
      ...route({ places, boxesIn }, line, index),
      quantity: line.quantity,
      reason: 'putaway',
      document: { kind: 'relocation', id, lineId: null },
      occurredAt: tx.act.at,
      note: note ?? null,
      forced: force?.reason ?? null,
      ...(line.serials ? { serialIds: line.serials.map((code) => serialOf(batch, code)) } : {}),
    }
  })
  await hooks.before(tx, asks)
  const moves = await movedWithPromises(tx, asks.map(wayOf), () => recordMoves(tx, asks))
  await hooks.after(tx, asks)
  audit(tx, {
    action: 'stock.relocate',
    subjectKind: 'relocation',
    subjectId: id,
    after: lines,
    reason: note ?? null,
  })
  return { id, moves, productIds }
}

type Carried = MoveAsk & Readonly<{ to: PlaceRow }>

const wayOf = ({ batchId, from, to, quantity }: Carried): Way => ({
  from: { batchId, placeId: from.id },
  to: { batchId, place: to },
  quantity,
})

type Batches = ReadonlyMap<string, { id: string; productId: string; code: string }>

/** Refuses `serial_elsewhere` when asked for one that is not of the batch. */
export async function serialsNamed(tx: Tx, lines: readonly Pick<Line, 'batch' | 'serials'>[], batches: Batches) {
  const find = await findSerials(
    tx,
    lines.flatMap(({ batch, serials = [] }) => {
      const productId = batches.get(batch)?.productId
      return productId ? serials.map((code) => ({ productId, code })) : []
    }),
  )
  return ({ id, productId, code: batch }: { id: string; productId: string; code: string }, code: string): string => {
    const serial = find(productId, code)
    if (serial?.batchId !== id) throw new Refusal('serial_elsewhere', { serial: code, place: `not in batch ${batch}` })
    return serial.id
  }
}

/** Boxes that stay closed lie in the place for them in the bin. */
const boxed = (place: PlaceRow | undefined, packOf: number | undefined): Boxed | null =>
  place?.warehouseId && packOf !== undefined && place.packOf !== packOf ? { bin: place, packOf } : null

type Known = Readonly<{ places: ReadonlyMap<string, PlaceRow>; boxesIn: (boxed: Boxed) => PlaceRow }>

function route({ places, boxesIn }: Known, line: Line, index: number) {
  const from = places.get(line.from)
  const named = places.get(line.to)
  const boxes = boxed(named, line.closedPackOf)
  const to = boxes ? boxesIn(boxes) : named
  if (!from) throw new Refusal('not_found', { kind: 'place', id: line.from })
  if (!to) throw new Refusal('not_found', { kind: 'place', id: line.to })
  if (from.warehouseId !== null && from.warehouseId === to.warehouseId && from.id !== to.id) return { from, to }
  throw new Refusal('invalid_input', {
    problems: [{ at: `lines[${index}]`, message: 'must name two places of the same warehouse' }],
  })
}
