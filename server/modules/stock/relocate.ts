import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { batchesById } from '../batches/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { placesById } from '../places/index.ts'
import { type MoveAsk, recordMoves } from './record-moves.ts'

export type Relocation = Readonly<{
  id?: string
  note?: string
  lines: readonly Readonly<{ batch: string; from: string; to: string; quantity: number }>[]
}>

/** Moves stock between places of one warehouse. What is promised to orders stays where it is promised from. */
export async function relocate(tx: Tx, { id = newId(), note, lines }: Relocation) {
  const batches = new Map(
    (
      await batchesById(
        tx,
        lines.map(({ batch }) => batch),
      )
    ).map((row) => [row.id, row]),
  )
  const places = new Map(
    (
      await placesById(
        tx,
        lines.flatMap(({ from, to }) => [from, to]),
      )
    ).map((row) => [row.id, row]),
  )
  await lockProducts(
    tx,
    [...batches.values()].map(({ productId }) => productId),
  )
  const asks = lines.map((line, index): MoveAsk => {
    const batch = batches.get(line.batch)
    const from = places.get(line.from)
    const to = places.get(line.to)
    if (!batch) throw new Refusal('not_found', { kind: 'batch', id: line.batch })
    if (!from) throw new Refusal('not_found', { kind: 'place', id: line.from })
    if (!to) throw new Refusal('not_found', { kind: 'place', id: line.to })
    if (from.warehouseId === null || from.warehouseId !== to.warehouseId || from.id === to.id) {
      throw new Refusal('invalid_input', {
        problems: [{ at: `lines[${index}]`, message: 'must name two places of the same warehouse' }],
      })
    }
    return {
      where: `line ${index + 1}`,
      batchId: batch.id,
      productId: batch.productId,
      from,
      to,
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
  return { id, moves, productIds: [...new Set([...batches.values()].map(({ productId }) => productId))] }
}
