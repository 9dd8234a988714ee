/**
 * server/modules/stock/open-boxes.ts — closed boxes are opened: their units lie loose in the bin from then on.
 */
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { batchesById } from '../batches/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { type PlaceRow, placesById } from '../places/index.ts'
import { recordMoves } from './record-moves.ts'
import { serialsNamed } from './relocate.ts'
import type { StockHooks } from './stock-hooks.ts'
import { balancesAt } from './store.ts'

export type Opening = Readonly<{
  id?: string
  batch: string
  place: string // where the closed boxes lie
  boxes: number
  serials?: readonly string[] // of what is in them
  note?: string
}>

/**
 * Only boxes that are promised to nobody: an order was promised them closed. Refuses `no_free_boxes`, `invalid_input` for a place
 * without closed boxes, `serials_needed`, `serial_elsewhere`, `not_found`, and what the hooks refuse.
 */
export async function openBoxes(tx: Tx, { id = newId(), note, ...ask }: Opening, hooks: StockHooks) {
  const [batch] = await batchesById(tx, [ask.batch])
  if (!batch) throw new Refusal('not_found', { kind: 'batch', id: ask.batch })
  const { boxes, packOf, bin } = await boxesAt(tx, ask.place)
  await lockProducts(tx, [batch.productId])
  await refusePromised(tx, ask, { place: boxes, packOf, batchCode: batch.code })
  const { serials = [] } = ask
  const serialOf = await serialsNamed(tx, [ask], new Map([[batch.id, batch]]))
  const serialIds = serials.map((code) => serialOf(batch, code))
  const move = {
    where: 'Opening',
    batchId: batch.id,
    productId: batch.productId,
    from: boxes,
    to: bin,
    quantity: ask.boxes * packOf,
    reason: 'putaway' as const,
    document: { kind: 'relocation', id, lineId: null },
    occurredAt: tx.act.at,
    note: note ?? null,
    ...(serialIds.length > 0 ? { serialIds } : {}),
  }
  await hooks.before(tx, [move])
  const moves = await recordMoves(tx, [move])
  await hooks.after(tx, [move])
  const after = { batch: batch.code, place: boxes.code, boxes: ask.boxes, packOf, bin: bin.code }
  audit(tx, { action: 'stock.open_box', subjectKind: 'batch', subjectId: batch.id, after, reason: note ?? null })
  return { id, moves, productIds: [batch.productId] }
}

async function boxesAt(tx: Tx, placeId: string): Promise<{ boxes: PlaceRow; packOf: number; bin: PlaceRow }> {
  const [boxes] = await placesById(tx, [placeId])
  if (!boxes) throw new Refusal('not_found', { kind: 'place', id: placeId })
  const [bin] = boxes.binId === null ? [] : await placesById(tx, [boxes.binId])
  if (bin && boxes.packOf !== null) return { boxes, packOf: boxes.packOf, bin }
  const message = `must be a place of closed boxes; what lies at ${boxes.code} is loose`
  throw new Refusal('invalid_input', { problems: [{ at: 'place', message }] })
}

type Asked = Readonly<{ place: PlaceRow; packOf: number; batchCode: string }>

async function refusePromised(tx: Tx, { batch, boxes }: Opening, { place, packOf, batchCode }: Asked): Promise<void> {
  const [balance] = await balancesAt(tx, [{ batchId: batch, placeId: place.id }])
  const { onHand, reserved } = balance ?? { onHand: 0, reserved: 0 }
  const free = (onHand - reserved) / packOf
  if (boxes > free)
    throw new Refusal('no_free_boxes', {
      batch: batchCode,
      place: place.code,
      asked: boxes,
      free,
      promised: reserved / packOf,
    })
}
