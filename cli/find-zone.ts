/**
 * cli/find-zone.ts — a zone of a warehouse, by its code.
 */
import type { Api } from './api.ts'
import { wrongUse } from './failure.ts'

export type Zone = Readonly<{
  id: string
  warehouseId: string
  code: string
  name: string
  storage: string
  hazards: readonly string[]
  freeFrom: readonly string[]
}>

export async function zonesOf(api: Api, warehouseId: string): Promise<readonly Zone[]> {
  const { items } = await api.get<{ items: readonly Zone[] }>('/v1/zones')
  return items.filter((zone) => zone.warehouseId === warehouseId)
}

export async function zoneNamed(api: Api, warehouseId: string, code: string): Promise<Zone> {
  const zones = await zonesOf(api, warehouseId)
  const found = zones.find((zone) => zone.code === code)
  if (found) return found
  throw wrongUse(`There is no zone "${code}". Known: ${zones.map((zone) => zone.code).join(', ') || 'none'}.`)
}
