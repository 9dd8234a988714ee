/**
 * server/modules/reports/search.ts — one box for every identifier: what is typed whole comes first, then what begins with it.
 */
import { normaliseBatchCode } from '#domain/batch-code.ts'
import { readLabel } from '#domain/gs1/label.ts'
import { ssccsEnding } from '#domain/gs1/sscc.ts'
import type { Db } from '#platform/db.ts'
import { countSoFar } from '#platform/numbers.ts'
import { accountSettings } from '../access/index.ts'

export const foundKinds = [
  'product',
  'batch',
  'lot',
  'serial',
  'order',
  'shipment',
  'wave',
  'parcel',
  'transfer',
  'count',
  'disposal',
  'receipt',
  'inbound',
  'return',
  'customer',
  'supplier',
  'hold',
  'sample',
  'bin',
] as const
export type Found = { kind: (typeof foundKinds)[number]; id: string; title: string; detail: string; rank: number }

const each = 8
const shown = 30

/** A GS1 label is looked for by what it names. `rank` 0 is the very thing, 1 begins with the text, 2 has it in its name. */
export async function search(db: Db, text: string): Promise<(Omit<Found, 'rank'> & { exact: boolean })[]> {
  const { gtin, sscc, ...label } = readLabel(text, Number(db.act.at.slice(0, 4)))
  const { code } = normaliseBatchCode(label.batch ?? label.serial ?? label.text)
  const found = await Promise.all([
    things(db, { code, gtin: label.batch === null ? gtin : null }),
    documents(db, code),
    ofTheFloor(db, { code, sscc: sscc ?? code }),
    bins(db, code),
    partners(db, code),
  ])
  return found
    .flat()
    .sort((a, b) => a.rank - b.rank || foundKinds.indexOf(a.kind) - foundKinds.indexOf(b.kind))
    .slice(0, shown)
    .map(({ rank, ...row }) => ({ ...row, exact: rank === 0 }))
}

type Column = ReturnType<Db>

const rank = (db: Db, column: Column, code: string) =>
  db`case when lower(${column}) = lower(${code}) then 0 when starts_with(lower(${column}), lower(${code})) then 1 else 2 end`

function things(db: Db, { code, gtin }: { code: string; gtin: string | null }) {
  const account = db.act.accountId
  return db<Found[]>`
    (select 'product' as kind, p.id, p.sku as title, p.name as detail, ${rank(db, db`p.sku`, code)} as rank
      from catalog.product p where p.account_id = ${account}
        and (strpos(lower(p.sku), lower(${code})) > 0 or strpos(lower(p.name), lower(${code})) > 0) order by rank, p.sku limit ${each})
    union all
    (select 'product', p.id, p.sku, p.name || ' · ' || k.name || ' of ' || k.quantity, 0
      from catalog.pack k join catalog.product p on p.account_id = k.account_id and p.id = k.product_id
      where k.account_id = ${account} and k.gtin = ${gtin} limit ${each})
    union all
    (select 'batch', b.id, b.code, coalesce('is now ' || now.code || ' · ', '') || p.sku || ' · ' || p.name || coalesce(' · ' || b.expires_on, ''),
        least(${rank(db, db`b.code`, code)}, ${rank(db, db`coalesce(b.supplier_lot, '')`, code)}) as rank
      from batches.batch b join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
      left join batches.batch now on now.account_id = b.account_id and now.id = b.merged_into
      where b.account_id = ${account} and b.kind = 'batch' and (starts_with(b.code, ${code}) or starts_with(b.code, upper(${code})) or lower(b.code) = lower(${code}) or b.supplier_lot = ${code}
          or b.id in (select batch_id from receiving.receipt_line where account_id = ${account} and supplier_lot = ${code}))
      order by rank, b.code limit ${each})
    union all
    (select 'batch', b.id, f.code, 'is now ' || b.code || ' · ' || p.sku || ' · ' || p.name, ${rank(db, db`f.code`, code)} as rank
      from batches.former_code f
      join batches.batch b on b.account_id = f.account_id and b.id = f.batch_id
      join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
      where f.account_id = ${account} and (starts_with(f.code, ${code}) or starts_with(f.code, upper(${code})) or lower(f.code) = lower(${code}))
      order by rank, f.code limit ${each})
    union all
    (select 'lot', l.id, l.code, l.name, ${rank(db, db`l.code`, code)} as rank from batches.lot l
      where l.account_id = ${account} and starts_with(lower(l.code), lower(${code})) order by rank, l.code limit ${each})
    union all
    (select 'serial', s.batch_id, s.code, p.sku || ' · batch ' || b.code, ${rank(db, db`s.code`, code)} as rank from batches.serial s
      join batches.batch b on b.account_id = s.account_id and b.id = s.batch_id
      join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
      where s.account_id = ${account} and (starts_with(s.code, ${code}) or starts_with(s.code, upper(${code}))) order by rank, s.code limit ${each})`
}

function documents(db: Db, code: string) {
  const account = db.act.accountId
  return db<Found[]>`
    (select 'order' as kind, o.id, o.number as title, coalesce(c.name, o.channel) as detail, ${rank(db, db`o.number`, code)} as rank from orders.sales_order o
      left join catalog.customer c on c.account_id = o.account_id and c.id = o.customer_id
      where o.account_id = ${account} and starts_with(lower(o.number), lower(${code})) order by rank, o.ordered_at desc limit ${each})
    union all
    (select 'shipment', s.id, s.number, 'Order ' || o.number || coalesce(' · ' || s.tracking_number, '')
          || case when exists (select from stock.net_move m where m.account_id = s.account_id and m.document_id = s.id) then '' else ' · cancelled' end,
        least(${rank(db, db`s.number`, code)}, ${rank(db, db`coalesce(s.tracking_number, '')`, code)}) as rank from fulfilment.shipment s
      join orders.sales_order o on o.account_id = s.account_id and o.id = s.order_id
      where s.account_id = ${account} and (starts_with(lower(s.number), lower(${code})) or s.tracking_number = ${code}) order by rank, s.shipped_at desc limit ${each})
    union all
    (select 'receipt', r.id, r.number, coalesce(s.name, 'no supplier'), ${rank(db, db`r.number`, code)} as rank from receiving.receipt r
      left join catalog.supplier s on s.account_id = r.account_id and s.id = r.supplier_id
      where r.account_id = ${account} and starts_with(lower(r.number), lower(${code})) order by rank, r.received_at desc limit ${each})
    union all
    (select 'inbound', i.id, i.number, coalesce(s.name, 'no supplier'), ${rank(db, db`i.number`, code)} as rank from receiving.inbound i
      left join catalog.supplier s on s.account_id = i.account_id and s.id = i.supplier_id
      where i.account_id = ${account} and starts_with(lower(i.number), lower(${code})) order by rank, i.number limit ${each})
    union all
    (select 'return', r.id, r.number, coalesce(c.name, 'no customer'), ${rank(db, db`r.number`, code)} as rank from returns.announced_return r
      left join catalog.customer c on c.account_id = r.account_id and c.id = r.customer_id
      where r.account_id = ${account} and starts_with(lower(r.number), lower(${code})) order by rank, r.announced_at desc limit ${each})
    union all
    (select 'sample', s.batch_id, s.number, p.sku || ' · batch ' || b.code || ' · kept until ' || s.due_on, ${rank(db, db`s.number`, code)} as rank from samples.sample s
      join batches.batch b on b.account_id = s.account_id and b.id = s.batch_id
      join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
      where s.account_id = ${account} and starts_with(lower(s.number), lower(${code})) order by rank, s.number limit ${each})
    union all
    (select 'hold', h.id, h.number, h.reason, ${rank(db, db`h.number`, code)} as rank from quality.hold h
      where h.account_id = ${account} and starts_with(lower(h.number), lower(${code})) order by rank, h.number limit ${each})`
}

/** As people read one out: of a code of 18 digits the last ones, but not so few that they mean too many. */
const endOfSscc = /^\d{4,17}$/

/** What the digits may be the end of; of the account's prefix as it is now. */
async function ssccsMeant(db: Db, code: string): Promise<string[]> {
  if (!endOfSscc.test(code)) return []
  const [[account], count] = await Promise.all([accountSettings(db), countSoFar(db, 'SSCC')])
  return ssccsEnding(account?.gs1Prefix ?? '', code, count)
}

/** A parcel by its number or the beginning of it, by its SSCC or the end of that; each is looked up in an index. */
async function ofTheFloor(db: Db, { code, sscc }: { code: string; sscc: string }) {
  const account = db.act.accountId
  const meant = await ssccsMeant(db, code)
  const [from, where, number] = [
    db`select 'parcel', p.id, p.number, 'Order ' || o.number || coalesce(' · SSCC ' || p.sscc, '')`,
    db`from fulfilment.parcel p join orders.sales_order o on o.account_id = p.account_id and o.id = p.order_id where p.account_id = ${account}`,
    code.toUpperCase(),
  ]
  return db<Found[]>`
    (select 'wave' as kind, w.id, w.number as title, h.code || case when w.closed_at is null then ', open' else ', closed' end as detail,
        ${rank(db, db`w.number`, code)} as rank from fulfilment.pick_wave w
      join places.warehouse h on h.account_id = w.account_id and h.id = w.warehouse_id
      where w.account_id = ${account} and starts_with(lower(w.number), lower(${code})) order by rank, w.number desc limit ${each})
    union all
    (select 'count', c.id, c.number, h.code || case when c.closed_at is null then ', open' else ', closed' end, ${rank(db, db`c.number`, code)} as rank
      from counts.count c join places.warehouse h on h.account_id = c.account_id and h.id = c.warehouse_id
      where c.account_id = ${account} and starts_with(lower(c.number), lower(${code})) order by rank, c.id desc limit ${each})
    union all
    (select 'transfer', t.id, t.number, f.code || ' → ' || g.code || case when t.cancelled_at is null then '' else ', cancelled' end,
        ${rank(db, db`t.number`, code)} as rank
      from transfers.transfer t join places.warehouse f on f.account_id = t.account_id and f.id = t.from_warehouse_id
      join places.warehouse g on g.account_id = t.account_id and g.id = t.to_warehouse_id
      where t.account_id = ${account} and starts_with(lower(t.number), lower(${code})) order by rank, t.id desc limit ${each})
    union all
    (select 'disposal', d.id, d.number, h.code || ', ' || d.reason, ${rank(db, db`d.number`, code)} as rank
      from disposals.disposal d join places.warehouse h on h.account_id = d.account_id and h.id = d.warehouse_id
      where d.account_id = ${account} and starts_with(lower(d.number), lower(${code})) order by rank, d.id desc limit ${each})
    union all
    (${from}, 0 ${where} and (p.sscc = ${sscc} or p.number = ${number}) limit ${each})
    union all
    (${from}, 1 ${where} and starts_with(p.number, ${number}) and p.number <> ${number} order by p.number desc limit ${each})
    union all
    (${from}, 2 ${where} and p.sscc = any(${meant}) order by p.number desc limit ${each})`
}

/** Docks and quarantine as well; closed boxes lie in theirs. */
function bins(db: Db, code: string) {
  const account = db.act.accountId
  return db<Found[]>`
    select 'bin' as kind, p.id, p.code as title, w.code || coalesce(' · ' || z.name, '') as detail, ${rank(db, db`p.code`, code)} as rank
    from places.place p join places.warehouse w on w.account_id = p.account_id and w.id = p.warehouse_id
    left join places.zone z on z.account_id = p.account_id and z.id = p.zone_id
    where p.account_id = ${account} and p.bin_id is null and starts_with(lower(p.code), lower(${code})) order by rank, p.code limit ${each}`
}

function partners(db: Db, code: string) {
  const account = db.act.accountId
  return db<Found[]>`
    (select 'customer' as kind, c.id, c.name as title, c.code as detail, least(${rank(db, db`c.code`, code)}, ${rank(db, db`c.name`, code)}) as rank from catalog.customer c
      where c.account_id = ${account} and (starts_with(lower(c.code), lower(${code})) or strpos(lower(c.name), lower(${code})) > 0) order by rank, c.name, c.id limit ${each})
    union all
    (select 'supplier', s.id, s.name, s.code, least(${rank(db, db`s.code`, code)}, ${rank(db, db`s.name`, code)}) as rank from catalog.supplier s
      where s.account_id = ${account} and (starts_with(lower(s.code), lower(${code})) or strpos(lower(s.name), lower(${code})) > 0) order by rank, s.name, s.id limit ${each})`
}
