/**
 * server/modules/stock/verify.ts — proves that balances are the moves' sums and that every promise is kept once, and names
 * each row that differs. Reads one snapshot, that of its transaction, so it is right while
 * others work.
 */
import type { Db } from '#platform/db.ts'

export type Difference = {
  kind: string
  batchId: string | null
  placeId: string | null
  subjectId: string | null
  expected: number
  actual: number
  message: string
}
export type Verification = {
  checked: { balances: number; moves: number; reservations: number; demands: number; serials: number }
  differences: Difference[]
  at: string
}

export async function verify(db: Db): Promise<Verification> {
  const [counts] = await db<Verification['checked'][]>`
    select (select count(*) from stock.balance where account_id = ${db.act.accountId}) as balances,
      (select count(*) from stock.move where account_id = ${db.act.accountId}) as moves,
      (select count(*) from stock.reservation where account_id = ${db.act.accountId}) as reservations,
      (select count(*) from stock.demand where account_id = ${db.act.accountId}) as demands,
      (select count(*) from stock.serial_place where account_id = ${db.act.accountId}) as serials`
  const found = await Promise.all([
    balances(db),
    promises(db),
    demands(db),
    shippedDemands(db),
    undone(db),
    inTransit(db),
    samples(db),
    serials(db),
    cutBoxes(db),
  ])
  return {
    checked: counts ?? { balances: 0, moves: 0, reservations: 0, demands: 0, serials: 0 },
    differences: found.flat(),
    at: db.act.at,
  }
}

const balances = (db: Db) => db<Difference[]>`
  with moved as (
    select batch_id, place_id, sum(quantity) as quantity from (
      select m.batch_id, m.to_place_id as place_id, m.quantity from stock.move m where m.account_id = ${db.act.accountId}
      union all
      select m.batch_id, m.from_place_id, -m.quantity from stock.move m where m.account_id = ${db.act.accountId}) signed
    where place_id in (select id from places.place where account_id = ${db.act.accountId} and kind in ('storage', 'dock', 'quarantine', 'opened', 'transit'))
    group by batch_id, place_id)
  select 'balance' as kind, coalesce(m.batch_id, b.batch_id) as batch_id, coalesce(m.place_id, b.place_id) as place_id, null::uuid as subject_id,
    coalesce(m.quantity, 0)::bigint as expected, coalesce(b.on_hand, 0) as actual,
    'The moves say ' || coalesce(m.quantity, 0) || ', the balance says ' || coalesce(b.on_hand, 0) as message
  from moved m
  full join (select batch_id, place_id, on_hand from stock.balance where account_id = ${db.act.accountId}) b
    on b.batch_id = m.batch_id and b.place_id = m.place_id
  where coalesce(m.quantity, 0) <> coalesce(b.on_hand, 0)`

const promises = (db: Db) => db<Difference[]>`
  select 'reserved' as kind, coalesce(r.batch_id, b.batch_id) as batch_id, coalesce(r.place_id, b.place_id) as place_id, null::uuid as subject_id,
    coalesce(r.quantity, 0)::bigint as expected, coalesce(b.reserved, 0) as actual,
    'Reservations add up to ' || coalesce(r.quantity, 0) || ', the balance says ' || coalesce(b.reserved, 0) as message
  from (select batch_id, place_id, sum(quantity) as quantity from stock.reservation where account_id = ${db.act.accountId} group by 1, 2) r
  full join (select batch_id, place_id, reserved from stock.balance where account_id = ${db.act.accountId}) b
    on b.batch_id = r.batch_id and b.place_id = r.place_id
  where coalesce(r.quantity, 0) <> coalesce(b.reserved, 0)`

const demands = (db: Db) => db<Difference[]>`
  select 'demand' as kind, null::uuid as batch_id, null::uuid as place_id, d.id as subject_id, coalesce(r.quantity, 0)::bigint as expected,
    d.reserved as actual, 'Reservations add up to ' || coalesce(r.quantity, 0) || ', the demand says ' || d.reserved as message
  from stock.demand d
  left join (select demand_id, sum(quantity) as quantity from stock.reservation where account_id = ${db.act.accountId} group by 1) r on r.demand_id = d.id
  where d.account_id = ${db.act.accountId} and d.reserved <> coalesce(r.quantity, 0)`

const shippedDemands = (db: Db) => db<Difference[]>`
  select 'shipped' as kind, null::uuid as batch_id, null::uuid as place_id, d.id as subject_id, coalesce(m.quantity, 0)::bigint as expected,
    d.shipped as actual, 'The moves say ' || coalesce(m.quantity, 0) || ' shipped, the demand says ' || d.shipped as message
  from stock.demand d
  left join (
    select m.document_line_id, sum(case when m.reason in ('shipment', 'transfer') then m.quantity else -m.quantity end) as quantity from stock.move m
    where m.account_id = ${db.act.accountId} and (m.document_kind = 'shipment' or (m.document_kind = 'transfer' and m.reason = 'transfer'
      and m.to_place_id in (select id from places.place where account_id = m.account_id and kind = 'transit'))) group by 1) m
    on m.document_line_id = d.id
  where d.account_id = ${db.act.accountId} and d.shipped <> coalesce(m.quantity, 0)`

/** Of each line of a transfer and each batch, no more has come or been settled than left; and nothing else is on its way. */
const inTransit = (db: Db) => db<Difference[]>`
  select 'in_transit' as kind, m.batch_id, m.place_id, m.document_line_id as subject_id, 0::bigint as expected, m.quantity as actual,
    case when m.document_line_id is null then m.quantity || ' on the way belong to no transfer'
      else 'More came of a transfer, or was settled, than left: ' || -m.quantity end as message
  from (
    select t.batch_id, t.place_id, t.document_line_id, sum(t.quantity)::bigint as quantity from (
      select m.batch_id, p.id as place_id, case m.document_kind when 'transfer' then m.document_line_id end as document_line_id,
        case p.id when m.to_place_id then m.quantity else -m.quantity end as quantity
      from stock.move m join places.place p on p.account_id = m.account_id and p.kind = 'transit' and p.id in (m.from_place_id, m.to_place_id)
      where m.account_id = ${db.act.accountId}) t
    group by 1, 2, 3) m
  where m.quantity < 0 or (m.document_line_id is null and m.quantity <> 0)`

/** Of each sample no more was taken out than went in; and nothing else is kept as one. */
const samples = (db: Db) => db<Difference[]>`
  select 'sample' as kind, m.batch_id, m.place_id, m.document_id as subject_id, 0::bigint as expected, m.quantity as actual,
    case when m.kind <> 'sample' then m.quantity || ' are kept that belong to no sample'
      else 'More was taken out of a sample than it had: ' || -m.quantity end as message
  from (
    select m.batch_id, p.id as place_id, m.document_kind as kind, m.document_id,
      sum(case p.id when m.to_place_id then m.quantity else -m.quantity end)::bigint as quantity
    from stock.move m join places.place p on p.account_id = m.account_id and p.kind = 'sample' and p.id in (m.from_place_id, m.to_place_id)
    where m.account_id = ${db.act.accountId} group by 1, 2, 3, 4) m
  where m.quantity < 0 or (m.kind <> 'sample' and m.quantity <> 0)`

/** Of a move no more is undone than was moved, and only the way back. */
const undone = (db: Db) => db<Difference[]>`
  select 'undone' as kind, m.batch_id, m.from_place_id as place_id, m.id as subject_id, m.quantity as expected, u.quantity as actual,
    'The move was of ' || m.quantity || ', and ' || u.quantity || ' were undone' || case when u.astray then ', not all of it the way back' else '' end as message
  from (
    select u.reverses_id as id, sum(u.quantity)::bigint as quantity,
      bool_or((u.batch_id, u.from_place_id, u.to_place_id) <> (o.batch_id, o.to_place_id, o.from_place_id)) as astray
    from stock.move u join stock.move o on o.account_id = u.account_id and o.id = u.reverses_id
    where u.account_id = ${db.act.accountId} and u.reverses_id is not null group by 1) u
  join stock.move m on m.account_id = ${db.act.accountId} and m.id = u.id
  where u.quantity > m.quantity or u.astray`

/** Both ways: units without their serials, and serials where there are no units. */
const serials = (db: Db) => db<Difference[]>`
  with units as (
    select b.batch_id, b.place_id, b.on_hand from stock.balance b
    join catalog.product p on p.account_id = b.account_id and p.id = b.product_id and p.tracking = 'serial'
    where b.account_id = ${db.act.accountId}),
  named as (
    select sp.batch_id, sp.place_id, count(*) as units from stock.serial_place sp
    join places.place pl on pl.account_id = sp.account_id and pl.id = sp.place_id and pl.kind in ('storage', 'dock', 'quarantine', 'opened', 'transit')
    join batches.batch b on b.account_id = sp.account_id and b.id = sp.batch_id
    join catalog.product p on p.account_id = b.account_id and p.id = b.product_id and p.tracking = 'serial'
    where sp.account_id = ${db.act.accountId} group by 1, 2)
  select 'serial' as kind, coalesce(u.batch_id, n.batch_id) as batch_id, coalesce(u.place_id, n.place_id) as place_id, null::uuid as subject_id,
    coalesce(u.on_hand, 0) as expected, coalesce(n.units, 0) as actual,
    coalesce(u.on_hand, 0) || ' units lie here, but ' || coalesce(n.units, 0) || ' serials' as message
  from units u full join named n on n.batch_id = u.batch_id and n.place_id = u.place_id
  where coalesce(u.on_hand, 0) <> coalesce(n.units, 0)`

/** Where closed boxes lie there are whole ones, and whole ones are promised. */
const cutBoxes = (db: Db) => db<Difference[]>`
  select 'closed_box' as kind, s.batch_id, s.place_id, s.demand_id as subject_id, (s.quantity - s.quantity % p.pack_of)::bigint as expected,
    s.quantity as actual, s.quantity || case when s.demand_id is null then ' lie' else ' are promised' end || ' in closed boxes of ' || p.pack_of as message
  from (
    select batch_id, place_id, null::uuid as demand_id, on_hand as quantity from stock.balance where account_id = ${db.act.accountId}
    union all
    select batch_id, place_id, demand_id, quantity from stock.reservation where account_id = ${db.act.accountId}) s
  join places.place p on p.account_id = ${db.act.accountId} and p.id = s.place_id and p.pack_of is not null
  where s.quantity % p.pack_of <> 0`
