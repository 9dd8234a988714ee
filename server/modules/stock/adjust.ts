import type { Instant } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { findSerials, identifySerials } from '../batches/index.ts'
import { virtualPlaces } from '../places/index.ts'
import { takeBack } from './keep-whole.ts'
import type { MoveAsk, PlaceOf } from './move-ask.ts'
import { recordMoves } from './record-moves.ts'
import { type MoveRow, namesOf } from './store.ts'
import { promisesIn, takenTogether } from './take-promised.ts'

export type Adjustment = Readonly<{
  id?: string | undefined
  /** A document of its own, or the count that found it. */
  as?: 'adjustment' | 'count'
  reason: string
  /** Where what is taken out is set aside; else it is not there any more. */
  aside?: PlaceOf | null
  occurredAt: Instant
  /** Whether what is promised to orders may go as well, and is then taken back. */
  promised: 'keep' | 'take_back'
  lines: readonly Readonly<{
    where: string
    batchId: string
    productId: string
    place: PlaceOf
    quantity: number
    note: string | null
    serials: readonly string[]
    /** Of the count that found it. */
    lineId?: string
  }>[]
}>

/**
 * Corrects stock by signed quantities, against the place where count differences go or where what is damaged is set aside, and answers with a move for each line and with the
 * demands from which promises were taken back. The products must be locked.
 * Refuses `stock_promised` where what is gone was promised and is not to be taken back, `serial_elsewhere`, and what
 * `recordMoves` refuses.
 */
export async function adjust(
  tx: Tx,
  { id = newId(), as = 'adjustment', reason, aside = null, occurredAt, promised, lines }: Adjustment,
): Promise<{ id: string; moves: MoveRow[]; released: string[] }> {
  const count: PlaceOf = { id: (await virtualPlaces(tx)).count, kind: 'count' }
  const gone = lines.filter(({ quantity }) => quantity < 0)
  const released = await giveBack(tx, gone, promised)
  const serialIds = await serialsOf(tx, lines)
  const moves = await recordMoves(
    tx,
    lines.map(
      ({ place, quantity, note, serials, lineId = null, ...line }, index): MoveAsk => ({
        ...line,
        ...(serials.length > 0 ? { serialIds: serialIds[index] ?? [] } : {}),
        from: quantity < 0 ? place : count,
        to: quantity < 0 ? (aside ?? count) : place,
        quantity: Math.abs(quantity),
        reason: as,
        document: { kind: as, id, lineId },
        occurredAt,
        note: note ?? reason,
      }),
    ),
  )
  audit(tx, {
    action: as === 'count' ? 'count.book' : 'stock.adjust',
    subjectKind: as,
    subjectId: id,
    reason,
    after: moves.map(({ batchId, fromPlaceId, toPlaceId, quantity }) => ({
      batchId,
      fromPlaceId,
      toPlaceId,
      quantity,
    })),
  })
  return { id, moves, released }
}

type Line = Adjustment['lines'][number]

/** What a count says is not there cannot stay promised: those who have waited least lose their promise first. */
async function giveBack(tx: Tx, gone: readonly Line[], promised: Adjustment['promised']): Promise<string[]> {
  const taken = takenTogether(
    gone.map(({ batchId, place, quantity }) => ({ batchId, placeId: place.id, quantity: -quantity })),
  )
  const lost = await promisesIn(tx, taken)
  const [first] = lost
  if (!first) return []
  if (promised === 'keep') {
    const { batch, place } = await namesOf(tx, first)
    const asked = taken.find(({ batchId, placeId }) => batchId === first.batchId && placeId === first.placeId)
    const units = lost.filter(({ batchId, placeId }) => batchId === first.batchId && placeId === first.placeId)
    throw new Refusal('stock_promised', {
      where: gone.find(({ batchId, place: at }) => batchId === first.batchId && at.id === first.placeId)?.where ?? '',
      batch,
      place,
      asked: asked?.quantity ?? 0,
      promised: units.reduce((sum, { quantity }) => sum + quantity, 0),
      orders: new Set(units.map(({ demandId }) => demandId)).size,
      choices: ['take_back'],
    })
  }
  const parts = await takeBack(tx, lost)
  return [...new Set([...lost, ...parts].map(({ demandId }) => demandId))]
}

/** Serials that are found may be new; those that are gone must be known. */
async function serialsOf(tx: Tx, lines: readonly Line[]): Promise<string[][]> {
  const named = lines.flatMap(({ productId, batchId, serials, quantity }) =>
    serials.map((code) => ({ productId, batchId, code, found: quantity > 0 })),
  )
  const find = await findSerials(tx, named)
  const strange = named.find(
    ({ productId, batchId, code, found }) => !found && find(productId, code)?.batchId !== batchId,
  )
  if (strange) throw new Refusal('serial_elsewhere', { serial: strange.code, place: 'not in this batch' })
  const made = await identifySerials(
    tx,
    named.filter(({ found }) => found).map(({ found: _, ...ask }) => ask),
  )
  return lines.map(({ productId, serials, quantity }) =>
    serials.map((code) => (quantity > 0 ? made.shift()?.id : find(productId, code)?.id) ?? ''),
  )
}
