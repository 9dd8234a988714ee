/**
 * server/modules/corrective/actions.ts — what was shown to be wrong is put right: by whom, until when, and that it is done.
 */
import { addDays, type CalendarDate } from '#domain/calendar-date.ts'
import { dayIn } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit, auditMany } from '../access/index.ts'
import { lockedRecall } from '../recalls/index.ts'
import {
  type ActionRow,
  actionById,
  actionsOf,
  closeAction,
  insertActions,
  lockAction,
  type Shown,
  updateAction,
} from './store.ts'

/** Days that somebody has, unless another day is said. */
const actionDays = 14

/** Without an owner it is whoever acts; without a day there are `actionDays`. */
export type NewAction = Readonly<{
  id?: string | undefined
  cause: ActionRow['cause']
  says: string
  owner?: string | undefined
  dueOn?: CalendarDate | undefined
}>

/** Of what shows itself, nothing is opened again that is open in the same words; the recall or rehearsal must be locked for that. */
export async function openActions(tx: Tx, of: Shown, asked: readonly NewAction[]): Promise<string[]> {
  if (asked.length === 0) return []
  const open = await actionsOf(tx, { of, state: 'open', after: null, limit: null })
  const known = new Set(open.map(({ says }) => says))
  const rows = asked
    .filter(({ cause, says }) => cause === 'other' || !known.has(says))
    .map(({ id = newId(), owner = tx.act.actorName, dueOn = afterUsualDays(tx), ...rest }) => {
      return { id, owner, dueOn, ...rest }
    })
  if (rows.length > 0) await insertActions(tx, of, rows)
  auditMany(
    tx,
    rows.map(({ id, ...after }) => ({
      action: 'corrective.open',
      subjectKind: of.kind,
      subjectId: of.id,
      after: { ...after, actionId: id },
    })),
  )
  return rows.map(({ id }) => id)
}

const afterUsualDays = (tx: Tx): CalendarDate => addDays(dayIn('UTC', tx.act.at), actionDays)

/** Of a recall that was started, also once it has ended. Refuses `not_found`, `recall_state`. */
export async function addToRecall(tx: Tx, recallId: string, ask: Omit<NewAction, 'cause'>): Promise<string> {
  const { number, state } = await lockedRecall(tx, recallId)
  const wanted = ['running', 'ended']
  if (!wanted.includes(state)) throw new Refusal('recall_state', { number, state, wanted })
  const [id = ''] = await openActions(tx, { kind: 'recall', id: recallId, number }, [{ ...ask, cause: 'other' }])
  return id
}

type Change = Partial<Pick<ActionRow, 'owner' | 'dueOn'>>

/** Refuses `not_found`, `action_done`. */
export async function changeAction(tx: Tx, id: string, change: Change): Promise<void> {
  const action = await openOne(tx, id)
  const before = { owner: action.owner, dueOn: action.dueOn }
  const after = { ...before, ...change }
  await updateAction(tx, { id, ...after })
  audit(tx, { action: 'corrective.change', ...subjectOf(action), before, after })
}

/** With what was done. Refuses `not_found`, `action_done`. */
export async function completeAction(tx: Tx, id: string, note: string): Promise<void> {
  const action = await openOne(tx, id)
  await closeAction(tx, { id, note })
  audit(tx, { action: 'corrective.done', ...subjectOf(action), after: { says: action.says, note } })
}

const subjectOf = ({ mockId, recallId }: ActionRow) =>
  mockId === null
    ? { subjectKind: 'recall' as const, subjectId: recallId ?? '' }
    : { subjectKind: 'mock' as const, subjectId: mockId }

async function openOne(tx: Tx, id: string): Promise<ActionRow> {
  await lockAction(tx, id)
  const [action] = await actionById(tx, id)
  if (!action) throw new Refusal('not_found', { kind: 'corrective action', id })
  if (action.doneBy !== null) throw new Refusal('action_done', { by: action.doneBy, says: action.says })
  return action
}
