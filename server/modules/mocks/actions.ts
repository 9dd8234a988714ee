/**
 * server/modules/mocks/actions.ts — what a rehearsal showed is put right: by whom, until when, and that it is done.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit, auditMany } from '../access/index.ts'
import {
  type ActionRow,
  actionById,
  closeAction,
  insertActions,
  lockAction,
  type NewAction,
  updateAction,
} from './actions-store.ts'
import { mockByRef } from './mock-by-ref.ts'

export type { NewAction } from './actions-store.ts'

export async function openActions(tx: Tx, mockId: string, asked: readonly NewAction[]): Promise<string[]> {
  const rows = asked.map((row) => ({ ...row, id: row.id ?? newId() }))
  if (rows.length > 0) await insertActions(tx, mockId, rows)
  auditMany(
    tx,
    rows.map(({ id, ...after }) => ({
      action: 'corrective.open',
      subjectKind: 'mock',
      subjectId: mockId,
      after: { ...after, actionId: id },
    })),
  )
  return rows.map(({ id }) => id)
}

/** Of a rehearsal that was started. Refuses `not_found`, `mock_state`. */
export async function addAction(tx: Tx, mockId: string, ask: Omit<NewAction, 'cause'>): Promise<string> {
  const { number, state } = await mockByRef(tx, mockId)
  if (state !== 'running' && state !== 'ended') throw new Refusal('mock_state', { number, state, wanted: 'running' })
  const [id = ''] = await openActions(tx, mockId, [{ ...ask, cause: 'other' }])
  return id
}

type Change = Partial<Pick<ActionRow, 'owner' | 'dueOn'>> & Readonly<{ dueOn?: CalendarDate }>

/** Refuses `not_found`, `action_done`. */
export async function changeAction(tx: Tx, id: string, change: Change): Promise<void> {
  const action = await openOne(tx, id)
  const before = { owner: action.owner, dueOn: action.dueOn }
  const after = { ...before, ...change }
  await updateAction(tx, { id, ...after })
  audit(tx, { action: 'corrective.change', subjectKind: 'mock', subjectId: action.mockId, before, after })
}

/** With what was done. Refuses `not_found`, `action_done`. */
export async function completeAction(tx: Tx, id: string, note: string): Promise<void> {
  const { mockId, says } = await openOne(tx, id)
  await closeAction(tx, { id, note })
  audit(tx, { action: 'corrective.done', subjectKind: 'mock', subjectId: mockId, after: { says, note } })
}

async function openOne(tx: Tx, id: string): Promise<ActionRow> {
  await lockAction(tx, id)
  const [action] = await actionById(tx, id)
  if (!action) throw new Refusal('not_found', { kind: 'corrective action', id })
  if (action.doneBy !== null) throw new Refusal('action_done', { by: action.doneBy, says: action.says })
  return action
}
