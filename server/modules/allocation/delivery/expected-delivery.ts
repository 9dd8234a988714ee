import { plainPostal } from '#domain/delivery-day.ts'
import type { Db } from '#platform/db.ts'
import { found } from '#platform/references.ts'
import { type Arrival, arrivalsOf, deliveryTables } from './arrivals.ts'
import { resolveServices } from './delivery-store.ts'

export type ExpectedAsk = Readonly<{ service?: string; warehouse?: string; country?: string; postalCode?: string }>

/** From the warehouse that is named, or from each. Refuses `not_found`. */
export async function expectedDelivery(db: Db, ask: ExpectedAsk): Promise<Arrival[]> {
  const tables = await deliveryTables(db, [ask.country ?? null])
  const service = found(
    await resolveServices(db, ask.service === undefined ? [] : [ask.service]),
    'service',
    ask.service,
  )
  const warehouse = found(tables.warehouses, 'warehouse', ask.warehouse)
  const postalCode = ask.postalCode === undefined ? null : plainPostal(ask.postalCode)
  const way = { serviceId: service?.id ?? null, market: ask.country ?? null, postalCode }
  const arrival = arrivalsOf(db, tables)
  return (warehouse ? [warehouse] : [...new Set(tables.warehouses.values())]).map(({ id }) => arrival(way, id))
}
