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
  read,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { addAction, changeAction, completeAction } from './actions.ts'
import { actionById, actionsOf } from './actions-store.ts'
import { inHundredths, settingOf } from './mock-by-ref.ts'
import { Action, ActionChange, NewAction, Setting } from './shapes.ts'
import { saveSetting } from './store.ts'

const tag = 'mock recalls'

export function actionRoutes(house: House): void {
  looking(house)
  doing(house)
  completing(house)
  settings(house)
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
      tells: 'What rehearsals showed, and who puts it right until when; in the order in which it was found',
      tag,
      query: Exactly({ state: Type.Optional(Choice(['open', 'done'])), ...PageQuery }),
      answer: Page(Action),
    },
    async (db, { query: { state = null, cursor, limit = 100 } }) => {
      const rows = await actionsOf(db, { mockId: null, state, after: idAfter(cursor), limit: limit + 1 })
      return pageOf(rows, limit, ({ id }) => [id])
    },
  )
}

function doing(house: House): void {
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
      body: NewAction,
      answer: Action,
    },
    async (tx, { params: { id }, body }) => told(tx, await addAction(tx, id, body)),
  )
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
}

function completing(house: House): void {
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

function settings(house: House): void {
  read(
    house,
    {
      url: '/v1/mock-recall-settings',
      needs: 'look',
      tells: 'How often recalls are rehearsed, and what a rehearsal has to reach',
      tag,
      answer: Setting,
    },
    (db) => settingOf(db),
  )
  write(
    house,
    'PUT',
    {
      url: '/v1/mock-recall-settings',
      needs: 'set limits',
      tells: 'Say how often recalls are rehearsed, and what a rehearsal has to reach',
      tag,
      body: Setting,
      answer: Setting,
    },
    async (tx, { body }) => {
      if ((body.everyMonths === null) !== (body.nextOn === null))
        throw new Refusal('invalid_input', {
          problems: [{ at: 'nextOn', message: 'belongs to everyMonths: give both, or neither' }],
        })
      const before = await settingOf(tx)
      await saveSetting(tx, inHundredths(body))
      audit(tx, { action: 'mock.setting', subjectKind: 'account', subjectId: tx.act.accountId, before, after: body })
      return settingOf(tx)
    },
  )
}
