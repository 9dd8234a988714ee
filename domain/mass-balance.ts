/**
 * domain/mass-balance.ts — every unit of a batch that came is somewhere: received + made + found = present + gone.
 */
export type MassTotals = Readonly<{
  received: number
  made: number
  found: number
  onHand: number
  inTransit: number
  consumed: number
  shipped: number // less what came back
  disposed: number
  samples: number
  lost: number
}>

export type MassBalance = MassTotals &
  Readonly<{ in: number; out: number; gap: number; percent: number; alarm: string | null }>

/** `gap` is what came in and is nowhere (negative: what is somewhere and never came). `percent` has two decimals. */
export function massBalance(totals: MassTotals): MassBalance {
  const came = totals.received + totals.made + totals.found
  const accounted =
    totals.onHand + totals.inTransit + totals.consumed + totals.shipped + totals.disposed + totals.samples + totals.lost
  const gap = came - accounted
  const percent = came === 0 ? (accounted === 0 ? 100 : 0) : Math.round((accounted / came) * 10_000) / 100
  return { ...totals, in: came, out: accounted, gap, percent, alarm: gap === 0 ? null : alarmFor(came, accounted, gap) }
}

function alarmFor(came: number, accounted: number, gap: number): string {
  const what = gap > 0 ? `${gap} units are not accounted for` : `${-gap} units too many are accounted for`
  return `${what}: ${came} came in, ${accounted} are on hand or gone.`
}
