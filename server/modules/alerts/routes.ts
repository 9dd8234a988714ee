import { alertStates } from '#domain/alerts.ts'
import { isCalendarDate } from '#domain/calendar-date.ts'
import type { Db } from '#platform/db.ts'
import {
  Choice,
  Count,
  Exactly,
  type House,
  Id,
  IdParams,
  Nullable,
  PageQuery,
  pageOf,
  Reference,
  read,
  readCursor,
  Type,
  write,
} from '#platform/http/index.ts'
import { found, isId } from '#platform/references.ts'
import { productIdOf } from '../catalog/index.ts'
import { resolveWarehouses } from '../places/index.ts'
import { alertDetail, alertsTold } from './alert-detail.ts'
import { acknowledge, snooze } from './answer.ts'
import { alertCounts } from './list-store.ts'
import { setAccountSteps, setProductSteps, stepsTold } from './set-steps.ts'
import { Alert, NewSnooze, NewSteps, Step, Steps } from './shapes.ts'

const tag = 'alerts'

export function alertsRoutes(house: House): void {
  looking(house)
  answering(house)
  setting(house)
}

function readAfter(cursor: string | undefined) {
  const [sortOn, id] = readCursor(cursor, 2) ?? []
  return typeof sortOn === 'string' && typeof id === 'string' && isCalendarDate(sortOn) && isId(id)
    ? { sortOn, id }
    : null
}

const warehouseIdOf = async (db: Db, ref: string | undefined) =>
  found(await resolveWarehouses(db), 'warehouse', ref)?.id ?? null

const Counted = Type.Object({ stepDays: Step(), state: Choice(['new', 'seen', 'snoozed']), total: Count() })

function looking(house: House): void {
  read(
    house,
    {
      url: '/v1/alerts',
      needs: 'look',
      tells: 'Batches that come to their last day and lie here, those first whose day comes first',
      tag,
      query: Exactly({
        state: Type.Optional({
          ...Choice(alertStates),
          description: 'The new and the seen unless said; of the closed the newest first',
        }),
        step: Type.Optional(Step()),
        batch: Type.Optional(Id()),
        product: Type.Optional(Reference()),
        warehouse: Type.Optional({ ...Reference(), description: 'Where some of it lies' }),
        ...PageQuery,
      }),
      answer: Type.Object({
        items: Type.Array(Alert),
        next: Nullable(Type.String({ description: 'Pass as `cursor` for the next page' })),
        counts: Nullable(
          Type.Array(Counted, {
            description: 'How many are open of each step and state, whichever are asked for; not with a cursor',
          }),
        ),
      }),
    },
    async (db, { query: { state = null, step = null, batch = null, product, warehouse, cursor, limit = 100 } }) => {
      const [productId, warehouseId] = [await productIdOf(db, product), await warehouseIdOf(db, warehouse)]
      const filter = { batchId: batch, productId, warehouseId }
      const after = readAfter(cursor)
      const rows = await alertsTold(db, { ...filter, state, stepDays: step, after, limit: limit + 1 })
      const counts = after === null ? await alertCounts(db, filter) : null
      return { ...pageOf(rows, limit, ({ sortOn, id }) => [sortOn, id]), counts }
    },
  )
  read(
    house,
    {
      url: '/v1/alerts/:id',
      needs: 'look',
      tells: 'An alert: by which day it was raised, what was said to it, and why it was closed',
      tag,
      params: IdParams(),
      answer: Alert,
    },
    (db, { params: { id } }) => alertDetail(db, id),
  )
}

function answering(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/alerts/:id/acknowledgement',
      needs: 'answer alerts',
      tells: 'Say that somebody has seen it; it stays in the list',
      tag,
      params: IdParams(),
      answer: Alert,
    },
    async (tx, { params: { id } }) => {
      await acknowledge(tx, id)
      return alertDetail(tx, id)
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/alerts/:id/snooze',
      needs: 'answer alerts',
      tells: 'Leave it out of the list until a day is over, with a reason',
      tag,
      params: IdParams(),
      body: NewSnooze,
      answer: Alert,
    },
    async (tx, { params: { id }, body }) => {
      await snooze(tx, id, body)
      return alertDetail(tx, id)
    },
  )
}

function setting(house: House): void {
  read(
    house,
    {
      url: '/v1/alert-steps',
      needs: 'look',
      tells: 'How many days before the last day somebody is told, of the account and of products that differ',
      tag,
      query: Exactly({ product: Type.Optional(Reference()) }),
      answer: Steps,
    },
    async (db, { query: { product } }) => stepsTold(db, await productIdOf(db, product)),
  )
  write(
    house,
    'PUT',
    {
      url: '/v1/alert-steps',
      needs: 'change account',
      tells: 'Write the steps of the account',
      tag,
      body: NewSteps,
      answer: Steps,
    },
    async (tx, { body: { days } }) => {
      await setAccountSteps(tx, days)
      return stepsTold(tx, null)
    },
  )
  write(
    house,
    'PUT',
    {
      url: '/v1/alert-steps/:id',
      needs: 'change products',
      tells: 'Write steps of its own for a product, named by its id',
      tag,
      params: IdParams(),
      body: NewSteps,
      answer: Steps,
    },
    async (tx, { params: { id }, body: { days } }) => stepsTold(tx, await setProductSteps(tx, id, days)),
  )
  write(
    house,
    'DELETE',
    {
      url: '/v1/alert-steps/:id',
      needs: 'change products',
      tells: 'A product, named by its id, has the steps of the account again',
      tag,
      params: IdParams(),
      answer: Steps,
    },
    async (tx, { params: { id } }) => stepsTold(tx, await setProductSteps(tx, id, null)),
  )
}
