import { batchOnSheet } from '#domain/batch-code.ts'
import { toSettleKinds } from '#domain/to-settle.ts'
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
  Instant,
  Nullable,
  PackOf,
  pageOf,
  Reference,
  read,
  readCursor,
  Text,
  Type,
} from '#platform/http/index.ts'
import { Refusal } from '#platform/refusal.ts'
import { resolveProducts } from '../catalog/index.ts'
import { PathProgress } from '../identifying/index.ts'
import { resolveWarehouses } from '../places/index.ts'
import { batchOutletsRoute } from './batch-outlets.ts'
import { home } from './home.ts'
import { namesInUseRoutes } from './names-in-use.ts'
import { namesRoute } from './names-route.ts'
import { rulePreviewRoute } from './rule-preview.ts'
import { searchRoute } from './search-route.ts'
import { type StockFilter, stockByProduct, stockList, stockSorts, stockStatuses } from './stock-list.ts'
import { toSettleRoute } from './to-settle-route.ts'
import { waitingRoute } from './waiting.ts'

const tag = 'reports'
const StockRow = Type.Object({
  batchId: Id(),
  batchCode: Type.String(),
  productId: Id(),
  sku: Type.String(),
  productName: Type.String(),
  category: Type.String(),
  placeId: Id(),
  placeCode: Type.String(),
  placeKind: Type.String(),
  packOf: Nullable(PackOf()),
  binId: Nullable(Id()),
  warehouseId: { ...Nullable(Id()), description: 'Null where goods are on their way from one to another' },
  warehouseCode: Nullable(Type.String()),
  onHand: Count(),
  reserved: Count(),
  available: Count(),
  producedOn: Nullable(Day()),
  expiresOn: Nullable(Day()),
  daysLeft: Nullable(Type.Integer({ description: '0 on the last day, negative afterwards' })),
  status: Choice(stockStatuses),
  holds: Type.Array(Type.String()),
  firstReceivedOn: Nullable(Day()),
  lastMovedAt: Instant(),
})
const DaysLeft = () =>
  Type.Integer({ minimum: -40_000, maximum: 40_000, description: '0 on the last day where the stock lies' })
const filter = {
  text: Type.Optional(Text(200)),
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

function homeRoute(house: House): void {
  const Sum = Type.Object({ batches: Count(), quantity: Count() })
  read(
    house,
    {
      url: '/v1/home',
      needs: 'look',
      tells: 'What needs a person today',
      tag,
      answer: Type.Object({
        today: Day(),
        expiring: Type.Object({ within7: Sum, within30: Sum, within90: Sum, items: Type.Array(StockRow) }),
        expired: Type.Object({ batches: Count(), quantity: Count(), items: Type.Array(StockRow) }),
        held: Type.Object({
          holds: Count(),
          quantity: Count(),
          items: Type.Array(
            Type.Object({
              id: Id(),
              number: Type.String(),
              scope: Type.String(),
              subject: Type.String(),
              reason: Type.String(),
              placedAt: Instant(),
            }),
          ),
        }),
        waiting: Type.Object({
          orders: Count(),
          lines: Count(),
          quantity: Count(),
          items: Type.Array(
            Type.Object({
              orderId: Id(),
              number: Type.String(),
              customerName: Nullable(Type.String()),
              priority: Type.Integer(),
              deliverOn: Nullable(Day()),
              askedAt: Instant(),
              backOrdered: Count(),
            }),
            { description: 'Whose turn comes first, as /v1/waiting says it' },
          ),
        }),
        movement: Type.Object({ received: Count(), shipped: Count(), adjusted: Count(), moves: Count() }),
        returns: Type.Object({ open: Count() }),
        disposals: Type.Object({ open: Count() }),
        inbounds: Type.Object({ open: Count() }),
        putaway: Type.Object({ batches: Count(), quantity: Count() }, { description: 'On docks' }),
        misplaced: Type.Object({ batches: Count() }, { description: 'Where they must not lie' }),
        samples: Type.Object({ due: Count() }, { description: 'Whose day has come' }),
        opened: Type.Object({ past: Count() }, { description: 'Opened, frozen or thawed, on hand past its last day' }),
        identifying: PathProgress,
        toSettle: Type.Object(
          {
            total: Count(),
            kinds: Type.Array(Type.Object({ kind: Choice(toSettleKinds), total: Count() })),
          },
          { description: 'As /v1/to-settle lists it; the kinds of which anything waits' },
        ),
      }),
    },
    (db) => home(db),
  )
}
