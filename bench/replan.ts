/**
 * bench/replan.ts — a hold on a batch that is promised to many order lines: how long it takes to place, and until each of
 * them has another.
 */
import type { Results } from './allocate.ts'
import { type Caller, type Lab, openCaller } from './lab.ts'
import { millisecondsOf, round } from './measure.ts'
import { stockUp } from './stock-up.ts'
import { until } from './until.ts'

const ordersEach = 1000

export async function replan(lab: Lab, lines: number): Promise<Results> {
  const account = await lab.account('replan')
  const received = await stockUp(lab, account, { products: 1 })
  const batchId = received.find(({ batchCode }) => batchCode === 'B1')?.batchId ?? ''
  const caller = openCaller(lab.address, account, 1)
  await placeOrders(caller, lines)
  await expectPromised(caller, batchId, lines)
  const start = performance.now()
  const hold = { scope: 'batch', batch: batchId, reason: 'bench' }
  const holdMilliseconds = await millisecondsOf(() => caller.call('POST', '/v1/holds', hold))
  await expectPromised(caller, batchId, 0)
  await until(async () => {
    const { items } = (await caller.call('GET', '/v1/orders?state=waiting&limit=1')) as { items: unknown[] }
    return items.length === 0
  })
  const replannedMilliseconds = performance.now() - start
  await caller.close()
  return {
    replan: {
      lines,
      holdMilliseconds: round(holdMilliseconds),
      replannedMilliseconds: round(replannedMilliseconds),
    },
  }
}

/** Of one line and one unit each. */
export async function placeOrders(caller: Caller, lines: number): Promise<void> {
  for (let placed = 0; placed < lines; placed += ordersEach) {
    const orders = Array.from({ length: Math.min(ordersEach, lines - placed) }, () => ({
      lines: [{ product: 'P0', quantity: 1 }],
    }))
    await caller.call('POST', '/v1/orders/bulk', { orders })
  }
}

/** A hold that has been answered and leaves a promise of its batch is none. */
export async function expectPromised(caller: Caller, batchId: string, lines: number): Promise<void> {
  const path = `/v1/hold-preview?scope=batch&batch=${batchId}`
  const { orderLines } = (await caller.call('GET', path)) as { orderLines: number }
  if (orderLines !== lines) throw new Error(`the batch is promised to ${orderLines} lines, not to ${lines}`)
}
