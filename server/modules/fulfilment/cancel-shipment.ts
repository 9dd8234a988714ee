/**
 * server/modules/fulfilment/cancel-shipment.ts — what was shipped by mistake is here: all of a shipment, or parcels of it. Its moves are
 * undone, its parcels stand packed as before, and the order is promised the very same goods where they may still go to it.
 */
import { type Standing, type ToUndo, undoMoves } from '#domain/undo-moves.ts'
import type { Db, Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { releaseUnfit, serveBackOrders } from '../allocation/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { lockOrders, type OrderRow, ordersByRef } from '../orders/index.ts'
import {
  cancelDemand,
  giveBackParts,
  reservationsOf,
  reserve,
  type SentMove,
  sentMoves,
  unship,
} from '../stock/index.ts'
import { type ParcelLineRow, type ParcelRow, parcelLines, parcelsOfShipment, takeParcelsBack } from './packing/store.ts'
import { pickAgain } from './picking/pick-again.ts'
import { type ShipmentDetail, shipmentByRef } from './shipment-detail.ts'

export type ShipmentCancellation = Readonly<{
  id: string
  reason: string
  /** By number, id or SSCC: these alone. */
  parcels?: readonly string[]
}>
/** In base units: what lies here again, and how much of it is promised to its order again. */
export type Cancelled = Readonly<{ back: number; promised: number }>
/** By batch, where any of it came back by a return: so many units of it are still out with whom the order is for. Wired in app.ts. */
export type StillOut = (
  db: Db,
  order: Pick<OrderRow, 'id' | 'number' | 'customerId'>,
  batches: readonly Readonly<{ batchId: string; productId: string }>[],
) => Promise<ReadonlyMap<string, number>>

/** Refuses `shipment_cancelled`, `shipment_came_back`, `parcel_elsewhere`, `not_found`. */
export async function cancelShipment(tx: Tx, ask: ShipmentCancellation, stillOut: StillOut): Promise<Cancelled> {
  const shipment = await shipmentByRef(tx, ask.id)
  const productIds = [...new Set(shipment.lines.map(({ productId }) => productId))]
  await lockProducts(tx, productIds)
  await lockOrders(tx, [shipment.orderId])
  const [[order], moves, parcels] = await Promise.all([
    ordersByRef(tx, [shipment.orderId]),
    sentMoves(tx, shipment.id),
    parcelsOfShipment(tx, shipment.id),
  ])
  if (!order) throw new Error('a shipment of no order')
  if (moves.length === 0) throw new Refusal('shipment_cancelled', { number: shipment.number })
  const meant = ask.parcels ? parcelsMeant(ask.parcels, parcels, shipment.number) : parcels
  const { undone, missing } = undoMoves(
    moves.map(standing),
    ask.parcels ? (await linesOf(tx, meant)).map(toUndo) : moves.map(standing),
  )
  if (missing > 0) throw new Error('a parcel left with more than its shipment')
  const moveOf = new Map(moves.map((move) => [move.id, move]))
  const back = undone.flatMap(({ id, quantity, serialIds }) => {
    const move = moveOf.get(id)
    return move ? [{ ...move, quantity, serialIds: [...serialIds] }] : []
  })
  await refuseCameBack(tx, { shipment, order, back }, stillOut)
  await unship(tx, { shipmentId: shipment.id, moves: back, reason: ask.reason })
  await takeParcelsBack(tx, ids(meant))
  await pickAgain(tx, shipment.id, back)
  const promised = await promiseAgain(tx, order, back)
  const told = { back: units(back), promised: units(promised.kept) }
  tell(tx, ask, { shipment, parcels: meant, back, promised: told.promised })
  await serveBackOrders(tx, productIds, { cause: 'unship', concerned: promised.lost })
  return told
}

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
const units = (rows: readonly { quantity: number }[]) => rows.reduce((sum, { quantity }) => sum + quantity, 0)
const linesOf = (tx: Tx, parcels: readonly ParcelRow[]) => parcelLines(tx, ids(parcels))

const standing = ({ id, demandId, batchId, placeId, quantity, serialIds }: SentMove): Standing => ({
  id,
  key: `${demandId} ${batchId} ${placeId}`,
  quantity,
  serialIds,
})
const toUndo = ({ orderLineId, batchId, placeId, quantity, serialIds }: ParcelLineRow): ToUndo => ({
  key: `${orderLineId} ${batchId} ${placeId}`,
  quantity,
  serialIds,
})

function parcelsMeant(refs: readonly string[], parcels: readonly ParcelRow[], shipment: string): ParcelRow[] {
  const meant = refs.map((ref) => parcels.find(({ id, number, sscc }) => [id, number, sscc].includes(ref)))
  const strange = meant.indexOf(undefined)
  if (strange >= 0) throw new Refusal('parcel_elsewhere', { parcel: refs[strange] ?? '', shipment })
  return parcels.filter((one) => meant.includes(one))
}

type Undoing = Readonly<{ shipment: ShipmentDetail; order: OrderRow; back: readonly SentMove[] }>

async function refuseCameBack(tx: Tx, { shipment, order, back }: Undoing, stillOut: StillOut): Promise<void> {
  const out = await stillOut(tx, order, back)
  for (const { batchId, batchCode: batch } of back) {
    const asked = units(back.filter((row) => row.batchId === batchId))
    const left = out.get(batchId) ?? asked
    if (left < asked) throw new Refusal('shipment_came_back', { number: shipment.number, batch, asked, out: left })
  }
}

type Again = Readonly<{ kept: readonly { quantity: number }[]; lost: readonly string[] }>

/**
 * The lines have the very same goods again, ahead of all who wait. What is on hold, expired or barred since is judged as every
 * promise is, and given back; so is all that a line wants whole and has not. Nothing is promised to a cancelled order.
 */
async function promiseAgain(tx: Tx, { cancelledAt }: OrderRow, back: readonly SentMove[]): Promise<Again> {
  const demandIds = [...new Set(back.map(({ demandId }) => demandId))]
  if (cancelledAt !== null) {
    await cancelDemand(tx, demandIds)
    return { kept: [], lost: [] }
  }
  const goods = together(back)
  await reserve(tx, goods)
  const unfit = await releaseUnfit(tx, await reservationsOf(tx, { demandIds }))
  const parts = await giveBackParts(tx, demandIds)
  const has = new Map((await reservationsOf(tx, { demandIds })).map((row) => [keyOf(row), row.quantity]))
  const kept = goods.map((row) => ({ quantity: Math.min(row.quantity, has.get(keyOf(row)) ?? 0) }))
  return { kept, lost: [...new Set([...unfit, ...parts.map(({ demandId }) => demandId)])] }
}

const keyOf = ({ demandId, batchId, placeId }: Pick<SentMove, 'demandId' | 'batchId' | 'placeId'>) =>
  `${demandId} ${batchId} ${placeId}`

/** One for each line, batch and place. */
function together(rows: readonly SentMove[]): SentMove[] {
  const sums = new Map<string, SentMove>()
  for (const row of rows)
    sums.set(keyOf(row), { ...row, quantity: (sums.get(keyOf(row))?.quantity ?? 0) + row.quantity })
  return [...sums.values()]
}

type Told = Readonly<{
  shipment: ShipmentDetail
  parcels: readonly ParcelRow[]
  back: readonly SentMove[]
  promised: number
}>

const tell = (tx: Tx, { reason }: ShipmentCancellation, { shipment, parcels, back, promised }: Told) =>
  audit(tx, {
    action: 'shipment.cancel',
    subjectKind: 'shipment',
    subjectId: shipment.id,
    before: { number: shipment.number, order: shipment.orderNumber },
    after: {
      back: back.map(({ batchCode, quantity }) => ({ batchCode, quantity })),
      promised,
      ...(parcels.length > 0 ? { parcels: parcels.map(({ number }) => number).join(', ') } : {}),
    },
    reason,
  })
