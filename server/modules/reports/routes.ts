import { batchOnSheet } from '#domain/batch-code.ts'
import type { Db } from '#platform/db.ts'
import { csv } from '#platform/http/csv.ts'
import {
  Choice,
  Count,
  Day,
  download,
  Exactly,
  type House,
  Id,
  Nullable,
  pageOf,
  Reference,
  read,
  readCursor,
  SearchText,
  Text,
  Type,
} from '#platform/http/index.ts'
import { Refusal } from '#platform/refusal.ts'
import { resolveProducts } from '../catalog/index.ts'
import { resolveWarehouses } from '../places/index.ts'
import { batchOutletsRoute } from './batch-outlets.ts'
import { homeRoute } from './home-route.ts'
import { namesInUseRoutes } from './names-in-use.ts'
import { namesRoute } from './names-route.ts'
import { rulePreviewRoute } from './rule-preview.ts'
import { searchRoute } from './search-route.ts'
import { type StockFilter, stockByProduct, stockList, stockSorts, stockStatuses } from './stock-list.ts'
import { StockRow } from './stock-row.ts'
import { toSettleRoute } from './to-settle-route.ts'
import { waitingRoute } from './waiting.ts'

const tag = 'reports'
const DaysLeft = () =>
  Type.Integer({ minimum: -40_000, maximum: 40_000, description: '0 on the last day where the stock lies' })
const filter = {
  text: Type.Optional(SearchText(200)),
  product: Type.Optional(Reference()),
  batch: Type.Optional(Id()),
  warehouse: Type.Optional(Reference()),
  category: Type.Optional(Text(200)),
  status: Type.Optional(Choice(stockStatuses)),
  expiresFrom: Type.Optional(Day()),
  expiresBefore: Type.Optional(Day()),
  daysLeftMin: Type.Optional(DaysLeft()),
  daysLeftMax: Type.Optional(DaysLeft()),
  sort: Type.Optional(Choice(stockSorts)),
  direction: Type.Optional(Choice(['asc', 'desc'])),
  grouped: Type.Optional(Type.Boolean({ description: 'Product by product, each where its first row would stand' })),
}
const Filter = Exactly(filter)
type Asked = Partial<{
  text: string
  product: string
  batch: string
  warehouse: string
  category: string
  status: (typeof stockStatuses)[number]
  expiresFrom: string
  expiresBefore: string
  daysLeftMin: number
  daysLeftMax: number
  sort: (typeof stockSorts)[number]
  direction: 'asc' | 'desc'
  grouped: boolean
}>

async function stockFilter(db: Db, asked: Asked): Promise<Omit<StockFilter, 'after' | 'offset' | 'limit'>> {
  const { product, warehouse } = asked
  const found = product === undefined ? null : (await resolveProducts(db, [product])).get(product)
  if (found === undefined) throw new Refusal('not_found', { kind: 'product', id: product ?? '' })
  const building = warehouse === undefined ? null : (await resolveWarehouses(db)).get(warehouse)
  if (building === undefined) throw new Refusal('not_found', { kind: 'warehouse', id: warehouse ?? '' })
  return {
    text: asked.text ?? null,
    productId: found?.id ?? null,
    batchId: asked.batch ?? null,
    warehouseId: building?.id ?? null,
    category: asked.category ?? null,
    status: asked.status ?? null,
    expiresFrom: asked.expiresFrom ?? null,
    expiresBefore: asked.expiresBefore ?? null,
    daysLeftMin: asked.daysLeftMin ?? null,
    daysLeftMax: asked.daysLeftMax ?? null,
    sort: asked.sort ?? 'expiresOn',
    direction: asked.direction ?? 'asc',
    grouped: asked.grouped ?? false,
  }
}

export function reportsRoutes(house: House): void {
  rulePreviewRoute(house)
  batchOutletsRoute(house)
  waitingRoute(house)
  toSettleRoute(house)
  stockRoutes(house)
  homeRoute(house)
  namesRoute(house)
  namesInUseRoutes(house)
  searchRoute(house)
}

const csvRowsMax = 1_000_000

function stockRoutes(house: House): void {
  read(
    house,
    {
      url: '/v1/stock',
      needs: 'look',
      tells: 'Stock by batch and place over all warehouses, with its state of this moment',
      tag,
      query: Exactly({
        ...filter,
        cursor: Type.Optional(Text(800)),
        offset: Type.Optional(
          Type.Integer({ minimum: 0, maximum: 1e9, default: 0, description: 'Rows to leave out before the page' }),
        ),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 2000, default: 100 })),
      }),
      answer: Type.Object({
        items: Type.Array(StockRow),
        next: Nullable(Type.String({ description: 'Pass as `cursor` for the next page' })),
        total: Nullable(Type.Integer({ description: 'Rows in all; not with a cursor' })),
        onHand: Nullable(Type.Integer({ description: 'In all rows; not with a cursor' })),
        available: Nullable(Type.Integer({ description: 'In all rows; not with a cursor' })),
      }),
    },
    async (db, { query: { cursor, offset = 0, limit = 100, ...asked } }) => {
      const filter = await stockFilter(db, asked)
      // Places in a grouped list are counted, for its products have no key of their own to go on from.
      const [counted] = (filter.grouped ? readCursor(cursor, 1) : null) ?? [0]
      const after = filter.grouped ? null : readCursor(cursor, 3)
      const first = offset + Number(counted)
      const { rows, ...sums } = await stockList(db, { ...filter, after, offset: first, limit })
      const keyOf = ({ sortKey, batchId, placeId }: (typeof rows)[number]) =>
        filter.grouped ? [first + limit] : [sortKey, batchId, placeId]
      return { ...pageOf(rows, limit, keyOf), ...sums }
    },
  )
  read(
    house,
    {
      url: '/v1/stock/products',
      needs: 'look',
      tells: 'The products that a filter of the stock finds, with their sums, in the order of the grouped list',
      tag,
      query: Filter,
      answer: Type.Object({
        items: Type.Array(
          Type.Object({
            productId: Id(),
            sku: Type.String(),
            productName: Type.String(),
            rows: Type.Integer(),
            batches: Type.Integer(),
            onHand: Count(),
            available: Count(),
          }),
        ),
      }),
    },
    async (db, { query }) => ({
      items: await stockByProduct(db, { ...(await stockFilter(db, query)), after: null, offset: 0, limit: 1 }),
    }),
  )
  download(
    house,
    { url: '/v1/stock.csv', needs: 'look', tells: 'The same as a spreadsheet, complete', tag, query: Filter },
    async (db, { query }) => {
      const { rows } = await stockList(db, {
        ...(await stockFilter(db, query)),
        after: null,
        offset: 0,
        limit: csvRowsMax,
      })
      return {
        type: 'text/csv; charset=utf-8',
        name: 'stock-by-batch.csv',
        content: csv(columns, rows.map(batchOnSheet)),
      }
    },
  )
}

const columns = {
  sku: 'Product',
  productName: 'Name',
  category: 'Category',
  batchCode: 'Batch',
  warehouseCode: 'Warehouse',
  placeCode: 'Place',
  onHand: 'On hand',
  reserved: 'Reserved',
  available: 'Available',
  producedOn: 'Produced on',
  expiresOn: 'Last day',
  daysLeft: 'Days left',
  status: 'Status',
  holds: 'Holds',
  firstReceivedOn: 'First received on',
}
