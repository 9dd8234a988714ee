import { endOfDay, startOfDay } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import {
  Choice,
  Day,
  Exactly,
  type House,
  Id,
  Instant,
  idAfter,
  Nullable,
  Page,
  PageQuery,
  pageOf,
  Quantity,
  Reference,
  read,
  type Static,
  Type,
} from '#platform/http/index.ts'
import { resolveWarehouses } from '../places/index.ts'
import { stockFilters } from './filters.ts'
import { type MoveFilter, moveList, moveSums } from './moves.ts'
import { moveReasons } from './store.ts'

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
  fromWarehouseCode: Nullable(Type.String()),
  toPlaceId: Id(),
  toCode: Type.String(),
  toKind: Type.String(),
  toWarehouseCode: Nullable(Type.String()),
  quantity: Quantity(),
  reason: Choice(moveReasons),
  documentKind: Type.String(),
  documentId: Id(),
  documentLineId: Nullable(Id()),
  note: Nullable(Type.String()),
  occurredAt: Instant(),
  recordedAt: Instant(),
  actorName: Type.String(),
  reversesId: Nullable(Id()),
  reversedById: Nullable(Id()),
  undone: Type.Integer({ minimum: 0, description: 'Of the quantity, in base units' }),
})
const filter = {
  batch: Type.Optional(Id()),
  product: Type.Optional(Reference()),
  place: Type.Optional(Id()),
  warehouse: Type.Optional(Reference()),
  document: Type.Optional(Id()),
  reason: Type.Optional(Choice(moveReasons)),
  day: Type.Optional(Day()),
  occurredUntil: Type.Optional(Instant()),
  recordedAfter: Type.Optional(Instant()),
}
const Filter = Exactly(filter)

export function moveRoutes(house: House): void {
  read(
    house,
    {
      url: '/v1/moves',
      needs: 'look',
      tells: 'The ledger, newest first',
      tag,
      answer: Page(Move),
      query: Exactly({ ...filter, ...PageQuery }),
    },
    async (db, { query: { cursor, limit = 100, ...asked } }) => {
      const rows = await moveList(db, {
        ...(await moveFilter(db, asked)),
        after: idAfter(cursor),
        limit: limit + 1,
      })
      return pageOf(rows, limit, ({ id }) => [id])
    },
  )
  read(
    house,
    {
      url: '/v1/moves/sums',
      needs: 'look',
      tells: 'How much the moves that a filter finds have moved, by reason; what was undone since does not count',
      tag,
      query: Filter,
      answer: Type.Object({
        items: Type.Array(
          Type.Object({ reason: Choice(moveReasons), moves: Type.Integer(), quantity: Type.Integer() }),
        ),
      }),
    },
    async (db, { query }) => ({
      items: await moveSums(db, { ...(await moveFilter(db, query)), after: null, limit: 0 }),
    }),
  )
}

/** A day is one of the named warehouse, or of the first one, as on the home page. */
async function moveFilter(db: Db, asked: Static<typeof Filter>): Promise<Omit<MoveFilter, 'after' | 'limit'>> {
  const { productId, warehouseId } = await stockFilters(db, asked)
  const { from, until } = asked.day ? await instantsOf(db, asked.day, warehouseId) : { from: null, until: null }
  return {
    id: null,
    batchId: asked.batch ?? null,
    productId,
    placeId: asked.place ?? null,
    documentId: asked.document ?? null,
    warehouseId,
    reason: asked.reason ?? null,
    occurredFrom: from,
    occurredUntil: asked.occurredUntil ?? until,
    recordedAfter: asked.recordedAfter ?? null,
  }
}

async function instantsOf(db: Db, day: string, warehouseId: string | null) {
  const warehouses = [...(await resolveWarehouses(db)).values()]
  const zone = (warehouses.find(({ id }) => id === warehouseId) ?? warehouses[0])?.timeZone ?? 'UTC'
  return { from: startOfDay(zone, day), until: endOfDay(zone, day) }
}
