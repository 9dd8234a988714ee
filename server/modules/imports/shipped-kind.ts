/**
 * server/modules/imports/shipped-kind.ts — past shipments: they are looked at, product by product, and nothing of them is written.
 */
import { readShippedRow } from '#domain/imports/shipped-row.ts'
import type { Tx } from '#platform/db.ts'
import { assessShipments, type ShippedLine } from './assess-shipments.ts'
import { chunkRows, standsAt } from './in-turn.ts'
import type { ToJudge } from './judge-rows.ts'
import type { Kind } from './kinds.ts'
import { readingFor } from './mapping-of.ts'
import { type At, type ImportRow, rowsInTurn, rowsOfKeys, type SheetRow } from './store.ts'
import type { Verdict } from './store-verdicts.ts'

export const shipments: Kind = { judge: judgeShipments, write: null, lookTogether }

/** Whether each can be read. */
async function judgeShipments(_tx: Tx, of: ImportRow, { rows }: ToJudge): Promise<Verdict[]> {
  const reading = readingFor(of)
  return rows.map(({ lineNo, cells }): Verdict => {
    const { item, problems } = readShippedRow(cells, reading)
    const { quantity, unitCost, currency } = item
    const units = Number.isSafeInteger(quantity) && quantity > 0 ? quantity : null
    const worth = units !== null && unitCost !== undefined && currency !== undefined ? units * unitCost : null
    const assessed = { gaps: [], units, ...worthOf(worth, currency) }
    return problems.length === 0
      ? { lineNo, state: 'good', problems: null, becomesId: null, assessed }
      : { lineNo, state: 'wrong', problems, becomesId: null, assessed }
  })
}

const worthOf = (worth: number | null, currency: string | undefined) =>
  Number.isSafeInteger(worth) ? { worth, currency: currency ?? null } : { worth: null, currency: null }

async function lookTogether(tx: Tx, of: ImportRow, keys: readonly string[] | null): Promise<void> {
  const read = linesOf(of)
  if (keys === null) {
    for await (const lines of wholeProducts(tx, of)) await assessShipments(tx, of.id, lines)
    return
  }
  const rows = await rowsOfKeys(tx, of.id, { keys, limit: chunkRows + 1 })
  await assessShipments(tx, of.id, rows.map(read))
}

function linesOf(of: ImportRow): (row: SheetRow) => ShippedLine {
  const reading = readingFor(of)
  return ({ lineNo, key, cells }) => {
    const { item, problems } = readShippedRow(cells, reading)
    return { lineNo, key, item: problems.length === 0 ? item : null }
  }
}

/** Some thousand lines or more at a time, all of a product together. */
async function* wholeProducts(tx: Tx, of: ImportRow): AsyncGenerator<ShippedLine[]> {
  let lines: ShippedLine[] = []
  for await (const line of linesInTurn(tx, of)) {
    if (lines.length >= chunkRows && line.key !== lines.at(-1)?.key) {
      yield lines
      lines = []
    }
    lines.push(line)
  }
  if (lines.length > 0) yield lines
}

async function* linesInTurn(tx: Tx, of: ImportRow): AsyncGenerator<ShippedLine> {
  const read = linesOf(of)
  let after: At | null = null
  do {
    const rows: SheetRow[] = await rowsInTurn(tx, of.id, { after, good: false, limit: chunkRows })
    yield* rows.map(read)
    after = standsAt(rows)
  } while (after !== null)
}
