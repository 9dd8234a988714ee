/**
 * bench/rules.ts — what rules cost: one-line orders for one of many products with 12 batches each in 3 warehouses, without a
 * rule and then with twenty, on the same account.
 */
import type { Results } from './allocate.ts'
import { type Account, type Caller, type Lab, openCaller } from './lab.ts'
import { perSecond, round } from './measure.ts'
import { twentyRules } from './rule-list.ts'
import { stockUp } from './stock-up.ts'
import { until } from './until.ts'

const clients = 32
const channels = ['amazon', 'shop', 'wholesale'] as const
const countries = ['US', 'DE', 'FR', 'GB'] as const

type Sizes = Readonly<{ seconds: number; products: number }>

export async function ruled(lab: Lab, { seconds, products }: Sizes): Promise<Results> {
  const account = await lab.account('ruled')
  const caller = openCaller(lab.address, account, clients)
  for (const code of ['W2', 'W3']) await caller.call('POST', '/v1/warehouses', { code, name: code, timeZone: 'UTC' })
  for (let at = 0; at < 10; at += 1) await caller.call('POST', '/v1/customers', { code: `C${at}`, name: `Shop ${at}` })
  const received = await stockUp(lab, account, { products, batches: 12, warehouses: ['W', 'W2', 'W3'] })
  await sendSome(caller, products)
  const without = await orders(caller, { seconds, products })
  for (const rule of twentyRules(received)) await caller.call('POST', '/v1/rules', rule)
  await settled(lab, account)
  const perSecondRuled = await orders(caller, { seconds, products })
  await refuseWaiting(caller)
  await caller.close()
  return {
    'allocate.ruled.32': { perSecond: perSecondRuled, withoutRules: without, ratio: round(perSecondRuled / without) },
  }
}

/** The same orders in the same order every time: all products, channels, customers and countries in all combinations. */
function order(at: number, products: number) {
  const channel = channels[at % channels.length]
  return {
    customer: `C${Math.floor(at / 3) % 10}`,
    channel,
    country: countries[Math.floor(at / 30) % countries.length],
    lines: [
      { product: `P${(at * 7919 + Math.floor(at / products)) % products}`, quantity: channel === 'wholesale' ? 6 : 1 },
    ],
  }
}

async function orders(caller: Caller, { seconds, products }: Sizes): Promise<number> {
  let at = 0
  return perSecond(clients, seconds, () => {
    at += 1
    return caller.call('POST', '/v1/orders', order(at, products))
  })
}

/** Customers have received something, so that "never older" has something to hold against. */
async function sendSome(caller: Caller, products: number): Promise<void> {
  const some = Array.from({ length: 200 }, (_, at) => order(at, products))
  const placed = (await caller.call('POST', '/v1/orders/bulk', { orders: some })) as {
    results: { answer: { id: string } }[]
  }
  const shipments = placed.results.map(({ answer: { id } }) => ({ order: id }))
  await caller.call('POST', '/v1/shipments/bulk', { shipments })
}

/** Until all promises were held against all rules, and what they freed was offered: work that is not the orders'. */
async function settled(lab: Lab, { accountId }: Account): Promise<void> {
  await until(async () => {
    const [left] = await lab.owner<{ any: boolean }[]>`
      select exists (select from allocation.rule where account_id = ${accountId} and begun_at is null)
        or exists (select from stock.offer where account_id = ${accountId}) as any`
    return left?.any === false
  })
}

/** Orders that wait for stock would be another figure. */
async function refuseWaiting(caller: Caller): Promise<void> {
  const { items } = (await caller.call('GET', '/v1/orders?state=waiting&limit=1')) as { items: { number: string }[] }
  if (items[0]) throw new Error(`order ${items[0].number} waits, though there is plenty that may go to it`)
}
