/**
 * server/modules/trace/balance-of.ts — the mass balance of batches, and what of those that lie here can be sold.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { type MassBalance, massBalance } from '#domain/mass-balance.ts'
import { isExpired } from '#domain/shelf-life.ts'
import { dayIn, type Instant } from '#platform/clock.ts'
import { type ActiveHold, covers } from '../quality/index.ts'
import type { Flow, Lying } from './store.ts'

type Side = 'fromKind' | 'toKind'
const otherSide = { fromKind: 'toKind', toKind: 'fromKind' } as const

/** From the ledger what came and went, from the balances what is here: so each proves the other. */
export function massBalanceOf(moved: readonly Flow[], here: readonly Lying[]): MassBalance {
  const sum = (flows: readonly Flow[]) => flows.reduce((units, { quantity }) => units + quantity, 0)
  const between = (side: Side, ...kinds: string[]) => sum(moved.filter((flow) => kinds.includes(flow[side])))
  // What did not happen after all is neither made nor used.
  const standing = (side: Side, kind: string) =>
    sum(moved.filter((flow) => flow[side] === kind && !flow.undoes)) -
    sum(moved.filter((flow) => flow[otherSide[side]] === kind && flow.undoes))
  const held = (kind: (placeKind: string) => boolean) =>
    here.filter(({ placeKind }) => kind(placeKind)).reduce((sum, { onHand }) => sum + onHand, 0)
  return massBalance({
    received: between('fromKind', 'supplier', 'opening') - between('toKind', 'supplier', 'opening'),
    made: standing('fromKind', 'production'),
    found: standing('fromKind', 'count'),
    onHand: held((kind) => kind !== 'transit'),
    inTransit: held((kind) => kind === 'transit'),
    consumed: standing('toKind', 'production'),
    shipped: between('toKind', 'customer') - between('fromKind', 'customer'),
    disposed: between('toKind', 'scrap') - between('fromKind', 'scrap'),
    samples: between('toKind', 'sample') - between('fromKind', 'sample'),
    lost: standing('toKind', 'count'),
  })
}

/** Expired, held or quarantined stock is on hand, but not available. */
export function whereItLies(
  { timeZone, ...row }: Lying,
  { batch, holds, at }: { batch: { expiresOn: CalendarDate | null }; holds: readonly ActiveHold[]; at: Instant },
) {
  const held = [...new Set(holds.filter((hold) => covers(hold, row)).map(({ number }) => number))]
  const sellable =
    row.placeKind === 'storage' && held.length === 0 && !isExpired(batch.expiresOn, dayIn(timeZone ?? 'UTC', at))
  return { ...row, available: sellable ? row.onHand - row.reserved : 0, holds: held }
}
