/**
 * server/modules/places/resolve.ts — finds warehouses and places by id or code.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { dayIn } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { splitReferences } from '#platform/references.ts'
import {
  defaultPlaces,
  type PlaceKind,
  type PlaceRow,
  placesByIdOrCode,
  virtualPlaceRows,
  type WarehouseRow,
  warehouses,
} from './store.ts'

/** By id and by code. An account has few warehouses, so all are read. */
export async function resolveWarehouses(db: Db): Promise<Map<string, WarehouseRow>> {
  const rows = await warehouses(db)
  return new Map(rows.flatMap((row) => [[row.id, row] as const, [row.code, row] as const]))
}

export type Today = Readonly<{ warehouseId: string; day: CalendarDate }>

/** The calendar date in each warehouse, for a batch expires where it lies. */
export async function todays(db: Db): Promise<Today[]> {
  const warehouses = new Set((await resolveWarehouses(db)).values())
  return [...warehouses].map(({ id, timeZone }) => ({ warehouseId: id, day: dayIn(timeZone, db.act.at) }))
}

/** A place within a warehouse; where `place` is null, the warehouse's first one of the kind, a storage bin unless said. */
export type PlaceReference = Readonly<{ warehouseId: string; place: string | null; kind?: 'storage' | 'quarantine' }>

/** The returned function gives undefined for a place which that warehouse does not have. */
export async function resolvePlaces(
  db: Db,
  references: readonly PlaceReference[],
): Promise<(reference: PlaceReference) => PlaceRow | undefined> {
  const keys = splitReferences(references.flatMap(({ place }) => (place === null ? [] : [place])))
  const named = keys.ids.length + keys.codes.length > 0 ? await placesByIdOrCode(db, keys) : []
  const unnamed = references.filter(({ place }) => place === null).map(({ warehouseId }) => warehouseId)
  const defaults = unnamed.length > 0 ? await defaultPlaces(db, [...new Set(unnamed)]) : []
  const found = new Map(
    named.flatMap((row) => [
      [`${row.warehouseId} ${row.id}`, row] as const,
      [`${row.warehouseId} ${row.code}`, row] as const,
    ]),
  )
  const firsts = new Map(defaults.map((row) => [`${row.warehouseId} ${row.kind}`, row]))
  return ({ warehouseId, place, kind = 'storage' }) =>
    place === null ? firsts.get(`${warehouseId} ${kind}`) : found.get(`${warehouseId} ${place}`)
}

export type VirtualKind = Exclude<PlaceKind, 'storage' | 'dock' | 'quarantine' | 'opened'>

/** The account's places that are not in a warehouse, by kind. */
export async function virtualPlaces(db: Db): Promise<Readonly<Record<VirtualKind, string>>> {
  const rows = await virtualPlaceRows(db)
  return Object.fromEntries(rows.map(({ kind, id }) => [kind, id])) as Record<VirtualKind, string>
}
