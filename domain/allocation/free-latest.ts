/**
 * domain/allocation/free-latest.ts — which promises a line gives back when less is wanted of it.
 */
import type { CalendarDate } from '../calendar-date.ts'
import { packsCovering, wholePacks } from '../packs.ts'
import { byText } from './order.ts'

export type Reserved = Readonly<{
  batchId: string
  placeId: string
  quantity: number // base units
  expiresOn: CalendarDate | null
  packOf?: number | null // base units in each of the closed packs it lies in; loose where not told
}>

/**
 * The latest expiry first, so that what must go soonest still goes. A closed pack is given back whole: where no loose units and
 * smaller packs make up what is wanted, one pack more than that goes, and what was then taken too much of the others stays.
 *
 * Laws: what is left of each promise is whole packs; no less is freed than is wanted, while it is promised; and of nothing
 * that is freed could a single pack stay.
 */
export function freeLatest<Row extends Reserved>(reserved: readonly Row[], quantity: number): Row[] {
  const latestFirst = reserved
    .map((row) => ({ row, packOf: row.packOf ?? 1, freed: 0 }))
    .sort(
      (a, b) =>
        -byText(a.row.expiresOn ?? '9999', b.row.expiresOn ?? '9999') ||
        -byText(a.row.batchId, b.row.batchId) ||
        -byText(a.row.placeId, b.row.placeId),
    )
  let wanted = quantity
  const free = (round: typeof wholePacks, one: (typeof latestFirst)[number]) => {
    const part = round(Math.min(one.row.quantity - one.freed, Math.max(0, wanted)), one.packOf)
    one.freed += part
    wanted -= part
  }
  for (const one of latestFirst) free(wholePacks, one)
  for (const one of latestFirst) free(packsCovering, one)
  for (const one of latestFirst.toReversed()) {
    const stays = wholePacks(Math.min(one.freed, -Math.min(0, wanted)), one.packOf)
    one.freed -= stays
    wanted += stays
  }
  return latestFirst.flatMap(({ row, freed }) => (freed > 0 ? [{ ...row, quantity: freed }] : []))
}
