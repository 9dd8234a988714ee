/**
 * server/modules/stock/reservations.ts — parts of balances promised to demands. Balance, demand and reservation change
 * together, under the lock of the product.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Db, Tx } from '#platform/db.ts'
import { type BalanceChange, changeBalances } from './store.ts'

export type ReservationRow = {
  demandId: string
  batchId: string
  placeId: string
  productId: string
  quantity: number
  expiresOn: CalendarDate | null
  batchCode: string
}
export type Promised = Readonly<{
  demandId: string
  batchId: string
  placeId: string
  productId: string
  quantity: number
}>

export async function reserve(tx: Tx, picks: readonly Promised[]): Promise<void> {
  if (picks.length === 0) return
  reserveForNew(tx, picks)
  await changeReserved(tx, picks, 1)
}

/** For demands that were written with what is reserved for them. */
export function reserveForNew(tx: Tx, picks: readonly Promised[]): void {
  if (picks.length === 0) return
  const reserved = tx`
    insert into stock.reservation as r (account_id, demand_id, batch_id, place_id, product_id, quantity)
    select ${tx.act.accountId}, p.demand_id, p.batch_id, p.place_id, p.product_id, p.quantity
    from unnest(${picks.map((p) => p.demandId)}::uuid[], ${picks.map((p) => p.batchId)}::uuid[], ${picks.map((p) => p.placeId)}::uuid[],
      ${picks.map((p) => p.productId)}::uuid[], ${picks.map((p) => p.quantity)}::bigint[]) as p(demand_id, batch_id, place_id, product_id, quantity)
    on conflict (account_id, demand_id, batch_id, place_id) do update set quantity = r.quantity + excluded.quantity`
  tx.send(reserved.execute(), changeBalances(tx, balanceChanges(picks, 1)))
}

/** Takes back part or all of what was promised; a reservation that reaches zero goes. Each must be named once. */
export async function releaseReservations(tx: Tx, releases: readonly Promised[]): Promise<void> {
  if (releases.length === 0) return
  const keys = new Set(releases.map(({ demandId, batchId, placeId }) => `${demandId} ${batchId} ${placeId}`))
  if (keys.size < releases.length) throw new Error('a reservation is to be released twice at once')
  // First what goes whole, for a reservation is never zero; then what shrinks. By demand, as `is not distinct from` uses no index: by its batch
  // each would be looked for among all that is promised of that batch.
  const gone = await tx`
    delete from stock.reservation r
    using ${tuples(tx, releases)}
      as p(demand_id, batch_id, place_id, quantity)
    where r.account_id = ${tx.act.accountId} and r.demand_id = p.demand_id
      and r.batch_id is not distinct from p.batch_id and r.place_id is not distinct from p.place_id and r.quantity = p.quantity`
  if (gone.count < releases.length) await shrink(tx, releases)
  await Promise.all([changeBalances(tx, balanceChanges(releases, -1)), changeReserved(tx, releases, -1)])
}

const shrink = (tx: Tx, releases: readonly Promised[]) => tx`
  update stock.reservation r set quantity = r.quantity - p.quantity
  from ${tuples(tx, releases)} as p(demand_id, batch_id, place_id, quantity)
  where r.account_id = ${tx.act.accountId} and r.demand_id = p.demand_id
    and r.batch_id is not distinct from p.batch_id and r.place_id is not distinct from p.place_id and r.quantity > p.quantity`

const tuples = (tx: Tx, of: readonly Promised[]) => tx`
  unnest(${of.map((p) => p.demandId)}::uuid[], ${of.map((p) => p.batchId)}::uuid[], ${of.map((p) => p.placeId)}::uuid[], ${of.map((p) => p.quantity)}::bigint[])`

/** All that is reserved for these demands, given back. */
export async function releaseFromDemands(tx: Tx, demandIds: readonly string[]): Promise<ReservationRow[]> {
  const rows = await reservationsOf(tx, { demandIds })
  await releaseReservations(tx, rows)
  return rows
}

export const reservationsOf = (db: Db, of: { demandIds: readonly string[] } | { batchIds: readonly string[] }) => db<
  ReservationRow[]
>`
  select r.demand_id, r.batch_id, r.place_id, r.product_id, r.quantity, b.expires_on, b.code as batch_code
  from stock.reservation r join batches.batch b on b.account_id = r.account_id and b.id = r.batch_id
  where r.account_id = ${db.act.accountId}
    and ${'demandIds' in of ? db`r.demand_id = any(${of.demandIds as string[]}::uuid[])` : db`r.batch_id = any(${of.batchIds as string[]}::uuid[])`}
  order by r.demand_id, b.expires_on nulls last, r.batch_id, r.place_id`

function balanceChanges(picks: readonly Promised[], sign: 1 | -1): BalanceChange[] {
  const changes = new Map<string, BalanceChange>()
  for (const { batchId, placeId, productId, quantity } of picks) {
    const key = `${batchId} ${placeId}`
    const reserved = (changes.get(key)?.reserved ?? 0) + sign * quantity
    changes.set(key, { batchId, placeId, productId, onHand: 0, reserved, lastMovedAt: notMoved })
  }
  return [...changes.values()]
}

/** A promise moves nothing: it never makes a balance look newer. */
const notMoved = '-infinity'

function changeReserved(tx: Tx, picks: readonly Promised[], sign: 1 | -1) {
  const sums = new Map<string, number>()
  for (const { demandId, quantity } of picks) sums.set(demandId, (sums.get(demandId) ?? 0) + sign * quantity)
  return tx`
    update stock.demand d set reserved = d.reserved + c.quantity
    from unnest(${[...sums.keys()]}::uuid[], ${[...sums.values()]}::bigint[]) as c(id, quantity)
    where d.account_id = ${tx.act.accountId} and d.id = c.id`
}
