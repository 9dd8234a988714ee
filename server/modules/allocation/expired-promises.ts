import { dayIn } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { resolveWarehouses } from '../places/index.ts'
import { waysNow } from './delivery/ways-now.ts'
import { meetsLine, narrowestFirst } from './rules/rule-store.ts'
import { ruleDay } from './rules/rules-in-force.ts'

export type PromiseKey = Readonly<{ demandId: string; batchId: string; placeId: string }>
export type ExpiredPromise = PromiseKey & Readonly<{ productId: string }>

const first: PromiseKey = {
  demandId: '00000000-0000-0000-0000-000000000000',
  batchId: '00000000-0000-0000-0000-000000000000',
  placeId: '00000000-0000-0000-0000-000000000000',
}

/**
 * Reservations that passing days may have made unfit, in the order of their keys: the domain's rule written as a filter, and
 * `releaseUnfit` asks the rule itself. Days begin at midnight of the warehouse, and what
 * misses its cut-off arrives a day later. Reads what is promised now, never the batches
 * that were used up long ago; history is left alone.
 */
export async function expiredPromises(
  db: Db,
  { after, limit }: { after: PromiseKey | null; limit: number },
): Promise<ExpiredPromise[]> {
  const warehouses = [...new Set((await resolveWarehouses(db)).values())]
  const from = after ?? first
  const [ruled, ways] = await Promise.all([ruleDay(db), waysNow(db)])
  return db<ExpiredPromise[]>`
    select r.demand_id, r.batch_id, r.place_id, r.product_id
    from stock.reservation r
    join stock.demand d on d.account_id = r.account_id and d.id = r.demand_id
    join batches.batch b on b.account_id = r.account_id and b.id = r.batch_id
    join catalog.product p on p.account_id = r.account_id and p.id = r.product_id
    join places.place l on l.account_id = r.account_id and l.id = r.place_id
    join unnest(${warehouses.map(({ id }) => id)}::uuid[], ${warehouses.map(({ timeZone }) => dayIn(timeZone, db.act.at))}::date[])
      as w(id, today) on w.id = l.warehouse_id
    left join lateral (
      select case when r.life_boundary = 'more_than' then floor(needs.days) + 1 else ceil(needs.days) end as life_days
      from allocation.rule r
      cross join lateral (
        select coalesce(r.life_days_min, (b.expires_on - b.produced_on) * r.life_percent_min / 100.0) as days) needs
      where r.account_id = d.account_id and r.life_boundary is not null and r.valid_from <= ${ruled}::date
        and (r.valid_until is null or r.valid_until >= ${ruled}::date)
        and ${meetsLine(db)}
        and (r.warehouse_id is null or r.warehouse_id = l.warehouse_id)
      order by ${narrowestFirst(db)} limit 1) rule on true
    left join lateral (
      select t.transit_days from allocation.transit t
      where t.account_id = d.account_id and (t.country is null or t.country = d.market)
        and starts_with(coalesce(d.postal_code, ''), t.postal_prefix)
        and (t.service_id is null or t.service_id = coalesce(d.service_id, ${ways.standardId}::uuid))
        and (t.warehouse_id is null or t.warehouse_id = l.warehouse_id)
      order by t.country is null, length(t.postal_prefix) desc, t.service_id is null, t.warehouse_id is null, t.id limit 1) way on true
    left join unnest(${ways.rows.map((one) => one.warehouseId)}::uuid[], ${ways.rows.map((one) => one.serviceId)}::uuid[],
        ${ways.rows.map((one) => one.transitDays)}::int[], ${ways.rows.map((one) => one.deliversOn)}::date[])
      as arrives(warehouse_id, service_id, transit_days, delivers_on)
      on arrives.warehouse_id = l.warehouse_id and arrives.transit_days = way.transit_days
        and arrives.service_id is not distinct from coalesce(d.service_id, ${ways.standardId}::uuid)
    where r.account_id = ${db.act.accountId} and not d.history and not d.takes_expired
      and b.expires_on < case d.kind when 'transfer' then w.today else greatest(coalesce(arrives.delivers_on, w.today), d.deliver_on) + greatest(coalesce(d.life_days_min, 0), coalesce(p.delivery_life_days_min, 0),
        coalesce(ceil((b.expires_on - b.produced_on) * p.delivery_life_percent_min / 100.0), 0), coalesce(rule.life_days, 0))::int end
      and (r.demand_id, r.batch_id, r.place_id) > (${from.demandId}::uuid, ${from.batchId}::uuid, ${from.placeId}::uuid)
    order by r.demand_id, r.batch_id, r.place_id limit ${limit}`
}
