/**
 * server/modules/trace/who-got.ts — to whom batches were sent, page by page and as a whole.
 */
import { batchOnSheet } from '#domain/batch-code.ts'
import type { Db } from '#platform/db.ts'
import { pageOf } from '#platform/http/index.ts'
import { joinsAsWritten } from '#platform/plans.ts'
import { unlabelledOf } from '../returns/index.ts'
import { soldOnByCustomer } from '../sellthrough/index.ts'
import { returnsOf } from './came-back.ts'
import { soldOnBeside, soldOnCells } from './sold-on-beside.ts'
import { type Asked, consignments, reach } from './store.ts'

const rowsOfPiece = 2000

export type PageAsk = { after: string | null; limit: number }

/** Of several batches together, with what each sent came back; `unlabelled` is of now, and null of a moment before. */
export async function whoGot(db: Db, asked: Asked, page: PageAsk) {
  const [[totals], rows, returns, unlabelled, soldOn] = await Promise.all([
    reach(db, asked),
    consignments(db, asked, { ...page, limit: page.limit + 1 }),
    returnsOf(db, asked),
    asked.knownOn === null ? unlabelledOf(db, asked.batchIds) : null,
    soldOnByCustomer(db, asked),
  ])
  const { customers, orders, shipped } = totals ?? { customers: 0, orders: 0, shipped: 0 }
  return {
    customers,
    orders,
    shipped,
    returned: returns.total,
    kept: shipped - returns.total,
    returnedByUnknown: returns.ofNobody,
    unlabelled,
    soldOn,
    shipments: pageOf(rows.map(returns.beside), page.limit, ({ moveId }) => [moveId]),
  }
}

/** All of it; of however many rows, so many are held at once. */
async function* allInPieces(db: Db, asked: Asked) {
  await joinsAsWritten(db)
  const returns = await returnsOf(db, asked)
  const all = consignments(db, asked, { after: null, limit: null })
  for await (const rows of all.cursor(rowsOfPiece)) yield rows.map(returns.beside)
}

/** For a spreadsheet. What is sold on is of all that the customer got of the batch, in each of its rows. */
export async function* whoGotInPieces(db: Db, asked: Asked) {
  const beside = await soldOnBeside(db, asked)
  for await (const rows of allInPieces(db, asked))
    yield rows.map((row) => ({ ...batchOnSheet(row), ...soldOnCells(beside(row)) }))
}

export async function whoGotAll(db: Db, asked: Asked) {
  const all = []
  for await (const rows of allInPieces(db, asked)) all.push(rows)
  return all.flat()
}
