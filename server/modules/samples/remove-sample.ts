import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { serveBackOrders } from '../allocation/index.ts'
import { batchesById, openedAmong } from '../batches/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { openedPlace, type PlaceRow, resolvePlaces, virtualPlaces } from '../places/index.ts'
import { binsFor } from '../putaway/index.ts'
import { followStock } from '../quality/index.ts'
import type { MoveAsk } from '../stock/index.ts'
import { recordMoves } from '../stock/index.ts'
import { sampleByRef } from './sample-detail.ts'
import type { SampleView } from './store.ts'
import { serialIdsOf } from './take-samples.ts'

export const endings = ['used', 'destroyed', 'returned'] as const
export type Removal = Readonly<{
  quantity: number
  as: (typeof endings)[number]
  place?: string // to which it returns
  serials?: readonly string[]
  reason: string
}>

/**
 * What was used in a test, is destroyed, or returns to stock, where who waits for it is served. Refuses `sample_left`, `not_found`,
 * `invalid_input` for a place where it does not return, and what `recordMoves` refuses.
 */
export async function removeSample(tx: Tx, id: string, ask: Removal): Promise<void> {
  const seen = await sampleByRef(tx, id)
  await lockProducts(tx, [seen.productId])
  const sample = await sampleByRef(tx, id)
  const { number, left } = sample
  if (ask.quantity > left) throw new Refusal('sample_left', { number, left, asked: ask.quantity })
  const move = await moveOf(tx, sample, ask)
  await recordMoves(tx, [move])
  audit(tx, {
    action: 'sample.remove',
    subjectKind: 'sample',
    subjectId: id,
    after: { number, batch: sample.batchCode, quantity: ask.quantity, as: ask.as, left: left - ask.quantity },
    reason: ask.reason,
  })
  if (ask.as !== 'returned') return
  await followStock(tx, [move])
  await serveBackOrders(tx, [sample.productId], { cause: 'release', concerned: [] })
}

async function moveOf(tx: Tx, sample: SampleView, ask: Removal): Promise<MoveAsk> {
  const places = await virtualPlaces(tx)
  const [batch] = await batchesById(tx, [sample.batchId])
  const named = batch && ask.serials ? { serialIds: await serialIdsOf(tx, batch, ask.serials) } : {}
  const ends = {
    used: { to: { id: places.production, kind: 'production' }, reason: 'consume' },
    destroyed: { to: { id: places.scrap, kind: 'scrap' }, reason: 'disposal' },
  } as const
  const end = ask.as === 'returned' ? { to: await binOf(tx, sample, ask), reason: 'sample' as const } : ends[ask.as]
  return {
    ...end,
    ...named,
    where: `Sample ${sample.number}`,
    batchId: sample.batchId,
    productId: sample.productId,
    from: { id: places.sample, kind: 'sample' },
    quantity: ask.quantity,
    document: { kind: 'sample', id: sample.id, lineId: null },
    occurredAt: tx.act.at,
    note: ask.reason,
  }
}

/** Where nobody says, where putaway would bring them. Opened units are not for sale again: they return to the other opened ones. */
async function binOf(tx: Tx, { warehouseId, batchId }: SampleView, { place, quantity }: Removal): Promise<PlaceRow> {
  const isOpened = (await openedAmong(tx, [batchId])).has(batchId)
  if (isOpened && place === undefined) return openedPlace(tx, warehouseId)
  const named = { warehouseId, place: place ?? (await binsFor(tx, batchId, { warehouseId, quantity }))[0] ?? null }
  const to = (await resolvePlaces(tx, [named]))(named)
  if (!to) throw new Refusal('not_found', { kind: 'place', id: place ?? '' })
  if ((to.kind !== 'opened' || isOpened) && to.packOf === null) return to
  const message = `must be a bin for loose goods; ${to.code} is not`
  throw new Refusal('invalid_input', { problems: [{ at: 'place', message }] })
}
