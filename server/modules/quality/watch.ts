/**
 * server/modules/quality/watch.ts — goods that are held as soon as they come, because something that keeps holds is on the look-out for them.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Db, Origin, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { nextNumbers } from '#platform/numbers.ts'
import { auditMany } from '../access/index.ts'
import type { Keeper } from './keep-holds.ts'
import { releaseCovered } from './release-covered.ts'
import { holdRow, insertHolds } from './store.ts'

/** A supplier's lot, of whoever supplies it where that is null; a product, of any day where there is none; or a lot. */
export type Watch = Readonly<{
  supplierId: string | null
  supplierLot: string | null
  productId: string | null
  producedFrom: CalendarDate | null
  producedTo: CalendarDate | null
  lotId: string | null
}>

export const watchArrivals = (
  tx: Tx,
  { id, number }: Keeper,
  { watches, reason }: Readonly<{ watches: readonly Watch[]; reason: string }>,
) => tx`
  insert into quality.watch (account_id, id, keeper_id, keeper_number, reason, supplier_id, supplier_lot, product_id, produced_from, produced_to, lot_id, begun_by, begun_at)
  select ${tx.act.accountId}, w.id, ${id}, ${number}, ${reason}, w.supplier, w.lot, w.product, w.made_from, w.made_to, w.own_lot, ${tx.act.actorName}, ${tx.act.at}
  from unnest(${watches.map(() => newId())}::uuid[], ${watches.map((w) => w.supplierId)}::uuid[], ${watches.map((w) => w.supplierLot)}::text[],
    ${watches.map((w) => w.productId)}::uuid[], ${watches.map((w) => w.producedFrom)}::date[], ${watches.map((w) => w.producedTo)}::date[],
    ${watches.map((w) => w.lotId)}::uuid[])
    as w(id, supplier, lot, product, made_from, made_to, own_lot)`

export const endWatches = (tx: Tx, keeperId: string) => tx`
  update quality.watch set ended_by = ${tx.act.actorName}, ended_at = ${tx.act.at}
  where account_id = ${tx.act.accountId} and keeper_id = ${keeperId} and ended_at is null`

/** Of whatever is on the look-out for what is put into a lot. */
export const keepersWatchingLot = (db: Db, lotId: string) => db<{ keeperId: string }[]>`
  select distinct keeper_id from quality.watch where account_id = ${db.act.accountId} and lot_id = ${lotId} and ended_at is null order by keeper_id`

/** As the receipt says it: who brought it, and under which lot of theirs. */
export type Came = Readonly<{ batchId: string; supplierId: string | null; supplierLot: string | null; origin: Origin }>

type Hit = { batchId: string; keeperId: string; keeperNumber: string; reason: string }

/** Each batch once for each that is on the look-out for it and does not hold it yet. */
const hits = (db: Db, came: readonly Came[]) => db<Hit[]>`
  select distinct b.id as batch_id, w.keeper_id, w.keeper_number, w.reason
  from quality.watch w
  cross join unnest(${came.map((c) => c.batchId)}::uuid[], ${came.map((c) => c.supplierId)}::uuid[], ${came.map((c) => c.supplierLot)}::text[])
    as c(batch_id, supplier_id, supplier_lot)
  join batches.batch b on b.account_id = w.account_id and b.id = c.batch_id
  where w.account_id = ${db.act.accountId} and w.ended_at is null
    and (w.supplier_id is null or w.supplier_id in (c.supplier_id, b.supplier_id))
    and (w.supplier_lot in (c.supplier_lot, b.supplier_lot) or (w.supplier_id is not null and w.supplier_lot = b.code)
      or exists (select from batches.lot_batch lb where lb.account_id = w.account_id and lb.lot_id = w.lot_id and lb.batch_id = b.id)
      or (w.product_id = b.product_id and (b.produced_on is null
        or (b.produced_on >= coalesce(w.produced_from, '-infinity') and b.produced_on <= coalesce(w.produced_to, 'infinity')))))
    and not exists (
      select from quality.hold h where h.account_id = w.account_id and h.keeper_id = w.keeper_id and h.batch_id = b.id and h.lifted_at is null)
  order by b.id, w.keeper_id`

/** Before anything of it is promised: what comes of a batch that is looked out for is held, with all there is of it. The products must be locked. */
export async function holdWatched(tx: Tx, came: readonly Came[]): Promise<void> {
  const found = came.length > 0 ? await hits(tx, came) : []
  if (found.length === 0) return
  const numbers = await nextNumbers(tx, 'QA', found.length)
  const holds = found.map(({ batchId, ...kept }, index) =>
    holdRow(tx, { number: numbers[index] ?? '', scope: 'batch', batchId, ...kept }),
  )
  await insertHolds(tx, holds)
  for (const hold of holds) await releaseCovered(tx, hold)
  const originOf = new Map(came.map(({ batchId, origin }) => [batchId, origin]))
  auditMany(
    tx,
    holds.map((hold) => ({
      action: 'hold.place',
      subjectKind: 'hold',
      subjectId: hold.id,
      after: hold,
      reason: `${hold.reason} (came in while it was looked out for)`,
      origin: originOf.get(hold.batchId ?? '') ?? tx.act,
    })),
  )
}
