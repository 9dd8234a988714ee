/**
 * server/modules/recalls/recall-by-ref.ts — a recall with what was meant and done.
 */
import { type RecallState, stateOf } from '#domain/recalls/state.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { type ActRow, actsOf, lockRecall, type RecallRow, recallList, type VersionRow, versionsOf } from './store.ts'

export type Recall = RecallRow &
  Readonly<{
    state: RecallState
    version: number
    versions: readonly VersionRow[]
    acts: readonly ActRow[]
    now: VersionRow // what is meant now
  }>

/** By id or number. Refuses `not_found`. */
export async function recallByRef(db: Db, ref: string): Promise<Recall> {
  const named = isId(ref) ? { id: ref, ref: null } : { id: null, ref }
  const [row] = await recallList(db, { ...named, state: null, before: null, limit: 1 })
  if (!row) throw new Refusal('not_found', { kind: 'recall', id: ref })
  const [recall] = await withActs(db, [row])
  if (!recall) throw new Error('a recall without a version')
  return recall
}

/** Those that started since then, oldest first; drafts are none. */
export async function recallsSince(db: Db, since: Instant): Promise<Recall[]> {
  const rows = await recallList(db, { ref: null, id: null, state: null, before: null, limit: null })
  const began = ({ acts }: Recall) => acts.some(({ kind, at }) => kind === 'start' && at >= since)
  return (await withActs(db, rows)).filter(began).toReversed()
}

/** Nobody else goes on with it until the end. Refuses `not_found`. */
export async function lockedRecall(tx: Tx, id: string): Promise<Recall> {
  await lockRecall(tx, id)
  return recallByRef(tx, id)
}

export async function withActs(db: Db, rows: readonly RecallRow[]): Promise<Recall[]> {
  const ids = rows.map(({ id }) => id)
  const [versions, acts] = await Promise.all([versionsOf(db, ids), actsOf(db, ids)])
  return rows.flatMap((row) => {
    const ownVersions = versions.filter(({ recallId }) => recallId === row.id)
    const ownActs = acts.filter(({ recallId }) => recallId === row.id)
    const now = ownVersions.at(-1)
    return now
      ? [{ ...row, state: stateOf(ownActs), version: now.version, versions: ownVersions, acts: ownActs, now }]
      : []
  })
}

/** Refuses `recall_state` where it has not come as far, or is over. */
export function refuseUnless({ number, state }: Recall, ...states: readonly RecallState[]): void {
  if (!states.includes(state)) throw new Refusal('recall_state', { number, state, wanted: states })
}
