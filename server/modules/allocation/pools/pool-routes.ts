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
import { batchesById } from '../../batches/index.ts'
import { resolveProducts } from '../../catalog/index.ts'
import { resolveWarehouses } from '../../places/index.ts'
import { ruleDay, stateOn } from '../rules/rules-in-force.ts'
import { addPool, endPool, keptOf, poolPreview } from './change-pools.ts'
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
const Pool = Type.Object({
  id: Id(),
  name: Type.String(),
  productId: Id(),
  sku: Type.String(),
  productName: Type.String(),
  batchId: Nullable(Id()),
  batchCode: Nullable(Type.String()),
  warehouseId: Nullable(Id()),
  warehouseCode: Nullable(Type.String()),
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
  kept: Kept,
})

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
      answer: Pool,
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
      answer: Pool,
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
        batch: Type.Optional(Id()),
        ...PageQuery,
      }),
      answer: Page(Pool),
    },
    (db, { query }) => poolList(db, query),
  )
  read(
    house,
    {
      url: '/v1/pools/:id',
      needs: 'look',
      tells: 'One pool, with the stock that it keeps now',
      tag,
      params: IdParams(),
      answer: Pool,
    },
    (db, { params: { id } }) => poolView(db, id),
  )
}

type ListAsk = Readonly<{ all?: boolean; product?: string; batch?: string; cursor?: string; limit?: number }>

async function poolList(db: Db, { all = false, product, batch, cursor, limit = 100 }: ListAsk) {
  const [products, batches] = await Promise.all([
    resolveProducts(db, product === undefined ? [] : [product]),
    batchesById(db, batch === undefined ? [] : [batch]),
  ])
  const named = found(new Map(batches.map((row) => [row.id, row])), 'batch', batch)
  const rows = await poolPage(db, {
    state: all ? 'all' : 'now',
    productId: found(products, 'product', product)?.id ?? named?.productId ?? null,
    batchId: named?.id ?? null,
    today: await ruleDay(db),
    after: idAfter(cursor),
    limit: limit + 1,
  })
  const { items, next } = pageOf(rows, limit, ({ id }) => [id])
  return { items: await views(db, items), next }
}

async function poolView(db: Db, id: string) {
  const [view] = await views(db, await poolsById(db, [id]))
  if (!view) throw new Refusal('not_found', { kind: 'pool', id })
  return view
}

async function views(db: Db, rows: readonly PoolRow[]) {
  const today = await ruleDay(db)
  const [products, batches, warehouses, kept] = await Promise.all([
    resolveProducts(
      db,
      rows.map(({ productId }) => productId),
    ),
    batchesById(
      db,
      rows.flatMap(({ batchId }) => batchId ?? []),
    ),
    resolveWarehouses(db),
    keptOf(
      db,
      rows.filter((row) => stateOn(row, today) === 'now'),
    ),
  ])
  const codes = new Map(batches.map(({ id, code }) => [id, code]))
  return rows.map((row) => {
    const { sku = '', name: productName = '' } = products.get(row.productId) ?? {}
    const batchCode = row.batchId === null ? null : (codes.get(row.batchId) ?? null)
    const warehouseCode = row.warehouseId === null ? null : (warehouses.get(row.warehouseId)?.code ?? null)
    const left = Math.max(0, row.quantity - row.drawn)
    const named = { sku, productName, batchCode, warehouseCode }
    return { ...row, ...named, left, state: stateOn(row, today), kept: kept.get(row.id) ?? [] }
  })
}
