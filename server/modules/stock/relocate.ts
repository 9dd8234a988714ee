/**
 * server/modules/stock/relocate.ts — goods go from a place to another of the same warehouse.
 */
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { batchesById, findSerials } from '../batches/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { type PlaceRow, placesById } from '../places/index.ts'
import { giveBackParts } from './keep-whole.ts'
import { type MoveAsk, recordMoves } from './record-moves.ts'
import { type Promised, releaseReservations, reserve } from './reservations.ts'
import type { StockHooks } from './stock-hooks.ts'
import { promisesIn, takenTogether } from './take-promised.ts'

export type Relocation = Readonly<{
  id?: string
  note?: string
  lines: readonly Readonly<{ batch: string; from: string; to: string; quantity: number; serials?: readonly string[] }>[]
}>

type Line = Relocation['lines'][number]

/**
 * What is free goes first; what is promised goes along with its promise where it can still be sold, and is given back
 * where it cannot. Refuses what `recordMoves` and the hooks refuse, `serial_elsewhere`, and places of two warehouses.
 */
export async function relocate(tx: Tx, { id = newId(), note, lines }: Relocation, hooks: StockHooks) {
  const batchIds = lines.map(({ batch }) => batch)
  const placeIds = lines.flatMap(({ from, to }) => [from, to])
  const batches = new Map((await batchesById(tx, batchIds)).map((row) => [row.id, row]))
  const places = new Map((await placesById(tx, placeIds)).map((row) => [row.id, row]))
  const productIds = [...new Set([...batches.values()].map(({ productId }) => productId))]
  await lockProducts(tx, productIds)
  const serialOf = await serialsNamed(tx, lines, batches)
  const asks = lines.map((line, index): MoveAsk => {
    const batch = batches.get(line.batch)
    if (!batch) throw new Refusal('not_found', { kind: 'batch', id: line.batch })
    return {
      where: `line ${index + 1}`,
      batchId: batch.id,
      productId: batch.productId,
      ...route(places, line, index),
      quantity: line.quantity,
      reason: 'putaway',
      document: { kind: 'relocation', id, lineId: null },
      occurredAt: tx.act.at,
      note: note ?? null,
      ...(line.serials ? { serialIds: line.serials.map((code) => serialOf(batch, code)) } : {}),
    }
  })
  await hooks.before(tx, asks)
  const moves = await moveWithPromises(tx, asks)
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

async function moveWithPromises(tx: Tx, asks: readonly MoveAsk[]) {
  const taken = takenTogether(asks.map(({ batchId, from, quantity }) => ({ batchId, placeId: from.id, quantity })))
  const promised = await promisesIn(tx, taken)
  await releaseReservations(tx, promised)
  const moves = await recordMoves(tx, asks)
  await reserve(tx, followers(promised, asks))
  await giveBackParts(
    tx,
    promised.map(({ demandId }) => demandId),
  )
  return moves
}

/** Each promise at the place to which its units went; none where they cannot be sold. */
function followers(promised: readonly Promised[], asks: readonly MoveAsk[]): Promised[] {
  const left = new Map(promised.map((row) => [row, row.quantity]))
  const there = asks.flatMap(({ batchId, from, to, quantity }) => {
    const here = promised.filter((row) => row.batchId === batchId && row.placeId === from.id)
    const carried = carry(here, left, quantity)
    return to.kind === 'storage' ? carried.map((row) => ({ ...row, placeId: to.id })) : []
  })
  return merged(there)
}

/** As much of the promises, one after another, as this many units hold; `left` is what later lines may carry. */
function carry(rows: readonly Promised[], left: Map<Promised, number>, units: number): Promised[] {
  let room = units
  return rows.flatMap((row) => {
    const quantity = Math.min(room, left.get(row) ?? 0)
    room -= quantity
    left.set(row, (left.get(row) ?? 0) - quantity)
    return quantity > 0 ? [{ ...row, quantity }] : []
  })
}

function merged(rows: readonly Promised[]): Promised[] {
  const sums = new Map<string, Promised>()
  for (const row of rows) {
    const key = `${row.demandId} ${row.batchId} ${row.placeId}`
    sums.set(key, { ...row, quantity: (sums.get(key)?.quantity ?? 0) + row.quantity })
  }
  return [...sums.values()]
}

type Batches = ReadonlyMap<string, { id: string; productId: string; code: string }>

async function serialsNamed(tx: Tx, lines: readonly Line[], batches: Batches) {
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

function route(places: ReadonlyMap<string, PlaceRow>, line: Line, index: number): Pick<MoveAsk, 'from' | 'to'> {
  const from = places.get(line.from)
  const to = places.get(line.to)
  if (!from) throw new Refusal('not_found', { kind: 'place', id: line.from })
  if (!to) throw new Refusal('not_found', { kind: 'place', id: line.to })
  if (from.warehouseId !== null && from.warehouseId === to.warehouseId && from.id !== to.id) return { from, to }
  throw new Refusal('invalid_input', {
    problems: [{ at: `lines[${index}]`, message: 'must name two places of the same warehouse' }],
  })
}
