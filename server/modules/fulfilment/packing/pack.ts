/**
 * server/modules/fulfilment/packing/pack.ts — what was picked goes into a parcel, and comes out of it again where the parcel is cancelled.
 */
import { groupBy } from '#domain/group-by.ts'
import { sscc } from '#domain/gs1/sscc.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { nextCount, nextNumber } from '#platform/numbers.ts'
import { found } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { accountSettings, audit } from '../../access/index.ts'
import { lockProducts } from '../../catalog/index.ts'
import { kitsOfOrders, lockOrders, ordersByRef } from '../../orders/index.ts'
import { resolveWarehouses } from '../../places/index.ts'
import { demandsOfDocuments } from '../../stock/index.ts'
import { allLines, type NamedLine, namedLines, serialsNamed, withMeant } from '../name-lines.ts'
import type { ParcelLine } from '../parcel.ts'
import { type PickRow, pickRows } from '../picking/wave-detail.ts'
import { refuseCutBox } from '../whole-boxes.ts'
import { halfKits, unitsByLine } from '../whole-kits.ts'
import { parcelByRef } from './parcel-detail.ts'
import { insertParcel, insertParcelLines, markParcelCancelled, packedLines, serialsPacked } from './store.ts'

export type NewParcel = Readonly<{
  id?: string
  order: string
  warehouse?: string
  weightGrams?: number
  /** That parts of kits may go alone. */
  partKits?: boolean
  /** All that is picked and in no parcel, where none are named. */
  lines?: readonly NamedLine[]
}>

/** Refuses `pack_beyond_picked`, `closed_box`, `nothing_to_pack`, `serials_needed`, `serial_elsewhere`, `ambiguous`, `kit_incomplete`, `not_found`. */
export async function pack(tx: Tx, ask: NewParcel): Promise<string> {
  const [order] = await ordersByRef(tx, [ask.order])
  if (!order) throw new Refusal('not_found', { kind: 'order', id: ask.order })
  const demands = await demandsOfDocuments(tx, [order.id])
  await lockProducts(
    tx,
    demands.map(({ productId }) => productId),
  )
  await lockOrders(tx, [order.id])
  const rows = await pickRows(tx, { orderIds: [order.id], warehouseId: await warehouseOf(tx, ask) })
  const lines = await linesOf(tx, ask, rows)
  if (lines.length === 0) throw new Refusal('nothing_to_pack', { number: order.number })
  refuseUnpacked(lines, rows)
  refuseCut(lines, rows)
  await refuseSerials(tx, lines)
  const half = await halfPacked(tx, order.id, { lines, partKits: ask.partKits ?? false })
  const warehouseId = oneWarehouse(lines)
  const number = await nextNumber(tx, 'PA')
  const parcel = { id: ask.id ?? newId(), number, orderId: order.id, warehouseId, sscc: await newSscc(tx) }
  await insertParcel(tx, { ...parcel, weightGrams: ask.weightGrams ?? null })
  await insertParcelLines(tx, parcel.id, lines)
  const after = {
    number,
    order: order.number,
    sscc: parcel.sscc,
    lines: lines.map(({ batchCode, quantity }) => ({ batchCode, quantity })),
    ...(half.length > 0 ? { partKits: half } : {}),
  }
  audit(tx, { action: 'parcel.pack', subjectKind: 'parcel', subjectId: parcel.id, after })
  return parcel.id
}

const warehouseOf = async (tx: Tx, { warehouse }: NewParcel): Promise<string | null> =>
  found(await resolveWarehouses(tx), 'warehouse', warehouse)?.id ?? null

async function linesOf(tx: Tx, ask: NewParcel, rows: readonly PickRow[]): Promise<ParcelLine[]> {
  const packable = rows.filter((row) => row.packable > 0).map((row) => ({ ...row, quantity: row.packable }))
  const lines = ask.lines
    ? namedLines(await withMeant(tx, ask.lines, rows), meant(rows, packable), {
        serialOf: await serialsNamed(tx, ask.lines, rows),
        missing: ({ batch, quantity }) =>
          new Refusal('pack_beyond_picked', { batch, asked: quantity, packable: 0, why: null }),
      })
    : allLines(packable)
  if (lines instanceof Refusal) throw lines
  return lines
}

/** Where a batch that a line has in several places can be packed from one of them, the others are not meant. */
const meant = (rows: readonly PickRow[], packable: readonly PickRow[]): PickRow[] => {
  const ofBatch = new Set(packable.map((row) => keyOf(row, '')))
  return rows.filter((row) => row.packable > 0 || !ofBatch.has(keyOf(row, '')))
}

const keyOf = ({ orderLineId, batchId }: Pick<ParcelLine, 'orderLineId' | 'batchId'>, placeId: string) =>
  `${orderLineId} ${batchId} ${placeId}`

/** Only what was picked, is still promised and is in no parcel. */
function refuseUnpacked(lines: readonly ParcelLine[], rows: readonly PickRow[]): void {
  const rowOf = new Map(rows.map((row) => [keyOf(row, row.placeId), row]))
  for (const [key, same] of groupBy(lines, (line) => keyOf(line, line.place.id))) {
    const row = rowOf.get(key)
    const asked = same.reduce((units, { quantity }) => units + quantity, 0)
    const packable = row?.why ? 0 : (row?.packable ?? 0)
    if (asked > packable)
      throw new Refusal('pack_beyond_picked', { batch: row?.batchCode ?? '', asked, packable, why: row?.why ?? null })
  }
}

function refuseCut(lines: readonly ParcelLine[], rows: readonly PickRow[]): void {
  const rowOf = new Map(rows.map((row) => [keyOf(row, row.placeId), row]))
  for (const { where, quantity, ...line } of lines) {
    const row = rowOf.get(keyOf(line, line.place.id))
    if (row) refuseCutBox({ ...row, where, quantity })
  }
}

type Packing = Readonly<{ lines: readonly ParcelLine[]; partKits: boolean }>

/** Kits of which parts lie in parcels, of whichever warehouse, or have left, and not whole ones with this parcel. Refuses `kit_incomplete`. */
async function halfPacked(tx: Tx, orderId: string, { lines, partKits }: Packing) {
  const kits = await kitsOfOrders(tx, [orderId])
  if (kits.length === 0) return []
  const shipped = (await demandsOfDocuments(tx, [orderId])).map((one) => ({
    orderLineId: one.id,
    quantity: one.shipped,
  }))
  const packed = await packedLines(tx, [orderId])
  const half = halfKits({ kits, lines, before: unitsByLine([...shipped, ...packed]), partKits })
  if (half instanceof Refusal) throw half
  return half
}

async function refuseSerials(tx: Tx, lines: readonly ParcelLine[]): Promise<void> {
  const ids = lines.flatMap(({ serialIds }) => serialIds)
  if (ids.length === 0) return
  const [packed] = await serialsPacked(tx, ids)
  if (packed) throw new Refusal('serial_elsewhere', { serial: packed.code, place: `in parcel ${packed.parcel}` })
  if (new Set(ids).size === ids.length) return
  throw new Refusal('serial_repeated', { serial: 'of this parcel' })
}

function oneWarehouse(lines: readonly ParcelLine[]): string {
  const [id = '', ...others] = [...new Set(lines.map(({ warehouseId }) => warehouseId))]
  if (others.length === 0) return id
  const message = 'must be named: the goods lie in several, and a parcel leaves one'
  throw new Refusal('invalid_input', { problems: [{ at: 'warehouse', message }] })
}

/** None where the account has no prefix, or has used it up; a number is never given twice, not even after a cancellation. */
async function newSscc(tx: Tx): Promise<string | null> {
  const [settings] = await accountSettings(tx)
  if (!settings?.gs1Prefix) return null
  return sscc(settings.gs1Prefix, await nextCount(tx, 'SSCC'))
}

/** The goods are picked and in no parcel then. Refuses `parcel_gone`, `not_found`. */
export async function cancelParcel(tx: Tx, { id, reason }: { id: string; reason: string }): Promise<void> {
  const parcel = await parcelByRef(tx, id)
  await lockProducts(
    tx,
    parcel.lines.map(({ productId }) => productId),
  )
  const [cancelled] = await markParcelCancelled(tx, id, reason)
  if (!cancelled) throw new Refusal('parcel_gone', { parcel: parcel.number })
  audit(tx, {
    action: 'parcel.cancel',
    subjectKind: 'parcel',
    subjectId: id,
    before: { number: parcel.number, order: parcel.orderNumber },
    reason,
  })
}
