/**
 * server/test/returns.ts — what tests say often of goods that come back.
 */
import { order } from './stories.ts'
import type { Answer, Caller, Json } from './world.ts'

/** An order that took these batches, shipped; two orders of a unit each take two batches. */
export async function sentTo(caller: Caller, quantity: number, more: Json = {}): Promise<Json> {
  const placed = await order(caller, quantity, more)
  await caller.post('/v1/shipments', { order: placed.id })
  return placed
}

/** Nobody announced it; of product P, for an order. */
export const cameBack = (caller: Caller, orderNumber: string, line: Json, more: Json = {}): Promise<Json> =>
  caller.post('/v1/unannounced-returns', { warehouse: 'CHI', orderNumber, lines: [{ product: 'P', ...line }], ...more })

export const triedBack = (caller: Caller, orderNumber: string, line: Json): Promise<Answer> =>
  caller.call('POST', '/v1/unannounced-returns', {
    warehouse: 'CHI',
    orderNumber,
    lines: [{ product: 'P', ...line }],
  })

type Decided = Readonly<Record<string, number>>

const body = (decided: Decided, more: Json) => ({
  line: 1,
  decisions: Object.entries(decided).map(([decide, quantity]) => ({ decide, quantity })),
  ...(decided.dispose ? { disposal: { reason: 'Returned unsaleable', method: 'Landfill' } } : {}),
  ...more,
})

/** `{ restock: 3, dispose: 1 }` of the first line. */
export const inspect = (caller: Caller, { id }: Json, decided: Decided, more: Json = {}): Promise<Json> =>
  caller.post(`/v1/returns/${id}/inspections`, body(decided, more))

export const tried = (caller: Caller, { id }: Json, decided: Decided, more: Json = {}): Promise<Answer> =>
  caller.call('POST', `/v1/returns/${id}/inspections`, body(decided, more))

/** As what the units of the first line stand, those of a batch or the only ones; what nothing stands as is left out. */
export function standings(found: Json, batch?: string): Record<string, number> {
  const lots = found.lines[0].lots.filter((lot: Json) => batch === undefined || lot.batchCode === batch)
  const sums = Object.entries<number>(lots[0]?.standings ?? {})
  return Object.fromEntries(sums.filter(([, units]) => units > 0))
}
