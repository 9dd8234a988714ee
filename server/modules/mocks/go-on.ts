/**
 * server/modules/mocks/go-on.ts — the clock of a rehearsal is started, each of the four things is confirmed by a person, and it is ended and judged.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { type Deliverable, isReachable, owedFor } from '#domain/mocks/judge-mock.ts'
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { type NewAction, openActions } from '../corrective/index.ts'
import { inHundredths, lockedMock, mockByRef, settingOf } from './mock-by-ref.ts'
import { judged } from './mock-detail.ts'
import { insertAct, insertTarget } from './store.ts'
import { workOut } from './work-out.ts'

/** What the trace finds now stays as it is found. Refuses `mock_state`. */
export async function startMock(tx: Tx, id: string): Promise<void> {
  const mock = await lockedMock(tx, id, 'ready')
  await insertAct(tx, { mockId: id, kind: 'start' })
  await insertTarget(tx, id, inHundredths(await settingOf(tx)))
  await workOut(tx, mock)
  said(tx, id, { number: mock.number, act: 'start' })
}

export type Confirming = Readonly<{
  deliverable: Deliverable
  found?: number
  note?: string
  owner?: string
  dueOn?: CalendarDate
}>

/**
 * What is missing becomes owed, by `owner` until `dueOn`. Refuses `mock_state`, `mock_confirmed` where somebody did so before, and `invalid_input` for units
 * that were found where none are counted.
 */
export async function confirm(tx: Tx, id: string, ask: Confirming): Promise<void> {
  const mock = await lockedMock(tx, id, 'running')
  const { deliverable, found = null, note = null } = ask
  const before = mock.acts.find(({ kind }) => kind === deliverable)
  if (before) throw new Refusal('mock_confirmed', { number: mock.number, deliverable, by: before.byName })
  if (found !== null && deliverable !== 'balance')
    throw new Refusal('invalid_input', { problems: [{ at: 'found', message: 'belongs to the balance' }] })
  await insertAct(tx, { mockId: id, kind: deliverable, note, found })
  const { owner, dueOn } = ask
  const missing = (await owed(tx, id, deliverable)).map((one) => ({ ...one, owner, dueOn }))
  await openActions(tx, { kind: 'mock', id, number: mock.number }, missing)
  said(tx, id, { number: mock.number, act: deliverable, found }, note)
}

/** What this deliverable leaves to be put right. */
async function owed(tx: Tx, id: string, deliverable: Deliverable): Promise<Pick<NewAction, 'cause' | 'says'>[]> {
  const { consignees, origins, variance } = await judged(tx, id)
  const asked = deliverable === 'contacts' ? consignees : []
  return owedFor({
    unreachable: asked.filter((one) => !isReachable(one)),
    mistyped: asked.filter((one) => isReachable(one) && one.emailWrong !== null),
    sourceless:
      deliverable === 'back'
        ? origins
            .filter(({ source }) => source === 'none')
            .map(({ batchCode: batch, quantity }) => ({ batch, quantity }))
        : [],
    gap: deliverable === 'balance' ? variance : 0,
  })
}

/** Of a rehearsal that was started. Refuses `not_found`, `mock_state`. */
export async function addAction(tx: Tx, id: string, ask: Omit<NewAction, 'cause'>): Promise<string> {
  const { number, state } = await mockByRef(tx, id)
  if (state !== 'running' && state !== 'ended') throw new Refusal('mock_state', { number, state, wanted: 'running' })
  const [actionId = ''] = await openActions(tx, { kind: 'mock', id, number }, [{ ...ask, cause: 'other' }])
  return actionId
}

/** Judged by the targets that stood at the start. Refuses `mock_state`. */
export async function endMock(tx: Tx, id: string, note: string | null): Promise<void> {
  const mock = await lockedMock(tx, id, 'running')
  const { failings } = await judged(tx, id)
  await insertAct(tx, { mockId: id, kind: 'end', note, passed: failings.length === 0 })
  said(tx, id, { number: mock.number, act: 'end', passed: failings.length === 0, failings }, note)
}

/** One that nobody starts. Refuses `mock_state`. */
export async function abandonMock(tx: Tx, id: string, reason: string): Promise<void> {
  const mock = await lockedMock(tx, id, 'ready')
  await insertAct(tx, { mockId: id, kind: 'abandon', note: reason })
  said(tx, id, { number: mock.number, act: 'abandon' }, reason)
}

const said = (
  tx: Tx,
  subjectId: string,
  after: Readonly<Record<string, unknown> & { act: string }>,
  reason: string | null = null,
) => audit(tx, { action: `mock.${after.act}`, subjectKind: 'mock', subjectId, after, reason })
