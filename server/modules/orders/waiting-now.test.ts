/**
 * Why a line waits is told as it is when somebody asks, and not as it was when the line was last decided.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { hold, order, orderNow, product, receive, stockOf } from '../../test/stories.ts'
import { type Caller, type Json, openWorld, type World } from '../../test/world.ts'

let world: World
let account: Caller
beforeAll(async () => {
  world = await openWorld({ works: false })
})
afterAll(() => world?.close())
beforeEach(async () => {
  account = await world.otherAccount()
  await product(account)
  await receive(account, [
    { batch: 'A', quantity: 5, expiresOn: '2027-01-01' },
    { batch: 'B', quantity: 5, expiresOn: '2027-02-01' },
  ])
  for (const batch of ['A', 'B']) await hold(account, batch)
})

const why = ({ lines: [line] }: Json): string[] => line.passedOver.map(({ says }: Json) => says)
const gone = async (batch: string) => {
  const [{ batchId, placeId }] = await stockOf(account, batch)
  await account.post('/v1/adjustments', {
    warehouse: 'CHI',
    reason: 'damage',
    lines: [{ product: 'P', batch: batchId, place: placeId, quantity: -5 }],
  })
}

test('a batch that went is no reason any more, and what was decided then stays in the decisions', async () => {
  const placed = await order(account, 20)
  expect(why(placed)).toHaveLength(2)
  await gone('A')
  expect(why(await orderNow(account, placed))).toEqual([expect.stringMatching(/^B.* on hold/)])
  await gone('B')
  expect(why(await orderNow(account, placed))).toEqual([])
  const [decision] = (await account.get(`/v1/order-lines/${placed.lines[0].id}/decisions`)).items
  expect(decision.passedOver).toHaveLength(2)
})
