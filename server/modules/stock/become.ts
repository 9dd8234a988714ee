/**
 * server/modules/stock/become.ts — units of a batch become units of another batch of the same product, where they lie.
 */
import type { Db, Tx } from '#platform/db.ts'
import { regroupSerials } from '../batches/index.ts'
import { type PlaceRow, placesById, virtualPlaces } from '../places/index.ts'
import { movedWithPromises } from './carry-promises.ts'
import type { MoveAsk } from './move-ask.ts'
import { recordMoves } from './record-moves.ts'
import type { Promised } from './reservations.ts'
import { serialsAt } from './serial-places.ts'
import { type MoveRow, serialProducts } from './store.ts'

export type Becoming = Readonly<{
  where: string // how the caller names it in a refusal
  productId: string
  batchId: string
  intoBatchId: string
  place: PlaceRow
  to?: PlaceRow // unless said, they stay where they are
  quantity: number // base units
  document: MoveAsk['document']
  note: string | null
  serialIds?: readonly string[] // unless said, of all that lie there
}>

/**
 * As if they were used for making it, so that the balance of both batches closes; what is promised of them stays promised, and `kept` of those that
 * stay what they were: such as is picked already. Units with serials go with these. The product must be locked. Refuses what `recordMoves` refuses.
 */
export async function becomeBatch(
  tx: Tx,
  parts: readonly Becoming[],
  kept: readonly Promised[] = [],
): Promise<MoveRow[]> {
  const named = await withSerials(tx, parts)
  const asks = await becomingMoves(tx, named)
  const ways = parts.map(({ batchId, intoBatchId, place, to = place, quantity }) => ({
    from: { batchId, placeId: place.id },
    to: { batchId: intoBatchId, place: to },
    quantity,
  }))
  const moves = await movedWithPromises(tx, ways, () => recordMoves(tx, asks), kept)
  await regroup(
    tx,
    named.map(({ intoBatchId, serialIds }) => ({ intoBatchId, serialIds })),
  )
  return moves
}

/** Of units that are promised to nobody; serials are not looked for. `recordMoves` writes them. */
export async function becomingMoves(tx: Tx, parts: readonly Becoming[]): Promise<MoveAsk[]> {
  const making = { id: (await virtualPlaces(tx)).production, kind: 'production' } as const
  return parts.flatMap(({ batchId, intoBatchId, place, to = place, ...own }): MoveAsk[] => [
    { ...own, batchId, from: place, to: making, reason: 'consume', occurredAt: tx.act.at },
    { ...own, batchId: intoBatchId, from: making, to, reason: 'make', occurredAt: tx.act.at },
  ])
}

async function withSerials(tx: Tx, parts: readonly Becoming[]): Promise<readonly Becoming[]> {
  const products = [...new Set(parts.map(({ productId }) => productId))]
  if ((await serialProducts(tx, products)).length === 0) return parts
  const there = await serialsAt(
    tx,
    parts.map(({ batchId, place }) => ({ batchId, placeId: place.id })),
  )
  return parts.map((part) => {
    const here = there.filter(({ batchId, placeId }) => batchId === part.batchId && placeId === part.place.id)
    const all = here.length === part.quantity ? here.map(({ serialId }) => serialId) : []
    return { ...part, serialIds: part.serialIds ?? all }
  })
}

type Regrouped = Readonly<{ intoBatchId: string; serialIds?: readonly string[] | undefined }>

async function regroup(tx: Tx, parts: readonly Regrouped[]): Promise<void> {
  const rows = parts.flatMap(({ intoBatchId, serialIds = [] }) => serialIds.map((id) => ({ id, batchId: intoBatchId })))
  if (rows.length > 0) await regroupSerials(tx, rows)
}

type BecameRow = Omit<Became, 'place'> & { placeId: string }
type DocumentKey = Readonly<{ kind: string; id: string }>
const becameRows = (db: Db, { kind, id }: DocumentKey) => db<BecameRow[]>`
  select id, batch_id, reason, case reason when 'make' then to_place_id else from_place_id end as place_id, quantity,
    array(select s.serial_id from stock.move_serial s where s.account_id = m.account_id and s.move_id = m.id) as serial_ids
  from stock.move m
  where account_id = ${db.act.accountId} and document_id = ${id} and document_kind = ${kind} and reason in ('consume', 'make') order by id`

/** The moves of a document by which units became another batch, oldest first, each with the place where they lay or came to lie. */
export async function becameBy(db: Db, document: DocumentKey): Promise<Became[]> {
  const rows = await becameRows(db, document)
  const places = await placesById(
    db,
    rows.map(({ placeId }) => placeId),
  )
  const byId = new Map(places.map((row) => [row.id, row]))
  return rows.map(({ placeId, ...row }) => {
    const place = byId.get(placeId)
    if (!place) throw new Error('goods became another batch at a place that is not there')
    return { ...row, place }
  })
}

/** The two moves of a becoming, as they were written. */
export type Became = Readonly<{
  id: string
  batchId: string
  reason: 'consume' | 'make'
  place: PlaceRow
  quantity: number
  serialIds: readonly string[]
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
  const asks = became.toReversed().map(({ id: reversesId, batchId, quantity, reason, place, serialIds }): MoveAsk => {
    const way = reason === 'make' ? { from: place, to: making } : { from: making, to: place }
    return { ...shared, ...way, batchId, quantity, reversesId, serialIds }
  })
  const ways = became.flatMap(({ batchId, place, quantity, reason }) =>
    reason === 'make' ? [{ from: { batchId, placeId: place.id }, to: { batchId: intoBatchId, place }, quantity }] : [],
  )
  const moves = await movedWithPromises(tx, ways, () => recordMoves(tx, asks), kept)
  await regroup(
    tx,
    became.map(({ serialIds }) => ({ intoBatchId, serialIds })),
  )
  return moves
}
