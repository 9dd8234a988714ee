/**
 * server/test/production.ts — what tests of production say often: products that are made of one another, and runs.
 */
import { batchId, product } from './stories.ts'
import type { Answer, Caller, Json } from './world.ts'

export type Used = Readonly<{ product?: string; batch: string; quantity: number } & Record<string, unknown>>

/** `RAW 100 of R, WATER 5 of W`: so many of a batch of a product. */
export const sides = (text: string): Json[] =>
  text.split(', ').map((part) => {
    const [, sku, quantity, batch] = /^(\S+) (\d+)(?: of (\S+))?$/.exec(part) ?? []
    if (sku === undefined) throw new Error(`no side of a run: ${part}`)
    return { product: sku, quantity: Number(quantity), ...(batch === undefined ? {} : { batch }) }
  })

export const runOf = (uses: string, makes: string, more: Json = {}): Json => ({
  kind: 'produce',
  warehouse: 'CHI',
  ...more,
  inputs: sides(uses).map((one, at) => ({ ...one, ...more.inputs?.[at] })),
  outputs: sides(makes).map((one, at) => ({ ...one, ...more.outputs?.[at] })),
})

/** `make(caller, 'RAW 60 of R', 'MIX 600 of M1')`; what else is said of a side is merged by its place. */
export const make = (caller: Caller, uses: string, makes: string, more: Json = {}): Promise<Json> =>
  caller.post('/v1/production-runs', runOf(uses, makes, more))

export const refusedRun = (caller: Caller, uses: string, makes: string, more: Json = {}): Promise<Answer> =>
  caller.call('POST', '/v1/production-runs', runOf(uses, makes, more))

export const undo = (caller: Caller, { id }: { id: string }, reason = 'typed wrong'): Promise<Json> =>
  caller.post(`/v1/production-runs/${id}/reversal`, { reason })

export const refusedUndo = (caller: Caller, { id }: { id: string }): Promise<Answer> =>
  caller.call('POST', `/v1/production-runs/${id}/reversal`, { reason: 'typed wrong' })

/** A raw material by the gram, a mix, and two finished products and a gift set by the piece. */
export async function makersGoods(caller: Caller): Promise<void> {
  const undated = { dates: 'optional' }
  await product(caller, { sku: 'RAW', name: 'Shea butter', baseUnit: 'gram', ...undated })
  await product(caller, { sku: 'MIX', name: 'Cream base', baseUnit: 'gram', ...undated })
  await product(caller, { sku: 'F1', name: 'Cream in a jar', ...undated })
  await product(caller, { sku: 'F2', name: 'Cream in a tube', ...undated })
  await product(caller, { sku: 'K', name: 'Gift set', ...undated })
}

export const traceOf = async (caller: Caller, code: string): Promise<Json> =>
  caller.get(`/v1/batches/${await batchId(caller, code)}/trace`)
