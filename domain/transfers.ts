/**
 * domain/transfers.ts — goods that go from a warehouse to another: what state a transfer is in, and which goods are meant by
 * what a person names. Quantities are whole base units.
 */
import { groupBy } from './group-by.ts'

/** Of a whole transfer. What left is on its way, has arrived, came back, or was settled by a person as lost or damaged. */
export type TransferUnits = Readonly<{
  asked: number // now: what was cancelled is not asked
  sent: number
  inTransit: number
  arrived: number // at the warehouse it was sent to
  missing: number // of what is on its way: somebody said that it did not come
}>

export const transferStates = [
  'requested',
  'approved',
  'picking',
  'in_transit',
  'partly_received',
  'discrepancy',
  'received',
  'closed',
  'cancelled',
] as const
export type TransferState = (typeof transferStates)[number]

type Stage = Readonly<{ approved: boolean; cancelled: boolean }>

/**
 * `picking`: a part has left and none has arrived; `closed`: all that left is accounted for, and not all that was sent arrived
 * where it was to go.
 */
export function transferState({ approved, cancelled }: Stage, units: TransferUnits): TransferState {
  const { asked, sent, inTransit, arrived, missing } = units
  if (sent === 0) return cancelled ? 'cancelled' : approved ? 'approved' : 'requested'
  if (missing > 0) return 'discrepancy'
  if (inTransit === sent) return asked > sent ? 'picking' : 'in_transit'
  if (inTransit > 0 || asked > sent) return 'partly_received'
  return arrived < sent || cancelled ? 'closed' : 'received'
}

/** What lies somewhere for a line of the transfer: promised in a bin, or on its way. */
export type Part = Readonly<{
  lineNo: number
  batchId: string
  batchCode: string
  placeId: string
  placeCode: string
  quantity: number
}>
/** As a person or a file names it. Codes are normalised. */
export type Named = Readonly<{ line?: number; batch?: string; place?: string; quantity: number }>
export type Allotted<P extends Part> =
  | Readonly<{ kind: 'taken'; takes: readonly Readonly<{ part: P; quantity: number }>[] }>
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'beyond'; most: number }> // so many are left of what is meant
  | Readonly<{ kind: 'which'; among: readonly P[] }>

/**
 * What each name means, in order, each from what the earlier ones left. Where several batches or bins are meant and not all of
 * them, only a person knows which. Law: no part is taken beyond what there is of it, and what is taken is what was named.
 */
export function allot<P extends Part>(named: readonly Named[], parts: readonly P[]): Allotted<P>[] {
  const left = new Map(parts.map((part) => [part, part.quantity]))
  const find = finder(parts)
  return named.map((one) => {
    const found = find(one)
    if (found.length === 0) return { kind: 'none' }
    const there = found.filter((part) => (left.get(part) ?? 0) > 0)
    const most = there.reduce((sum, part) => sum + (left.get(part) ?? 0), 0)
    if (one.quantity > most) return { kind: 'beyond', most }
    if (one.quantity < most && new Set(there.map(({ batchId, placeId }) => `${batchId} ${placeId}`)).size > 1)
      return { kind: 'which', among: there }
    return { kind: 'taken', takes: take(there, one.quantity, left) }
  })
}

function take<P extends Part>(there: readonly P[], quantity: number, left: Map<P, number>) {
  let wanted = quantity
  return there.flatMap((part) => {
    const some = Math.min(wanted, left.get(part) ?? 0)
    if (some === 0) return []
    wanted -= some
    left.set(part, (left.get(part) ?? 0) - some)
    return [{ part, quantity: some }]
  })
}

function finder<P extends Part>(parts: readonly P[]): (named: Named) => readonly P[] {
  const byLine = groupBy(parts, ({ lineNo }) => lineNo)
  const byBatch = new Map([
    ...groupBy(parts, ({ batchCode }) => batchCode),
    ...groupBy(parts, ({ batchId }) => batchId),
  ])
  return ({ line, batch, place }) => {
    const near = line === undefined ? (batch === undefined ? parts : byBatch.get(batch)) : byLine.get(line)
    return (near ?? []).filter(
      (part) =>
        (batch === undefined || part.batchId === batch || part.batchCode === batch) &&
        (place === undefined || part.placeId === place || part.placeCode === place),
    )
  }
}
