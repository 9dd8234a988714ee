import type { CalendarDate } from '#domain/calendar-date.ts'
import { deliveryDay, type TransitRow } from '#domain/delivery-day.ts'
import type { Db } from '#platform/db.ts'
import { resolveWarehouses } from '../../places/index.ts'
import { calendarsOf, readyNow, standardOf } from './arrivals.ts'
import { holidays, services } from './delivery-store.ts'

export type WaysNow = Readonly<{
  standardId: string | null // the service taken where none is named
  rows: readonly Readonly<{
    warehouseId: string
    serviceId: string | null
    transitDays: number
    deliversOn: CalendarDate
  }>[]
}>

/** When it arrives that leaves a warehouse next, by the service and by each number of days that the table has. */
export async function waysNow(db: Db): Promise<WaysNow> {
  const counts = await db<{ transitDays: number }[]>`
    select distinct transit_days from allocation.transit where account_id = ${db.act.accountId}`
  if (counts.length === 0) return { standardId: null, rows: [] }
  const [all, rest, warehouses] = await Promise.all([services(db), holidays(db), resolveWarehouses(db)])
  const calendars = calendarsOf({ services: all, holidays: rest, warehouses })
  const rows = [...new Set(warehouses.values())].flatMap((warehouse) =>
    [null, ...all.map(({ id }) => id)].flatMap((service) =>
      counts.flatMap(({ transitDays }) => {
        const warehouseId = warehouse.id
        const row: TransitRow = { id: '', service, warehouseId, country: null, postalPrefix: '', transitDays }
        const route = { service, warehouseId, country: null, postalCode: null }
        const delivery = deliveryDay(readyNow(db, warehouse), route, {
          table: [row],
          calendars: calendars(warehouseId, service),
        })
        return delivery.kind === 'delivery'
          ? [{ warehouseId, serviceId: service, transitDays, deliversOn: delivery.deliversOn }]
          : []
      }),
    ),
  )
  return { standardId: standardOf(all), rows }
}
