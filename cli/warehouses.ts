/**
 * cli/warehouses.ts — the warehouse that is meant, and instants from the local times of its zone.
 */
import { Temporal } from 'temporal-polyfill'
import type { Api } from './api.ts'
import { wrongUse } from './failure.ts'

export type Warehouse = Readonly<{ id: string; code: string; name: string; timeZone: string }>

/** The one named by code or id; without a name the only one there is. */
export async function findWarehouse(api: Api, wanted: string | undefined): Promise<Warehouse> {
  const { items } = await api.get<{ items: readonly Warehouse[] }>('/v1/warehouses')
  const found =
    wanted === undefined && items.length === 1
      ? items[0]
      : items.find(({ id, code }) => wanted === code || wanted === id)
  if (found) return found
  const known = items.map(({ code }) => code).join(', ')
  throw wrongUse(
    wanted === undefined
      ? `There are several warehouses: ${known}. Name one with --warehouse.`
      : `There is no warehouse "${wanted}". Known: ${known || 'none'}.`,
  )
}

/** `local` as `2010-12-01T08:26:00` of the zone; where clocks were set, the earlier of two readings. */
export const instantIn = (zone: string, local: string): string =>
  new Date(
    Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds,
  ).toISOString()

export const endOfDay = (zone: string, day: string): string => instantIn(zone, `${day}T23:59:59.999`)
