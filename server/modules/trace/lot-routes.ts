import { csvInPieces } from '#platform/http/csv.ts'
import {
  Count,
  Day,
  download,
  Exactly,
  type House,
  Id,
  Nullable,
  PageQuery,
  RefParams,
  read,
  Type,
} from '#platform/http/index.ts'
import { lotByRef } from '../batches/index.ts'
import { batchesWithinLot, lotTrace } from './batch-trace.ts'
import { MassBalance, pageAsk, traceColumns, whoGot } from './shapes.ts'
import { whoGotInPieces } from './who-got.ts'

const tag = 'trace'

export function lotRoutes(house: House): void {
  read(
    house,
    {
      url: '/v1/lots/:ref/trace',
      needs: 'look',
      tells: 'Who got the batches of a lot: the union of all of them',
      tag,
      params: RefParams(),
      query: Exactly(PageQuery),
      answer: Type.Object({
        lot: Type.Object({ id: Id(), code: Type.String(), name: Type.String() }),
        massBalance: MassBalance,
        batches: Type.Array(
          Type.Object({
            batchId: Id(),
            batchCode: Type.String(),
            productId: Id(),
            sku: Type.String(),
            expiresOn: Nullable(Day()),
            onHand: Count(),
            shipped: Count(),
          }),
        ),
        ...whoGot,
      }),
    },
    (db, { params: { ref }, query }) => lotTrace(db, ref, pageAsk(query)),
  )
  download(
    house,
    {
      url: '/v1/lots/:ref/trace.csv',
      needs: 'look',
      tells: 'The complete list of who got any batch of a lot',
      tag,
      params: RefParams(),
    },
    async (db, { params: { ref } }) => {
      const lot = await lotByRef(db, ref)
      const rows = whoGotInPieces(db, { batchIds: await batchesWithinLot(db, lot.id), knownOn: null })
      return {
        type: 'text/csv; charset=utf-8',
        name: `trace-lot-${lot.code}.csv`,
        content: csvInPieces(traceColumns, rows),
      }
    },
  )
}
