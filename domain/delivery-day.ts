/**
 * domain/delivery-day.ts — on which day the customer holds the parcel, and by when it has to leave for that.
 *
 * Pure: tables come in, and the answer names the row it used. An instant is told as the warehouse's clock shows it, for the
 * domain knows no zones.
 */
import { addDays, type CalendarDate, daysBetween } from './calendar-date.ts'

/** What the clock on the wall of the warehouse shows. */
export type LocalTime = Readonly<{ on: CalendarDate; time: string }> // HH:MM, 24 hours

/** 1 is Monday, 7 Sunday. */
export type WorkingDays = Readonly<{ weekdays: readonly number[]; holidays: ReadonlySet<CalendarDate> }>
/** What is ready at the minute of the cut-off still leaves on that day. */
export type Dispatch = Readonly<{ cutOff: string; days: WorkingDays }> // HH:MM

/** Of the table that people edit and import. */
export type TransitRow = Readonly<{
  id: string
  service: string | null // of a carrier, "UPS Ground"; null: any
  warehouseId: string | null // null: from any
  country: string | null // ISO 3166-1 alpha-2, in capitals; null: wherever it goes
  postalPrefix: string // as `plainPostal` leaves it; empty: the whole country
  transitDays: number // whole, ≥ 0, in days on which the carrier works
}>
/** Null where the order names none. */
export type Route = Readonly<{
  service: string | null
  warehouseId: string
  country: string | null
  postalCode: string | null
}>

export type Delivery =
  | Readonly<{ kind: 'delivery'; leavesOn: CalendarDate; deliversOn: CalendarDate; row: TransitRow }>
  | Readonly<{ kind: 'no_route'; route: Route }>
  | Readonly<{ kind: 'no_working_day'; whose: 'warehouse' | 'carrier'; after: CalendarDate }>

export type Calendars = Readonly<{ dispatch: Dispatch; carrier: WorkingDays }>

/** The day after which nobody looks any further for a day of work. */
const daysMax = 366

/**
 * The row of a route: one for the country wins over one for anywhere, then the longest prefix of the postal code, then one for
 * the very service, then one for the very warehouse, then the lower id. Case,
 * spaces and hyphens of the code that is sent to say nothing.
 */
export function transitRow<Row extends TransitRow>(route: Route, table: readonly Row[]): Row | null {
  const [country, postalCode] = [plainPostal(route.country ?? ''), plainPostal(route.postalCode ?? '')]
  const fits = table.filter(
    (row) =>
      (row.service === null || row.service === route.service) &&
      (row.warehouseId === null || row.warehouseId === route.warehouseId) &&
      (row.country === null || row.country === country) &&
      postalCode.startsWith(row.postalPrefix),
  )
  const [first] = fits.sort(
    (a, b) =>
      Number(a.country === null) - Number(b.country === null) ||
      b.postalPrefix.length - a.postalPrefix.length ||
      Number(a.service === null) - Number(b.service === null) ||
      Number(a.warehouseId === null) - Number(b.warehouseId === null) ||
      (a.id < b.id ? -1 : 1),
  )
  return first ?? null
}

/** As postal codes are compared and kept. */
export const plainPostal = (text: string): string => text.toUpperCase().replace(/[\s-]/g, '')

/** When a parcel that is ready then is delivered. Law: what is ready later is not delivered sooner. */
export function deliveryDay(
  ready: LocalTime,
  route: Route,
  { table, calendars }: Readonly<{ table: readonly TransitRow[]; calendars: Calendars }>,
): Delivery {
  const row = transitRow(route, table)
  if (!row) return { kind: 'no_route', route }
  const { dispatch, carrier } = calendars
  const from = ready.time <= dispatch.cutOff ? ready.on : addDays(ready.on, 1)
  const leavesOn = nextWorkingDay(from, dispatch.days)
  if (leavesOn === null) return { kind: 'no_working_day', whose: 'warehouse', after: from }
  const deliversOn = arrival(leavesOn, row, carrier)
  if (deliversOn === null) return { kind: 'no_working_day', whose: 'carrier', after: leavesOn }
  return { kind: 'delivery', leavesOn, deliversOn, row }
}

/**
 * The last day on which a parcel can leave and be there on `day` or before; null where none of the year before would do.
 *
 * Law: what leaves on that day is there in time, and what leaves on any later one is not.
 */
export function lastLeavingDay(day: CalendarDate, row: TransitRow, calendars: Calendars): CalendarDate | null {
  const { dispatch, carrier } = calendars
  // Arrivals rise with departures, so the first day found on the way back is the last that does.
  for (let back = 0; back <= daysMax; back += 1) {
    const leavesOn = addDays(day, -back)
    const deliversOn = works(leavesOn, dispatch.days) ? arrival(leavesOn, row, carrier) : null
    if (deliversOn !== null && deliversOn <= day) return leavesOn
  }
  return null
}

/** Parcels are handed over on a day on which the carrier works, so many such days after the one on which they left. */
function arrival(leavesOn: CalendarDate, { transitDays }: TransitRow, carrier: WorkingDays): CalendarDate | null {
  let day = transitDays === 0 ? nextWorkingDay(leavesOn, carrier) : leavesOn
  for (let passed = 0; passed < transitDays && day !== null; passed += 1) day = nextWorkingDay(addDays(day, 1), carrier)
  return day
}

/** That day itself where it is one. */
function nextWorkingDay(from: CalendarDate, days: WorkingDays): CalendarDate | null {
  for (let ahead = 0; ahead <= daysMax; ahead += 1) {
    const day = addDays(from, ahead)
    if (works(day, days)) return day
  }
  return null
}

const works = (day: CalendarDate, { weekdays, holidays }: WorkingDays): boolean =>
  weekdays.includes(weekday(day)) && !holidays.has(day)

const aMonday = '1900-01-01'
/** 1 is Monday, 7 Sunday. */
export const weekday = (day: CalendarDate): number => (((daysBetween(aMonday, day) % 7) + 7) % 7) + 1
