/**
 * server/modules/fulfilment/picking/gone-line.ts — why nothing is to be picked any more for a line that was on the list: told to whom a phone
 * without network had shown it.
 */
import { readLabel } from '#domain/gs1/label.ts'
import { codeOn } from '#domain/picking/judge-scan.ts'
import { stopWords } from '#domain/picking/progress.ts'
import { isExpired } from '#domain/shelf-life.ts'
import { dayIn } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { resolveWarehouses } from '../../places/index.ts'
import { activeHolds, covers } from '../../quality/index.ts'
import { demandsById } from '../../stock/index.ts'
import { batchesNamed, type NamedBatch, type WaveRow, waveOrders } from './store.ts'

type Gone = Readonly<{ orderLine: string; batch: string; place?: string }>

/** `pick_not_allowed` for what is on hold or expired, else `no_such_task`; `not_found` for a line of no order in this wave. */
export async function goneLine(db: Db, { orderLine, batch, place }: Gone, wave: WaveRow): Promise<Refusal> {
  const [[demand], orders] = await Promise.all([demandsById(db, [orderLine]), waveOrders(db, [wave.id])])
  if (!demand || !orders.some(({ orderId }) => orderId === demand.documentId))
    return new Refusal('not_found', { kind: 'order line of this wave', id: orderLine })
  const [named] = await batchesNamed(db, [demand.productId], nameOf(batch, db.act.at))
  if (!named) return new Refusal('no_such_task', { batch, wave: wave.number })
  const why = await whyBarred(db, named, { placeId: place ?? '', warehouseId: wave.warehouseId })
  return why === null
    ? new Refusal('no_such_task', { batch: named.code, wave: wave.number })
    : new Refusal('pick_not_allowed', { batch: named.code, says: `${named.code}: ${why}`, forcible: false })
}

const nameOf = (batch: string, at: string) =>
  isId(batch) ? { id: batch, code: '' } : { id: null, code: codeOn(readLabel(batch, Number(at.slice(0, 4)))) ?? '' }

type Lies = Readonly<{ placeId: string; warehouseId: string }>

async function whyBarred(db: Db, batch: NamedBatch, { placeId, warehouseId }: Lies): Promise<string | null> {
  const { id: batchId, productId, expiresOn } = batch
  const [holds, warehouses] = await Promise.all([activeHolds(db, [productId]), resolveWarehouses(db)])
  const hold = holds.find((one) => covers(one, { productId, batchId, placeId }))
  if (hold) return stopWords({ kind: 'held', hold: hold.number, reason: hold.reason })
  const today = dayIn(warehouses.get(warehouseId)?.timeZone ?? 'UTC', db.act.at)
  return expiresOn !== null && isExpired(expiresOn, today) ? stopWords({ kind: 'expired', expiresOn }) : null
}
