/**
 * web/features/trace/genealogy-layout.ts — where each dot is drawn: a column a generation, each dot near those that it was made of.
 */
import { groupBy } from '#domain/group-by.ts'
import type { Dot, Drawing } from './genealogy-picture.ts'

export const dotSize = { width: 230, height: 52 }
const gap = { x: 96, y: 14 }
const step = { x: dotSize.width + gap.x, y: dotSize.height + gap.y }

export type PlacedDot = Dot & Readonly<{ x: number; y: number }>

export function placeDots({ dots, lines }: Drawing): { placed: PlacedDot[]; height: number } {
  const columns = [...groupBy(dots, ({ generation }) => generation).values()]
  const parentsOf = groupBy(lines, ({ to }) => to)
  const most = Math.max(1, ...columns.map(({ length }) => length))
  const rowOf = new Map<string, number>()
  const placed = columns.flatMap((column, index) => {
    const from = (id: string) => mean((parentsOf.get(id) ?? []).flatMap((line) => rowOf.get(line.from) ?? []))
    const ordered = index === 0 ? column : column.toSorted((a, b) => from(a.id) - from(b.id))
    return ordered.map((dot, at) => {
      const row = (most - column.length) / 2 + at
      rowOf.set(dot.id, row)
      return { ...dot, x: index * step.x, y: row * step.y }
    })
  })
  return { placed, height: most * step.y - gap.y }
}

const mean = (rows: readonly number[]): number =>
  rows.length === 0 ? 0 : rows.reduce((sum, row) => sum + row, 0) / rows.length
