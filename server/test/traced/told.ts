/**
 * server/test/traced/told.ts — what the product says of the same question, in the words of the book.
 */
import type { Caller, Json } from '../world.ts'
import { sumsBy, type Truth } from './book.ts'

async function everyShipment(caller: Caller, url: string, first: Json): Promise<Json[]> {
  const all = [...first.shipments.items]
  for (let { next } = first.shipments; next; ) {
    const { shipments } = await caller.get(`${url}&cursor=${encodeURIComponent(next)}`)
    all.push(...shipments.items)
    next = shipments.next
  }
  return all
}

const lines = (rows: readonly Json[], key: (row: Json) => string, units: (row: Json) => number) =>
  [...sumsBy(rows, key, units)].map(([name, sum]) => `${name} ${sum}`).sort()

type Told = Omit<Truth, 'batches'> & { batches: string[] | null }

/** Through pages of seven, so that there are several. The trace of one batch does not list what it reached. */
export async function toldBy(caller: Caller, url: string): Promise<Told> {
  const paged = `${url}${url.includes('?') ? '&' : '?'}limit=7`
  const first = await caller.get(paged)
  const shipments = await everyShipment(caller, paged, first)
  const ofOrder = ({ batchId, orderId }: Json) => `${batchId} ${orderId}`
  const placeOf = ({ batchId, warehouseCode, placeCode }: Json) =>
    `${batchId} ${warehouseCode === null ? placeCode : `${warehouseCode} ${placeCode}`}`
  const { orders, shipped, returned, kept } = first
  if (shipped - returned !== kept) throw new Error(`${url}: ${shipped} less ${returned} is not ${kept}`)
  return {
    batches: first.batches?.map(({ batchId }: Json) => batchId).sort() ?? null,
    here: lines(first.here, placeOf, ({ onHand }) => onHand),
    sent: lines(shipments, ofOrder, ({ quantity }) => quantity),
    kept: lines(shipments, ofOrder, (row) => row.kept),
    sums: { orders, shipped, returned },
  }
}
