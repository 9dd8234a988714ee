/**
 * server/modules/fulfilment/packing/parcel-detail.ts — a parcel with what is in it, and whether any of that is stopped.
 */
import { groupBy } from '#domain/group-by.ts'
import type { Db } from '#platform/db.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { type PickRow, pickRows } from '../picking/wave-detail.ts'
import { kitsAmong, kitsOfLines } from '../whole-kits.ts'
import { type ParcelFilter, type ParcelRow, parcelLines, parcelList } from './store.ts'

const everything = { id: null, ref: null, orderId: null, shipmentId: null, state: null, before: null }

const stateOf = ({ shipmentId, cancelledAt }: ParcelRow): 'shipped' | 'cancelled' | 'packed' =>
  shipmentId !== null ? 'shipped' : cancelledAt !== null ? 'cancelled' : 'packed'

/** Why a parcel has no SSCC, for whoever misses it. */
const noSscc = 'No SSCC: the account has no GS1 company prefix, or has used it up. An owner sets it in the account.'

/** Newest first. */
export async function parcelDetails(db: Db, filter: Partial<ParcelFilter> & { readonly limit: number }) {
  const parcels = await parcelList(db, { ...everything, ...filter })
  const lines = await parcelLines(
    db,
    parcels.map(({ id }) => id),
  )
  const kitsOf = await kitsOfLines(db, parcels, lines)
  const linesOf = groupBy(lines, ({ parcelId }) => parcelId)
  const orderIds = [...new Set(parcels.filter((one) => stateOf(one) === 'packed').map(({ orderId }) => orderId))]
  const standing = orderIds.length > 0 ? await pickRows(db, { orderIds, warehouseId: null }) : []
  const rowOf = new Map(standing.map((row) => [keyOf(row), row]))
  return parcels.map((parcel) => {
    const state = stateOf(parcel)
    const own = (linesOf.get(parcel.id) ?? []).map((line) => ({
      ...line,
      stopped: state === 'packed' ? whyStopped(rowOf.get(keyOf(line)), line.quantity) : null,
    }))
    const kits = kitsAmong(kitsOf.get(parcel.orderId) ?? [], own)
    return { ...parcel, kits, state, ssccNote: parcel.sscc === null ? noSscc : null, lines: own }
  })
}

export type ParcelDetail = Awaited<ReturnType<typeof parcelDetails>>[number]

const keyOf = ({ orderLineId, batchId, placeId }: Pick<PickRow, 'orderLineId' | 'batchId' | 'placeId'>) =>
  `${orderLineId} ${batchId} ${placeId}`

function whyStopped(row: PickRow | undefined, quantity: number): string | null {
  if (row?.why) return row.why
  return (row?.quantity ?? 0) < quantity ? 'not promised to this order any more' : null
}

/** By id, number or SSCC; refuses `not_found`. */
export async function parcelByRef(db: Db, ref: string): Promise<ParcelDetail> {
  const [parcel] = await parcelDetails(db, { ...(isId(ref) ? { id: ref } : { ref }), limit: 1 })
  if (!parcel) throw new Refusal('not_found', { kind: 'parcel', id: ref })
  return parcel
}
