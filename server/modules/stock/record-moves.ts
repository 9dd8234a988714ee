/**
 * server/modules/stock/record-moves.ts — the one way stock changes: rows of the ledger, and the balances with them.
 */
import { firstNegativeDay, isPhysical, quantityMax } from '#domain/ledger.ts'
import { dayIn } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { mergedAmong, sayMergedCame } from '../batches/index.ts'
import type { MoveAsk, PlaceOf } from './move-ask.ts'
import { refuseUnopening } from './refuse-unopening.ts'
import { moveSerials, type SerialMove } from './serial-places.ts'
import { refuseForbidden } from './storage/refuse-forbidden.ts'
import {
  type BalanceChange,
  type BalanceKey,
  type BalanceRow,
  balancesAt,
  boxedPlaces,
  changeBalances,
  deleteEmptyBalances,
  historyOf,
  insertBalances,
  insertMoves,
  type MoveRow,
  namesOf,
  serialProducts,
} from './store.ts'

/**
 * Writes the moves, changes the balances, moves the serials. The products must be locked.
 *
 * Refuses `insufficient_stock` beyond what is on hand and not promised to others, `negative_on_day` for a move in the
 * past that the stock of a later day cannot bear, `opened_stays`, `opened_only`, `opened_for_good`, `serials_needed` where a serial-tracked product moves without naming
 * each of its units, `closed_box` for part of a box, `storage_forbids` for a bin in which they must not lie, `serial_elsewhere`, `too_much_stock`, `in_the_future`.
 */
export async function recordMoves(tx: Tx, asks: readonly MoveAsk[]): Promise<MoveRow[]> {
  if (asks.length === 0) return []
  refuseFuture(tx, asks)
  await refuseUnopening(tx, asks)
  const changes = changesOf(asks)
  const [rows, serialTracked, boxed, merged, forced] = await Promise.all([
    balancesAt(tx, [...changes.values()]),
    serialProducts(tx, [...new Set(asks.map(({ productId }) => productId))]),
    boxedPlaces(tx, [...new Set(asks.flatMap(({ from, to }) => [from.id, to.id]))]),
    mergedAmong(tx, [...new Set(asks.map(({ batchId }) => batchId))]),
    refuseForbidden(tx, asks),
  ])
  const balances = new Map(rows.map((row) => [keyOf(row), row]))
  refuseMissingSerials(asks, serialTracked)
  await refuseCutBoxes(tx, asks, new Map(boxed.map(({ id, packOf }) => [id, packOf])))
  await refuseTooMuch(tx, changes, balances)
  await refuseShortage(tx, asks, changes, balances)
  const moves = asks.map((ask) => moveRow(ask, forced.get(ask)))
  await Promise.all([insertMoves(tx, moves), apply(tx, changes, balances)])
  await moveSerials(
    tx,
    asks.flatMap((ask, index) => serialMoves(ask, moves[index])),
  )
  await refuseNegativePast(tx, asks, balances)
  // What is here of a batch that was merged into another is of that one, as soon as nobody has it in his hands.
  await sayMergedCame(
    tx,
    merged.filter(({ id }) => asks.some(({ batchId, document }) => batchId === id && document.kind !== 'repair')),
  )
  return moves
}

const keyOf = ({ batchId, placeId }: BalanceKey) => `${batchId} ${placeId}`

const moveRow = (ask: MoveAsk, forced: string | undefined): MoveRow => ({
  id: ask.id ?? newId(),
  batchId: ask.batchId,
  productId: ask.productId,
  fromPlaceId: ask.from.id,
  toPlaceId: ask.to.id,
  quantity: ask.quantity,
  reason: ask.reason,
  documentKind: ask.document.kind,
  documentId: ask.document.id,
  documentLineId: ask.document.lineId,
  note: forced === undefined ? (ask.note ?? null) : [ask.note, forced].filter((words) => words).join('. '),
  occurredAt: ask.occurredAt,
  reversesId: ask.reversesId ?? null,
})

/** Clocks of phones and servers differ a little; a day does not. */
const toleranceMs = 5 * 60_000

function refuseFuture(tx: Tx, asks: readonly MoveAsk[]): void {
  const latest = Date.parse(tx.act.at) + toleranceMs
  const future = asks.find(({ occurredAt }) => Date.parse(occurredAt) > latest)
  if (future) throw new Refusal('in_the_future', { at: future.occurredAt })
}

/** One change for each batch and physical place, however many moves touch it. */
function changesOf(asks: readonly MoveAsk[]): Map<string, BalanceChange> {
  const changes = new Map<string, BalanceChange>()
  const add = (
    { batchId, productId, occurredAt }: MoveAsk,
    place: PlaceOf,
    change: { onHand: number; reserved: number },
  ) => {
    if (!isPhysical(place.kind)) return
    const key = keyOf({ batchId, placeId: place.id })
    const before = changes.get(key)
    changes.set(key, {
      batchId,
      placeId: place.id,
      productId,
      onHand: (before?.onHand ?? 0) + change.onHand,
      reserved: (before?.reserved ?? 0) + change.reserved,
      lastMovedAt: before && Date.parse(before.lastMovedAt) > Date.parse(occurredAt) ? before.lastMovedAt : occurredAt,
    })
  }
  for (const ask of asks) {
    add(ask, ask.from, { onHand: -ask.quantity, reserved: -(ask.reserved ?? 0) })
    add(ask, ask.to, { onHand: ask.quantity, reserved: 0 })
  }
  return changes
}

function refuseMissingSerials(asks: readonly MoveAsk[], tracked: readonly { id: string; sku: string }[]): void {
  const skuOf = new Map(tracked.map(({ id, sku }) => [id, sku]))
  for (const { where, productId, quantity, serialIds = [] } of asks) {
    const sku = skuOf.get(productId)
    const needed = sku === undefined ? 0 : quantity
    if (serialIds.length !== needed)
      throw new Refusal('serials_needed', { where, sku: sku ?? '', needed, given: serialIds.length })
  }
}

/** Closed boxes come and go whole. */
async function refuseCutBoxes(tx: Tx, asks: readonly MoveAsk[], packOf: ReadonlyMap<string, number>): Promise<void> {
  if (packOf.size === 0) return
  const cut = asks.flatMap((ask) =>
    [ask.from, ask.to].flatMap(({ id }) => {
      const of = packOf.get(id) ?? 1
      return ask.quantity % of === 0 ? [] : [{ ask, placeId: id, of }]
    }),
  )[0]
  if (!cut) return
  const { batch, place } = await namesOf(tx, { batchId: cut.ask.batchId, placeId: cut.placeId })
  throw new Refusal('closed_box', { where: cut.ask.where, batch, place, of: cut.of, asked: cut.ask.quantity })
}

async function refuseTooMuch(tx: Tx, changes: Map<string, BalanceChange>, balances: Map<string, BalanceRow>) {
  for (const [key, change] of changes) {
    if ((balances.get(key)?.onHand ?? 0) + change.onHand <= quantityMax) continue
    const { batch, place } = await namesOf(tx, change)
    throw new Refusal('too_much_stock', { batch, place, most: quantityMax })
  }
}

async function refuseShortage(
  tx: Tx,
  asks: readonly MoveAsk[],
  changes: Map<string, BalanceChange>,
  balances: Map<string, BalanceRow>,
) {
  for (const [key, change] of changes) {
    const { onHand, reserved } = balances.get(key) ?? { onHand: 0, reserved: 0 }
    const free = onHand + change.onHand - (reserved + change.reserved)
    if (free >= 0 && reserved + change.reserved >= 0) continue
    const ask = asks.find(({ batchId, from }) => keyOf({ batchId, placeId: from.id }) === key)
    const names = await namesOf(tx, change)
    throw new Refusal('insufficient_stock', {
      where: ask?.where ?? '',
      batch: names.batch,
      place: names.place,
      available: onHand - reserved,
      asked: -change.onHand,
    })
  }
}

async function apply(tx: Tx, changes: Map<string, BalanceChange>, balances: Map<string, BalanceRow>): Promise<void> {
  const known: BalanceChange[] = []
  const fresh: BalanceChange[] = []
  const emptied: BalanceChange[] = []
  for (const [key, change] of changes) {
    const before = balances.get(key)
    if (before) known.push(change)
    else if (change.onHand > 0) fresh.push(change)
    if (before && before.onHand + change.onHand === 0) emptied.push(change)
  }
  await Promise.all([
    changeBalances(tx, known),
    fresh.length > 0 ? insertBalances(tx, fresh) : null,
    emptied.length > 0 ? deleteEmptyBalances(tx, emptied) : null,
  ])
}

function serialMoves(ask: MoveAsk, move: MoveRow | undefined): SerialMove[] {
  if (!move || !ask.serialIds) return []
  return ask.serialIds.map((serialId) => ({
    serialId,
    moveId: move.id,
    batchId: ask.batchId,
    from: ask.from,
    to: ask.to,
  }))
}

/** Only what leaves a place before its newest move can have made a day negative. */
async function refuseNegativePast(tx: Tx, asks: readonly MoveAsk[], balances: Map<string, BalanceRow>): Promise<void> {
  const suspects = new Map<string, BalanceKey>()
  for (const { batchId, from, occurredAt } of asks) {
    const key = { batchId, placeId: from.id }
    const before = balances.get(keyOf(key))
    if (before && Date.parse(occurredAt) < Date.parse(before.lastMovedAt)) suspects.set(keyOf(key), key)
  }
  for (const key of suspects.values()) {
    const names = await namesOf(tx, key)
    const moves = (await historyOf(tx, key)).map(({ occurredAt, quantity }) => ({
      occurredOn: dayIn(names.timeZone, occurredAt),
      quantity,
    }))
    const negative = firstNegativeDay(moves)
    if (negative)
      throw new Refusal('negative_on_day', {
        batch: names.batch,
        place: names.place,
        day: negative.day,
        short: negative.short,
      })
  }
}
