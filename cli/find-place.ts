/**
 * cli/find-place.ts — a place of a warehouse, by its code.
 */
import type { Api } from './api.ts'
import { exitCodes, Failure } from './failure.ts'

export type FoundPlace = Readonly<{ id: string; code: string; zoneId: string | null }>

export async function placeNamed(api: Api, warehouse: string, code: string): Promise<FoundPlace> {
  const { items } = await api.get<{ items: readonly { id: string; code: string }[] }>('/v1/warehouses')
  const id = items.find((row) => row.code === warehouse)?.id ?? warehouse
  const query = new URLSearchParams({ warehouse: id, text: code, limit: '500' }).toString()
  const found = await api.get<{ items: readonly FoundPlace[] }>(`/v1/places?${query}`)
  const place = found.items.find((row) => row.code === code)
  if (place) return place
  throw new Failure(exitCodes.refused, `There is no place "${code}" in warehouse ${warehouse}.`)
}
