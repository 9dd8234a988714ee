/**
 * bench/bulk.ts — lines a second through the bulk endpoints, thousands of lines a call, two callers at once.
 */
import type { Results } from './allocate.ts'
import { type Account, type Lab, openCaller } from './lab.ts'
import { perSecond, round } from './measure.ts'
import { stockUp } from './stock-up.ts'

const callers = 2
const documents = 200
const linesEach = 5

export async function bulk(lab: Lab, options: { seconds: number; products: number; floor: number }): Promise<Results> {
  const account = await lab.account('bulk')
  await stockUp(lab, account, { products: options.products })
  const perLine = documents * linesEach
  const figures = (rate: number) => ({
    perSecond: Math.round(rate * perLine),
    floor: options.floor,
    ratio: round((rate * perLine) / options.floor),
  })
  const receive = await calls(lab, account, options, () => ['/v1/receipts/bulk', { receipts: many(options, receipt) }])
  const allocate = await calls(lab, account, options, () => ['/v1/orders/bulk', { orders: many(options, order) }])
  return {
    'receive.bulk': figures(receive),
    'allocate.bulk': figures(allocate),
    'ship.bulk': await shipping(lab, account, options),
  }
}

type Sizes = { seconds: number; products: number; floor: number }

async function calls(lab: Lab, account: Account, { seconds }: Sizes, next: () => [string, unknown]): Promise<number> {
  const caller = openCaller(lab.address, account, callers)
  let whole = 0
  const start = performance.now()
  await perSecond(callers, seconds, async () => {
    const [path, body] = next()
    const { refused } = (await caller.call('POST', path, body)) as { refused: number }
    if (refused > 0) throw new Error(`${path} refused ${refused}`)
    whole += 1
  })
  await caller.close()
  return whole / ((performance.now() - start) / 1000)
}

const pick = (products: number) => `P${Math.floor(Math.random() * products)}`
const many = <T>({ products }: Sizes, make: (products: number) => T): T[] =>
  Array.from({ length: documents }, () => make(products))
const receipt = (products: number) => ({
  warehouse: 'W',
  lines: Array.from({ length: linesEach }, () => ({ product: pick(products), quantity: 5, batch: 'B1' })),
})
const order = (products: number) => ({
  lines: Array.from({ length: linesEach }, () => ({ product: pick(products), quantity: 1 })),
})

/** Orders are placed before the clock runs; only the shipping of them is timed. */
async function shipping(lab: Lab, account: Account, options: Sizes): Promise<Record<string, number>> {
  const caller = openCaller(lab.address, account, callers)
  const rounds = Math.max(2, Math.round(options.seconds * 2))
  const placed: string[][] = []
  for (let round = 0; round < rounds; round += 1) {
    const answer = (await caller.call('POST', '/v1/orders/bulk', { orders: many(options, order) })) as {
      results: { answer: { id: string } }[]
    }
    placed.push(answer.results.map((one) => one.answer.id))
  }
  const start = performance.now()
  await Promise.all(
    Array.from({ length: callers }, async () => {
      for (let ids = placed.pop(); ids; ids = placed.pop()) {
        const { refused } = (await caller.call('POST', '/v1/shipments/bulk', {
          shipments: ids.map((id) => ({ order: id })),
        })) as { refused: number }
        if (refused > 0) throw new Error(`shipping refused ${refused}`)
      }
    }),
  )
  const rate = Math.round((rounds * documents * linesEach) / ((performance.now() - start) / 1000))
  await caller.close()
  return { perSecond: rate, floor: options.floor, ratio: round(rate / options.floor) }
}
