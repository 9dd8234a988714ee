/**
 * server/modules/receiving/foretell-receipts.ts — what receiving would refuse of many receipts, by its own rules and without receiving any.
 */
import type { Tx } from '#platform/db.ts'
import type { Asked } from '#platform/http/index.ts'
import { orRefusal, Refusal } from '#platform/refusal.ts'
import { foretellBatches } from '../batches/index.ts'
import { foretellForbidden } from '../stock/index.ts'
import { planReceipts } from './plan-receipts.ts'
import type { PlannedLine, PlannedReceipt, ReceiptInput } from './receipt-ask.ts'
import { receiptLine } from './receipt-line.ts'

type Standing = Readonly<{ at: number; receipt: PlannedReceipt; line: PlannedLine }>

/**
 * Of each receipt why it would be refused, or null. One that is refused is as if it were not there: what others say is judged without it,
 * again until no more are refused. Nothing is locked, so what others change meanwhile is for `receive` to see.
 */
export async function foretellReceipts(tx: Tx, asks: readonly Asked<ReceiptInput>[]): Promise<(Refusal | null)[]> {
  const planned = await planReceipts(tx, asks)
  const told: (Refusal | null)[] = planned.map((one) => (one instanceof Refusal ? one : null))
  for (;;) {
    const standing = planned.flatMap((receipt, at): Standing[] =>
      receipt instanceof Refusal || told[at] ? [] : receipt.lines.map((line) => ({ at, receipt, line })),
    )
    const refused = await refusedOf(tx, standing)
    for (const [at, refusal] of refused) told[at] ??= refusal
    if (refused.length === 0) return told
  }
}

async function refusedOf(tx: Tx, standing: readonly Standing[]): Promise<(readonly [number, Refusal])[]> {
  const batches = await foretellBatches(
    tx,
    standing.map(({ line }) => line.ask),
  )
  const rows = standing.map((one, index) => {
    const batch = batches[index]
    if (!batch) throw new Error('a receipt line has no batch')
    return batch instanceof Refusal ? batch : orRefusal(() => ({ batch, row: receiptLine({ ...one, batch }) }))
  })
  const arrivals = standing.flatMap(({ at, line }, index) => {
    const found = rows[index]
    if (!found || found instanceof Refusal) return []
    const { ask, place, quantity } = line
    return [{ at, where: ask.where, product: ask.product, batch: found.batch, place, quantity }]
  })
  const forbidden = await foretellForbidden(tx, arrivals)
  return [
    ...standing.flatMap(({ at }, index) => {
      const found = rows[index]
      return found instanceof Refusal ? [[at, found] as const] : []
    }),
    ...arrivals.flatMap(({ at }, index) => {
      const refusal = forbidden[index]
      return refusal ? [[at, refusal] as const] : []
    }),
  ]
}
