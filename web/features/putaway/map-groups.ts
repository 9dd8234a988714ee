/**
 * web/features/putaway/map-groups.ts — the bins of a warehouse as one walks them: zones, aisles in them, bays along and levels up.
 */
import { groupBy } from '#domain/group-by.ts'
import { byBinCode } from '#domain/picking/route.ts'
import type { MapBin } from '../../api/types.ts'
import { lifeInWords } from '../../shared/days-left.tsx'
import { countOf, quantityText } from '../../shared/quantity.tsx'

export type Shelf = Readonly<{
  aisle: string | null // null for bins that stand alone
  bins: readonly Placed[]
}>
/** Where it is drawn; no column and row where two bins stand at one spot. */
export type Placed = Readonly<{ bin: MapBin; column: number | null; row: number | null }>
export type MapZone = Readonly<{ id: string | null; title: string; bins: readonly MapBin[]; shelves: readonly Shelf[] }>

const names = { dock: 'Docks', quarantine: 'Quarantine', opened: 'Opened units', storage: 'No zone' } as const

/** Docks first, for there the way begins; what is in no zone last but for quarantine. */
export function zonesOf(bins: readonly MapBin[]): MapZone[] {
  const order = { dock: 0, storage: 1, quarantine: 3, opened: 4 } as const
  const rankOf = ({ kind, zoneId }: MapBin) => order[kind] + (kind === 'storage' && zoneId === null ? 1 : 0)
  const groups = groupBy(bins, (bin) => `${rankOf(bin)} ${bin.kind === 'storage' ? (bin.zoneCode ?? '') : ''}`)
  return [...groups]
    .toSorted(([a], [b]) => byBinCode(a, b))
    .flatMap(([, members]) => {
      const [first] = members
      if (!first) return []
      const inZone = first.kind === 'storage' && first.zoneCode !== null
      const title = inZone ? `${first.zoneCode} · ${first.zoneName}` : names[first.kind]
      return [{ id: inZone ? first.zoneId : null, title, bins: members, shelves: shelvesOf(members) }]
    })
}

function shelvesOf(bins: readonly MapBin[]): Shelf[] {
  const aisles = [...groupBy(bins, ({ aisle }) => aisle)]
  const shelves = aisles
    .filter(([, members]) => members.length > 1)
    .map(([aisle, members]) => ({ aisle, bins: placed(members) }))
  const alone = aisles.filter(([, members]) => members.length === 1).flatMap(([, members]) => members)
  const single = alone.map((bin) => ({ bin, column: null, row: null }))
  return single.length > 0 ? [{ aisle: null, bins: single }, ...shelves] : shelves
}

/** Bays and levels that do not exist take no room; the floor is the lowest row. */
function placed(bins: readonly MapBin[]): Placed[] {
  const bays = [...new Set(bins.map(({ bay }) => bay))].toSorted((a, b) => a - b)
  const levels = [...new Set(bins.map(({ level }) => level))].toSorted((a, b) => b - a)
  const spots = new Set(bins.map(({ bay, level }) => `${bay} ${level}`))
  if (spots.size < bins.length) return bins.map((bin) => ({ bin, column: null, row: null }))
  const [column, row] = [bays, levels].map((of) => new Map(of.map((value, at) => [value, at + 1])))
  return bins.map((bin) => ({ bin, column: column?.get(bin.bay) ?? null, row: row?.get(bin.level) ?? null }))
}

/** From 0 to 1: of what it holds where that is told, else of the fullest bin of which it is not. */
export function fillOf(bins: readonly MapBin[]): (bin: MapBin) => number {
  const untold = bins.filter(({ kind, capacity }) => kind === 'storage' && capacity === null)
  const most = Math.max(1, ...untold.map(({ quantity }) => quantity))
  return ({ capacity, quantity }) => Math.min(1, quantity / (capacity ?? most))
}

/** Everything the colours and shapes of a cell say. */
export function binWords({ code, quantity, capacity, batches, skus, daysLeft, held, misplaced }: MapBin): string {
  if (quantity === 0) return `${code}: empty`
  const of = capacity === null ? '' : ` of ${quantityText(capacity)}`
  const what = batches === 1 ? skus.join('') : countOf(batches, 'batch', 'batches')
  return [
    `${code}: ${quantityText(quantity)}${of}`,
    what,
    lifeInWords(daysLeft),
    held ? 'held' : null,
    misplaced ? 'lies where it must not' : null,
  ]
    .filter((words) => words !== null)
    .join(', ')
}

export const shows = ['all', 'soon', 'held', 'wrong', 'empty'] as const
export type Show = (typeof shows)[number]
const soonDays = 30

export function isShown({ daysLeft, held, misplaced, quantity, kind }: MapBin, show: Show): boolean {
  switch (show) {
    case 'all':
      return true
    case 'soon':
      return daysLeft !== null && daysLeft <= soonDays
    case 'held':
      return held
    case 'wrong':
      return misplaced
    case 'empty':
      return quantity === 0 && kind === 'storage'
  }
}

/** By its code or what lies there, of which the first three products are known. */
export const isCalled = ({ code, skus }: MapBin, text: string): boolean =>
  [code, ...skus].some((name) => name.toLowerCase().includes(text))
