/**
 * bench/search.ts — the one search box over many batches and serials, written by SQL as the owner and looked for over HTTP; beside a row that is
 * read by its primary key, and the same in an account a hundredth the size.
 */
import type { Results } from './allocate.ts'
import { type Account, type Caller, type Lab, openCaller } from './lab.ts'
import { median, millisecondsOf, round } from './measure.ts'

const gtin = '09506000134352'
/** `n` is a number that every size has; the codes are those that `filled` writes. */
const asks = (n: number) => ({
  exact: code('L', n),
  serial: code('S', n),
  order: `SO-${n}`,
  prefix: code('L', n).slice(0, 6),
  end: code('S', n).slice(-5),
  word: 'soap',
  mistyped: `${code('L', n).slice(0, -1)}x`,
  gs1: `]C101${gtin}10${code('L', n)}\u001d21${code('S', n)}`,
  nothing: 'nobody calls it so',
})
const code = (letter: string, n: number): string => `${letter}${String(n).padStart(8, '0')}A`
const known = 4321
const warm = 10

export async function searching(
  lab: Lab,
  { searched, times }: Readonly<{ searched: number; times: number }>,
): Promise<Results> {
  const [small, large] = [await filled(lab, Math.ceil(searched / 100)), await filled(lab, searched)]
  const results: Results = {}
  for (const [name, q] of Object.entries(asks(known))) {
    const taken = { small: [] as number[], large: [] as number[], key: [] as number[] }
    for (let time = 0; time < times + warm; time += 1) {
      taken.small.push(await asked(small, q))
      taken.large.push(await asked(large, q))
      taken.key.push(await byKey(lab, large))
    }
    const [milliseconds, least, key] = [taken.large, taken.small, taken.key].map((all) => median(all.slice(warm))) as [
      number,
      number,
      number,
    ]
    results[`search.${name}`] = {
      milliseconds,
      toHundredth: round(milliseconds / least),
      toKey: round(milliseconds / key),
      found: await howMany(large, q),
    }
  }
  await Promise.all([small.caller.close(), large.caller.close()])
  return results
}

type Filled = Readonly<{ account: Account; caller: Caller; batchId: string }>

const pathOf = (q: string): string => `/v1/search?q=${encodeURIComponent(q)}`
const asked = ({ caller }: Filled, q: string) => millisecondsOf(() => caller.call('GET', pathOf(q)))
const howMany = async ({ caller }: Filled, q: string): Promise<number> =>
  ((await caller.call('GET', pathOf(q))) as { items: unknown[] }).items.length
const byKey = ({ owner }: Lab, { account: { accountId }, batchId }: Filled) =>
  millisecondsOf(() =>
    owner`select code from batches.batch where account_id = ${accountId} and id = ${batchId}`.execute(),
  )

/** So many batches, serials, orders, shipments with tracking numbers and receipt lines with lots, and a hundredth of products and customers. */
async function filled(lab: Lab, size: number): Promise<Filled> {
  const account = await lab.account(`search ${size}`)
  const { accountId: of, warehouseId, placeId } = account
  const products = Math.ceil(size / 100)
  const written = (letter: string) => `'${letter}' || lpad(n::text, 8, '0') || 'A'`
  await lab.owner.unsafe(`
    set session_replication_role = replica;
    insert into catalog.product (account_id, id, sku, name, base_unit, tracking, dates, rotation, created_at)
      select '${of}', gen_random_uuid(), 'P' || n, case when n = 7 then 'Green soap' else 'Product ' || n || ' of many' end, 'each', 'serial', 'optional', 'fefo', now()
      from generate_series(1, ${products}) n;
    insert into catalog.name_part select account_id, 'product', id, part, is_whole from catalog.product, catalog.name_parts(name) where account_id = '${of}';
    insert into catalog.pack (account_id, product_id, name, quantity, gtin)
      select '${of}', id, 'each', 1, case when sku = 'P${(known % products) + 1}' then '${gtin}' else lpad((80000000000000 + substr(sku, 2)::int)::text, 14, '0') end
      from catalog.product where account_id = '${of}';
    insert into catalog.customer (account_id, id, code, name, created_at)
      select '${of}', gen_random_uuid(), 'C' || n, 'Customer ' || n, now() from generate_series(1, ${products}) n;
    insert into catalog.name_part select account_id, 'customer', id, part, is_whole from catalog.customer, catalog.name_parts(name) where account_id = '${of}';
    insert into batches.batch (account_id, id, product_id, code, code_as_given, look_alike_key, supplier_lot, created_at)
      select '${of}', gen_random_uuid(), p.id, ${written('L')}, 'L', lower(${written('L')}), 'X' || n, now()
      from generate_series(1, ${size}) n join catalog.product p on p.account_id = '${of}' and p.sku = 'P' || (n % ${products} + 1);
    insert into batches.serial (account_id, id, product_id, batch_id, code, created_at)
      select b.account_id, gen_random_uuid(), b.product_id, b.id, 'S' || substr(b.code, 2), now() from batches.batch b where b.account_id = '${of}';
    insert into receiving.receipt_line (account_id, id, receipt_id, line_no, product_id, batch_id, place_id, quantity, condition, outcome, supplier_lot)
      select b.account_id, gen_random_uuid(), gen_random_uuid(), 1, b.product_id, b.id, '${placeId}', 1, 'good', 'accepted', b.supplier_lot
      from batches.batch b where b.account_id = '${of}';
    insert into orders.sales_order (account_id, id, number, ordered_at, recorded_at, actor_name)
      select '${of}', gen_random_uuid(), 'SO-' || n, now(), now(), 'bench' from generate_series(1, ${size}) n;
    insert into fulfilment.shipment (account_id, id, number, order_id, warehouse_id, tracking_number, shipped_at, recorded_at, actor_name)
      select account_id, gen_random_uuid(), 'SH-' || substr(number, 4), id, '${warehouseId}', '1Z' || lpad(substr(number, 4), 14, '7'), now(), now(), 'bench'
      from orders.sales_order where account_id = '${of}';
    set session_replication_role = default;`)
  await lab.owner.unsafe('vacuum analyze')
  const [batch] = await lab.owner<{ id: string }[]>`
    select id from batches.batch where account_id = ${of} and code = ${code('L', known)}`
  return { account, caller: openCaller(lab.address, account, 1), batchId: batch?.id ?? '' }
}
