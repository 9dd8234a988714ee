import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { batchesById } from '../batches/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { type PlaceRow, placesById } from '../places/index.ts'
import { type MoveAsk, recordMoves } from './record-moves.ts'

export type Relocation = Readonly<{
  id?: string
  note?: string
  lines: readonly Readonly<{ batch: string; from: string; to: string; quantity: number }>[]
}>

type Line = Relocation['lines'][number]

/** Moves stock between places of one warehouse. What is promised to orders stays where it is promised from. */
export async function relocate(tx: Tx, { id = newId(), note, lines }: Relocation) {
  const batchIds = lines.map(({ batch }) => batch)
  const placeIds = lines.flatMap(({ from, to }) => [from, to])
  const batches = new Map((await batchesById(tx, batchIds)).map((row) => [row.id, row]))
  const places = new Map((await placesById(tx, placeIds)).map((row) => [row.id, row]))
  const productIds = [...new Set([...batches.values()].map(({ productId }) => productId))]
  await lockProducts(tx, productIds)
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
    }
  })
  const moves = await recordMoves(tx, asks)
  await audit(tx, {
    action: 'stock.relocate',
    subjectKind: 'relocation',
    subjectId: id,
    after: lines,
    reason: note ?? null,
  })
  return { id, moves, productIds }
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
