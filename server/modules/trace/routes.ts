import type { Db } from '#platform/db.ts'
import {
  Count,
  Day,
  download,
  Exactly,
  type House,
  Id,
  IdParams,
  Nullable,
  PageQuery,
  read,
  Type,
} from '#platform/http/index.ts'
import { Refusal } from '#platform/refusal.ts'
import { Batch, batchesOf } from '../batches/index.ts'
import { batchTrace, lineTrace } from './batch-trace.ts'
import { genealogyRoute } from './genealogy-route.ts'
import { lotRoutes } from './lot-routes.ts'
import { noticeRoute } from './notice/route.ts'
import { recipientRoutes } from './recipient-routes.ts'
import { scopeRoutes } from './scope/routes.ts'
import { traceCsv, traceWorkbook } from './scope/sheets.ts'
import { CameFrom, knownOn, Lies, MassBalance, OpenOrder, pageAsk, TracedLink, whoGot } from './shapes.ts'

const tag = 'trace'
const BatchTrace = Type.Object({
  batch: Batch,
  parents: Type.Array(TracedLink, { description: 'What it was made of' }),
  children: Type.Array(TracedLink, { description: 'What was made of it, and is traced with it' }),
  massBalance: { ...MassBalance, description: 'Of the batch itself: what became another batch is consumed' },
  here: Type.Array(Lies),
  receipts: Type.Array(CameFrom),
  reserved: Type.Array(OpenOrder),
  ...whoGot,
})

export function traceRoutes(house: House): void {
  lotRoutes(house)
  scopeRoutes(house)
  genealogyRoute(house)
  noticeRoute(house)
  recipientRoutes(house)
  read(
    house,
    {
      url: '/v1/batches/:id/trace',
      needs: 'look',
      tells: 'Where every unit of a batch is, where it came from and who got it',
      tag,
      params: IdParams(),
      query: Exactly({ knownOn, ...PageQuery }),
      answer: BatchTrace,
    },
    async (db, { params: { id }, query }) =>
      (await batchTrace(db, id, { ...pageAsk(query), knownOn: query.knownOn ?? null })) as never,
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
      query: Exactly({ knownOn }),
    },
    async (db, { params: { id }, query }) => traceCsv(db, await fileOf(db, id, query)),
  )
  download(
    house,
    {
      url: '/v1/batches/:id/trace.xlsx',
      needs: 'look',
      tells: 'All of the trace of a batch as a workbook',
      tag,
      params: IdParams(),
      query: Exactly({ knownOn }),
    },
    async (db, { params: { id }, query }) => traceWorkbook(db, await fileOf(db, id, query)),
  )
}

async function fileOf(db: Db, id: string, { knownOn: at = null }: { knownOn?: string | null }) {
  const [batch] = await batchesOf(db, [id])
  if (!batch) throw new Refusal('not_found', { kind: 'batch', id })
  const parts = [{ kind: 'batch' as const, batch: id }]
  return { scope: { parts }, knownOn: at, name: `trace-${batch.sku}-${batch.code}` }
}
