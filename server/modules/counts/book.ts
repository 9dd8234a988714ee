/**
 * server/modules/counts/book.ts — differences become moves, each one of its own, and who waits is served from what there is now.
 */

import { dayIn } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { accountSettings } from '../access/index.ts'
import { serveBackOrders } from '../allocation/index.ts'
import { identifyBatches, markReceived } from '../batches/index.ts'
import { lockProducts, resolveProducts } from '../catalog/index.ts'
import { resolveWarehouses } from '../places/index.ts'
import { adjust } from '../stock/index.ts'
import { openCount, refuseBlind } from './count-detail.ts'
import { type Difference, differencesOf, lastLines } from './differences.ts'
import { type Chosen, identifyCounted, partners, whereOf } from './identify-counted.ts'
import { serialsThere } from './serials-there.ts'
import { type CountRow, insertBookings, lockCount } from './store.ts'

export type BookAsk = Readonly<{
  /** These; else all that the one who asks may book. */
  lines?: readonly string[]
  reason?: string
  /** That a code which looks like a known one is another batch. */
  different?: boolean
}>

/**
 * The difference is applied to what lies there now, never the number that was found. What is promised and is not there is given back,
 * and other goods are looked for. A batch that the system does not have is added with what its label said. Refuses `approval_needed`,
 * `own_count`, `blind_count`, `difference_booked`, `difference_outdated`, `count_closed`, and what `adjust` and `identifyBatches` refuse.
 */
export async function book(tx: Tx, countId: string, ask: BookAsk): Promise<{ booked: number; left: number }> {
  const count = await openCount(tx, countId)
  await refuseBlind(tx, count)
  await lockProducts(
    tx,
    (await lastLines(tx, countId)).map(({ productId }) => productId),
  )
  const [locked] = await lockCount(tx, countId)
  if (locked?.closedAt) throw new Refusal('count_closed', { number: count.number })
  const rows = await differencesOf(tx, count)
  const chosen = ask.lines ? await chosenOf(tx, rows, { count, lines: ask.lines }) : bookable(rows)
  const left = rows.filter(({ bookedAt }) => bookedAt === null).length - chosen.length
  if (chosen.length === 0) return { booked: 0, left }
  const batchIds = await batchesOf(tx, count, { chosen, different: ask.different ?? false })
  const reason = ask.reason ?? `count ${count.number}`
  const regained = await identifyCounted(tx, count, { chosen, batchIds, reason })
  const released = await bookDifferences(tx, count, { chosen, batchIds, reason })
  const productIds = [...new Set(chosen.map(({ productId }) => productId))]
  await serveBackOrders(tx, productIds, { cause: 'short', concerned: [...new Set([...regained, ...released])] })
  return { booked: chosen.length, left }
}

/** What is left where the units that were identified are taken out. Answers with the demands that lost their promise. */
async function bookDifferences(tx: Tx, count: CountRow, { chosen, batchIds, reason }: Chosen): Promise<string[]> {
  const differing = chosen
    .map((row, at) => ({ row, batchId: batchIds[at] ?? '', quantity: unexplained(row) }))
    .filter(({ quantity }) => quantity !== 0)
  if (differing.length === 0) return []
  const adjusted = await adjust(tx, {
    id: count.id,
    as: 'count',
    reason,
    occurredAt: tx.act.at,
    promised: 'take_back',
    lines: await linesOf(tx, differing),
  })
  await insertBookings(
    tx,
    differing.map(({ row, batchId, quantity }, at) => ({
      lineId: row.id,
      moveId: adjusted.moves[at]?.id ?? '',
      batchId,
      quantity,
      value: row.value,
    })),
  )
  return adjusted.released
}

const unexplained = ({ difference, identifies }: Difference) => difference - Math.sign(difference) * identifies

const isBookable = ({ bookedAt, recount, hindrance }: Difference) => bookedAt === null && !recount && hindrance === null

/** What is identified in a bin is booked together with what it was. */
function bookable(rows: readonly Difference[]): Difference[] {
  const together = partners(rows)
  return rows.filter((row) => isBookable(row) && together(row).every(isBookable))
}

type Choice = Readonly<{ count: CountRow; lines: readonly string[] }>

async function chosenOf(tx: Tx, rows: readonly Difference[], { count, lines }: Choice): Promise<Difference[]> {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const [{ currency } = { currency: 'USD' }] = await accountSettings(tx)
  const together = partners(rows)
  const named = [...new Set(lines)].flatMap((id) => {
    const row = byId.get(id)
    if (!row) throw new Refusal('not_found', { kind: 'open difference of this count', id })
    return [row, ...together(row)]
  })
  const chosen = [...new Set(named)]
  for (const row of chosen) refuseBooking(row, count, currency)
  return chosen
}

function refuseBooking(row: Difference, { number }: CountRow, currency: string): void {
  const goods = { batch: row.batchRead, place: row.placeCode }
  const worth = { ...goods, difference: row.difference, value: row.value, currency }
  if (row.bookedAt !== null) throw new Refusal('difference_booked', goods)
  if (row.recount) throw new Refusal('difference_outdated', goods)
  if (row.hindrance === 'blind') throw new Refusal('blind_count', { number })
  if (row.hindrance === 'approval') throw new Refusal('approval_needed', worth)
  if (row.hindrance === 'own_count') throw new Refusal('own_count', worth)
}

/** By row. Those the system does not have are added, with the date that was read and where it was read; none is invented. */
async function batchesOf(
  tx: Tx,
  count: CountRow,
  { chosen, different }: Readonly<{ chosen: readonly Difference[]; different: boolean }>,
): Promise<string[]> {
  const fresh = chosen.filter(({ batchId }) => batchId === null)
  const products = await resolveProducts(tx, [...new Set(fresh.map(({ productId }) => productId))])
  const made = await identifyBatches(
    tx,
    fresh.flatMap((row) => {
      const product = products.get(row.productId)
      if (!product) return []
      const dates = { producedOn: null, bestBefore: null, useBy: null, expiresOn: row.expiresOn }
      const code = product.tracking === 'none' ? null : row.batchRead
      const nobody = { supplier: null, supplierLot: null, originCountry: null, same: false, different }
      return [
        { where: whereOf(row), product, code, dates, source: row.dateSource ?? 'typed', ...nobody, origin: tx.act },
      ]
    }),
  )
  const zone = (await resolveWarehouses(tx)).get(count.warehouseId)?.timeZone ?? 'UTC'
  await markReceived(
    tx,
    made.map(({ id }, at) => ({ batchId: id, day: dayIn(zone, fresh[at]?.countedAt ?? tx.act.at) })),
  )
  const ids = new Map(fresh.map((row, at) => [row.id, made[at]?.id ?? '']))
  return chosen.map(({ id, batchId }) => batchId ?? ids.get(id) ?? '')
}

type Differing = Readonly<{ row: Difference; batchId: string; quantity: number }>

async function linesOf(tx: Tx, differing: readonly Differing[]) {
  const there = await serialsThere(
    tx,
    differing.map(({ row }) => row),
  )
  return differing.map(({ row, batchId, quantity }) => ({
    where: whereOf(row),
    lineId: row.id,
    batchId,
    productId: row.productId,
    place: { id: row.placeId, kind: row.placeKind },
    quantity,
    note: row.note,
    serials: there(row),
  }))
}
