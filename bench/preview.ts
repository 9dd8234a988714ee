/**
 * bench/preview.ts — what a rule would change, on many open lines that would all lose their batch to it and get another:
 * written by SQL as the owner, asked for over HTTP.
 */
import type { Results } from './allocate.ts'
import { type Account, type Lab, openCaller } from './lab.ts'
import { medianMilliseconds } from './measure.ts'

const products = 1000
const linesEach = 5

export async function preview(lab: Lab, lines: number): Promise<Results> {
  const account = await lab.account('preview')
  await openLines(lab, account, lines)
  const caller = openCaller(lab.address, account, 1)
  const rule = { name: 'Amazon: 60 days', channel: 'amazon', lifeDaysMin: 60, reason: 'bench' }
  const milliseconds = await medianMilliseconds(3, async () => {
    const told = (await caller.call('POST', '/v1/rule-preview', { rule })) as {
      linesConcerned: number
      losing: { servedOtherwise: number }
    }
    if (told.linesConcerned !== lines || told.losing.servedOtherwise !== lines)
      throw new Error(`the preview tells of ${told.linesConcerned} lines, not of ${lines}`)
  })
  await caller.close()
  return { preview: { lines, milliseconds } }
}

/** Account and sizes are ours, so they may stand in the text. Of 12 batches a product the first, with 40 days left, is promised. */
async function openLines(lab: Lab, { accountId, placeId }: Account, lines: number): Promise<void> {
  await lab.owner.unsafe(`
    insert into catalog.product (account_id, id, sku, name, category, base_unit, tracking, dates, rotation, created_at)
      select '${accountId}', gen_random_uuid(), 'P' || n, 'Product ' || n, 'food', 'each', 'batch', 'required', 'fefo', now() from generate_series(0, ${products - 1}) n;
    insert into batches.batch (account_id, id, product_id, code, code_as_given, look_alike_key, expires_on, created_at)
      select p.account_id, gen_random_uuid(), p.id, 'L' || n, 'L' || n, 'l' || n, current_date + 40 * n, now()
      from generate_series(1, 12) n join catalog.product p on p.account_id = '${accountId}';
    insert into orders.sales_order (account_id, id, number, channel, ordered_at, recorded_at, actor_name)
      select '${accountId}', gen_random_uuid(), 'SO-' || n, 'amazon', now() - n * interval '1 second', now(), 'bench'
      from generate_series(1, ${Math.ceil(lines / linesEach)}) n;
    analyze catalog.product, orders.sales_order;
    insert into orders.order_line (account_id, id, order_id, line_no, product_id, ordered)
      select '${accountId}', gen_random_uuid(), o.id, row_number() over (partition by o.id), p.id, 1
      from generate_series(0, ${lines - 1}) n
      join orders.sales_order o on o.account_id = '${accountId}' and o.number = 'SO-' || (n / ${linesEach} + 1)
      join catalog.product p on p.account_id = o.account_id and p.sku = 'P' || (n % ${products});
    analyze batches.batch, orders.order_line;
    insert into stock.demand (account_id, id, document_id, product_id, quantity, reserved, shortage, channel, asked_at)
      select l.account_id, l.id, l.order_id, l.product_id, 1, 1, 'part', 'amazon', o.ordered_at
      from orders.order_line l join orders.sales_order o on o.account_id = l.account_id and o.id = l.order_id
      where l.account_id = '${accountId}';
    analyze stock.demand;
    insert into stock.reservation (account_id, demand_id, batch_id, place_id, product_id, quantity)
      select d.account_id, d.id, b.id, '${placeId}', d.product_id, 1
      from stock.demand d join batches.batch b on b.account_id = d.account_id and b.product_id = d.product_id and b.code = 'L1'
      where d.account_id = '${accountId}';
    analyze stock.reservation;
    insert into stock.balance (account_id, batch_id, place_id, product_id, on_hand, reserved, last_moved_at)
      select b.account_id, b.id, '${placeId}', b.product_id, 100000, count(r.demand_id), now()
      from batches.batch b left join stock.reservation r on r.account_id = b.account_id and r.batch_id = b.id
      where b.account_id = '${accountId}' group by b.account_id, b.id, b.product_id;
    analyze;`)
}
