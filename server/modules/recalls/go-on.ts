/**
 * server/modules/recalls/go-on.ts — a recall is approved, started, widened or narrowed, and ended.
 */
import { needsSecond } from '#domain/recalls/state.ts'
import type { Tx } from '#platform/db.ts'
import { enqueue } from '#platform/jobs.ts'
import { Refusal } from '#platform/refusal.ts'
import { allows, audit } from '../access/index.ts'
import type { Kept } from '../quality/index.ts'
import { type TraceScope, whatIsMeant } from '../trace/index.ts'
import { putInForce, takeOutOfForce } from './in-force.ts'
import { lockedRecall, type Recall, refuseUnless } from './recall-by-ref.ts'
import { insertAct, insertVersion, settingOf } from './store.ts'

type Step = 'start' | 'end'

/** Of what is meant now. Refuses `recall_state`, and `recall_approved` where the same person did so before. */
export async function approve(tx: Tx, id: string, { step, reason = null }: { step: Step; reason?: string | null }) {
  const recall = await lockedRecall(tx, id)
  refuseUnless(recall, step === 'start' ? 'draft' : 'running')
  const kind = step === 'start' ? 'approve_start' : 'approve_end'
  const { number, version, acts } = recall
  if (tx.act.actorId === null) throw new Refusal('recall_by_person', { number })
  if (acts.some((act) => act.kind === kind && act.version === version && act.byId === tx.act.actorId))
    throw new Refusal('recall_approved', { number, by: tx.act.actorName })
  await insertAct(tx, { recallId: id, kind, version, reason })
  audit(tx, { action: `recall.${kind}`, subjectKind: 'recall', subjectId: id, after: { number, version }, reason })
}

/**
 * From the commit on nothing that is meant, nor what was made of it, is promised, picked or shipped. Refuses `recall_state`, `recall_needs_second`, `recall_empty` where
 * nothing is meant and nothing can come.
 */
export async function startRecall(tx: Tx, id: string, reason: string | null): Promise<void> {
  const recall = await lockedRecall(tx, id)
  refuseUnless(recall, 'draft')
  await refuseAlone(tx, recall, 'start')
  const kept = await putInForce(tx, recall, recall.now)
  if (kept.placed.length === 0 && !canCome(recall.now.scope))
    throw new Refusal('recall_empty', { number: recall.number })
  await went(tx, recall, { kind: 'start', kept, reason })
}

const canCome = ({ parts }: TraceScope) =>
  parts.some(({ kind }) => kind === 'supplier_lot' || kind === 'product' || kind === 'lot')

/** Its holds are lifted, others stay. Refuses `recall_state`, `recall_needs_second`. */
export async function endRecall(tx: Tx, id: string, reason: string): Promise<void> {
  const recall = await lockedRecall(tx, id)
  refuseUnless(recall, 'running')
  await refuseAlone(tx, recall, 'end')
  await went(tx, recall, { kind: 'end', kept: await takeOutOfForce(tx, recall, reason), reason })
  await enqueue(tx, 'recall-ended', { recallId: id })
}

/**
 * Something else is meant from now on: of a recall that runs, what is new is held and what is no longer meant is free at once. Refuses `recall_state`, what `whatIsMeant`
 * refuses, and `recall_narrowed` where something would be free by someone who may not lift holds.
 */
export async function meanAnew(
  tx: Tx,
  id: string,
  { scope, reason }: { scope: TraceScope; reason: string },
): Promise<void> {
  const recall = await lockedRecall(tx, id)
  refuseUnless(recall, 'draft', 'running')
  await whatIsMeant(tx, scope)
  const version = recall.version + 1
  await insertVersion(tx, { recallId: id, version, scope, reason })
  const kept = recall.state === 'running' ? await putInForce(tx, recall, { version, scope }) : null
  if (kept && kept.lifted.length > 0 && !allows(tx.act.role, 'lift holds'))
    throw new Refusal('recall_narrowed', { number: recall.number, batches: kept.lifted.length, role: tx.act.role })
  audit(tx, {
    action: 'recall.scope',
    subjectKind: 'recall',
    subjectId: id,
    before: { version: recall.version, scope: recall.now.scope },
    after: { version, scope, held: kept?.placed.length ?? 0, freed: kept?.lifted.length ?? 0 },
    reason,
  })
}

async function refuseAlone(tx: Tx, { number, acts, version }: Recall, step: Step): Promise<void> {
  const { twoPeople } = await settingOf(tx)
  if (needsSecond({ acts, version, twoPeople, byId: tx.act.actorId }, step))
    throw new Refusal('recall_needs_second', { number, step, version })
}

type Went = Readonly<{ kind: Step; kept: Kept; reason: string | null }>

async function went(tx: Tx, { id, number, version }: Recall, { kind, kept, reason }: Went): Promise<void> {
  await insertAct(tx, { recallId: id, kind, version, reason })
  const { placed, lifted, reachedIds, released } = kept
  const units = released.reduce((sum, { quantity }) => sum + quantity, 0)
  audit(tx, {
    action: `recall.${kind}`,
    subjectKind: 'recall',
    subjectId: id,
    after: { number, version, held: placed.length, freed: lifted.length, reached: reachedIds.length, released: units },
    reason,
  })
}
