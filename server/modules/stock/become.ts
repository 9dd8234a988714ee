/**
 * server/modules/stock/become.ts — units of a batch become units of another batch of the same product, where they lie.
 */
import type { Db, Tx } from '#platform/db.ts'
import { type PlaceRow, virtualPlaces } from '../places/index.ts'
import { movedWithPromises } from './carry-promises.ts'
import type { MoveAsk } from './move-ask.ts'
import { recordMoves } from './record-moves.ts'
import type { Promised } from './reservations.ts'
import type { MoveRow } from './store.ts'

export type Becoming = Readonly<{
  where: string // how the caller names it in a refusal
  productId: string
  batchId: string
  intoBatchId: string
  place: PlaceRow
  quantity: number // base units
  document: MoveAsk['document']
  note: string | null
}>

/**
 * As if they were used for making it, so that the balance of both batches closes; what is promised of them stays promised, and `kept` of those that
 * stay what they were: such as is picked already. The product must be locked. Refuses what `recordMoves` refuses: `serials_needed` for goods
 * with serials, since a serial is of one batch for ever.
 */
export async function becomeBatch(
  tx: Tx,
  parts: readonly Becoming[],
  kept: readonly Promised[] = [],
): Promise<MoveRow[]> {
  const making = { id: (await virtualPlaces(tx)).production, kind: 'production' } as const
  const asks = parts.flatMap(({ batchId, intoBatchId, place, ...own }): MoveAsk[] => [
    { ...own, batchId, from: place, to: making, reason: 'consume', occurredAt: tx.act.at },
    { ...own, batchId: intoBatchId, from: making, to: place, reason: 'make', occurredAt: tx.act.at },
  ])
  const ways = parts.map(({ batchId, intoBatchId, place, quantity }) => ({
    from: { batchId, placeId: place.id },
    to: { batchId: intoBatchId, place },
    quantity,
  }))
  return movedWithPromises(tx, ways, () => recordMoves(tx, asks), kept)
}

/** The moves of a document by which units became another batch, oldest first, each with the place where they lay. */
export const becameBy = (db: Db, documentId: string) => db<(Omit<Became, 'place'> & { placeId: string })[]>`
  select id, batch_id, reason, case reason when 'make' then to_place_id else from_place_id end as place_id, quantity
  from stock.move
  where account_id = ${db.act.accountId} and document_id = ${documentId} and reason in ('consume', 'make') order by id`

/** The two moves of a becoming, as they were written. */
export type Became = Readonly<{
  id: string
  batchId: string
  reason: 'consume' | 'make'
  place: PlaceRow
  quantity: number
}>
type Undoing = Readonly<{
  productId: string
  intoBatchId: string
  document: MoveAsk['document']
  note: string
  kept?: readonly Promised[] // as in becoming
}>

/**
 * It did not happen: what became another batch is `intoBatchId` again where it lies, and each move stays with its opposite; what is promised of it stays promised. The
 * product must be locked. Refuses what `recordMoves` refuses.
 */
export async function unbecome(
  tx: Tx,
  became: readonly Became[],
  { productId, intoBatchId, document, note, kept = [] }: Undoing,
): Promise<MoveRow[]> {
  const making = { id: (await virtualPlaces(tx)).production, kind: 'production' } as const
  const shared = { where: 'Undoing', productId, reason: 'reversal', document, note, occurredAt: tx.act.at } as const
  const asks = became.toReversed().map(({ id: reversesId, batchId, quantity, reason, place }): MoveAsk => {
    const way = reason === 'make' ? { from: place, to: making } : { from: making, to: place }
    return { ...shared, ...way, batchId, quantity, reversesId }
  })
  const ways = became.flatMap(({ batchId, place, quantity, reason }) =>
    reason === 'make' ? [{ from: { batchId, placeId: place.id }, to: { batchId: intoBatchId, place }, quantity }] : [],
  )
  return movedWithPromises(tx, ways, () => recordMoves(tx, asks), kept)
}
