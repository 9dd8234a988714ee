/**
 * server/modules/trace/scope/sheets.ts — the answer to a scope as files: who got it as CSV, and all of it as a workbook.
 */
import { batchOnSheet } from '#domain/batch-code.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { csvInPieces } from '#platform/http/csv.ts'
import type { Download } from '#platform/http/house.ts'
import { type Sheet, workbook } from '#platform/xlsx.ts'
import { traceColumns } from '../shapes.ts'
import { nobodySays, soldOnCells } from '../sold-on-beside.ts'
import { whoGotInPieces } from '../who-got.ts'
import type { TraceScope } from './shape.ts'
import { reachOf, scopeTrace } from './trace.ts'

type Asked = Readonly<{ scope: TraceScope; knownOn: Instant | null; name: string }>

const consignees = async (db: Db, { scope, knownOn }: Asked) =>
  whoGotInPieces(db, (await reachOf(db, scope, knownOn)).asked)

/** The complete list of who got it. */
export async function traceCsv(db: Db, asked: Asked): Promise<Download> {
  return {
    type: 'text/csv; charset=utf-8',
    name: `${asked.name}.csv`,
    content: csvInPieces(traceColumns, await consignees(db, asked)),
  }
}

/** The same list, and beside it the batches with their balances, where they lie, and what can be stopped. Refuses `sheet_too_long`. */
export async function traceWorkbook(db: Db, asked: Asked): Promise<Download> {
  const [rows, trace] = [
    await gathered(await consignees(db, asked)),
    await scopeTrace(db, asked.scope, { knownOn: asked.knownOn, after: null, limit: 1 }),
  ]
  return workbook(asked.name, [
    {
      name: 'Who got it',
      columns: traceColumns,
      as: {
        quantity: 'count',
        returned: 'count',
        kept: 'count',
        shippedAt: 'instant',
        ...counts(soldOnCells(nobodySays)),
      },
      rows,
    },
    ...(trace.soldOn.length > 0 ? [sold(trace)] : []),
    batches(trace),
    places(trace),
    {
      name: 'Can be stopped',
      columns: { orderNumber: 'Order', customerName: 'Customer', quantity: 'Promised', picked: 'Picked' },
      as: { quantity: 'count', picked: 'count' },
      rows: trace.openOrders,
    },
    {
      name: 'Made of',
      columns: {
        sku: 'Product',
        batchCode: 'Batch',
        expiresOn: 'Last day',
        supplierName: 'Supplier',
        supplierLot: "Supplier's lot",
      },
      as: { expiresOn: 'day' },
      rows: trace.upstream.map(batchOnSheet),
    },
  ])
}

async function gathered<Row>(pieces: AsyncIterable<readonly Row[]>): Promise<Row[]> {
  const all: Row[] = []
  for await (const rows of pieces) all.push(...rows)
  return all
}

type Trace = Awaited<ReturnType<typeof scopeTrace>>

const balances = {
  received: 'Received',
  made: 'Made',
  found: 'Found',
  onHand: 'On hand',
  inTransit: 'In transit',
  consumed: 'Consumed',
  shipped: 'Shipped, less returned',
  disposed: 'Disposed',
  samples: 'Samples',
  lost: 'Lost',
  gap: 'Gap',
}
const counts = (columns: object) => Object.fromEntries(Object.keys(columns).map((key) => [key, 'count' as const]))

const batches = (trace: Trace): Sheet => ({
  name: 'Batches',
  columns: { sku: 'Product', batchCode: 'Batch', expiresOn: 'Last day', named: 'Meant', ...balances },
  as: { ...counts(balances), expiresOn: 'day' },
  rows: trace.batches.map(({ massBalance, named, ...batch }) => ({
    ...batchOnSheet(batch),
    ...massBalance,
    named: named ? 'named' : 'made of it',
  })),
})

const soldOn = {
  sent: 'Sent',
  returned: 'Returned',
  soldOnLeast: 'Sold on, at least',
  soldOnMost: 'At most',
  thereLeast: 'There still, at least',
  thereMost: 'There still, at most',
}

/** Of all batches of a product together, which is often surer than of each; and of each. */
const sold = (trace: Trace): Sheet => ({
  name: 'Sold on by customers',
  columns: { customerName: 'Customer', sku: 'Product', batchCode: 'Batch', ...soldOn },
  as: counts(soldOn),
  rows: trace.soldOn.flatMap(({ batches: own, customerName, sku, ...all }) => [
    { customerName, sku, batchCode: 'all of these', ...all, ...soldOnCells(all) },
    ...own.map((one) => ({ customerName, sku, ...batchOnSheet(one), ...soldOnCells(one) })),
  ]),
})

const lies = { onHand: 'On hand', reserved: 'Promised', available: 'Available' }

const places = (trace: Trace): Sheet => ({
  name: 'Where it lies',
  columns: {
    sku: 'Product',
    batchCode: 'Batch',
    warehouseCode: 'Warehouse',
    placeCode: 'Place',
    placeKind: 'Kind',
    ...lies,
    holds: 'Held by',
  },
  as: counts(lies),
  rows: trace.here.map(batchOnSheet),
})
