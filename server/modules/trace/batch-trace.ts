/**
 * server/modules/trace/batch-trace.ts — a batch forward to customers and back to suppliers, and whether every unit is accounted for.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { groupBy } from '#domain/group-by.ts'
import { type MassBalance, massBalance } from '#domain/mass-balance.ts'
import { isExpired } from '#domain/shelf-life.ts'
import { dayIn, type Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { pageOf } from '#platform/http/index.ts'
import { joinsAsWritten } from '#platform/plans.ts'
import { Refusal } from '#platform/refusal.ts'
import { ancestryOf, batchesOf, batchIdsOfLot, linksOf, lotByRef, withDescendants } from '../batches/index.ts'
import { type ActiveHold, activeHolds, covers } from '../quality/index.ts'
import { unlabelledOf } from '../returns/index.ts'
import { returnsOf } from './came-back.ts'
import {
  batchesOfLine,
  cameFrom,
  consignments,
  type Flow,
  flows,
  type Lying,
  lying,
  orderLine,
  promisedTo,
  reach,
} from './store.ts'

type PageAsk = { after: string | null; limit: number }

/** With all that was made of it, and back to the receipts of what it was made of. Refuses `not_found`. */
export async function batchTrace(db: Db, id: string, page: PageAsk) {
  await joinsAsWritten(db)
  const [batch] = await batchesOf(db, [id])
  if (!batch) throw new Refusal('not_found', { kind: 'batch', id })
  const [ids, origin] = await Promise.all([withDescendants(db, [id]), ancestryOf(db, [id])])
  const [all, here, moved, receipts, reserved, holds, parents, children] = await Promise.all([
    batchesOf(db, ids),
    lying(db, ids),
    flows(db, [id]),
    cameFrom(
      db,
      origin.map(({ ancestorId }) => ancestorId),
    ),
    promisedTo(db, ids),
    activeHolds(db, [batch.productId]),
    linksOf(db, id, 'parents'),
    linksOf(db, id, 'children'),
  ])
  const expiryOf = new Map(all.map((one) => [one.id, one]))
  const own = here.filter(({ batchId }) => batchId === id)
  return {
    batch,
    parents,
    children,
    massBalance: massBalanceOf(moved, own),
    here: here.map((row) => ({
      ...whereItLies(row, { batch: expiryOf.get(row.batchId) ?? batch, holds, at: db.act.at }),
      batchCode: expiryOf.get(row.batchId)?.code ?? batch.code,
    })),
    receipts,
    reserved,
    ...(await whoGot(db, ids, page)),
  }
}

/** Expired, held or quarantined stock is on hand, but not available. */
function whereItLies(
  { timeZone, ...row }: Lying,
  { batch, holds, at }: { batch: { expiresOn: CalendarDate | null }; holds: readonly ActiveHold[]; at: Instant },
) {
  const held = [...new Set(holds.filter((hold) => covers(hold, row)).map(({ number }) => number))]
  const sellable =
    row.placeKind === 'storage' && held.length === 0 && !isExpired(batch.expiresOn, dayIn(timeZone ?? 'UTC', at))
  return { ...row, available: sellable ? row.onHand - row.reserved : 0, holds: held }
}

async function whoGot(db: Db, batchIds: readonly string[], page: PageAsk) {
  const [[totals], rows, returns, unlabelled] = await Promise.all([
    reach(db, batchIds),
    consignments(db, batchIds, { ...page, limit: page.limit + 1 }),
    returnsOf(db, batchIds),
    unlabelledOf(db, batchIds),
  ])
  const { customers, orders, shipped } = totals ?? { customers: 0, orders: 0, shipped: 0 }
  return {
    customers,
    orders,
    shipped,
    returned: returns.total,
    kept: shipped - returns.total,
    returnedByUnknown: returns.ofNobody,
    unlabelled,
    shipments: pageOf(rows.map(returns.beside), page.limit, ({ moveId }) => [moveId]),
  }
}

/** All of it, for a spreadsheet. */
export async function whoGotAll(db: Db, batchIds: readonly string[]) {
  await joinsAsWritten(db)
  const [rows, returns] = await Promise.all([
    consignments(db, batchIds, { after: null, limit: null }),
    returnsOf(db, batchIds),
  ])
  return rows.map(returns.beside)
}

/** From the ledger what came and went, from the balances what is here: so each proves the other. */
export function massBalanceOf(moved: readonly Flow[], here: readonly Lying[]): MassBalance {
  const between = (side: 'fromKind' | 'toKind', ...kinds: string[]) =>
    moved.filter((flow) => kinds.includes(flow[side])).reduce((sum, { quantity }) => sum + quantity, 0)
  const held = (kind: (placeKind: string) => boolean) =>
    here.filter(({ placeKind }) => kind(placeKind)).reduce((sum, { onHand }) => sum + onHand, 0)
  return massBalance({
    received: between('fromKind', 'supplier', 'opening') - between('toKind', 'supplier', 'opening'),
    made: between('fromKind', 'production'),
    found: between('fromKind', 'count'),
    onHand: held((kind) => kind !== 'transit'),
    inTransit: held((kind) => kind === 'transit'),
    consumed: between('toKind', 'production'),
    shipped: between('toKind', 'customer') - between('fromKind', 'customer'),
    disposed: between('toKind', 'scrap') - between('fromKind', 'scrap'),
    samples: between('toKind', 'sample') - between('fromKind', 'sample'),
    lost: between('toKind', 'count'),
  })
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
  const ids = await batchesWithinLot(db, lot.id)
  const [batches, here, moved] = await Promise.all([batchesOf(db, ids), lying(db, ids), flows(db, ids)])
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
    ...(await whoGot(db, ids, page)),
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
  const receipts = await cameFrom(db, [...new Set(origin.map(({ ancestorId }) => ancestorId))])
  const madeOf = groupBy(origin, ({ batchId }) => batchId)
  return {
    ...line,
    batches: batches.map((batch) => {
      const from = new Set(madeOf.get(batch.batchId)?.map(({ ancestorId }) => ancestorId))
      return { ...batch, receipts: receipts.filter(({ batchId }) => from.has(batchId)) }
    }),
  }
}
