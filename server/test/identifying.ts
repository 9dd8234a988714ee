/**
 * server/test/identifying.ts — what tests say often of products on their way from untracked to tracked.
 */
import { product } from './stories.ts'
import type { Caller, Json } from './world.ts'

/** A product that nobody tracks, with so many units in each bin. */
export async function untracked(caller: Caller, bins: Record<string, number>, given: Json = {}): Promise<void> {
  await product(caller, { tracking: 'none', dates: 'none', ...given })
  const { items } = await caller.get('/v1/warehouses')
  const known = new Set((await caller.get('/v1/places?limit=500')).items.map(({ code }: Json) => code))
  const fresh = Object.keys(bins).filter((code) => !known.has(code))
  const warehouseId = items.find(({ code }: Json) => code === 'CHI').id
  if (fresh.length > 0) await caller.post('/v1/places', { places: fresh.map((code) => ({ warehouseId, code })) })
  const lines = Object.entries(bins).map(([place, quantity]) => ({ product: 'P', place, quantity }))
  await caller.post('/v1/receipts', { warehouse: 'CHI', lines })
}

export const begin = (caller: Caller, more: Json = {}): Promise<Json> =>
  caller.post('/v1/identifications', { product: 'P', dates: 'optional', reason: 'recalls need it', ...more })

export const pathNow = (caller: Caller, { id }: Json): Promise<Json> => caller.get(`/v1/identifications/${id}`)

/** `{ A: 5 }` at one place, each with the day it lasts. */
export const identify = (caller: Caller, { id }: Json, place: string, units: Record<string, number>): Promise<Json> =>
  caller.post(`/v1/identifications/${id}/units`, { lines: linesOf(place, units) })

export const linesOf = (place: string, units: Record<string, number>) =>
  Object.entries(units).map(([batch, quantity]) => ({ place, batch, quantity }))

/** `{ 'A MAIN': 5 }`. */
export async function stockHere(caller: Caller): Promise<Record<string, number>> {
  const { items } = await caller.get('/v1/stock?product=P&limit=500')
  return Object.fromEntries(items.map((row: Json) => [`${row.batchCode} ${row.placeCode}`, row.onHand]))
}
