/**
 * web/features/trace/graph-layout.ts — where each stop is drawn: columns from left to right in the order of time, each
 * in the order in which its stops are told.
 */
import type { Picture, Stop } from './graph-stops.ts'

export type PlacedStop = Stop & Readonly<{ x: number; y: number }>

export const stopSize = { width: 200, height: 52 }
const gap = { x: 72, y: 12 }
const columns: readonly (readonly Stop['kind'][])[] = [
  ['supplier'],
  ['receipt'],
  ['lot'],
  ['batch'],
  ['place', 'customer', 'rest'],
]

export function placeStops({ stops }: Picture): { placed: PlacedStop[]; height: number } {
  const drawn = columns
    .map((kinds) => stops.filter(({ kind }) => kinds.includes(kind)))
    .filter((column) => column.length > 0)
  const step = { x: stopSize.width + gap.x, y: stopSize.height + gap.y }
  const most = Math.max(...drawn.map((column) => column.length))
  const placed = drawn.flatMap((column, index) =>
    column.map((stop, row) => ({ ...stop, x: index * step.x, y: ((most - column.length) / 2 + row) * step.y })),
  )
  return { placed, height: most * step.y - gap.y }
}
