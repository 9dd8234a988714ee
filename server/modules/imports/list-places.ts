/**
 * server/modules/imports/list-places.ts — bins and other places of warehouses.
 */
import { type PlaceItem, placeName, placeRow } from '#domain/imports/place-row.ts'
import type { CellProblem } from '#domain/imports/read-cells.ts'
import type { Tx } from '#platform/db.ts'
import { addPlaces, resolvePlaces, resolveWarehouses, zones } from '../places/index.ts'
import type { ListKind } from './list-kind.ts'

export const places: ListKind<PlaceItem> = {
  read: placeRow,
  nameOf: placeName,
  async known(tx, items) {
    const warehouses = await resolveWarehouses(tx)
    const at = ({ warehouse, code }: PlaceItem) => ({ warehouseId: warehouses.get(warehouse)?.id ?? '', place: code })
    const inWarehouses = items.filter(({ warehouse, code }) => warehouses.has(warehouse) && code !== '')
    const placeOf = await resolvePlaces(tx, inWarehouses.map(at))
    const ids = new Map(inWarehouses.map((item) => [placeName(item), placeOf(at(item))?.id]))
    return (name) => ids.get(name)
  },
  async foretell(tx, items) {
    const { warehouses, zoneOf } = await around(tx)
    return items.map((item): CellProblem[] => {
      const { warehouse, zone } = item
      if (!warehouses.has(warehouse))
        return [{ column: 'warehouse', message: `names "${warehouse}", and there is no such warehouse here` }]
      if (zone === undefined || zoneOf(item)) return []
      return [{ column: 'zone', message: `names "${zone}", and warehouse ${warehouse} has no such zone` }]
    })
  },
  async add(tx, item) {
    const { warehouses, zoneOf } = await around(tx)
    const { warehouse, zone: _, ...place } = item
    await addPlaces(tx, [{ ...place, warehouseId: warehouses.get(warehouse)?.id ?? '', zoneId: zoneOf(item) ?? null }])
  },
}

async function around(tx: Tx) {
  const [warehouses, all] = await Promise.all([resolveWarehouses(tx), zones(tx)])
  const ids = new Map(all.map(({ warehouseId, code, id }) => [`${warehouseId} ${code}`, id]))
  const zoneOf = ({ warehouse, zone }: PlaceItem) => ids.get(`${warehouses.get(warehouse)?.id} ${zone ?? ''}`)
  return { warehouses, zoneOf }
}
