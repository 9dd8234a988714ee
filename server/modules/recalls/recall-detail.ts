/**
 * server/modules/recalls/recall-detail.ts — a recall as it is told, and what it would reach.
 */
import { needsSecond } from '#domain/recalls/state.ts'
import type { Db } from '#platform/db.ts'
import { activeHolds, covers } from '../quality/index.ts'
import { exposureOf, lying, openOrders, reachOf, withBatchesOfSerials } from '../trace/index.ts'
import { endedAt, recallBalance, startedAt } from './balance.ts'
import { type Recall, recallByRef } from './recall-by-ref.ts'
import { isolatedBy, settingOf } from './store.ts'

export const listed = (recall: Recall) => ({ ...recall, startedAt: startedAt(recall), endedAt: endedAt(recall) })

/** Refuses `not_found`. */
export async function recallDetail(db: Db, ref: string) {
  const recall = await recallByRef(db, ref)
  const [{ twoPeople }, isolated, balance] = await Promise.all([
    settingOf(db),
    isolatedBy(db, recall.id),
    recallBalance(db, recall, null),
  ])
  const began = startedAt(recall)
  const secondsToIsolate = began === null ? null : (Date.parse(began) - Date.parse(recall.openedAt)) / 1000
  return { ...listed(recall), twoPeople, ...secondOf(db, recall, twoPeople), secondsToIsolate, isolated, balance }
}

/** Whether whoever asks can take the next step alone. */
function secondOf(db: Db, { state, acts, version }: Recall, twoPeople: boolean) {
  if (state !== 'draft' && state !== 'running') return { needsSecond: false, approvedByYou: false }
  const step = state === 'draft' ? 'start' : 'end'
  const { actorId: byId } = db.act
  const approved = acts.filter((act) => act.kind === `approve_${step}` && act.version === version)
  return {
    needsSecond: needsSecond({ acts, version, twoPeople, byId }, step),
    approvedByYou: byId !== null && approved.some((act) => act.byId === byId),
  }
}

/** What it reaches now; nothing is touched. */
export async function recallPreview(db: Db, ref: string) {
  const recall = await recallByRef(db, ref)
  const reach = await reachOf(db, recall.now.scope, null)
  const { meant } = reach
  const all = { batchIds: withBatchesOfSerials(reach), knownOn: null }
  const [exposure, orders, here] = await Promise.all([exposureOf(db, all), openOrders(db, all), lying(db, all)])
  const holds = await activeHolds(db, [...new Set(here.map(({ productId }) => productId))])
  const held = here.filter((row) => holds.some((hold) => covers(hold, row)))
  return {
    exposure,
    named: meant.batchIds.length,
    serials: meant.serials.length,
    undated: meant.undatedIds.length,
    alreadyHeld: new Set(held.map(({ batchId }) => batchId)).size,
    stopped: orders,
  }
}
