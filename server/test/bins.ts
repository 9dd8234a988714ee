/**
 * server/test/bins.ts — what tests of storage say often: a zone, its bins, goods that are carried from one to the other.
 */
import { batchId } from './stories.ts'
import type { Answer, Caller, Json } from './world.ts'

type More = Readonly<Record<string, unknown>>

const warehouseOf = async (caller: Caller, code: string): Promise<string> =>
  (await caller.get('/v1/warehouses')).items.find((row: Json) => row.code === code).id

export const zone = async (caller: Caller, code: string, { warehouse = 'CHI', ...more }: More = {}): Promise<Json> =>
  caller.post('/v1/zones', {
    warehouseId: await warehouseOf(caller, String(warehouse)),
    code,
    name: code,
    storage: 'ambient',
    ...more,
  })

/** Each of these codes, alike. */
export async function bins(caller: Caller, codes: readonly string[], more: More = {}): Promise<Json[]> {
  const { warehouse = 'CHI', ...rules } = more
  const warehouseId = await warehouseOf(caller, String(warehouse))
  const places = codes.map((code) => ({ warehouseId, code, ...rules }))
  return (await caller.post('/v1/places', { places })).items
}

export async function placeId(caller: Caller, code: string, warehouse = 'CHI'): Promise<string> {
  const { items } = await caller.get(`/v1/places?warehouse=${await warehouseOf(caller, warehouse)}&limit=500`)
  return items.find((row: Json) => row.code === code).id
}

type Carry = Readonly<{ batch: string; from: string; to: string; quantity: number } & More>

export async function carry(caller: Caller, { batch, from, to, quantity, ...more }: Carry): Promise<Answer> {
  const [id, there, here] = await Promise.all([batchId(caller, batch), placeId(caller, to), placeId(caller, from)])
  return caller.call('POST', '/v1/relocations', { ...more, lines: [{ batch: id, from: here, to: there, quantity }] })
}

/** "done", or the code of the refusal. */
export const told = ({ status, body }: Answer): string => (status < 300 ? 'done' : body.code)
