/**
 * bench/trace.ts — who got a batch, in a ledger of many moves: one that went to many orders, one that went to ten, and an ingredient of a thousand finished batches. Each
 * held against a plain recursive statement that fetches the same rows, in the same run. In the same ledgers the first two are then recalled, and the indicators read.
 */
import { Pool } from 'undici'
import type { Results } from './allocate.ts'
import { indicators, type Measured } from './indicators.ts'
import { type Account, type Caller, type Lab, openCaller } from './lab.ts'
import { ledger } from './ledger.ts'
import { median, millisecondsOf, round } from './measure.ts'

const finished = 1000
const mixes = 30
const orders = 1000
const few = 10
const page = 500
const warm = 10

type Sizes = Readonly<{ times: number; wide: number; large: boolean }>

export async function trace(lab: Lab, { times, wide, large }: Sizes): Promise<Results> {
  const forward = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000, ...(large ? { '10m': 10_000_000 } : {}) }
  const ledgers: Traced[] = []
  for (const [name, moves] of Object.entries(forward)) ledgers.push(await tracedIn(lab, { moves, orders, name }))
  const results: Results = { ...(await compared(ledgers, 'B0', times)), ...(await compared(ledgers, 'TEN', times)) }
  Object.assign(results, await indicators(await Promise.all(ledgers.map(recallable)), times))
  for (const { caller } of ledgers) await caller.close()
  for (const [name, moves] of Object.entries(forward).slice(2)) {
    const traced = await tracedIn(lab, { moves, orders: wide, name: `wide ${name}` })
    await genealogy(lab, traced.account)
    const [first] = await figures([traced], 'B0', 5)
    const [made] = await figures([traced], 'RAW', times)
    results[`trace.wide.${name}`] = { orders: wide, ...first }
    results[`trace.csv.${name}`] = { orders: wide, ...(await sheet(traced)) }
    results[`trace.genealogy.${name}`] = { finished, ...made }
    await traced.caller.close()
  }
  return results
}

/** With the ratio to the smallest ledger. */
async function compared(ledgers: readonly Traced[], code: keyof typeof names, times: number): Promise<Results> {
  const [least, ...rest] = await figures(ledgers, code, times)
  const ratio = ({ milliseconds = 0 }: Figure) => ({ ratio: round(milliseconds / (least?.milliseconds ?? 1)) })
  const all = least ? [least, ...rest] : rest
  return Object.fromEntries(
    all.map((figure, at) => [`trace.${names[code]}.${ledgers[at]?.name}`, { ...figure, ...ratio(figure) }]),
  )
}

const names = { B0: 'forward', TEN: 'few' } as const

type Traced = Readonly<{ lab: Lab; name: string; account: Account; caller: Caller }>

async function tracedIn(lab: Lab, { name, ...size }: { moves: number; orders: number; name: string }): Promise<Traced> {
  const account = await lab.account(`trace ${name}`)
  await ledger(lab, account, size)
  await batchWithTen(lab, account)
  return { lab, name, account, caller: openCaller(lab.address, account, 1) }
}

async function recallable({ lab, name, account, caller }: Traced): Promise<Measured> {
  return { name, caller, batches: [await batchOf(lab, account, 'B0'), await batchOf(lab, account, 'TEN')] }
}

type Figure = Record<string, number>

/** The first page, over HTTP and by hand, of each ledger in turn: what else the machine does meets all of them alike. */
async function figures(ledgers: readonly Traced[], code: string, times: number): Promise<Figure[]> {
  const asks = await Promise.all(ledgers.map((traced) => asking(traced, code)))
  const taken = asks.map(() => [] as { asked: number; byHand: number }[])
  for (let time = 0; time < times + warm; time += 1)
    for (const [at, { ask, byHand }] of asks.entries())
      taken[at]?.push({ asked: await millisecondsOf(ask), byHand: await millisecondsOf(byHand) })
  return taken.map((all, at) => {
    const told = all.slice(warm)
    const [asked, plain] = [told.map((one) => one.asked), median(told.map((one) => one.byHand))]
    const [milliseconds, best] = [median(asked), round(Math.min(...asked))]
    return { rows: asks[at]?.rows ?? 0, milliseconds, best, plain, toPlain: round(milliseconds / plain) }
  })
}

async function asking({ lab, account, caller }: Traced, code: string) {
  const id = await batchOf(lab, account, code)
  const path = `/v1/batches/${id}/trace?limit=${page}`
  const ask = async () => {
    const { shipments } = (await caller.call('GET', path)) as { shipments: { items: unknown[] } }
    return shipments.items.length
  }
  const byHand = () => plainRows(lab, { account, id, limit: page })
  const [got, rows] = [await ask(), (await byHand()).length]
  if (got !== rows) throw new Error(`the trace of ${code} has ${got} rows, by hand they are ${rows}`)
  return { rows, ask, byHand }
}

/** The whole list, read as it comes, and by how much the server grew meanwhile. */
async function sheet({ lab, account }: Traced): Promise<Record<string, number>> {
  const id = await batchOf(lab, account, 'B0')
  const pool = new Pool(lab.address, { connections: 1 })
  const [before, told] = [await lab.residentBytes(), { bytes: 0, most: 0 }]
  let isOver = false
  const milliseconds = await millisecondsOf(async () => {
    const answer = await pool.request({
      method: 'GET',
      path: `/v1/batches/${id}/trace.csv`,
      headers: { authorization: `Bearer ${account.key}` },
    })
    const watched = (async () => {
      while (!isOver) told.most = Math.max(told.most, await lab.residentBytes())
    })()
    for await (const chunk of answer.body) told.bytes += (chunk as Uint8Array).length
    isOver = true
    await watched
  })
  const plain = await millisecondsOf(() => plainRows(lab, { account, id, limit: null }))
  await pool.close()
  return {
    milliseconds: round(milliseconds),
    plain: round(plain),
    toPlain: round(milliseconds / plain),
    megabytes: round(told.bytes / 1e6),
    grewMegabytes: round(Math.max(0, told.most - before) / 1e6),
  }
}

async function batchOf({ owner }: Lab, { accountId }: Account, code: string): Promise<string> {
  const [batch] = await owner<{ id: string }[]>`
    select b.id from batches.batch b join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
    where b.account_id = ${accountId} and b.code = ${code} and p.sku = 'P0'`
  return batch?.id ?? ''
}

type Plain = Readonly<{ account: Account; id: string; limit: number | null }>

/** What was made of it, and who got any of that: no balance, no undoing, no returns, nobody's rights. */
const plainRows = ({ owner }: Lab, { account: { accountId }, id, limit }: Plain) => owner`
  with recursive made as (
    select ${id}::uuid as id
    union
    select l.child_id from made join batches.batch_link l on l.account_id = ${accountId} and l.parent_id = made.id and l.ended_at is null)
  select m.id as move_id, m.batch_id, b.code as batch_code, p.sku, s.id as shipment_id, s.number as shipment_number, m.occurred_at, o.id as order_id,
    o.number as order_number, c.code as customer_code, c.name as customer_name, c.email, o.ship_to, m.quantity
  from made
  join stock.move m on m.account_id = ${accountId} and m.batch_id = made.id and m.reason = 'shipment'
  join batches.batch b on b.account_id = m.account_id and b.id = m.batch_id
  join catalog.product p on p.account_id = m.account_id and p.id = m.product_id
  join fulfilment.shipment s on s.account_id = m.account_id and s.id = m.document_id
  join orders.sales_order o on o.account_id = s.account_id and o.id = s.order_id
  left join catalog.customer c on c.account_id = o.account_id and c.id = o.customer_id
  order by m.id desc limit ${limit}`

/** Of the product of B0, sent with the first ten of its shipments. */
const batchWithTen = ({ owner }: Lab, { accountId, placeId }: Account) =>
  owner.unsafe(`
    set session_replication_role = replica;
    insert into batches.batch (account_id, id, product_id, code, code_as_given, look_alike_key, created_at)
      select account_id, gen_random_uuid(), id, 'TEN', 'TEN', 'ten', now() from catalog.product where account_id = '${accountId}' and sku = 'P0';
    ${sentWith(accountId, placeId)}
      select b.*, s.* from batches.batch b cross join (
        select id as shipment_id from fulfilment.shipment where account_id = '${accountId}' order by number limit ${few}) s
      where b.account_id = '${accountId}' and b.code = 'TEN') b;
    set session_replication_role = default;
    analyze stock.move, batches.batch;`)

/** RAW went into some mixes, and these into the finished batches, each of which was sent once. */
const genealogy = ({ owner }: Lab, { accountId, placeId }: Account) =>
  owner.unsafe(`
    set session_replication_role = replica;
    insert into batches.batch (account_id, id, product_id, code, code_as_given, look_alike_key, created_at)
      select p.account_id, gen_random_uuid(), p.id, code, code, lower(code), now() from catalog.product p cross join (
        select 'RAW' as code union all select 'MIX' || n from generate_series(1, ${mixes}) n union all select 'FIN' || n from generate_series(1, ${finished}) n) c
      where p.account_id = '${accountId}' and p.sku = 'P0';
    insert into batches.batch_link (account_id, id, child_id, parent_id, kind, quantity, document_id, made_by, made_at)
      select c.account_id, gen_random_uuid(), c.id, p.id, 'made', 1, gen_random_uuid(), 'bench', now()
      from batches.batch c join batches.batch p on p.account_id = c.account_id and p.code = case
        when c.code like 'MIX%' then 'RAW' else 'MIX' || (substr(c.code, 4)::int % ${mixes} + 1) end
      where c.account_id = '${accountId}' and (c.code like 'MIX%' or c.code like 'FIN%');
    insert into stock.balance (account_id, batch_id, place_id, product_id, on_hand, last_moved_at)
      select account_id, id, '${placeId}', product_id, 10, now() from batches.batch where account_id = '${accountId}' and code like 'FIN%';
    ${sentWith(accountId, placeId)}
      select f.*, s.shipment_id from (
        select *, row_number() over (order by code) as nth from batches.batch where account_id = '${accountId}' and code like 'FIN%') f
      join (
        select id as shipment_id, row_number() over (order by number) as nth from fulfilment.shipment where account_id = '${accountId}' limit ${finished}) s
      using (nth)) b;
    set session_replication_role = default;
    analyze stock.move, stock.balance, batches.batch, batches.batch_link;`)

const sentWith = (accountId: string, placeId: string) => `
    insert into stock.move (account_id, id, batch_id, product_id, from_place_id, to_place_id, quantity, reason, document_kind, document_id,
        document_line_id, occurred_at, recorded_at, actor_name)
      select b.account_id, gen_random_uuid(), b.id, b.product_id, '${placeId}', (select id from places.place where account_id = '${accountId}' and kind = 'customer'),
        1, 'shipment', 'shipment', b.shipment_id, gen_random_uuid(), now(), now(), 'bench' from (`
