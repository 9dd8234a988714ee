/**
 * server/test/stories.ts — what tests say often: a product, a receipt, an order, a hold, what lies where.
 */
import type { Answer, Caller, Json } from './world.ts'
import { waitFor } from './world.ts'

export async function product(caller: Caller, given: Record<string, unknown> = {}): Promise<Json> {
  return caller.post('/v1/products', {
    sku: 'P',
    name: 'Face cream',
    baseUnit: 'each',
    tracking: 'batch',
    dates: 'required',
    rotation: 'fefo',
    ...given,
  })
}

export type Line = Readonly<{ batch?: string; quantity: number; expiresOn?: string } & Record<string, unknown>>

export const receiptOf = (lines: readonly Line[], more: Record<string, unknown> = {}) => ({
  warehouse: 'CHI',
  ...more,
  lines: lines.map((line) => ({ product: 'P', ...line })),
})

export const receive = (caller: Caller, lines: readonly Line[], more: Record<string, unknown> = {}): Promise<Json> =>
  caller.post('/v1/receipts', receiptOf(lines, more))

export const refusedReceipt = (
  caller: Caller,
  lines: readonly Line[],
  more: Record<string, unknown> = {},
): Promise<Answer> => caller.call('POST', '/v1/receipts', receiptOf(lines, more))

export const order = (caller: Caller, quantity: number, more: Record<string, unknown> = {}): Promise<Json> => {
  const { line = {}, ...rest } = more as { line?: Record<string, unknown> }
  return caller.post('/v1/orders', { ...rest, lines: [{ product: 'P', quantity, ...line }] })
}

export const orderNow = (caller: Caller, { id }: { id: string }): Promise<Json> => caller.get(`/v1/orders/${id}`)

/** What the first line of an order has of each batch, e.g. `{ B: 100, A: 50 }`. */
export function taken(placed: Json): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { batchCode, quantity } of placed.lines[0].batches) sums[batchCode] = (sums[batchCode] ?? 0) + quantity
  return sums
}

export const says = (placed: Json): string[] => placed.lines[0].passedOver.map((one: Json) => one.says)

export async function stockOf(caller: Caller, batchCode: string): Promise<Json[]> {
  const { items } = await caller.get(`/v1/stock?limit=2000`)
  return items.filter((row: Json) => row.batchCode === batchCode)
}

export async function batchId(caller: Caller, code: string): Promise<string> {
  const { items } = await caller.get(`/v1/batches?text=${encodeURIComponent(code)}`)
  const found = items.find((row: Json) => row.code === code)
  if (!found) throw new Error(`no batch ${code}`)
  return found.id
}

export const hold = async (caller: Caller, code: string, reason = 'under test'): Promise<Json> =>
  caller.post('/v1/holds', { scope: 'batch', batch: await batchId(caller, code), reason })

export const lift = (caller: Caller, { id }: { id: string }): Promise<Json> =>
  caller.post(`/v1/holds/${id}/lifting`, { reason: 'found good' })

/** Waits until the order's numbers are these. */
export const orderBecomes = (caller: Caller, placed: { id: string }, wanted: Record<string, unknown>): Promise<Json> =>
  waitFor(
    async () => {
      const now = await orderNow(caller, placed)
      return Object.entries(wanted).every(([key, value]) => now[key] === value) ? now : null
    },
    `the order to become ${JSON.stringify(wanted)}`,
  )

export async function differences(caller: Caller): Promise<Json[]> {
  return (await caller.post('/v1/verifications')).differences
}
