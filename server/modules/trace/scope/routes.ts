import { download, Exactly, type House, IdParams, PageQuery, read, type Static } from '#platform/http/index.ts'
import { exposureOf } from '../exposure.ts'
import { knownOn, pageAsk } from '../shapes.ts'
import { Exposure, ScopeTrace } from './answers.ts'
import { askedScope, scopeOf } from './asked.ts'
import { traceCsv, traceWorkbook } from './sheets.ts'
import { reachOf, scopeTrace } from './trace.ts'

const tag = 'trace'
const query = Exactly({ ...askedScope, knownOn })

export function scopeRoutes(house: House): void {
  read(
    house,
    {
      url: '/v1/batches/:id/exposure',
      needs: 'look',
      tells: 'If this batch fails: units, customers, orders and money at stake, with all that was made of it',
      tag,
      params: IdParams(),
      answer: Exposure,
    },
    async (db, { params: { id } }) => {
      const { asked } = await reachOf(db, { parts: [{ kind: 'batch', batch: id }] }, null)
      return exposureOf(db, asked)
    },
  )
  read(
    house,
    {
      url: '/v1/trace',
      needs: 'look',
      tells:
        "Where everything is that is named: by batch, lot, serials, supplier's lot, product and days of production, receipt, or place and time; with all that was made of it",
      tag,
      query: Exactly({ ...askedScope, knownOn, ...PageQuery }),
      answer: ScopeTrace,
    },
    async (db, { query: asked }) =>
      (await scopeTrace(db, scopeOf(asked), { ...pageAsk(asked), knownOn: asked.knownOn ?? null })) as never,
  )
  download(
    house,
    { url: '/v1/trace.csv', needs: 'look', tells: 'The complete list of who got what is named', tag, query },
    (db, { query: asked }) => traceCsv(db, fileOf(asked)),
  )
  download(
    house,
    {
      url: '/v1/trace.xlsx',
      needs: 'look',
      tells:
        'All of the trace as a workbook: who got it, batches, places, what can be stopped, and what it was made of',
      tag,
      query,
    },
    (db, { query: asked }) => traceWorkbook(db, fileOf(asked)),
  )
}

function fileOf(asked: Static<typeof query>) {
  return { scope: scopeOf(asked), knownOn: asked.knownOn ?? null, name: `trace-${asked.kind ?? 'scope'}` }
}
