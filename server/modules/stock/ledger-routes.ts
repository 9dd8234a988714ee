/**
 * server/modules/stock/ledger-routes.ts — reading the ledger over HTTP, and having it proved.
 */
import type { Db } from '#platform/db.ts'
import {
  Choice,
  Count,
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
  Quantity,
  Reference,
  read,
  readCursor,
  Type,
} from '#platform/http/index.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { resolveProducts } from '../catalog/index.ts'
import { resolveWarehouses } from '../places/index.ts'
import { moveList, stockAsOf } from './moves.ts'
import { verify } from './verify.ts'

const tag = 'stock'
const Move = Type.Object({
  id: Id(),
  batchId: Id(),
  batchCode: Type.String(),
  productId: Id(),
  sku: Type.String(),
  fromPlaceId: Id(),
  fromCode: Type.String(),
  fromKind: Type.String(),
  toPlaceId: Id(),
  toCode: Type.String(),
  toKind: Type.String(),
  quantity: Quantity(),
  reason: Type.String(),
  documentKind: Type.String(),
  documentId: Id(),
  documentLineId: Nullable(Id()),
  note: Nullable(Type.String()),
  occurredAt: Instant(),
  recordedAt: Instant(),
  actorName: Type.String(),
  reversesId: Nullable(Id()),
  reversedById: Nullable(Id()),
})
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

async function filters(
  db: Db,
  { product, warehouse }: { product?: string | undefined; warehouse?: string | undefined },
) {
  const found = product === undefined ? null : (await resolveProducts(db, [product])).get(product)
  if (found === undefined) throw new Refusal('not_found', { kind: 'product', id: product ?? '' })
  const building = warehouse === undefined ? null : (await resolveWarehouses(db)).get(warehouse)
  if (building === undefined) throw new Refusal('not_found', { kind: 'warehouse', id: warehouse ?? '' })
  return { productId: found?.id ?? null, warehouseId: building?.id ?? null }
}

export function ledgerRoutes(house: House): void {
  read(
    house,
    {
      url: '/v1/moves',
      needs: 'look',
      tells: 'The ledger, newest first',
      tag,
      answer: Page(Move),
      query: Exactly({
        batch: Type.Optional(Id()),
        product: Type.Optional(Reference()),
        place: Type.Optional(Id()),
        document: Type.Optional(Id()),
        ...PageQuery,
      }),
    },
    async (db, { query: { batch, product, place, document, cursor, limit = 100 } }) => {
      const [after] = readCursor(cursor, 1) ?? [null]
      const { productId } = await filters(db, { product })
      const rows = await moveList(db, {
        id: null,
        batchId: batch ?? null,
        productId,
        placeId: place ?? null,
        documentId: document ?? null,
        after: typeof after === 'string' && isId(after) ? after : null,
        limit: limit + 1,
      })
      return pageOf(rows, limit, ({ id }) => [id])
    },
  )
  pastRoute(house)
  verificationRoute(house)
}

const PastRow = Type.Object({
  batchId: Id(),
  batchCode: Type.String(),
  sku: Type.String(),
  placeId: Id(),
  placeCode: Type.String(),
  warehouseCode: Type.String(),
  quantity: Count(),
})

/** The cursor holds what was known on as well, so that all pages are of the same knowledge. */
function pastRoute(house: House): void {
  read(
    house,
    {
      url: '/v1/stock/as-of',
      needs: 'look',
      tells: 'Stock as it was at a moment, from what was known at another, by SKU and batch',
      tag,
      query: Exactly({
        at: Instant(),
        knownOn: Type.Optional(Instant()),
        product: Type.Optional(Reference()),
        batch: Type.Optional(Id()),
        warehouse: Type.Optional(Reference()),
        ...PageQuery,
      }),
      answer: Page(PastRow),
    },
    async (db, { query: { at, knownOn, batch, product, warehouse, cursor, limit = 100 } }) => {
      const [known, batchId, placeId] = (readCursor(cursor, 3) ?? []).map(String)
      const asKnown = known !== undefined && isInstant(known) ? known : (knownOn ?? db.act.at)
      const rows = await stockAsOf(db, {
        at,
        knownOn: asKnown,
        batchId: batch ?? null,
        ...(await filters(db, { product, warehouse })),
        after: batchId && placeId && isId(batchId) && isId(placeId) ? { batchId, placeId } : null,
        limit: limit + 1,
      })
      return pageOf(rows, limit, (row) => [asKnown, row.batchId, row.placeId])
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
