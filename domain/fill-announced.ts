/**
 * domain/fill-announced.ts — which announced line each unit answers that came, over all deliveries of a shipment.
 */
import type { Announced, Arrived } from './receipt-differences.ts'

export type Came = Omit<Arrived, 'lineId'>

/** Lines whose key an arrival shares may be filled by it; null takes no part. */
type Keying = Readonly<{ ofLine: (line: Announced) => string | null; ofCame: (came: Came) => string }>

/** First the lines that named the very batch, then those that named none, then any of the product: another batch came. */
const keyings: readonly Keying[] = [
  {
    ofLine: ({ product, batchCode }) => (batchCode === null ? null : `${product} ${batchCode}`),
    ofCame: ({ product, batchCode }) => `${product} ${batchCode}`,
  },
  { ofLine: ({ product, batchCode }) => (batchCode === null ? product : null), ofCame: ({ product }) => product },
  { ofLine: ({ product }) => product, ofCame: ({ product }) => product },
]

type Queue = { lines: Announced[]; next: number }

/**
 * Fills lines up to what they announced, in their order; an arrival may be cut into portions.
 *
 * Law: every unit that came is in one portion, and a line gets more than it announced only where every line of its product
 * is full. `lineId` is null for what no line announced.
 */
export function fillAnnounced(announced: readonly Announced[], came: readonly Came[]): Arrived[] {
  const room = new Map(announced.map(({ lineId, quantity }) => [lineId, quantity]))
  const queues = keyings.map(({ ofLine, ofCame }) => ({ ofCame, byKey: queuesOf(announced, ofLine) }))
  const portions: Arrived[] = []
  let rest = [...came]
  for (const { ofCame, byKey } of queues) {
    rest = rest.flatMap((arrival) => {
      const quantity = fill({ arrival, queue: byKey.get(ofCame(arrival)), room, portions })
      return quantity > 0 ? [{ ...arrival, quantity }] : []
    })
  }
  const excess = rest.map((arrival): Arrived => {
    const queue = queues.map(({ ofCame, byKey }) => byKey.get(ofCame(arrival))).find((one) => one !== undefined)
    return { ...arrival, lineId: queue?.lines.at(-1)?.lineId ?? null }
  })
  return [...portions, ...excess]
}

function queuesOf(announced: readonly Announced[], keyOf: Keying['ofLine']): Map<string, Queue> {
  const queues = new Map<string, Queue>()
  for (const line of announced) {
    const key = keyOf(line)
    if (key === null) continue
    const queue = queues.get(key) ?? { lines: [], next: 0 }
    queue.lines.push(line)
    queues.set(key, queue)
  }
  return queues
}

/** What finds no room. */
function fill(ask: {
  arrival: Came
  queue: Queue | undefined
  room: Map<string, number>
  portions: Arrived[]
}): number {
  const { arrival, queue, room, portions } = ask
  let left = arrival.quantity
  for (let line = queue?.lines[queue.next]; queue && line && left > 0; line = queue.lines[queue.next]) {
    const free = room.get(line.lineId) ?? 0
    const quantity = Math.min(free, left)
    if (quantity > 0) portions.push({ ...arrival, lineId: line.lineId, quantity })
    room.set(line.lineId, free - quantity)
    left -= quantity
    if (quantity === free) queue.next += 1
  }
  return left
}
