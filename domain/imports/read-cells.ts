/**
 * domain/imports/read-cells.ts — one row of a person's own sheet: where its columns stand, and what its cells say. As many as are wrong
 * are complained of, each with what would be right.
 */
import { type DayStyle, readDay, unknownStyle } from './day-style.ts'
import { folded } from './folded.ts'
import { readNumber } from './numbers.ts'

/** `message` goes on where the name of the column ends: `quantity` + `is missing`. */
export type CellProblem = Readonly<{
  column: string
  message: string
  /** The cell is right; how its column is meant has to be said. */
  asks?: true
}>
export type Cells = Readonly<{
  text(name: string): string | undefined
  needed(name: string): string
  whole(name: string, range: Readonly<{ least: number; most?: number }>): number | undefined
  day(name: string): string | undefined
  choice<const T extends readonly string[]>(name: string, choices: T): T[number] | undefined
  /** No column says it; somebody said it for all rows. */
  isFixed(name: string): boolean
  complain(column: string, message: string): void
}>
export type Columns = Readonly<Record<string, number>>

/** Where each wanted column stands, -1 where it does not; a name may be written in several ways. */
export function findColumns(header: readonly string[], wanted: Readonly<Record<string, readonly string[]>>): Columns {
  const names = header.map(folded)
  return Object.fromEntries(
    Object.entries(wanted).map(([name, spellings]) => {
      const same = new Set(spellings.map(folded))
      return [name, names.findIndex((one) => same.has(one))]
    }),
  )
}

/** Where a row says what: its columns, how those with days write them, and what all rows say where no column does. */
export type Reading = Readonly<{
  columns: Columns
  days: Readonly<Record<string, DayStyle>>
  fixed: Readonly<Record<string, string>>
}>
type Source = Readonly<{ cells: readonly string[]; problems: CellProblem[] }> &
  Pick<Reading, 'columns'> &
  Partial<Reading>

export function cellsOf({ cells, columns, days = {}, fixed = {}, problems }: Source): Cells {
  const text = (name: string) => cells[columns[name] ?? -1] || fixed[name] || undefined
  const complain = (column: string, message: string) => void problems.push({ column, message })
  return {
    text,
    complain,
    isFixed: (name) => (cells[columns[name] ?? -1] || '') === '' && fixed[name] !== undefined,
    needed(name) {
      const value = text(name)
      if (value === undefined) complain(name, 'is missing')
      return value ?? ''
    },
    whole(name, { least, most = Number.MAX_SAFE_INTEGER }) {
      const value = text(name)
      if (value === undefined) return undefined
      const read = readNumber(value)
      const found = 'number' in read ? read.number : Number.NaN
      if ('problem' in read && read.problem === 'either')
        complain(name, `is "${value}", which may have thousands or decimals: write it without a sign`)
      else if (!Number.isSafeInteger(found) || found < least)
        complain(name, `must be a whole number of at least ${least}, not "${value}"`)
      else if (found > most) complain(name, `must be at most ${most}, not "${value}"`)
      return found
    },
    day(name) {
      const value = text(name)
      if (value === undefined) return undefined
      const read = readDay(value, days[name] ?? unknownStyle)
      if ('problem' in read)
        problems.push({ column: name, message: read.problem, ...(read.asks ? { asks: true as const } : {}) })
      return 'on' in read ? read.on : value
    },
    choice(name, choices) {
      const value = text(name)
      if (value !== undefined && !choices.includes(value))
        complain(name, `must be one of ${choices.join(', ')}, not "${value}"`)
      return value
    },
  }
}
