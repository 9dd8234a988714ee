/**
 * server/modules/places/change-places.ts — what a warehouse, a zone or a place is called and belongs to. What stock in it may
 * be used for does not change: it moves to another place instead.
 */
import { isTimeZone } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import { enqueue } from '#platform/jobs.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { boxCode } from './box-places.ts'
import {
  type BinRules,
  boxPlacesOf,
  type PlaceRow,
  placesById,
  updatePlace,
  updateWarehouse,
  updateZone,
  type WarehouseRow,
  warehouses,
  type ZoneRow,
  zones,
} from './store.ts'

type Change<Row> = Readonly<{ id: string } & Partial<Row>>

/**
 * In another zone a batch expires at another moment, and with another cut-off it arrives on another day: from then on every
 * list and allocation judges by the new ones, and what was promised is held against them by a job.
 */
export async function changeWarehouse(
  tx: Tx,
  change: Change<Pick<WarehouseRow, 'name' | 'timeZone' | 'address' | 'cutOff' | 'workingDays' | 'priority'>>,
): Promise<WarehouseRow> {
  const before = (await warehouses(tx)).find(({ id }) => id === change.id)
  if (!before) throw new Refusal('not_found', { kind: 'warehouse', id: change.id })
  const after = { ...before, ...change }
  if (!isTimeZone(after.timeZone)) {
    const message = 'must be a time zone such as America/Chicago'
    throw new Refusal('invalid_input', { problems: [{ at: 'timeZone', message }] })
  }
  await updateWarehouse(tx, after)
  await enqueue(tx, 'delivery-changed', {}, 'all')
  audit(tx, { action: 'warehouse.change', subjectKind: 'warehouse', subjectId: after.id, before, after })
  return after
}

/** What lies there stays, also where it must not any more: `/v1/misplaced` tells what to move. */
export async function changeZone(tx: Tx, change: Change<Omit<ZoneRow, 'id' | 'warehouseId'>>): Promise<ZoneRow> {
  const before = (await zones(tx)).find(({ id }) => id === change.id)
  if (!before) throw new Refusal('not_found', { kind: 'zone', id: change.id })
  const after = { ...before, ...change }
  await updateZone(tx, after)
  audit(tx, { action: 'zone.change', subjectKind: 'zone', subjectId: after.id, before, after })
  return after
}

/** The boxes in a bin go along with it. Refuses a zone of another warehouse, a place that is not in a warehouse, and one for boxes by itself. */
export async function changePlace(
  tx: Tx,
  change: Change<Pick<PlaceRow, 'code' | 'zoneId'> & BinRules>,
): Promise<PlaceRow> {
  const [before] = await placesById(tx, [change.id])
  if (!before || before.warehouseId === null) throw new Refusal('not_found', { kind: 'place', id: change.id })
  if (before.binId !== null) {
    const message = 'is where closed boxes lie in a bin: change the bin, and they go along'
    throw new Refusal('invalid_input', { problems: [{ at: 'id', message }] })
  }
  const after = { ...before, ...change }
  const zone = after.zoneId === null ? null : (await zones(tx)).find(({ id }) => id === after.zoneId)
  if (zone === undefined) throw new Refusal('not_found', { kind: 'zone', id: after.zoneId ?? '' })
  if (zone && zone.warehouseId !== after.warehouseId) {
    const message = 'must be a zone of the same warehouse'
    throw new Refusal('invalid_input', { problems: [{ at: 'zoneId', message }] })
  }
  await updatePlace(tx, after)
  for (const { packOf, ...boxes } of await boxPlacesOf(tx, [after.id]))
    await updatePlace(tx, { ...boxes, packOf, zoneId: after.zoneId, code: boxCode(after.code, packOf ?? 1) })
  audit(tx, { action: 'place.change', subjectKind: 'place', subjectId: after.id, before, after })
  return after
}
