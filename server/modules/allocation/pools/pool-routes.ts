import type { Db } from '#platform/db.ts'
import {
  Choice,
  Count,
  consider,
  Day,
  Exactly,
  type House,
  Id,
  IdParams,
  Instant,
  idAfter,
  Nullable,
  Page,
  PageQuery,
  pageOf,
  Quantity,
  Reference,
  read,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { found } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { resolveProducts } from '../../catalog/index.ts'
import { ruleDay, stateOn } from '../rules/rules-in-force.ts'
import { addPool, endPool, keptFor, poolPreview } from './change-pools.ts'
import { type PoolRow, poolPage, poolsById } from './pool-store.ts'

const tag = 'allocation'
const needs = 'change rules'
const NewPool = Exactly({
  id: Type.Optional(Id()),
  name: Text(100),
  product: Reference(),
  batch: Type.Optional(Id()),
  warehouse: Type.Optional(Reference()),
  channel: Text(40),
  quantity: Quantity(),
  validFrom: Type.Optional(Day()),
  validUntil: Day(),
  reason: Text(1000),
})
const Kept = Type.Array(
  Type.Object({
    batchId: Id(),
    batchCode: Type.String(),
    warehouseCode: Type.String(),
    placeCode: Type.String(),
    quantity: Count(),
  }),
  { description: 'What of the stock of this moment others cannot have' },
)
const pool = {
  id: Id(),
  name: Type.String(),
  productId: Id(),
  sku: Type.String(),
  batchId: Nullable(Id()),
  warehouseId: Nullable(Id()),
  channel: Type.String(),
  quantity: Count(),
  drawn: Type.Integer({ description: 'Taken by orders of its channel' }),
  left: Type.Integer({ description: 'Still kept, as far as there is stock' }),
  state: Choice(['future', 'now', 'over']),
  validFrom: Day(),
  validUntil: Day(),
  reason: Type.String(),
  createdBy: Type.String(),
  createdAt: Instant(),
  endedBy: Nullable(Type.String()),
  endedAt: Nullable(Instant()),
  endReason: Nullable(Type.String()),
}
const PoolDetail = Type.Object({ ...pool, kept: Kept })

export function poolRoutes(house: House): void {
  reading(house)
  consider(
    house,
    {
      url: '/v1/pool-preview',
      needs: 'look',
      tells: 'What stock a pool would keep, were it begun now',
      tag,
      body: NewPool,
      answer: Type.Object({ kept: Kept }),
    },
    async (db, { body }) => ({ kept: await poolPreview(db, body) }),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/pools',
      needs,
      tells: 'Keep a quantity of a product or batch for a channel until a day; what others were promised stays theirs',
      tag,
      status: 201,
      body: NewPool,
      answer: PoolDetail,
    },
    async (tx, { body }) => poolView(tx, await addPool(tx, body)),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/pools/:id/ending',
      needs,
      tells: 'Give what a pool keeps free at once; it is offered to all who wait',
      tag,
      params: IdParams(),
      body: Exactly({ reason: Text(1000) }),
      answer: PoolDetail,
    },
    async (tx, { params: { id }, body }) => {
      await endPool(tx, { id, ...body })
      return poolView(tx, id)
    },
  )
}

function reading(house: House): void {
  read(
    house,
    {
      url: '/v1/pools',
      needs: 'look',
      tells: 'Stock kept for channels, newest first; what is over only where asked for',
      tag,
      query: Exactly({
        all: Type.Optional(Type.Boolean()),
        product: Type.Optional(Reference()),
        ...PageQuery,
      }),
      answer: Page(Type.Object(pool)),
    },
    async (db, { query: { all = false, product, cursor, limit = 100 } }) => {
      const products = await resolveProducts(db, product === undefined ? [] : [product])
      const rows = await poolPage(db, {
        state: all ? 'all' : 'now',
        productId: found(products, 'product', product)?.id ?? null,
        today: await ruleDay(db),
        after: idAfter(cursor),
        limit: limit + 1,
      })
      const { items, next } = pageOf(rows, limit, ({ id }) => [id])
      return { items: await views(db, items), next }
    },
  )
  read(
    house,
    {
      url: '/v1/pools/:id',
      needs: 'look',
      tells: 'One pool, with the stock that it keeps now',
      tag,
      params: IdParams(),
      answer: PoolDetail,
    },
    (db, { params: { id } }) => poolView(db, id),
  )
}

async function poolView(db: Db, id: string) {
  const rows = await poolsById(db, [id])
  const [[view], [row]] = [await views(db, rows), rows]
  if (!view || !row) throw new Refusal('not_found', { kind: 'pool', id })
  return { ...view, kept: view.state === 'now' ? await keptFor(db, row) : [] }
}

async function views(db: Db, rows: readonly PoolRow[]) {
  const [today, products] = await Promise.all([
    ruleDay(db),
    resolveProducts(
      db,
      rows.map(({ productId }) => productId),
    ),
  ])
  return rows.map((row) => ({
    ...row,
    sku: products.get(row.productId)?.sku ?? '',
    left: Math.max(0, row.quantity - row.drawn),
    state: stateOn(row, today),
  }))
}
