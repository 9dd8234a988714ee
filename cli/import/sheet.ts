/**
 * cli/import/sheet.ts — a person's own CSV: every wrong row is named, with its line and what would be right.
 */
import { type CellProblem, type Cells, cellsOf } from '../../domain/imports/read-cells.ts'
import { columnsOf, readRows } from './read-rows.ts'

export type RowProblem = Readonly<{ lineNo: number; reason: string }>
export type Sheet<Item> = Readonly<{
  items: readonly { lineNo: number; item: Item }[]
  problems: readonly RowProblem[]
}>

export const reasonOf = (problems: readonly CellProblem[]): string =>
  problems.map(({ column, message }) => `${column} ${message}`.trim()).join('; ')

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
    const wrong: CellProblem[] = []
    const item = read(cellsOf({ cells, columns, problems: wrong }))
    if (wrong.length > 0) problems.push({ lineNo, reason: reasonOf(wrong) })
    else items.push({ lineNo, item })
  }
  return { items, problems }
}
