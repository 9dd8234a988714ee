/**
 * server/modules/reports/home.ts — what needs a person today: what expires, what is held, what waits, what moved.
 */
import { expiredStep } from '#domain/alerts.ts'
import { batchText } from '#domain/batch-code.ts'
import { addDays, type CalendarDate } from '#domain/calendar-date.ts'
import { toSettleKinds } from '#domain/to-settle.ts'
import { dayIn, type Instant, startOfDay } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { alertCounts } from '../alerts/index.ts'
import { pathProgress } from '../identifying/index.ts'
import { resolveWarehouses, type Today, todays } from '../places/index.ts'
import { waitingOnDocks } from '../putaway/index.ts'
import { activeHoldsEverywhere, holdList } from '../quality/index.ts'
import { inTurn } from '../stock/index.ts'
import { isHeld, type StockFilter, stockList } from './stock-list.ts'
import { settleCounts } from './to-settle.ts'

type Sum = { batches: number; quantity: number }
type Life = { expired: Sum; within7: Sum; within30: Sum; within90: Sum }

const shown = 10
const everything = {
  text: null,
  productId: null,
  batchId: null,
  warehouseId: null,
  category: null,
  expiresFrom: null,
  expiresBefore: null,
  daysLeftMin: null,
  daysLeftMax: null,
  grouped: false,
}
const anyHold = { ref: null, id: null, batchId: null, lotId: null, productId: null, after: null } as const
const soonest = { ...everything, sort: 'expiresOn', direction: 'asc', after: null, offset: 0, limit: shown } as const

/** Days left in the warehouse's own zone; 0 is the last day, and still good. */
async function lifeSums(db: Db, days: readonly Today[]): Promise<Life> {
  const [row] = await db<Record<string, number>[]>`
    with dated as (
      select s.batch_id, s.on_hand, b.expires_on - t.day as days_left
      from stock.balance s
      join batches.batch b on b.account_id = s.account_id and b.id = s.batch_id
      join places.place p on p.account_id = s.account_id and p.id = s.place_id
      join unnest(${days.map((t) => t.warehouseId)}::uuid[], ${days.map((t) => t.day)}::date[]) as t(warehouse_id, day) on t.warehouse_id = p.warehouse_id
      where s.account_id = ${db.act.accountId} and b.expires_on < t.day + 91)
    select count(distinct batch_id) filter (where days_left < 0) as expired_batches, coalesce(sum(on_hand) filter (where days_left < 0), 0)::bigint as expired_units,
      count(distinct batch_id) filter (where days_left between 0 and 7) as week_batches, coalesce(sum(on_hand) filter (where days_left between 0 and 7), 0)::bigint as week_units,
      count(distinct batch_id) filter (where days_left between 0 and 30) as month_batches, coalesce(sum(on_hand) filter (where days_left between 0 and 30), 0)::bigint as month_units,
      count(distinct batch_id) filter (where days_left between 0 and 90) as quarter_batches, coalesce(sum(on_hand) filter (where days_left between 0 and 90), 0)::bigint as quarter_units
    from dated`
  const sum = (name: string): Sum => ({ batches: row?.[`${name}Batches`] ?? 0, quantity: row?.[`${name}Units`] ?? 0 })
  return { expired: sum('expired'), within7: sum('week'), within30: sum('month'), within90: sum('quarter') }
}

async function heldSums(db: Db): Promise<{ holds: number; quantity: number }> {
  const holds = await activeHoldsEverywhere(db)
  const [row] = await db<{ quantity: number }[]>`
    select coalesce(sum(s.on_hand), 0)::bigint as quantity from stock.balance s where s.account_id = ${db.act.accountId} and ${isHeld(db, holds)}`
  return { holds: new Set(holds.map(({ number }) => number)).size, quantity: row?.quantity ?? 0 }
}

async function waitingSums(db: Db): Promise<{ orders: number; lines: number; quantity: number }> {
  const [row] = await db<{ orders: number; lines: number; quantity: number }[]>`
    select count(distinct document_id) as orders, count(*) as lines, coalesce(sum(quantity - reserved - shipped), 0)::bigint as quantity
    from stock.demand where account_id = ${db.act.accountId} and kind = 'order' and reserved + shipped < quantity`
  return row ?? { orders: 0, lines: 0, quantity: 0 }
}

type WaitingOrder = Readonly<{
  orderId: string
  number: string
  customerName: string | null
  priority: number
  deliverOn: CalendarDate | null
  askedAt: Instant
  backOrdered: number
}>

/** Each by the turn of its line that is first in turn. */
const waitingOrders = (db: Db, limit: number) => db<WaitingOrder[]>`
  with first as (
    select distinct on (d.document_id) d.document_id, d.priority, d.deliver_on, d.due_on, d.asked_at, d.id,
      sum(d.quantity - d.reserved - d.shipped) over (partition by d.document_id)::bigint as back_ordered
    from stock.demand d where d.account_id = ${db.act.accountId} and d.reserved + d.shipped < d.quantity
    order by d.document_id, ${inTurn(db)})
  select o.id as order_id, o.number, c.name as customer_name, d.priority, d.deliver_on, d.asked_at, d.back_ordered
  from first d join orders.sales_order o on o.account_id = ${db.act.accountId} and o.id = d.document_id
  left join catalog.customer c on c.account_id = o.account_id and c.id = o.customer_id
  order by ${inTurn(db)} limit ${limit}`

/** What happened today, as far as it was not undone since. A past that was written down today is not today's. */
async function movement(db: Db, since: Instant) {
  const [row] = await db<{ received: number; shipped: number; adjusted: number; moves: number }[]>`
    with today as (
      select m.reason, m.quantity from stock.net_move m
      where m.account_id = ${db.act.accountId} and m.recorded_at >= ${since} and m.occurred_at >= ${since})
    select coalesce(sum(quantity) filter (where reason = 'receipt'), 0)::bigint as received,
      coalesce(sum(quantity) filter (where reason = 'shipment'), 0)::bigint as shipped,
      coalesce(sum(quantity) filter (where reason in ('adjustment', 'count')), 0)::bigint as adjusted,
      (select count(*) from stock.move where account_id = ${db.act.accountId} and recorded_at >= ${since} and occurred_at >= ${since}) as moves
    from today`
  return row ?? { received: 0, shipped: 0, adjusted: 0, moves: 0 }
}

async function waits(db: Db) {
  const [row] = await db<{ returns: number; inbounds: number }[]>`
    select (select count(*) from returns.announced_return where account_id = ${db.act.accountId} and closed_at is null) as returns,
      (select count(*) from receiving.inbound where account_id = ${db.act.accountId} and closed_at is null) as inbounds`
  return row ?? { returns: 0, inbounds: 0 }
}

const settled = (counts: Awaited<ReturnType<typeof settleCounts>>) => ({
  disposals: { open: counts.disposal_open },
  misplaced: { batches: counts.misplaced },
  samples: { due: counts.sample_due },
  opened: { past: counts.opened_past },
  toSettle: {
    total: toSettleKinds.reduce((sum, kind) => sum + counts[kind], 0),
    kinds: toSettleKinds.map((kind) => ({ kind, total: counts[kind] })).filter(({ total }) => total > 0),
  },
})

export async function home(db: Db) {
  const [first] = (await resolveWarehouses(db)).values()
  const zone = first?.timeZone ?? 'UTC'
  const today: CalendarDate = dayIn(zone, db.act.at)
  const list = async (filter: Partial<StockFilter>) =>
    (await stockList(db, { ...soonest, status: null, ...filter })).rows.slice(0, shown)
  const days = await todays(db)
  const life = await lifeSums(db, days)
  const [sellable, expired, held, waiting, moved, open, putaway, counts, identifying] = await Promise.all([
    list({ status: 'sellable', expiresBefore: addDays(today, 91) }),
    list({ status: 'expired' }),
    heldSums(db),
    waitingSums(db),
    movement(db, startOfDay(zone, today)),
    waits(db),
    waitingOnDocks(db),
    settleCounts(db),
    pathProgress(db),
  ])
  const told = await alertCounts(db)
  const [holds, orders] = await Promise.all([
    holdList(db, { ...anyHold, active: 'active', limit: shown }),
    waitingOrders(db, shown),
  ])
  const { within7, within30, within90 } = life
  return {
    today,
    expiring: { within7, within30, within90, items: sellable },
    expired: { ...life.expired, items: expired },
    held: { ...held, items: holds.map(holdItem) },
    waiting: { ...waiting, items: orders },
    movement: moved,
    returns: { open: open.returns },
    inbounds: { open: open.inbounds },
    putaway,
    ...settled(counts),
    identifying,
    alerts: alertSums(told),
  }
}

function alertSums(counts: Awaited<ReturnType<typeof alertCounts>>) {
  const sum = (kept: (one: (typeof counts)[number]) => boolean) =>
    counts.filter(kept).reduce((total, one) => total + one.total, 0)
  return {
    unseen: sum(({ state }) => state === 'new'),
    seen: sum(({ state }) => state === 'seen'),
    snoozed: sum(({ state }) => state === 'snoozed'),
    expired: sum(({ state, stepDays }) => state !== 'snoozed' && stepDays === expiredStep),
  }
}

const holdItem = (hold: Awaited<ReturnType<typeof holdList>>[number]) => ({
  id: hold.id,
  number: hold.number,
  scope: hold.scope,
  subject:
    [hold.sku, hold.batchCode && batchText(hold.batchCode), hold.lotCode, hold.placeCode]
      .filter((part) => part !== null)
      .join(' · ') || 'everything',
  reason: hold.reason,
  placedAt: hold.placedAt,
})
