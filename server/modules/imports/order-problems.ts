/**
 * server/modules/imports/order-problems.ts — what placing an order refuses, told at the cell of the row that has to be mended.
 */
import type { OrderHead } from '#domain/imports/order-row.ts'
import type { CellProblem } from '#domain/imports/read-cells.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { ProductRow } from '../catalog/index.ts'
import type { ReadLine } from './order-kind.ts'
import { nobodySaid, problemsOf } from './problems-of.ts'
import type { SheetRow } from './store.ts'

type Told = readonly [SheetRow, CellProblem]
type Wrong = Readonly<{ problems: readonly { at: string; message: string }[] }>
type Products = ReadonlyMap<string, Pick<ProductRow, 'archivedAt'>>

export function orderProblems(refusal: Refusal, lines: readonly ReadLine[], products: Products): Told[] {
  if (refusal.code !== 'invalid_input') return wholeProblems(refusal, lines)
  return (refusal.facts as Wrong).problems.flatMap(({ at, message }): Told[] => {
    const line = lines[Number(/^lines\[(\d+)\]/.exec(at)?.[1] ?? -1)]
    if (line) return [[line.row, { column: columnOf(line, products), message }]]
    const row = rowSaying(lines, at)
    return row ? [[row, { column: at === 'lines' ? 'order' : at, message }]] : []
  })
}

/** Of a line, what is most likely to have to be written otherwise. */
function columnOf({ item: { line } }: ReadLine, products: Products): string {
  const product = products.get(line.product)
  if (!product || product.archivedAt) return 'sku'
  if (line.pack !== undefined) return 'pack'
  return line.shortage === undefined ? '' : 'shortage'
}

function wholeProblems(refusal: Refusal, lines: readonly ReadLine[]): Told[] {
  return problemsOf(refusal, nobodySaid).flatMap(({ column, message }): Told[] => {
    const name = refusal.code === 'in_the_future' ? 'ordered_on' : column
    const row = rowSaying(lines, name)
    return row ? [[row, { column: name, message }]] : []
  })
}

/** The first that says it: the others have it from there. */
const rowSaying = (lines: readonly ReadLine[], column: string): SheetRow | undefined =>
  (lines.find(({ item: { head } }) => head[column as keyof OrderHead] !== undefined) ?? lines[0])?.row
