/**
 * server/modules/stock/become-as-before.ts — units became another batch by mistake: they are what they were again, where they lie.
 */
import type { Db, Tx } from '#platform/db.ts'
import type { PlaceRow } from '../places/index.ts'
import { movedWithPromises } from './carry-promises.ts'
import type { MoveAsk } from './move-ask.ts'
import { recordMoves } from './record-moves.ts'
import type { Promised } from './reservations.ts'
import type { MoveRow } from './store.ts'

export type BecomingBack = Readonly<{
  where: string // how the caller names it in a refusal
  productId: string
  place: PlaceRow
  document: MoveAsk['document'] // by which they became it, in one part
  note: string
}>

type MadeMove = { id: string; batchId: string; fromPlaceId: string; quantity: number }

/** First what was used, then what was made. */
const movesOfBecoming = (db: Db, { kind, id }: MoveAsk['document']) => db<MadeMove[]>`
  select id, batch_id, from_place_id, quantity from stock.move
  where account_id = ${db.act.accountId} and document_id = ${id} and document_kind = ${kind} and reverses_id is null order by id`

/**
 * Both moves stay with their opposites, and what is promised goes along but for what is `kept`. The product must be locked. Refuses what
 * `recordMoves` refuses where they do not all lie there.
 */
export async function becomeAsBefore(tx: Tx, back: BecomingBack, kept: readonly Promised[]): Promise<MoveRow[]> {
  const { place, note, ...own } = back
  const [used, made, ...others] = await movesOfBecoming(tx, back.document)
  if (!used || !made || others.length > 0) throw new Error('what is undone are not the two moves of a becoming')
  const { quantity } = made
  const making = { id: made.fromPlaceId, kind: 'production' } as const
  const undone = { ...own, note, quantity, occurredAt: tx.act.at, reason: 'reversal' as const }
  const asks: MoveAsk[] = [
    { ...undone, batchId: made.batchId, from: place, to: making, reversesId: made.id },
    { ...undone, batchId: used.batchId, from: making, to: place, reversesId: used.id },
  ]
  const from = { batchId: made.batchId, placeId: place.id }
  const way = { from, to: { batchId: used.batchId, place }, quantity }
  return movedWithPromises(tx, [way], () => recordMoves(tx, asks), kept)
}
