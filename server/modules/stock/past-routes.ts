/**
 * server/modules/stock/past-routes.ts — the stock of any moment, and the proof that today's follows from it.
 */
import { batchOnSheet } from '#domain/batch-code.ts'
import { csv } from '#platform/http/csv.ts'
import {
  Choice,
  Count,
  download,
  Exactly,
  type House,
  Id,
  Instant,
  isInstant,
  Nullable,
  own,
  Page,
  PageQuery,
  pageOf,
  Reference,
  read,
  readCursor,
  Type,
} from '#platform/http/index.ts'
import { isId } from '#platform/references.ts'
import { stockFilters } from './filters.ts'
import { stockAsOf } from './moves.ts'
import { verify } from './verify.ts'

const tag = 'stock'
const Difference = Type.Object({
  kind: Choice(['balance', 'reserved', 'demand', 'shipped', 'serial']),
  batchId: Nullable(Id()),
  placeId: Nullable(Id()),
  subjectId: Nullable(Id()),
  expected: Count(),
  actual: Count(),
  message: Type.String(),
})
const Verification = Type.Object({
  checked: Type.Object({
    balances: Count(),
    moves: Count(),
    reservations: Count(),
    demands: Count(),
    serials: Count(),
  }),
  differences: Type.Array(Difference),
  at: Instant(),
})

export function pastRoutes(house: House): void {
  pastRoute(house)
  pastSheet(house)
  verificationRoute(house)
}

const PastRow = Type.Object({
  batchId: Id(),
  batchCode: Type.String(),
  sku: Type.String(),
  placeId: Id(),
  placeCode: Type.String(),
  warehouseCode: Nullable(Type.String()),
  quantity: Count(),
})

const moment = {
  at: Instant(),
  knownOn: Type.Optional(Instant()),
  product: Type.Optional(Reference()),
  batch: Type.Optional(Id()),
  warehouse: Type.Optional(Reference()),
}
const columns = {
  sku: 'Product',
  batchCode: 'Batch',
  warehouseCode: 'Warehouse',
  placeCode: 'Place',
  quantity: 'On hand',
}
const csvRowsMax = 1_000_000

/** The cursor holds what was known on as well, so that all pages are of the same knowledge. */
function pastRoute(house: House): void {
  read(
    house,
    {
      url: '/v1/stock/as-of',
      needs: 'look',
      tells: 'Stock as it was at a moment, from what was known at another, by SKU and batch',
      tag,
      query: Exactly({ ...moment, ...PageQuery }),
      answer: Page(PastRow),
    },
    async (db, { query: { at, knownOn, batch, product, warehouse, cursor, limit = 100 } }) => {
      const [known, batchId, placeId] = (readCursor(cursor, 3) ?? []).map(String)
      const asKnown = known !== undefined && isInstant(known) ? known : (knownOn ?? db.act.at)
      const rows = await stockAsOf(db, {
        at,
        knownOn: asKnown,
        batchId: batch ?? null,
        ...(await stockFilters(db, { product, warehouse })),
        after: batchId && placeId && isId(batchId) && isId(placeId) ? { batchId, placeId } : null,
        limit: limit + 1,
      })
      return pageOf(rows, limit, (row) => [asKnown, row.batchId, row.placeId])
    },
  )
}

function pastSheet(house: House): void {
  download(
    house,
    {
      url: '/v1/stock/as-of.csv',
      needs: 'look',
      tells: 'Stock as it was at a moment as a spreadsheet, complete',
      tag,
      query: Exactly(moment),
    },
    async (db, { query: { at, knownOn, batch, product, warehouse } }) => {
      const rows = await stockAsOf(db, {
        at,
        knownOn: knownOn ?? db.act.at,
        batchId: batch ?? null,
        ...(await stockFilters(db, { product, warehouse })),
        after: null,
        limit: csvRowsMax,
      })
      return {
        type: 'text/csv; charset=utf-8',
        name: `stock-${at.slice(0, 10)}.csv`,
        content: csv(columns, rows.map(batchOnSheet)),
      }
    },
  )
}

/** Asked for like a change, since it is work, but it only reads: one snapshot of all that it compares. */
function verificationRoute(house: House): void {
  own(
    house,
    'POST',
    {
      url: '/v1/verifications',
      needs: 'verify',
      tells: 'Prove that balances are the sums of moves',
      tag,
      answer: Verification,
    },
    ({ act }) => house.database.read(act, verify),
  )
}
