/**
 * server/modules/transfers/receive.ts — what was on its way arrives, in whole or in part: the same batch, with its dates and its first
 * receipt. What does not come is said, and settled later.
 */
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { serveBackOrders } from '../allocation/index.ts'
import {
  type PlaceReference,
  type PlaceRow,
  resolvePlaces,
  resolveWarehouses,
  type WarehouseRow,
} from '../places/index.ts'
import { activeHolds, covers, followStock, refuseFreeing } from '../quality/index.ts'
import { type MoveAsk, recordMoves } from '../stock/index.ts'
import { type GoodsNamed, openTransfer, type Taken, takeAll, takeNamed } from './open-transfer.ts'
import { told } from './ship.ts'
import { partsInTransit, type TransitPart } from './standings.ts'
import { insertDiscrepancies, type TransferRow } from './store.ts'

export type Arriving = Readonly<{
  id: string
  warehouse?: string
  rest?: 'to_come' | 'missing'
  force?: Readonly<{ reason: string }>
  lines?: readonly GoodsNamed[]
}>
type In = Readonly<{ transfer: TransferRow & { productIds: string[] }; warehouse: WarehouseRow }>
export type PlacedGoods = Taken<TransitPart> & Readonly<{ to: PlaceRow }>

/**
 * All that is on its way, or what is named of it, at the warehouse it was sent to, or back at the one it left; `rest`: whether more
 * is to come, or is missing. Refuses `transfer_nothing_on_the_way`, what `openTransfer`, `takeNamed`, `refuseFreeing` and `recordMoves`
 * refuse, and `invalid_input` for a place that the warehouse does not have.
 */
export async function receiveTransfer(tx: Tx, { id, warehouse, rest, force, lines }: Arriving): Promise<void> {
  const transfer = await openTransfer(tx, id)
  const into = { transfer, warehouse: await endOf(tx, transfer, warehouse) }
  const parts = await partsInTransit(tx, id)
  if (parts.length === 0) throw new Refusal('transfer_nothing_on_the_way', { number: transfer.number })
  const taken = lines ? await takeNamed(tx, lines.map(placeless), parts) : takeAll(parts)
  const places = (lines ?? []).map(({ place }) => place ?? null)
  const placed = await placesFor(tx, taken, { into, places })
  await moveIn(tx, into, placed, { forced: force?.reason ?? null })
  const missing = rest === 'missing' ? await sayMissing(tx, id) : 0
  const { number } = transfer
  audit(tx, {
    action: 'transfer.receive',
    subjectKind: 'transfer',
    subjectId: id,
    after: { ...told(number, taken), warehouse: into.warehouse.code, missing },
  })
  await serveBackOrders(tx, transfer.productIds, { cause: 'receipt', concerned: [] })
}

/** Goods on their way lie in no bin: the place is where they are to go. */
const placeless = ({ place: _, ...named }: GoodsNamed): GoodsNamed => named

/** Where a transfer's goods may arrive: where they were sent, or whence. */
export async function endOf(tx: Tx, transfer: TransferRow, ref: string | undefined): Promise<WarehouseRow> {
  const warehouses = await resolveWarehouses(tx)
  const found = warehouses.get(ref ?? transfer.toWarehouseId)
  if (!found) throw new Refusal('not_found', { kind: 'warehouse', id: ref ?? '' })
  if (found.id !== transfer.toWarehouseId && found.id !== transfer.fromWarehouseId)
    throw new Refusal('transfer_elsewhere', {
      number: transfer.number,
      warehouse: found.code,
      to: warehouses.get(transfer.toWarehouseId)?.code ?? '',
    })
  return found
}

type Placing = Readonly<{ into: In; places: readonly (string | null)[] }>

/** Where no place is named: the first bin, or for what is held the place of quarantine. */
export async function placesFor(
  tx: Tx,
  taken: readonly Taken<TransitPart>[],
  { into: { transfer, warehouse }, places }: Placing,
): Promise<PlacedGoods[]> {
  const holds = await activeHolds(tx, transfer.productIds)
  const references = taken.map(({ part, asked }): PlaceReference => {
    const held = holds.some((hold) => covers(hold, part))
    return { warehouseId: warehouse.id, place: places[asked] ?? null, kind: held ? 'quarantine' : 'storage' }
  })
  const placeOf = await resolvePlaces(tx, references)
  const problems: { at: string; message: string }[] = []
  const placed = taken.flatMap((one, index): PlacedGoods[] => {
    const reference = references[index]
    const to = reference && placeOf(reference)
    if (to) return [{ ...one, to }]
    const message = `there is no place "${reference?.place ?? reference?.kind}" in warehouse ${warehouse.code}`
    problems.push({ at: `lines[${one.asked}].place`, message })
    return []
  })
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  return placed
}

/** Nobody makes held goods sellable by receiving them, and a hold on what is on its way goes along. */
export async function moveIn(
  tx: Tx,
  { transfer }: In,
  placed: readonly PlacedGoods[],
  { note = null, forced = null }: Readonly<{ note?: string | null; forced?: string | null }>,
): Promise<void> {
  const moves = placed.map(
    ({ where, part, to, quantity, serialIds }): MoveAsk => ({
      where,
      batchId: part.batchId,
      productId: part.productId,
      from: { id: part.placeId, kind: 'transit' },
      to,
      quantity,
      reason: 'transfer',
      document: { kind: 'transfer', id: transfer.id, lineId: part.lineId },
      occurredAt: tx.act.at,
      note,
      forced,
      ...(serialIds.length > 0 ? { serialIds } : {}),
    }),
  )
  await refuseFreeing(tx, moves)
  await recordMoves(tx, moves)
  await followStock(tx, moves)
}

/** What is still on its way did not come; what was said of it before is not said again. */
async function sayMissing(tx: Tx, id: string): Promise<number> {
  const left = (await partsInTransit(tx, id)).filter(({ quantity, missing }) => quantity > missing)
  const rows = left.map(({ lineId, batchId, quantity, missing }) => ({
    id: newId(),
    lineId,
    batchId,
    kind: 'missing' as const,
    quantity: quantity - missing,
    otherBatchId: null,
    reason: null,
  }))
  if (rows.length > 0) await insertDiscrepancies(tx, id, rows)
  return rows.reduce((sum, { quantity }) => sum + quantity, 0)
}
