/**
 * server/modules/closing/closing-facts.ts — all that a closing file tells, as it was known at the end; only corrective
 * actions stand as they were when it was made, for they go on. Consignees stand by code and order: names and addresses are erased
 * later, and a file that is kept has none.
 */
import type { Checkpoint } from '#domain/seal.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { actionsOf } from '../corrective/index.ts'
import { type Recall, recallBalance } from '../recalls/index.ts'
import { reachOf, scopeTrace, withBatchesOfSerials } from '../trace/index.ts'
import { consigneeRows } from './consignees.ts'
import { mattersOf, openAt } from './open-matters.ts'
import { soldOnRows } from './sold-on.ts'
import { statusFacts } from './status-facts.ts'
import { movesOf, reportsOf } from './store.ts'
import { recallTimeline } from './timeline.ts'

/** The checkpoint of the seal at a moment, and until when all is in it; null where nothing was sealed yet. The seal comes later in the line, so it is handed in. */
export type Sealed = (db: Db, at: Instant) => Promise<SealThere | null>
type SealThere = Readonly<{ checkpoint: Checkpoint; completeTo: Instant | null }>

export type ClosingFacts = Awaited<ReturnType<typeof closingFacts>> & Readonly<{ seal: SealThere | null }>

export async function closingFacts(db: Db, recall: Recall, end: Instant) {
  const { id, number, kind, class: of, title, reason, hazard, openedBy, openedAt, versions, acts } = recall
  const batchIds = withBatchesOfSerials(await reachOf(db, recall.now.scope, end))
  const [trace, balance, status, timeline, consignees, reports, moves, actions] = await Promise.all([
    scopeTrace(db, recall.now.scope, { knownOn: end, after: null, limit: 1 }),
    recallBalance(db, recall, end),
    statusFacts(db, id),
    recallTimeline(db, id, end),
    consigneeRows(db, id),
    reportsOf(db, id),
    movesOf(db, { batchIds, knownOn: end }),
    actionsOf(db, { of: { kind: 'recall', id }, state: null, after: null, limit: null }),
  ])
  return {
    recall: { id, number, kind, class: of, title, reason, hazard, openedBy, openedAt, endedAt: end },
    versions,
    acts,
    open: mattersOf({ balance: balance ?? [], facts: status, actions: openAt(actions, end) }).map(({ says }) => says),
    actions: actions.map(({ mockId, recallId, number: of, ...action }) => action),
    balance: balance ?? [],
    status,
    timeline: timeline.map((one) => (one.kind === 'check' ? { ...one, detail: null } : one)),
    reports: reports
      .filter(({ madeAt }) => madeAt <= end)
      .map(({ number: of7, madeBy, madeAt, doneOn }) => ({ number: of7, madeBy, madeAt, doneOn })),
    consignees: consignees.map(({ name, shipTo, email, phone, ...nameless }) => nameless),
    soldOn: await soldOnRows(db, trace),
    batches: trace.batches,
    madeOf: trace.upstream,
    receipts: trace.receipts,
    places: trace.here.map(({ batchId, batchCode, sku, warehouseCode, placeCode, placeKind, onHand }) => {
      return { batchId, batchCode, sku, warehouseCode, placeCode, placeKind, onHand }
    }),
    moves,
  }
}
