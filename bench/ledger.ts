/**
 * bench/ledger.ts — a ledger of many moves, written by SQL as the owner: one batch that went out to many orders, and others that only came.
 */
import type { Account, Lab } from './lab.ts'

/** Of `moves`, one to each of `orders` is of the batch B0. */
export type Size = Readonly<{ moves: number; orders: number }>

/**
 * Account and sizes are ours, so they may stand in the text of the statements. That every row names what is there we see to
 * ourselves: to have a million of them checked would take most of the run.
 */
export async function ledger(
  lab: Lab,
  { accountId, placeId, warehouseId }: Account,
  { moves, orders }: Size,
): Promise<string> {
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
