/**
 * cli/counts/read-tallies.ts — what was found, from a person's own CSV, bin by bin. Every wrong row is named before anything is sent.
 */
import { groupBy } from '../../domain/group-by.ts'
import type { Cells } from '../../domain/imports/read-cells.ts'
import { wrongUse } from '../failure.ts'
import { readSheet } from '../import/sheet.ts'
import { given } from '../options.ts'

type Row = Readonly<{ place: string; line: Record<string, unknown>; empty: boolean }>

export async function readTallies(path: string) {
  const optional = ['product', 'batch', 'expires', 'note']
  const { items, problems } = await readSheet(path, { needed: ['place', 'quantity'], optional, read: rowOf })
  if (problems.length > 0) throw wrongUse(problems.map(({ lineNo, reason }) => `Line ${lineNo}: ${reason}.`).join('\n'))
  if (items.length === 0) throw wrongUse(`The file "${path}" has no rows.`)
  const rows = items.map(({ item }) => item)
  return [...groupBy(rows, ({ place }) => place)].map(([place, found]) => ({
    place,
    lines: found.filter(({ empty }) => !empty).map(({ line }) => line),
  }))
}

function rowOf(cells: Cells): Row {
  const place = cells.needed('place')
  const [product, batch] = [cells.text('product'), cells.text('batch')]
  if (cells.text('quantity') === undefined) cells.complain('quantity', 'is missing')
  const quantity = cells.whole('quantity', { least: 0 }) ?? 0
  const empty = product === undefined && batch === undefined
  if (empty && quantity > 0) cells.complain('product', 'or batch is missing')
  const line = { quantity, ...given({ product, batch, expiresOn: cells.day('expires'), note: cells.text('note') }) }
  return { place, line, empty }
}
