/**
 * domain/imports/column-seen.ts — what the cells of each column of a file are like, counted while it is read.
 */
import { type DaysSeen, daySeen, noDaysSeen } from './day-style.ts'

export type ColumnSeen = Readonly<{ samples: readonly string[]; filled: number; days: DaysSeen }>
export const nothingSeen: ColumnSeen = { samples: [], filled: 0, days: noDaysSeen }

type Counting = { samples: string[]; filled: number; days: Record<keyof DaysSeen, number> }

const samplesMax = 3
const sampleLettersMax = 60
const columnsMax = 200
/** A column that has had no day for so long has none. */
const patience = 500

export function countingColumns() {
  const columns: Counting[] = []
  const see = (cell: string, at: number) => {
    const column = columns[at] ?? { samples: [], filled: 0, days: { ...noDaysSeen } }
    columns[at] = column
    if (cell === '') return
    column.filled += 1
    const sample = cell.slice(0, sampleLettersMax)
    if (column.samples.length < samplesMax && !column.samples.includes(sample)) column.samples.push(sample)
    const isHopeless = column.days.others === column.filled - 1 && column.filled > patience
    column.days[isHopeless ? 'others' : daySeen(cell)] += 1
  }
  return {
    add(cells: readonly string[]): void {
      for (let at = 0; at < Math.min(cells.length, columnsMax); at += 1) see(cells[at] ?? '', at)
    },
    seen: (): ColumnSeen[] => Array.from(columns, (column) => column ?? nothingSeen),
  }
}
