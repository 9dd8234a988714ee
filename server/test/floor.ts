/**
 * server/test/floor.ts — what tests say of picking: a wave, its list, a scan, a short pick.
 */
import { stockOf } from './stories.ts'
import type { Answer, Caller, Json } from './world.ts'

export const wave = (caller: Caller, orders: readonly Json[]): Promise<Json> =>
  caller.post('/v1/pick-waves', { warehouse: 'CHI', orders: orders.map(({ id }) => id) })

export const waveNow = (caller: Caller, id: string): Promise<Json> => caller.get(`/v1/pick-waves/${id}`)

/** What is still to be picked, as a picker walks. */
export async function tasks(caller: Caller, id: string): Promise<string[]> {
  const open = (await waveNow(caller, id)).tasks.filter(({ toPick }: Json) => toPick > 0)
  return open.map(({ toPick, batchCode, placeCode }: Json) => `${toPick} of ${batchCode} at ${placeCode}`)
}

export const pickOf = (caller: Caller, id: string, scan: Json): Promise<Json> =>
  caller.post(`/v1/pick-waves/${id}/picks`, scan)

export const closing = (caller: Caller, id: string): Promise<Answer> =>
  caller.call('POST', `/v1/pick-waves/${id}/closing`)

export const short = (caller: Caller, id: string, task: Json, found: number): Promise<Answer> =>
  caller.call('POST', `/v1/pick-waves/${id}/short`, {
    orderLine: task.orderLineId,
    batch: task.batchId,
    place: task.placeId,
    found,
    reason: 'empty bin',
  })

/** How many of a batch lie in the house. */
export const bin = async (caller: Caller, batchCode: string): Promise<number> =>
  (await stockOf(caller, batchCode)).reduce((sum, { onHand }) => sum + onHand, 0)

/** All that is still on the list, as it is planned. */
export async function pickAll(caller: Caller, id: string): Promise<void> {
  const open = (await waveNow(caller, id)).tasks.filter(({ toPick }: Json) => toPick > 0)
  for (const { orderLineId, batchId, placeId, toPick } of open)
    await pickOf(caller, id, { orderLine: orderLineId, batch: batchId, place: placeId, quantity: toPick })
}

export const pack = (caller: Caller, placed: Json, more: Json = {}): Promise<Json> =>
  caller.post('/v1/parcels', { order: placed.id, ...more })
