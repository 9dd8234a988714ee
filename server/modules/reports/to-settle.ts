/**
 * server/modules/reports/to-settle.ts — one list of all that waits for a person, over all modules: each tells its own, oldest first.
 */
import { oldestFirst, type SettleAsk, type SettlePage, type ToSettleKind, toSettleKinds } from '#domain/to-settle.ts'
import type { Db } from '#platform/db.ts'
import { actionsToSettle } from '../corrective/index.ts'
import { countsToSettle } from '../counts/index.ts'
import { disposalsToSettle } from '../disposals/index.ts'
import { unidentifiedToSettle } from '../identifying/index.ts'
import { mocksToSettle } from '../mocks/index.ts'
import { misplacedToSettle } from '../putaway/index.ts'
import { inboundsToSettle } from '../receiving/index.ts'
import { openedToSettle } from '../redating/index.ts'
import { returnsToSettle } from '../returns/index.ts'
import { samplesToSettle } from '../samples/index.ts'
import { sellThroughToSettle } from '../sellthrough/index.ts'
import { missingOnTransfers, transfersToApprove } from '../transfers/index.ts'

const sources: Readonly<Record<ToSettleKind, (db: Db, ask: SettleAsk) => Promise<SettlePage>>> = {
  transfer_to_approve: transfersToApprove,
  transfer_missing: missingOnTransfers,
  count_difference: countsToSettle,
  unidentified: unidentifiedToSettle,
  inbound_difference: inboundsToSettle,
  return_to_inspect: returnsToSettle,
  disposal_open: disposalsToSettle,
  misplaced: misplacedToSettle,
  opened_past: openedToSettle,
  sample_due: samplesToSettle,
  mock_due: mocksToSettle,
  action_late: actionsToSettle,
  sold_on_beyond: sellThroughToSettle,
}

const anyWarehouse = { warehouseId: null, after: null } as const

/** How many wait of each kind. */
export async function settleCounts(db: Db): Promise<Readonly<Record<ToSettleKind, number>>> {
  const totals = await Promise.all(
    toSettleKinds.map(async (kind) => [kind, (await sources[kind](db, { ...anyWarehouse, limit: 1 })).total] as const),
  )
  return Object.fromEntries(totals) as Record<ToSettleKind, number>
}

/** One row more than the page, so that the caller knows whether there is another. The counts are told with the first page. */
export async function toSettle(db: Db, { kind, ...ask }: SettleAsk & Readonly<{ kind: ToSettleKind | null }>) {
  const asked = toSettleKinds.filter((one) => ask.after === null || kind === null || one === kind)
  const found = await Promise.all(
    asked.map(async (one) => {
      const wanted = kind === null || one === kind
      return {
        kind: one,
        wanted,
        ...(await sources[one](db, wanted ? { ...ask, limit: ask.limit + 1 } : { ...ask, limit: 1 })),
      }
    }),
  )
  const rows = found.filter(({ wanted }) => wanted).flatMap((of) => of.items.map((row) => ({ kind: of.kind, ...row })))
  return {
    rows: rows.sort(oldestFirst).slice(0, ask.limit + 1),
    counts: ask.after === null ? found.map(({ kind: of, total }) => ({ kind: of, total })) : null,
  }
}
