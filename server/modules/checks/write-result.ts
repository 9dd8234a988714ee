/**
 * server/modules/checks/write-result.ts — what a check found.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { owedForCheck } from '#domain/recalls/effectiveness.ts'
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { openActions } from '../corrective/index.ts'
import { lockedRecall } from '../recalls/index.ts'
import { checkById, insertResult, type ResultRow } from './store.ts'

export type NewResult = Readonly<
  Pick<ResultRow, 'way' | 'reached'> & {
    id?: string
    gotNotice?: boolean
    acted?: boolean
    unitsFound?: number
    note?: string
    owner?: string
    dueOn?: CalendarDate
  }
>

/**
 * Who was reached and did not get the notice, or did not act on it, is owed a corrective action, by `owner` until `dueOn`. Refuses `not_found`, `recall_state` once it has ended, and `invalid_input` where what was found does not fit whether anybody was reached. Answers with the recall.
 */
export async function writeResult(tx: Tx, consigneeId: string, ask: NewResult): Promise<string> {
  const [check] = await checkById(tx, consigneeId)
  if (!check) throw new Refusal('not_found', { kind: 'check', id: consigneeId })
  const { number, state } = await lockedRecall(tx, check.recallId)
  if (state !== 'running') throw new Refusal('recall_state', { number, state, wanted: ['running'] })
  refuseHalf(ask)
  const { gotNotice = null, acted = null, unitsFound = null, note = null, owner, dueOn, ...rest } = ask
  const result = { ...rest, gotNotice, acted, unitsFound }
  await insertResult(tx, { ...result, note, consigneeId })
  audit(tx, {
    action: 'recall.checks.result',
    subjectKind: 'recall',
    subjectId: check.recallId,
    after: { consigneeId, ...result },
  })
  const says = owedForCheck(check.called, result)
  const owed = says === null ? [] : [{ cause: 'check' as const, says, owner, dueOn }]
  await openActions(tx, { kind: 'recall', id: check.recallId, number }, owed)
  return check.recallId
}

function refuseHalf({ reached, gotNotice, acted, unitsFound }: NewResult): void {
  const said = { gotNotice, acted, ...(reached ? {} : { unitsFound }) }
  const problems = Object.entries(said)
    .filter(([, value]) => (value === undefined) === reached)
    .map(([at]) => ({
      at,
      message: reached ? 'is needed: somebody was reached' : 'cannot be known: nobody was reached',
    }))
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
}
