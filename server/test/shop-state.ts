/**
 * server/test/shop-state.ts — what the shop of the simulation remembers, and how it asks.
 */
import type { Dice } from './hostile.ts'
import type { Answer, Caller, Json } from './world.ts'

export type State = {
  onHand: Map<string, number>
  sent: Map<string, Map<string, number>>
  orders: Map<string, { cancelled: boolean }>
  holds: Set<string>
  /** That run. */
  recalls: Set<string>
  batches: Set<string>
  /** Each batch that was one with another, and the one it is counted with. */
  families: Map<string, string>
  /** Product and code: their dates are on record. */
  known: Set<string>
  lots: Set<string>
  /** Of the serial-tracked product: every code ever received, by batch. */
  serials: Map<string, string[]>
  waves: Set<string>
  /** In force, with the batches each bars; the newest that bars any is the one that counts. */
  rules: Map<string, readonly string[]>
  pools: Set<string>
  /** Warehouses of each order that may not be split, as promised when it was placed. */
  parcels: string[][]
  /** Of each line of a shipment, what never left. */
  cancelled: Map<string, number>
  done: Map<string, number>
}
export type Step = (given: { caller: Caller; roll: Dice; state: State; places: readonly string[] }) => Promise<void>

export type Asker = Readonly<{ state: State; caller: Caller }>

/** Counts what was done; throws where the answer is neither a success nor a refusal with a reason. */
export async function ask({ state, caller }: Asker, method: string, url: string, body?: Json): Promise<Answer | null> {
  const answer = await caller.call(method, url, body)
  if (answer.status >= 500 || (answer.status >= 400 && !answer.body.detail))
    throw new Error(`${method} ${url} ${JSON.stringify(body)} → ${answer.status} ${answer.text}`)
  const name = `${method} ${url.replaceAll(/[0-9a-f-]{36}/g, ':id')} ${answer.status < 300 ? 'done' : answer.body.code}`
  state.done.set(name, (state.done.get(name) ?? 0) + 1)
  return answer.status < 300 ? answer : null
}

export const add = (sums: Map<string, number>, key: string, quantity: number) =>
  sums.set(key, (sums.get(key) ?? 0) + quantity)

export function sendTo(state: State, batchId: string, orderId: string, quantity: number): void {
  const orders = state.sent.get(batchId) ?? new Map<string, number>()
  state.sent.set(batchId, orders)
  add(orders, orderId, quantity)
  add(state.onHand, batchId, -quantity)
}

export const anyOf = (roll: Dice, things: Iterable<string>): string | null => {
  const all = [...things]
  return all.length > 0 ? roll.of(all) : null
}

/** Some of a batch's serials: at times one too many or few, or one that is elsewhere by now. */
export function someSerials(roll: Dice, state: State, batchId: string, quantity: number): { serials?: string[] } {
  const all = state.serials.get(batchId)
  if (!all) return {}
  const start = roll.below(all.length)
  return { serials: [...all.slice(start), ...all.slice(0, start)].slice(0, quantity + (roll.chance(5) ? 1 : 0)) }
}
