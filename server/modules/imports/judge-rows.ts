/**
 * server/modules/imports/judge-rows.ts — what each row of opening stock is: good, wrong and why, or imported before. Receiving's own rules judge it;
 * nothing is received.
 */

import { groupBy } from '#domain/group-by.ts'
import type { CellProblem, Reading } from '#domain/imports/read-cells.ts'
import { saidBefore } from '#domain/imports/said-before.ts'
import { readStockRow, type StockRow } from '#domain/imports/stock-row.ts'
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { stableId } from '#platform/stable-id.ts'
import { soonToJudge } from '../alerts/index.ts'
import { foretellReceipts, type ReceiptInput, receive } from '../receiving/index.ts'
import { assessed } from './assess-rows.ts'
import { readingFor } from './mapping-of.ts'
import { problemsOf, type Said } from './problems-of.ts'
import type { ImportRow, SheetRow } from './store.ts'
import { receiptsThere, type Verdict } from './store-verdicts.ts'
import { unknownNames } from './unknown-names.ts'

/** How often the same row came before, of those with the same key; for the walk over one import. */
export type Repeats = { key: string; counts: Map<string, number> }

/** Without `repeats` they are judged anew: what they become is told already. */
export type ToJudge = Readonly<{ rows: readonly SheetRow[]; repeats: Repeats | null }>

type Read = Readonly<{ row: SheetRow; sheet: StockRow; id: string; problems: readonly CellProblem[] }>

/** In their order; they come by key and then by line. */
export async function judgeRows(tx: Tx, of: ImportRow, { rows, repeats }: ToJudge): Promise<Verdict[]> {
  const reading = readingFor(of)
  const read = rows.map((row) => readRow(row, { reading, of, repeats }))
  const known = new Set(
    (
      await receiptsThere(
        tx,
        read.map(({ id }) => id),
      )
    ).map(({ id }) => id),
  )
  const open = read.filter(({ id }) => !known.has(id))
  const names = await unknownNames(
    tx,
    open.map(({ sheet }) => sheet),
  )
  const problems = new Map(open.map((one, at) => [one, [...one.problems, ...(names[at] ?? [])]]))
  const clear = open.filter((one) => problems.get(one)?.length === 0)
  const told = await foretellReceipts(
    tx,
    clear.map((one) => ({ body: receiptOf(one.row, of, one.sheet), origin: tx.act })),
  )
  const stated = clear.map(({ row: { lineNo, key }, sheet: { line } }) => ({ lineNo, key, line }))
  const standing = groupBy(
    stated.filter((_, at) => !told[at]),
    ({ key }) => key,
  )
  for (const [at, one] of clear.entries()) {
    const [refusal, of] = [told[at], stated[at]]
    if (!refusal || !of) continue
    const said: Said = (kind, on) => saidBefore(standing.get(of.key) ?? [], { of, kind, on })
    problems.set(one, problemsOf(refusal, said))
  }
  const gaps = await assessed(tx, read, reading)
  return read.map((one, at) => {
    const told = gaps[at]
    return { ...verdictOf(one, problems.get(one) ?? null), ...(told ? { assessed: told } : {}) }
  })
}

function readRow(
  row: SheetRow,
  { reading, of, repeats }: Readonly<{ reading: Reading; of: ImportRow; repeats: Repeats | null }>,
): Read {
  const { row: sheet, problems } = readStockRow(row.cells, reading)
  if (repeats === null) return { row, sheet, problems, id: row.becomesId ?? '' }
  if (repeats.key !== row.key) Object.assign(repeats, { key: row.key, counts: new Map() })
  const text = JSON.stringify([sheet.warehouse, sheet.supplier, sheet.line])
  const nth = (repeats.counts.get(text) ?? 0) + 1
  repeats.counts.set(text, nth)
  return { row, sheet, problems, id: stableId('opening stock', of.reference, text, nth) }
}

/** `problems` is null for what was imported before. */
function verdictOf({ row: { lineNo }, id }: Read, problems: readonly CellProblem[] | null): Verdict {
  if (problems === null) return { lineNo, state: 'known', problems: null, becomesId: id }
  return problems.length === 0
    ? { lineNo, state: 'good', problems: null, becomesId: id }
    : { lineNo, state: 'wrong', problems: [...problems], becomesId: null }
}

/** Each becomes a receipt; whose reference says from which line of which import it came. */
export async function writeStock(tx: Tx, of: ImportRow, rows: readonly SheetRow[]): Promise<(Refusal | null)[]> {
  const reading = readingFor(of)
  const outcomes = await receive(
    tx,
    rows.map((row) => ({ body: receiptOf(row, of, readStockRow(row.cells, reading).row), origin: tx.act })),
    soonToJudge,
  )
  return outcomes.map((outcome) => (outcome instanceof Refusal ? outcome : null))
}

function receiptOf(
  { lineNo, becomesId }: SheetRow,
  of: ImportRow,
  { warehouse, supplier, line }: StockRow,
): ReceiptInput {
  return {
    ...(becomesId === null ? {} : { id: becomesId }),
    warehouse,
    ...(supplier === undefined ? {} : { supplier }),
    reference: `${of.reference} (${of.number}, line ${lineNo})`,
    lines: [{ ...line, dateSource: 'imported' }],
  }
}
