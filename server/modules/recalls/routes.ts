import { recallStates } from '#domain/recalls/state.ts'
import type { Db } from '#platform/db.ts'
import {
  Choice,
  download,
  Exactly,
  type House,
  IdParams,
  idAfter,
  Page,
  PageQuery,
  pageOf,
  RefParams,
  read,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { audit } from '../access/index.ts'
import { pageAsk, ScopeTrace, scopeTrace, traceCsv, traceWorkbook } from '../trace/index.ts'
import { abandonRecall, changeRecall, draftRecall } from './draft.ts'
import { approve, endRecall, meanAnew, startRecall } from './go-on.ts'
import { recallByRef, withActs } from './recall-by-ref.ts'
import { listed, recallDetail, recallPreview } from './recall-detail.ts'
import { ListedRecall, NewRecall, NewScope, Preview, RecallChange, RecallDetail } from './shapes.ts'
import { recallList, saveSetting, settingOf } from './store.ts'

const tag = 'recalls'
const Setting = Exactly({
  twoPeople: Type.Boolean({
    description: 'Another person approves before a recall is started, and before it is ended',
  }),
})

export function recallsRoutes(house: House): void {
  looking(house)
  reaching(house)
  drafting(house)
  goingOn(house)
  settings(house)
}

const told = async (db: Db, ref: string) => (await recallDetail(db, ref)) as never

function looking(house: House): void {
  read(
    house,
    {
      url: '/v1/recalls',
      needs: 'look',
      tells: 'Recalls, newest first',
      tag,
      query: Exactly({ state: Type.Optional(Choice(recallStates)), ...PageQuery }),
      answer: Page(ListedRecall),
    },
    async (db, { query: { state = null, cursor, limit = 100 } }) => {
      const rows = await recallList(db, { ref: null, id: null, state, before: idAfter(cursor), limit: limit + 1 })
      return pageOf((await withActs(db, rows)).map(listed), limit, ({ id }) => [id])
    },
  )
  read(
    house,
    {
      url: '/v1/recalls/:ref',
      needs: 'look',
      tells: 'A recall, by id or number: what is meant, who did what, what it froze, and where every unit is',
      tag,
      params: RefParams(),
      answer: RecallDetail,
    },
    (db, { params: { ref } }) => told(db, ref),
  )
}

function reaching(house: House): void {
  read(
    house,
    {
      url: '/v1/recalls/:ref/preview',
      needs: 'look',
      tells: 'What a recall reaches: units, places, orders that can be stopped, customers, money; nothing is touched',
      tag,
      params: RefParams(),
      answer: Preview,
    },
    (db, { params: { ref } }) => recallPreview(db, ref),
  )
  read(
    house,
    {
      url: '/v1/recalls/:ref/trace',
      needs: 'look',
      tells: 'Where everything is that a recall means, and who got it',
      tag,
      params: RefParams(),
      query: Exactly(PageQuery),
      answer: ScopeTrace,
    },
    async (db, { params: { ref }, query }) => {
      const { now } = await recallByRef(db, ref)
      return (await scopeTrace(db, now.scope, { ...pageAsk(query), knownOn: null })) as never
    },
  )
  download(
    house,
    {
      url: '/v1/recalls/:ref/trace.csv',
      needs: 'look',
      tells: 'The complete list of who got what a recall means',
      tag,
      params: RefParams(),
    },
    async (db, { params: { ref } }) => traceCsv(db, await fileOf(db, ref)),
  )
  download(
    house,
    {
      url: '/v1/recalls/:ref/trace.xlsx',
      needs: 'look',
      tells: 'All of the trace of a recall as a workbook: who got it, batches, places, and what can be stopped',
      tag,
      params: RefParams(),
    },
    async (db, { params: { ref } }) => traceWorkbook(db, await fileOf(db, ref)),
  )
}

async function fileOf(db: Db, ref: string) {
  const { number, now } = await recallByRef(db, ref)
  return { scope: now.scope, knownOn: null, name: `${number}-who-got-it` }
}

function drafting(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/recalls',
      needs: 'recall',
      tells: 'Draft a recall: nothing is touched before it is started',
      tag,
      status: 201,
      body: NewRecall,
      answer: RecallDetail,
    },
    async (tx, { body }) => told(tx, await draftRecall(tx, body)),
  )
  write(
    house,
    'PATCH',
    {
      url: '/v1/recalls/:id',
      needs: 'recall',
      tells: 'Change what a recall says of itself',
      tag,
      params: IdParams(),
      body: RecallChange,
      answer: RecallDetail,
    },
    async (tx, { params: { id }, body }) => {
      await changeRecall(tx, id, body)
      return told(tx, id)
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/recalls/:id/versions',
      needs: 'recall',
      tells:
        'Mean more or less by a recall; of one that runs, what is new is held and what is no longer meant is freed at once',
      tag,
      params: IdParams(),
      body: NewScope,
      answer: RecallDetail,
    },
    async (tx, { params: { id }, body }) => {
      await meanAnew(tx, id, body)
      return told(tx, id)
    },
  )
}

function goingOn(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/recalls/:id/approvals',
      needs: 'recall',
      tells: 'Approve the start or the end of a recall as it is now, as the second person',
      tag,
      params: IdParams(),
      body: Exactly({ step: Choice(['start', 'end']), reason: Type.Optional(Text(1000)) }),
      answer: RecallDetail,
    },
    async (tx, { params: { id }, body }) => {
      await approve(tx, id, body)
      return told(tx, id)
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/recalls/:id/start',
      needs: 'recall',
      tells:
        'Start a recall: everything that is meant is held, promises are taken back, picks and transfers stop, at once',
      tag,
      params: IdParams(),
      body: Exactly({ reason: Type.Optional(Text(1000)) }),
      answer: RecallDetail,
    },
    async (tx, { params: { id }, body: { reason = null } }) => {
      await startRecall(tx, id, reason)
      return told(tx, id)
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/recalls/:id/end',
      needs: 'lift holds',
      tells: 'End a recall: its holds are lifted, and what was held before is held still',
      tag,
      params: IdParams(),
      body: Exactly({ reason: Text(1000) }),
      answer: RecallDetail,
    },
    async (tx, { params: { id }, body: { reason } }) => {
      await endRecall(tx, id, reason)
      return told(tx, id)
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/recalls/:id/abandonment',
      needs: 'recall',
      tells: 'Abandon the draft of a recall',
      tag,
      params: IdParams(),
      body: Exactly({ reason: Text(1000) }),
      answer: RecallDetail,
    },
    async (tx, { params: { id }, body: { reason } }) => {
      await abandonRecall(tx, id, reason)
      return told(tx, id)
    },
  )
}

function settings(house: House): void {
  read(
    house,
    { url: '/v1/recall-settings', needs: 'look', tells: 'Whether a recall takes two people', tag, answer: Setting },
    (db) => settingOf(db),
  )
  write(
    house,
    'PUT',
    {
      url: '/v1/recall-settings',
      needs: 'set limits',
      tells: 'Say whether a recall takes two people',
      tag,
      body: Setting,
      answer: Setting,
    },
    async (tx, { body }) => {
      const before = await settingOf(tx)
      await saveSetting(tx, body)
      audit(tx, { action: 'recall.setting', subjectKind: 'account', subjectId: tx.act.accountId, before, after: body })
      return body
    },
  )
}
