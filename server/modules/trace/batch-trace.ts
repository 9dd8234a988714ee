/**
 * server/modules/trace/batch-trace.ts — a batch forward to customers and back to suppliers, and whether every unit is accounted for.
 */
import { groupBy } from '#domain/group-by.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { joinsAsWritten } from '#platform/plans.ts'
import { Refusal } from '#platform/refusal.ts'
import {
  ancestryOf,
  batchesOf,
  batchIdsOfLot,
  type LinkRow,
  linksOf,
  lotByRef,
  withDescendants,
} from '../batches/index.ts'
import { madeByRuns } from '../production/index.ts'
import { holdsKnownOn } from '../quality/index.ts'
import { massBalanceOf, whereItLies } from './balance-of.ts'
import { batchesOfLine, cameFrom, flows, lying, openOrders, orderLine } from './store.ts'
import { type PageAsk, whoGot } from './who-got.ts'

/** With all that was made of it, and back to the receipts of what it was made of; as it was known at a moment, where one is named. Refuses `not_found`. */
export async function batchTrace(db: Db, id: string, { knownOn, ...page }: PageAsk & { knownOn: Instant | null }) {
  await joinsAsWritten(db)
  const [batch] = await batchesOf(db, [id])
  if (!batch) throw new Refusal('not_found', { kind: 'batch', id })
  const [batchIds, origin] = await Promise.all([withDescendants(db, [id], knownOn), ancestryOf(db, [id], knownOn)])
  const asked = { batchIds, knownOn }
  const [all, here, moved, receipts, reserved, parents, children] = await Promise.all([
    batchesOf(db, batchIds),
    lying(db, asked),
    flows(db, { batchIds: [id], knownOn }),
    cameFrom(db, { batchIds: origin.map(({ ancestorId }) => ancestorId), knownOn }),
    openOrders(db, asked),
    linksOf(db, id, 'parents'),
    linksOf(db, id, 'children'),
  ])
  // Of what was made of it as well: that may be of other products.
  const holds = await holdsKnownOn(db, [...new Set(all.map(({ productId }) => productId))], knownOn)
  const batchOf = new Map(all.map((one) => [one.id, one]))
  const own = here.filter(({ batchId }) => batchId === id)
  return {
    batch,
    ...(await throughRuns(db, id, { parents, children })),
    massBalance: massBalanceOf(moved, own),
    here: here.map((row) => ({
      ...whereItLies(row, { batch: batchOf.get(row.batchId) ?? batch, holds, at: knownOn ?? db.act.at }),
      batchCode: batchOf.get(row.batchId)?.code ?? batch.code,
    })),
    receipts,
    reserved,
    ...(await whoGot(db, asked, page)),
  }
}

type Family = Readonly<{ parents: LinkRow[]; children: LinkRow[] }>

/** With each link that a run made, the run, and how much that made of the batch at its end. */
async function throughRuns(db: Db, id: string, { parents, children }: Family) {
  const ids = [...parents, ...children].flatMap(({ documentId }) => documentId ?? [])
  const runs = ids.length > 0 ? await madeByRuns(db, [...new Set(ids)]) : []
  const made = new Map(runs.map(({ batchId, ...run }) => [`${run.id} ${batchId}`, run]))
  const beside = (link: LinkRow, childId: string) => ({
    ...link,
    run: made.get(`${link.documentId} ${childId}`) ?? null,
  })
  return {
    parents: parents.map((link) => beside(link, id)),
    children: children.map((link) => beside(link, link.batchId)),
  }
}

/** Its batches, and all that was made of them. */
export const batchesWithinLot = async (db: Db, lotId: string): Promise<string[]> =>
  withDescendants(
    db,
    (await batchIdsOfLot(db, lotId)).map(({ batchId }) => batchId),
  )

/** A question asked of a lot is answered for all its batches. */
export async function lotTrace(db: Db, ref: string, page: PageAsk) {
  await joinsAsWritten(db)
  const lot = await lotByRef(db, ref)
  const asked = { batchIds: await batchesWithinLot(db, lot.id), knownOn: null }
  const [batches, here, moved] = await Promise.all([batchesOf(db, asked.batchIds), lying(db, asked), flows(db, asked)])
  const movedOf = groupBy(moved, ({ batchId }) => batchId)
  const hereOf = groupBy(here, ({ batchId }) => batchId)
  return {
    lot: { id: lot.id, code: lot.code, name: lot.name },
    massBalance: massBalanceOf(moved, here),
    batches: batches.map(({ id, code, sku, productId, expiresOn }) => {
      const balance = massBalanceOf(movedOf.get(id) ?? [], hereOf.get(id) ?? [])
      const onHand = balance.onHand + balance.inTransit
      return { batchId: id, batchCode: code, productId, sku, expiresOn, onHand, shipped: balance.shipped }
    }),
    ...(await whoGot(db, asked, page)),
  }
}

/** Back from what a customer has to the receipts and suppliers it came from. Refuses `not_found`. */
export async function lineTrace(db: Db, lineId: string) {
  await joinsAsWritten(db)
  const [line] = await orderLine(db, lineId)
  if (!line) throw new Refusal('not_found', { kind: 'order line', id: lineId })
  const batches = await batchesOfLine(db, lineId)
  const origin = await ancestryOf(
    db,
    batches.map(({ batchId }) => batchId),
  )
  const ancestors = [...new Set(origin.map(({ ancestorId }) => ancestorId))]
  const receipts = await cameFrom(db, { batchIds: ancestors, knownOn: null })
  const madeOf = groupBy(origin, ({ batchId }) => batchId)
  return {
    ...line,
    batches: batches.map((batch) => {
      const from = new Set(madeOf.get(batch.batchId)?.map(({ ancestorId }) => ancestorId))
      return { ...batch, receipts: receipts.filter(({ batchId }) => from.has(batchId)) }
    }),
  }
}
