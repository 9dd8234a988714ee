import type { Db, Tx } from '#platform/db.ts'
import { csv } from '#platform/http/csv.ts'
import {
  Day,
  download,
  Exactly,
  type House,
  IdParams,
  own,
  Page,
  PageQuery,
  pageOf,
  RefParams,
  read,
  readCursor,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { Refusal } from '#platform/refusal.ts'
import { workbook } from '#platform/xlsx.ts'
import { allows } from '../access/index.ts'
import { noteLook } from '../notices/index.ts'
import { recallByRef } from '../recalls/index.ts'
import type { Sealed } from './closing-facts.ts'
import { makeClosingFile } from './closing-file.ts'
import { consigneeColumns, consigneeRows, consigneesAs } from './consignees.ts'
import { openMatters } from './open-matters.ts'
import { ClosingFile, HappeningShape, Report, StatusShape } from './shapes.ts'
import { statusFacts } from './status-facts.ts'
import { makeReport, reportOf, reportPaper } from './status-report.ts'
import { fileContent, filesOf, reportsOf } from './store.ts'
import { recallTimeline } from './timeline.ts'

const tag = 'recalls'

export function closingRoutes(house: House, sealed: Sealed): void {
  status(house)
  reports(house)
  consignees(house)
  happenings(house)
  closingFiles(house, sealed)
}

function status(house: House): void {
  read(
    house,
    {
      url: '/v1/recalls/:ref/status',
      needs: 'look',
      tells: 'How far a recall has come, by the six items of 21 CFR 7.53, now; and what is still open',
      tag,
      params: RefParams(),
      answer: Type.Object({
        ...StatusShape.properties,
        open: Type.Array(Type.String()),
        toPutRight: Type.Array(Type.String(), {
          description: 'Of what is open, what somebody can put right: each may become a corrective action',
        }),
      }),
    },
    async (db, { params: { ref } }) => {
      const [facts, matters] = await Promise.all([statusFacts(db, ref), openMatters(db, ref)])
      const toPutRight = matters.flatMap(({ says, owed }) => (owed ? [says] : []))
      return { ...facts, open: matters.map(({ says }) => says), toPutRight } as never
    },
  )
}

const ofReports = async (db: Db, ref: string) =>
  ({ items: await reportsOf(db, (await recallByRef(db, ref)).id) }) as never

function reports(house: House): void {
  const Reports = Type.Object({ items: Type.Array(Report) })
  read(
    house,
    {
      url: '/v1/recalls/:ref/reports',
      needs: 'look',
      tells: 'Status reports of a recall, as they were',
      tag,
      params: RefParams(),
      answer: Reports,
    },
    (db, { params: { ref } }) => ofReports(db, ref),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/recalls/:id/reports',
      needs: 'recall',
      tells: 'Make a status report: the facts of this moment are kept under the next number',
      tag,
      status: 201,
      params: IdParams(),
      body: Exactly({
        doneOn: Type.Optional({ ...Day(), description: 'When it is expected to be completed' }),
        note: Type.Optional(Text(4000)),
      }),
      answer: Reports,
    },
    async (tx, { params: { id }, body }) => {
      await makeReport(tx, id, body)
      return ofReports(tx, id)
    },
  )
  download(
    house,
    {
      url: '/v1/recalls/:ref/status-report.pdf',
      needs: 'look',
      tells: 'A status report on paper: the last one, unless another is named',
      tag,
      params: RefParams(),
      query: Exactly({ number: Type.Optional(Type.Integer({ minimum: 1 })) }),
    },
    async (db, { params: { ref }, query: { number = null } }) => {
      const found = await reportOf(db, ref, number)
      const name = `${found.recall.number}-status-${found.report.number}.pdf`
      return { type: 'application/pdf', name, content: await reportPaper(found) }
    },
  )
}

function consignees(house: House): void {
  sheet(house, 'csv', async (db, { ref, name }) => ({
    type: 'text/csv; charset=utf-8',
    name: `${name}.csv`,
    content: csv(consigneeColumns, await consigneeRows(db, ref)),
  }))
  sheet(house, 'xlsx', async (db, { ref, name }) =>
    workbook(name, [
      { name: 'Consignees', columns: consigneeColumns, as: consigneesAs, rows: await consigneeRows(db, ref) },
    ]),
  )
}

type Made = (tx: Tx, of: { ref: string; name: string }) => Promise<{ type: string; name: string; content: Uint8Array }>

/** Names and addresses: that somebody took them home is written down. */
function sheet(house: House, kind: 'csv' | 'xlsx', make: Made): void {
  own(
    house,
    'GET',
    {
      url: `/v1/recalls/:ref/consignees.${kind}`,
      needs: 'see contacts',
      tells:
        'The consignee spreadsheet: account, ship-to, contact, lot, quantity, days, how and when told, and what they answered',
      tag,
      params: RefParams(),
      answer: Type.Any(),
    },
    async ({ act, reply }, { params: { ref } }) => {
      const { type, name, content } = await house.database.write(act, async (tx) => {
        const { id, number } = await recallByRef(tx, ref)
        await noteLook(tx, id)
        return make(tx, { ref, name: `${number}-consignees` })
      })
      return reply
        .header('content-type', type)
        .header('content-disposition', `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`)
        .send(content)
    },
  )
}

function happenings(house: House): void {
  read(
    house,
    {
      url: '/v1/recalls/:ref/timeline',
      needs: 'look',
      tells: 'Every act of a recall, oldest first; what people said of a check is for those who may see contacts',
      tag,
      params: RefParams(),
      query: Exactly(PageQuery),
      answer: Page(HappeningShape),
    },
    async (db, { params: { ref }, query: { cursor, limit = 500 } }) => {
      const [from] = readCursor(cursor, 1) ?? []
      const start = typeof from === 'number' ? from : 0
      const sees = allows(db.act.role, 'see contacts')
      const all = (await recallTimeline(db, ref, null)).map((one, at) => ({
        ...one,
        detail: one.kind === 'check' && !sees ? null : one.detail,
        at: one.at,
        place: at + 1,
      }))
      return pageOf(all.slice(start, start + limit + 1), limit, ({ place }) => [place])
    },
  )
}

const ofFiles = async (db: Db, ref: string) => ({ items: await filesOf(db, (await recallByRef(db, ref)).id) })

function closingFiles(house: House, sealed: Sealed): void {
  const Files = Type.Object({ items: Type.Array(ClosingFile) })
  read(
    house,
    {
      url: '/v1/recalls/:ref/closing-files',
      needs: 'look',
      tells: 'Closing files of a recall that has ended; the last one stands',
      tag,
      params: RefParams(),
      answer: Files,
    },
    (db, { params: { ref } }) => ofFiles(db, ref),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/recalls/:id/closing-files',
      needs: 'recall',
      tells: 'Make the closing file anew; where the facts are the same it is the same, and none is added',
      tag,
      params: IdParams(),
      body: Exactly({}),
      answer: Files,
    },
    async (tx, { params: { id } }) => {
      await makeClosingFile(tx, id, sealed)
      return ofFiles(tx, id)
    },
  )
  download(
    house,
    {
      url: '/v1/recalls/:ref/closing-file.zip',
      needs: 'look',
      tells:
        'The closing file: a PDF, a workbook and the evidence in JSON, with the SHA-256 of each; without a name or an address',
      tag,
      params: RefParams(),
    },
    async (db, { params: { ref } }) => {
      const { id, number } = await recallByRef(db, ref)
      const [file] = await fileContent(db, id)
      if (!file) throw new Refusal('not_found', { kind: 'closing file', id: number })
      return { type: 'application/zip', name: `${number}-closing-file.zip`, content: file.content }
    },
  )
}
