import { plainPostal } from '#domain/delivery-day.ts'
import type { Db } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { type Arrival, arrivalsOf, deliveryTables } from './arrivals.ts'

export type ExpectedAsk = Readonly<{ service?: string; warehouse?: string; country?: string; postalCode?: string }>

/** From the warehouse that is named, or from each. Refuses `not_found`. */
export async function expectedDelivery(db: Db, ask: ExpectedAsk): Promise<Arrival[]> {
  const tables = await deliveryTables(db, [ask.country ?? null])
  const service = tables.services.find(({ id, code }) => id === ask.service || code === ask.service)
  if (ask.service !== undefined && !service) throw new Refusal('not_found', { kind: 'service', id: ask.service })
  const warehouse = tables.warehouses.get(ask.warehouse ?? '')
  if (ask.warehouse !== undefined && !warehouse)
    throw new Refusal('not_found', { kind: 'warehouse', id: ask.warehouse })
  const postalCode = ask.postalCode === undefined ? null : plainPostal(ask.postalCode)
  const way = { serviceId: service?.id ?? null, market: ask.country ?? null, postalCode }
  const arrival = arrivalsOf(db, tables)
  return (warehouse ? [warehouse] : [...new Set(tables.warehouses.values())]).map(({ id }) => arrival(way, id))
}
