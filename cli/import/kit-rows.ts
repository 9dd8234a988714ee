/**
 * cli/import/kit-rows.ts — kits in a sheet of products: what they hold, and in which order they can be written.
 */
import type { Cells, RowProblem } from './sheet.ts'

export type Part = Readonly<{ product: string; quantity: number }>
type Row = Readonly<{ lineNo: number; item: Readonly<{ sku: string; kit?: readonly Part[] }> }>

/** `CREAM*2; SOAP`: what one kit holds, each so many times, once where nothing is said. Undefined where it is no kit. */
export const partsIn = (cells: Cells): Part[] | undefined =>
  cells
    .text('kit')
    ?.split(';')
    .map((text) => {
      const star = text.lastIndexOf('*')
      const product = (star < 0 ? text : text.slice(0, star)).trim()
      const count = star < 0 ? '1' : text.slice(star + 1).trim()
      const quantity = /^\d+$/.test(count) ? Number(count) : 0
      if (product === '' || quantity < 1 || !Number.isSafeInteger(quantity))
        cells.complain(`kit must be parts as "CREAM*2; SOAP*1", not "${text.trim()}"`)
      return { product, quantity }
    })

/**
 * The rows in groups, each group after those that hold what its kits hold; and what is wrong: parts that are neither here
 * (`known` are the SKUs) nor in the sheet, and kits that would hold themselves.
 */
export function inOrderOfParts<Some extends Row>(rows: readonly Some[], known: ReadonlySet<string>) {
  const skus = new Set(rows.map(({ item }) => item.sku))
  const missing = rows.flatMap(({ lineNo, item }): RowProblem[] => {
    const none = (item.kit ?? []).filter(({ product }) => !known.has(product) && !skus.has(product))
    return none.map(({ product }) => ({ lineNo, reason: `there is no product "${product}" for the kit` }))
  })
  const groups: Some[][] = []
  const left = new Map(rows.map((row) => [row.item.sku, row]))
  while (left.size > 0) {
    const next = [...left.values()].filter(({ item }) => !item.kit?.some(({ product }) => left.has(product)))
    if (next.length === 0) break
    for (const { item } of next) left.delete(item.sku)
    groups.push(next)
  }
  const circles = [...left.values()].map(({ lineNo }) => ({ lineNo, reason: 'the kit would hold itself' }))
  return { groups, problems: [...missing, ...circles] }
}
