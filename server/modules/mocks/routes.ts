import { mockStates } from '#domain/mocks/judge-mock.ts'
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
  readCursor,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { Action, actionById, NewActionShape } from '../corrective/index.ts'
import { sentOf } from './found-store.ts'
import { abandonMock, addAction, confirm, endMock, startMock } from './go-on.ts'
import { mockByRef, withActs } from './mock-by-ref.ts'
import { listed, mockDetail } from './mock-detail.ts'
import { openMock } from './open-mock.ts'
import { mockReport } from './report.ts'
import { settingRoutes } from './setting-routes.ts'
import { Confirmation, ListedMock, MockDetail, NewMock, SentRow } from './shapes.ts'
import { mockList } from './store.ts'

const tag = 'mock recalls'

export function mocksRoutes(house: House): void {
  looking(house)
  takingHome(house)
  doing(house)
  actions(house)
  settingRoutes(house)
}

const told = async (db: Db, ref: string) => (await mockDetail(db, ref)) as never

function looking(house: House): void {
  read(
    house,
    {
      url: '/v1/mock-recalls',
      needs: 'look',
      tells: 'Rehearsed recalls, newest first',
      tag,
      query: Exactly({ state: Type.Optional(Choice(mockStates)), ...PageQuery }),
      answer: Page(ListedMock),
    },
    async (db, { query: { state = null, cursor, limit = 100 } }) => {
      const rows = await mockList(db, { id: null, number: null, state, before: idAfter(cursor), limit: limit + 1 })
      return pageOf((await withActs(db, rows)).map(listed), limit, ({ id }) => [id])
    },
  )
  read(
    house,
    {
      url: '/v1/mock-recalls/:ref',
      needs: 'look',
      tells: 'A rehearsed recall, by id or number: what was found, how long it took, and how good it was',
      tag,
      params: RefParams(),
      answer: MockDetail,
    },
    (db, { params: { ref } }) => told(db, ref),
  )
  read(
    house,
    {
      url: '/v1/mock-recalls/:ref/sent',
      needs: 'look',
      tells: 'Every shipment of it, as it was found at the start',
      tag,
      params: RefParams(),
      query: Exactly(PageQuery),
      answer: Page(SentRow),
    },
    async (db, { params: { ref }, query: { cursor, limit = 100 } }) => {
      const { id } = await mockByRef(db, ref)
      const [after] = readCursor(cursor, 1) ?? []
      const rows = await sentOf(db, id, { after: typeof after === 'number' ? after : 0, limit: limit + 1 })
      return pageOf(rows, limit, ({ line }) => [line])
    },
  )
}

function takingHome(house: House): void {
  download(
    house,
    {
      url: '/v1/mock-recalls/:ref/report.pdf',
      needs: 'look',
      tells: 'The report of a rehearsed recall, for an auditor',
      tag,
      params: RefParams(),
    },
    async (db, { params: { ref } }) => {
      const mock = await mockDetail(db, ref)
      const sent = await sentOf(db, mock.id, { after: 0, limit: null })
      return { type: 'application/pdf', name: `${mock.number}-report.pdf`, content: await mockReport(mock, sent) }
    },
  )
}

function actions(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/mock-recalls/:id/actions',
      needs: 'recall',
      tells: 'Say what else has to be put right, by whom and until when',
      tag,
      status: 201,
      params: IdParams(),
      body: NewActionShape,
      answer: Action,
    },
    async (tx, { params: { id }, body }) => {
      const [action] = await actionById(tx, await addAction(tx, id, body))
      if (!action) throw new Error('an action that was not written')
      return action
    },
  )
}

function doing(house: House): void {
  const params = IdParams()
  const shared = { needs: 'recall', tag, params, answer: MockDetail } as const
  write(
    house,
    'POST',
    {
      url: '/v1/mock-recalls',
      needs: 'recall',
      tells: 'Rehearse a recall, of a batch that is named or drawn; its clock is started apart, and nothing is touched',
      tag,
      status: 201,
      body: NewMock,
      answer: MockDetail,
    },
    async (tx, { body }) => told(tx, await openMock(tx, body)),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/mock-recalls/:id/start',
      tells: 'Start the clock: what the trace finds now is written down',
      body: Exactly({}),
      ...shared,
    },
    async (tx, { params: { id } }) => {
      await startMock(tx, id)
      return told(tx, id)
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/mock-recalls/:id/confirmations',
      tells: 'Confirm one of the four: back, forward, balance, contacts; what is missing becomes a corrective action',
      body: Confirmation,
      ...shared,
    },
    async (tx, { params: { id }, body }) => {
      await confirm(tx, id, body)
      return told(tx, id)
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/mock-recalls/:id/end',
      tells: 'End it: it has passed or failed',
      body: Exactly({ note: Type.Optional(Text(2000)) }),
      ...shared,
    },
    async (tx, { params: { id }, body: { note = null } }) => {
      await endMock(tx, id, note)
      return told(tx, id)
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/mock-recalls/:id/abandonment',
      tells: 'Give one up whose clock was not started',
      body: Exactly({ reason: Text(1000) }),
      ...shared,
    },
    async (tx, { params: { id }, body: { reason } }) => {
      await abandonMock(tx, id, reason)
      return told(tx, id)
    },
  )
}
