/**
 * bench/allocate.ts — one-line orders, each its own request, for one of many products or all for the same batch.
 */

import type { Floor } from './floor.ts'
import { type Account, type Lab, openCaller } from './lab.ts'
import { perSecond, round } from './measure.ts'
import { stockUp } from './stock-up.ts'

export type Results = Record<string, Record<string, number>>

export async function allocate(
  lab: Lab,
  floor: Floor,
  options: { seconds: number; products: number; clients: readonly number[] },
): Promise<Results> {
  const account = await lab.account('allocate')
  await stockUp(lab, account, { products: options.products })
  const results: Results = {}
  for (const shape of ['uniform', 'hot'] as const) {
    for (const clients of options.clients) {
      const floored = await floor[shape](clients)
      const rate = await orders(lab, account, { ...options, shape, clients })
      results[`allocate.${shape}.${clients}`] = { perSecond: rate, floor: floored, ratio: round(rate / floored) }
    }
  }
  await refuseOversell(lab, account)
  return results
}

async function orders(
  lab: Lab,
  account: Account,
  {
    seconds,
    products,
    shape,
    clients,
  }: { seconds: number; products: number; shape: 'uniform' | 'hot'; clients: number },
): Promise<number> {
  const caller = openCaller(lab.address, account, clients)
  const product = () => (shape === 'hot' ? 'P0' : `P${Math.floor(Math.random() * products)}`)
  const rate = await perSecond(clients, seconds, () =>
    caller.call('POST', '/v1/orders', { lines: [{ product: product(), quantity: 1 }] }),
  )
  await caller.close()
  return rate
}

/** A figure of a server that sells what it has not is worth nothing. */
async function refuseOversell(lab: Lab, account: Account): Promise<void> {
  const caller = openCaller(lab.address, account, 1)
  const { differences } = (await caller.call('POST', '/v1/verifications', {})) as { differences: unknown[] }
  await caller.close()
  if (differences.length > 0) throw new Error(`the verifier found ${differences.length} differences`)
}
