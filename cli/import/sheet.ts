/**
 * cli/import/sheet.ts — a person's own CSV: every wrong row is named, with its line and what would be right.
 */
import { isCalendarDate } from '../../domain/calendar-date.ts'
import { columnsOf, readRows } from './read-rows.ts'

export type RowProblem = Readonly<{ lineNo: number; reason: string }>
export type Sheet<Item> = Readonly<{
  items: readonly { lineNo: number; item: Item }[]
  problems: readonly RowProblem[]
}>
/** Reads one row's cells; complains of as many as are wrong. */
export type Cells = Readonly<{
  text(name: string): string | undefined
  needed(name: string): string
  whole(name: string, least: number): number | undefined
  day(name: string): string | undefined
  choice(name: string, choices: readonly string[]): string | undefined
  complain(reason: string): void
}>

export async function readSheet<Item>(
  path: string,
  { needed, optional, read }: { needed: readonly string[]; optional: readonly string[]; read: (cells: Cells) => Item },
): Promise<Sheet<Item>> {
  const items: { lineNo: number; item: Item }[] = []
  const problems: RowProblem[] = []
  const names = Object.fromEntries([...needed, ...optional].map((name) => [name, [name]]))
  let columns: Record<string, number> | null = null
  for await (const { lineNo, cells } of readRows(path)) {
    if (!columns) {
      columns = columnsOf(cells, names, optional)
      continue
    }
    const reasons: string[] = []
    const item = read(cellsOf({ cells, columns, reasons }))
    if (reasons.length > 0) problems.push({ lineNo, reason: reasons.join('; ') })
    else items.push({ lineNo, item })
  }
  return { items, problems }
}

type Source = { cells: readonly string[]; columns: Record<string, number>; reasons: string[] }

export function cellsOf({ cells, columns, reasons }: Source): Cells {
  const text = (name: string) => cells[columns[name] ?? -1] || undefined
  const complain = (reason: string) => void reasons.push(reason)
  return {
    text,
    complain,
    needed(name) {
      const value = text(name)
      if (value === undefined) complain(`${name} is missing`)
      return value ?? ''
    },
    whole(name, least) {
      const value = text(name)
      if (value === undefined) return undefined
      const found = Number(value)
      if (!/^\d+$/.test(value) || !Number.isSafeInteger(found) || found < least)
        complain(`${name} must be a whole number of at least ${least}, not "${value}"`)
      return found
    },
    day(name) {
      const value = text(name)
      if (value !== undefined && !isCalendarDate(value)) complain(`${name} must be a day as 2026-01-31, not "${value}"`)
      return value
    },
    choice(name, choices) {
      const value = text(name)
      if (value !== undefined && !choices.includes(value))
        complain(`${name} must be one of ${choices.join(', ')}, not "${value}"`)
      return value
    },
  }
}
