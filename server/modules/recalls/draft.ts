/**
 * server/modules/recalls/draft.ts — a recall is written down before anything is touched.
 */
import type { RecallClass, RecallKind } from '#domain/recalls/state.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { nextNumber } from '#platform/numbers.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { type TraceScope, whatIsMeant } from '../trace/index.ts'
import { lockedRecall, refuseUnless } from './recall-by-ref.ts'
import { insertAct, insertRecall, insertVersion, updateTexts } from './store.ts'

export type NewRecall = Readonly<{
  id?: string
  kind: RecallKind
  class?: RecallClass | null
  title: string
  reason: string
  hazard?: string | null
  scope: TraceScope
}>

/** Refuses what `whatIsMeant` refuses, and `recall_class` for a withdrawal or a stock recovery with a class. Answers with its id. */
export async function draftRecall(tx: Tx, ask: NewRecall): Promise<string> {
  const { kind, title, reason, hazard = null, scope } = ask
  const row = { id: ask.id ?? newId(), kind, class: ask.class ?? null, title, reason, hazard }
  refuseClass(row)
  await whatIsMeant(tx, scope)
  const number = await nextNumber(tx, 'RL')
  await insertRecall(tx, { ...row, number })
  await insertVersion(tx, { recallId: row.id, version: 1, scope, reason: null })
  audit(tx, { action: 'recall.draft', subjectKind: 'recall', subjectId: row.id, after: { ...row, number, scope } })
  return row.id
}

/** 21 CFR 7.3(j), (k): what breaks no law, or never left, has no class. */
function refuseClass(recall: { kind: RecallKind; class: RecallClass | null }): void {
  if (recall.class !== null && recall.kind !== 'recall')
    throw new Refusal('invalid_input', {
      problems: [{ at: 'class', message: 'belongs to a recall: a withdrawal and a stock recovery have none' }],
    })
}

type Texts = Partial<Pick<NewRecall, 'class' | 'title' | 'reason' | 'hazard'>>

/** What it says of itself; what is meant is changed by `meanAnew`. Refuses `recall_state` once it is over. */
export async function changeRecall(tx: Tx, id: string, change: Texts): Promise<void> {
  const recall = await lockedRecall(tx, id)
  refuseUnless(recall, 'draft', 'running')
  const before = { class: recall.class, title: recall.title, reason: recall.reason, hazard: recall.hazard }
  const after = { ...before, ...change }
  refuseClass({ ...after, kind: recall.kind })
  await updateTexts(tx, { id, ...after })
  audit(tx, { action: 'recall.change', subjectKind: 'recall', subjectId: id, before, after })
}

/** A draft that nobody starts. Refuses `recall_state`. */
export async function abandonRecall(tx: Tx, id: string, reason: string): Promise<void> {
  const recall = await lockedRecall(tx, id)
  refuseUnless(recall, 'draft')
  await insertAct(tx, { recallId: id, kind: 'abandon', version: recall.version, reason })
  audit(tx, {
    action: 'recall.abandon',
    subjectKind: 'recall',
    subjectId: id,
    after: { number: recall.number },
    reason,
  })
}
