import { batchOnSheet } from '#domain/batch-code.ts'
import { csv } from '#platform/http/csv.ts'
import {
  Count,
  Day,
  download,
  Exactly,
  type House,
  Id,
  IdParams,
  Instant,
  Nullable,
  PackOf,
  PageQuery,
  Quantity,
  read,
  Type,
} from '#platform/http/index.ts'
import { Refusal } from '#platform/refusal.ts'
import { Batch, BatchLink, batchesOf, withDescendants } from '../batches/index.ts'
import { batchTrace, lineTrace, whoGotAll } from './batch-trace.ts'
import { lotRoutes } from './lot-routes.ts'
import { recipientRoutes } from './recipient-routes.ts'
import { MassBalance, pageAsk, traceColumns, whoGot } from './shapes.ts'

const tag = 'trace'
const text = () => Nullable(Type.String())
const CameFrom = Type.Object({
  receiptId: Id(),
  number: Type.String(),
  receivedAt: Instant(),
  supplierId: Nullable(Id()),
  supplierName: text(),
  supplierLot: text(),
  quantity: Quantity(),
})
const BatchTrace = Type.Object({
  batch: Batch,
  parents: Type.Array(BatchLink, { description: 'What it was made of' }),
  children: Type.Array(BatchLink, { description: 'What was made of it, and is traced with it' }),
  massBalance: { ...MassBalance, description: 'Of the batch itself: what became another batch is consumed' },
  here: Type.Array(
    Type.Object({
      batchId: Id(),
      batchCode: Type.String(),
      placeId: Id(),
      placeCode: Type.String(),
      placeKind: Type.String(),
      packOf: Nullable(PackOf()),
      binId: Nullable(Id()),
      warehouseId: Nullable(Id()),
      warehouseCode: text(),
      onHand: Count(),
      reserved: Count(),
      available: Count(),
      holds: Type.Array(Type.String()),
    }),
  ),
  receipts: Type.Array(CameFrom),
  reserved: Type.Array(
    Type.Object({ orderId: Id(), orderNumber: Type.String(), customerName: text(), quantity: Quantity() }),
  ),
  ...whoGot,
})

export function traceRoutes(house: House): void {
  lotRoutes(house)
  recipientRoutes(house)
  read(
    house,
    {
      url: '/v1/batches/:id/trace',
      needs: 'look',
      tells: 'Where every unit of a batch is, where it came from and who got it',
      tag,
      params: IdParams(),
      query: Exactly(PageQuery),
      answer: BatchTrace,
    },
    async (db, { params: { id }, query }) => (await batchTrace(db, id, pageAsk(query))) as never,
  )
  read(
    house,
    {
      url: '/v1/order-lines/:id/trace',
      needs: 'look',
      tells: 'An order line back to its batches, their receipts and suppliers',
      tag,
      params: IdParams(),
      answer: Type.Object({
        orderId: Id(),
        orderNumber: Type.String(),
        lineId: Id(),
        sku: Type.String(),
        productName: Type.String(),
        batches: Type.Array(
          Type.Object({
            batchId: Id(),
            batchCode: Type.String(),
            expiresOn: Nullable(Day()),
            shipped: Count(),
            reserved: Count(),
            receipts: Type.Array(CameFrom),
          }),
        ),
      }),
    },
    (db, { params: { id } }) => lineTrace(db, id),
  )
  download(
    house,
    {
      url: '/v1/batches/:id/trace.csv',
      needs: 'look',
      tells: 'The complete list of who got a batch',
      tag,
      params: IdParams(),
    },
    async (db, { params: { id } }) => {
      const [batch] = await batchesOf(db, [id])
      if (!batch) throw new Refusal('not_found', { kind: 'batch', id })
      const rows = await whoGotAll(db, await withDescendants(db, [id]))
      return {
        type: 'text/csv; charset=utf-8',
        name: `trace-${batch.sku}-${batch.code}.csv`,
        content: csv(traceColumns, rows.map(batchOnSheet)),
      }
    },
  )
}
