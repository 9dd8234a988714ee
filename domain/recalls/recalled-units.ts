/**
 * domain/recalls/recalled-units.ts — where the units of a recall are, and that they are all accounted for (21 CFR 7.53(b)).
 */
import type { MassBalance } from '../mass-balance.ts'

export type RecalledUnits = Readonly<{
  distributed: number // customers had when it began
  sentSince: number
  recovered: number // came back since
  outstanding: number // customers have now
  held: number // here and between warehouses
  destroyed: number // since it began
  other: number // used up, lost, taken as samples since, less what was received, made or found
  gap: number
}>

/**
 * Laws: distributed + sentSince − recovered = outstanding; and what customers had and what was here when it began is now out, here, destroyed or among `other`, up to
 * the gap, which is that of the ledger.
 */
export function recalledUnits(then: MassBalance | null, now: MassBalance, recovered: number): RecalledUnits {
  const earlier = then ?? nothing
  const since = (of: keyof typeof nothing) => now[of] - earlier[of]
  const distributed = earlier.shipped
  return {
    distributed,
    sentSince: since('shipped') + recovered,
    recovered,
    outstanding: now.shipped,
    held: now.onHand + now.inTransit,
    destroyed: since('disposed'),
    other: since('consumed') + since('samples') + since('lost') - since('received') - since('made') - since('found'),
    gap: now.gap,
  }
}

const nothing = {
  received: 0,
  made: 0,
  found: 0,
  shipped: 0,
  disposed: 0,
  consumed: 0,
  samples: 0,
  lost: 0,
}
