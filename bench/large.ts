/**
 * bench/large.ts — the list of stock of many batches, written by SQL as the owner, read over HTTP.
 */
import type { Results } from './allocate.ts'
import { type Lab, openCaller } from './lab.ts'
import { medianMilliseconds } from './measure.ts'

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
