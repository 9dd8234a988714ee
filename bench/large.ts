/**
 * bench/large.ts — large ledgers and many batches, written by SQL as the owner, read over HTTP.
 */
import type { Results } from './allocate.ts'
import { type Account, type Lab, openCaller } from './lab.ts'
import { medianMilliseconds, round } from './measure.ts'

const orders = 1000

/** One batch that went into 1,000 orders, in a ledger of `moves` rows. */
async function traceIn(lab: Lab, moves: number, times: number): Promise<number> {
  const account = await lab.account(`trace ${moves}`)
  const batchId = await ledger(lab, account, moves)
  const caller = openCaller(lab.address, account, 1)
  const path = `/v1/batches/${batchId}/trace?limit=500`
  await medianMilliseconds(5, () => caller.call('GET', path))
  const median = await medianMilliseconds(times, () => caller.call('GET', path))
  await caller.close()
  return median
}

export async function trace(lab: Lab, times: number): Promise<Results> {
  const small = await traceIn(lab, 10_000, times)
  const middle = await traceIn(lab, 100_000, times)
  const large = await traceIn(lab, 1_000_000, times)
  return {
    'trace.forward.10k': { milliseconds: small, ratio: 1 },
    'trace.forward.100k': { milliseconds: middle, ratio: round(middle / small) },
    'trace.forward.1m': { milliseconds: large, ratio: round(large / small) },
  }
}

/**
 * Account and sizes are ours, so they may stand in the text of the statements. That every row names what is there we see to
 * ourselves: to have a million of them checked would take most of the run.
 */
export async function ledger(lab: Lab, { accountId, placeId, warehouseId }: Account, moves: number): Promise<string> {
  const others = Math.floor((moves - orders) / 10)
  const sql = lab.owner
  await sql.unsafe(`
    set session_replication_role = replica;
    insert into catalog.product (account_id, id, sku, name, base_unit, tracking, dates, rotation, created_at)
      select '${accountId}', gen_random_uuid(), 'P' || n, 'P', 'each', 'batch', 'optional', 'fefo', now() from generate_series(0, 9) n;
    insert into batches.batch (account_id, id, product_id, code, code_as_given, look_alike_key, created_at)
      select p.account_id, gen_random_uuid(), p.id, 'B' || n, 'B' || n, 'b' || n, now()
      from generate_series(0, ${Math.ceil(others / 10)}) n join catalog.product p on p.account_id = '${accountId}';
    insert into stock.move (account_id, id, batch_id, product_id, from_place_id, to_place_id, quantity, reason, document_kind, document_id,
        occurred_at, recorded_at, actor_name)
      select b.account_id, gen_random_uuid(), b.id, b.product_id, s.id, '${placeId}', 10, 'receipt', 'receipt', gen_random_uuid(), now(), now(), 'bench'
      from batches.batch b join places.place s on s.account_id = b.account_id and s.kind = 'supplier', generate_series(1, 10) n
      where b.account_id = '${accountId}' and not (b.code = 'B0' and b.product_id = (select id from catalog.product where account_id = '${accountId}' and sku = 'P0'))
      limit ${moves - orders - 1};
    insert into orders.sales_order (account_id, id, number, ordered_at, recorded_at, actor_name)
      select '${accountId}', gen_random_uuid(), 'SO-' || n, now(), now(), 'bench' from generate_series(1, ${orders}) n;
    insert into fulfilment.shipment (account_id, id, number, order_id, warehouse_id, shipped_at, recorded_at, actor_name)
      select account_id, gen_random_uuid(), 'SH' || number, id, '${warehouseId}', now(), now(), 'bench' from orders.sales_order where account_id = '${accountId}';
    insert into stock.move (account_id, id, batch_id, product_id, from_place_id, to_place_id, quantity, reason, document_kind, document_id,
        document_line_id, occurred_at, recorded_at, actor_name)
      select s.account_id, gen_random_uuid(), b.id, b.product_id, '${placeId}', c.id, 1, 'shipment', 'shipment', s.id, gen_random_uuid(), now(), now(), 'bench'
      from fulfilment.shipment s
      join catalog.product p on p.account_id = s.account_id and p.sku = 'P0'
      join batches.batch b on b.account_id = p.account_id and b.product_id = p.id and b.code = 'B0'
      join places.place c on c.account_id = s.account_id and c.kind = 'customer'
      where s.account_id = '${accountId}';
    set session_replication_role = default;
    analyze;`)
  const [batch] = await sql<{ id: string }[]>`
    select b.id from batches.batch b join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
    where b.account_id = ${accountId} and b.code = 'B0' and p.sku = 'P0'`
  return batch?.id ?? ''
}

export async function stockList(lab: Lab, batches: number, times: number): Promise<Results> {
  const account = await lab.account('stock list')
  const { accountId, placeId } = account
  await lab.owner.unsafe(`
    insert into catalog.product (account_id, id, sku, name, category, base_unit, tracking, dates, rotation, created_at)
      select '${accountId}', gen_random_uuid(), 'P' || n, 'Product ' || n, 'food', 'each', 'batch', 'required', 'fefo', now() from generate_series(0, 999) n;
    insert into batches.batch (account_id, id, product_id, code, code_as_given, look_alike_key, expires_on, created_at)
      select p.account_id, gen_random_uuid(), p.id, 'L' || n, 'L' || n, 'l' || n, current_date + (random() * 900)::int - 60, now()
      from generate_series(1, ${Math.ceil(batches / 1000)}) n join catalog.product p on p.account_id = '${accountId}';
    insert into stock.balance (account_id, batch_id, place_id, product_id, on_hand, last_moved_at)
      select account_id, id, '${placeId}', product_id, 100, now() from batches.batch where account_id = '${accountId}';
    analyze;`)
  const caller = openCaller(lab.address, account, 1)
  const first = (query: string) => medianMilliseconds(times, () => caller.call('GET', `/v1/stock?limit=100${query}`))
  const results = {
    'stock.list.all': { milliseconds: await first('') },
    'stock.list.sellable': { milliseconds: await first('&status=sellable') },
    'stock.list.expired': { milliseconds: await first('&status=expired') },
    'stock.list.text': { milliseconds: await first('&text=product%207') },
    'stock.list.by_quantity': { milliseconds: await first('&sort=onHand&direction=desc') },
  }
  await caller.close()
  return results
}
