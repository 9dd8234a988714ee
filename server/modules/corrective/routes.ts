import type { Db } from '#platform/db.ts'
import {
  Choice,
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
import { Refusal } from '#platform/refusal.ts'
import { recallByRef } from '../recalls/index.ts'
import { addToRecall, changeAction, completeAction } from './actions.ts'
import { Action, ActionChange, NewAction } from './shapes.ts'
import { actionById, actionsOf } from './store.ts'

const tag = 'recalls'

export function correctiveRoutes(house: House): void {
  looking(house)
  adding(house)
  changing(house)
}

async function told(db: Db, id: string) {
  const [action] = await actionById(db, id)
  if (!action) throw new Refusal('not_found', { kind: 'corrective action', id })
  return action
}

function looking(house: House): void {
  read(
    house,
    {
      url: '/v1/corrective-actions',
      needs: 'look',
      tells: 'What recalls and rehearsals showed, and who puts it right until when; in the order in which it was found',
      tag,
      query: Exactly({ state: Type.Optional(Choice(['open', 'done'])), ...PageQuery }),
      answer: Page(Action),
    },
    async (db, { query: { state = null, cursor, limit = 100 } }) => {
      const rows = await actionsOf(db, { of: null, state, after: idAfter(cursor), limit: limit + 1 })
      return pageOf(rows, limit, ({ id }) => [id])
    },
  )
  read(
    house,
    {
      url: '/v1/recalls/:ref/actions',
      needs: 'look',
      tells: 'What a recall showed to be wrong, and who puts it right until when',
      tag,
      params: RefParams(),
      query: Exactly(PageQuery),
      answer: Page(Action),
    },
    async (db, { params: { ref }, query: { cursor, limit = 100 } }) => {
      const of = { kind: 'recall', id: (await recallByRef(db, ref)).id } as const
      const rows = await actionsOf(db, { of, state: null, after: idAfter(cursor), limit: limit + 1 })
      return pageOf(rows, limit, ({ id }) => [id])
    },
  )
}

function adding(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/recalls/:id/actions',
      needs: 'recall',
      tells: 'Say what has to be put right because a recall showed it, by whom and until when',
      tag,
      status: 201,
      params: IdParams(),
      body: NewAction,
      answer: Action,
    },
    async (tx, { params: { id }, body }) => told(tx, await addToRecall(tx, id, body)),
  )
}

function changing(house: House): void {
  write(
    house,
    'PATCH',
    {
      url: '/v1/corrective-actions/:id',
      needs: 'recall',
      tells: 'Give a corrective action to somebody else, or another day',
      tag,
      params: IdParams(),
      body: ActionChange,
      answer: Action,
    },
    async (tx, { params: { id }, body }) => {
      await changeAction(tx, id, body)
      return told(tx, id)
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/corrective-actions/:id/completion',
      needs: 'recall',
      tells: 'Say that it is put right, and how',
      tag,
      params: IdParams(),
      body: Exactly({ note: Text(2000) }),
      answer: Action,
    },
    async (tx, { params: { id }, body: { note } }) => {
      await completeAction(tx, id, note)
      return told(tx, id)
    },
  )
}
