/**
 * server/modules/allocation/delivery/arrivals.ts — when a customer can have what leaves each warehouse next.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import {
  type Calendars,
  type Delivery,
  deliveryDay,
  type LocalTime,
  lastLeavingDay,
  type Route,
  type TransitRow,
  transitRow,
  type WorkingDays,
} from '#domain/delivery-day.ts'
import { remembered } from '#domain/remembered.ts'
import { dayIn, timeIn } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { resolveWarehouses, type WarehouseRow } from '../../places/index.ts'
import { type HolidayRow, holidays, type ServiceRow, services, transitTo } from './delivery-store.ts'

/** From one warehouse, as a decision keeps it. What nobody knows says so and is judged as if the customer had it at once. */
export type Arrival = Readonly<{
  warehouseId: string
  service: string | null // its code
  transitDays: number | null
  leavesOn: CalendarDate | null
  deliversOn: CalendarDate | null
  unknown: 'no_route' | 'no_working_day' | null
}>
/** What a line says of its way; `market` is the country it goes to. */
export type Way = Readonly<{ serviceId: string | null; market: string | null; postalCode: string | null }>

export type DeliveryTables = Readonly<{
  table: readonly (TransitRow & Readonly<{ distanceKm: number | null; parcelCost: number | null }>)[]
  services: readonly ServiceRow[]
  holidays: readonly HolidayRow[]
  warehouses: ReadonlyMap<string, WarehouseRow>
}>

/** Of the ways to these countries, in four small reads. */
export async function deliveryTables(db: Db, countries: Iterable<string | null>): Promise<DeliveryTables> {
  const named = [...new Set(countries)].filter((country) => country !== null)
  const [rows, allServices, allHolidays, warehouses] = await Promise.all([
    transitTo(db, named),
    services(db),
    holidays(db),
    resolveWarehouses(db),
  ])
  const table = rows.map(({ serviceId, ...row }) => ({ ...row, service: serviceId }))
  return { table, services: allServices, holidays: allHolidays, warehouses }
}

type Ask = Readonly<{
  demand: Way & Readonly<{ kind: 'order' | 'transfer'; warehouseId: string | null }>
  product: Readonly<{ id: string }>
  history: boolean
}>
type Around = Readonly<{
  stock: ReadonlyMap<string, readonly Readonly<{ warehouseId: string }>[]>
  rules: Readonly<{ delivers: boolean }>
}>
/** `days`: by warehouse, where they are known. */
export type Arrivals = Readonly<{ told: readonly Arrival[]; days: ReadonlyMap<string, CalendarDate> }>
export const noArrivals: Arrivals = { told: [], days: new Map() }

/** One for each ask, one object for ways that are alike: from the warehouses that have its product. History is judged on its own days. */
export async function arrivalsFor(db: Db, asks: readonly Ask[], { stock, rules }: Around): Promise<Arrivals[]> {
  const present = asks.filter(isDelivered)
  if (!rules.delivers || present.length === 0) return []
  const tables = await deliveryTables(
    db,
    present.map(({ demand }) => demand.market),
  )
  const arrival = arrivalsOf(db, tables)
  const from = new Map([...stock].map(([id, rows]) => [id, warehousesOf(rows)] as const))
  const arrivals = remembered(
    ({ here, way }: { here: readonly string[]; way: Way }) => together(here.map((id) => arrival(way, id))),
    JSON.stringify,
  )
  return asks.map((ask) => {
    const { demand, product } = ask
    if (!isDelivered(ask)) return noArrivals
    const { warehouseId, serviceId, market, postalCode } = demand
    const here = (from.get(product.id) ?? []).filter((id) => warehouseId === null || id === warehouseId)
    return arrivals({ here, way: { serviceId, market, postalCode } })
  })
}

/** What is no history, and goes to somebody. */
const isDelivered = ({ demand, history }: Ask) => !history && demand.kind === 'order'

function together(told: readonly Arrival[]): Arrivals {
  const known = told.flatMap(({ warehouseId, deliversOn }) => (deliversOn ? [[warehouseId, deliversOn] as const] : []))
  return { told, days: new Map(known) }
}

const warehousesOf = (rows: readonly Readonly<{ warehouseId: string }>[]): string[] =>
  [...new Set(rows.map(({ warehouseId }) => warehouseId))].sort()

/** When a parcel arrives that is ready now. Ways that are alike are reckoned once. */
export function arrivalsOf(db: Db, tables: DeliveryTables): (way: Way, warehouseId: string) => Arrival {
  const codeOf = new Map(tables.services.map(({ id, code }) => [id, code]))
  const calendars = calendarsOf(tables)
  const arrival = remembered(
    (route: Route) =>
      told(route, {
        delivery: deliveryDay(readyNow(db, tables.warehouses.get(route.warehouseId)), route, {
          table: tables.table,
          calendars: calendars(route.warehouseId, route.service),
        }),
        code: codeOf.get(route.service ?? '') ?? null,
      }),
    JSON.stringify,
  )
  return (way, warehouseId) => arrival(routeOf(tables, way, warehouseId))
}

/** The standard service where none is named. */
export const routeOf = ({ services: all }: Pick<DeliveryTables, 'services'>, way: Way, warehouseId: string): Route => ({
  service: way.serviceId ?? standardOf(all),
  warehouseId,
  country: way.market,
  postalCode: way.postalCode,
})

export const standardOf = (all: readonly ServiceRow[]): string | null =>
  all.find(({ standard }) => standard)?.id ?? null

/** What the clock of a warehouse shows. */
export function readyNow(db: Db, warehouse: Pick<WarehouseRow, 'timeZone'> | undefined): LocalTime {
  const zone = warehouse?.timeZone ?? 'UTC'
  return { on: dayIn(zone, db.act.at), time: timeIn(zone, db.act.at) }
}

function told(
  { warehouseId }: Route,
  { delivery, code }: Readonly<{ delivery: Delivery; code: string | null }>,
): Arrival {
  if (delivery.kind !== 'delivery')
    return { warehouseId, service: code, transitDays: null, leavesOn: null, deliversOn: null, unknown: delivery.kind }
  const { leavesOn, deliversOn, row } = delivery
  return { warehouseId, service: code, transitDays: row.transitDays, leavesOn, deliversOn, unknown: null }
}

/** The last day on which a parcel can leave and be there by `day`: that day itself where nobody knows how long it takes. */
export function lastLeaving(
  tables: DeliveryTables,
): (way: Way, warehouseId: string, day: CalendarDate) => CalendarDate | null {
  const calendars = calendarsOf(tables)
  return (way, warehouseId, day) => {
    const route = routeOf(tables, way, warehouseId)
    const row = transitRow(route, tables.table)
    return row ? lastLeavingDay(day, row, calendars(warehouseId, route.service)) : day
  }
}

/** Where no service is known, its carrier works every day. */
export function calendarsOf({ services: all, holidays: rest, warehouses }: Omit<DeliveryTables, 'table'>) {
  const everyDay = [1, 2, 3, 4, 5, 6, 7]
  const serviceOf = new Map(all.map((row) => [row.id, row]))
  const days = (weekdays: readonly number[], concerns: (holiday: HolidayRow) => boolean): WorkingDays => ({
    weekdays,
    holidays: new Set(rest.filter((one) => concerns(one)).map(({ onDay }) => onDay)),
  })
  const ofAll = ({ warehouseId, serviceId }: HolidayRow) => warehouseId === null && serviceId === null
  return (warehouseId: string, serviceId: string | null): Calendars => {
    const warehouse = warehouses.get(warehouseId)
    const carrier = serviceOf.get(serviceId ?? '')?.workingDays ?? everyDay
    return {
      dispatch: {
        cutOff: warehouse?.cutOff ?? '23:59',
        days: days(warehouse?.workingDays ?? everyDay, (one) => ofAll(one) || one.warehouseId === warehouseId),
      },
      carrier: days(carrier, (one) => ofAll(one) || (serviceId !== null && one.serviceId === serviceId)),
    }
  }
}
