import { afterEach, beforeEach, expect, test } from 'vitest'
import { gifts, kit, linesOfParts, orderKits, setKit } from '../../test/kit-stories.ts'
import { differences } from '../../test/stories.ts'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await gifts(world, { p: [3, 10], q: 6 })
})
afterEach(() => world.close())

const announce = (quantity: number, more: Json = {}, sku = 'GIFT') =>
  world.call('POST', '/v1/returns', { number: 'R-1', ...more, lines: [{ product: sku, quantity }] })
const linesOf = ({ body }: Json): string[] =>
  body.lines.map(({ lineNo, sku, quantity, out }: Json) =>
    [`${lineNo}: ${quantity} ${sku}`, ...out.map((one: Json) => `${one.batchCode} ${one.quantity}`)].join(', '),
  )

test('a kit that comes back is all its parts, as the order sold it, with the batches that were sent of each', async () => {
  const placed = await orderKits(world, 2, { number: 'SO-9' })
  await world.post('/v1/shipments', { order: placed.id, lines: linesOfParts(placed, ['P', 'Q']) })
  await setKit(world, 'GIFT', '1 P, 5 Q')
  const announced = await announce(2, { orderNumber: 'SO-9' })
  expect(linesOf(announced)).toEqual(['1: 4 P, P1 3, P2 1', '2: 2 Q, Q1 2'])
  const { id } = announced.body
  const which = await world.call('POST', `/v1/returns/${id}/receipts`, {
    warehouse: 'CHI',
    lines: [{ line: 1, quantity: 2 }],
  })
  expect(which.body).toMatchObject({ code: 'return_which_batch', facts: { choices: ['P1', 'P2'] } })
  const done = await world.post(`/v1/returns/${id}/receipts`, {
    warehouse: 'CHI',
    lines: [
      { line: 1, quantity: 3, batch: 'P1' },
      { line: 1, quantity: 1, batch: 'P2' },
      { line: 2, quantity: 2 },
    ],
  })
  expect(done).toMatchObject({ closedAt: expect.any(String), lines: [{ returned: 4 }, { returned: 2 }] })
  const { items } = await world.get(`/v1/audit?limit=50`)
  const told = items.find(({ action }: Json) => action === 'return.announce')
  expect(told.after.kits).toEqual([{ sku: 'GIFT', quantity: 2 }])
  expect(await differences(world)).toEqual([])
})

test('without an order of ours it is what the kit holds today, down to what lies in stock', async () => {
  await kit(world, 'BOX', '2 GIFT, 1 Q')
  expect(linesOf(await announce(3, {}, 'BOX'))).toEqual(['1: 12 P', '2: 9 Q'])
})

test('what was sold as a kit and is none any more comes back as the order had it', async () => {
  const placed = await orderKits(world, 1, { number: 'SO-9' })
  await world.post('/v1/shipments', { order: placed.id, lines: linesOfParts(placed, ['P', 'Q']) })
  await setKit(world, 'GIFT', null)
  expect(linesOf(await announce(1, { orderNumber: 'SO-9' }))).toEqual(['1: 2 P, P1 2', '2: 1 Q, Q1 1'])
})

test('more than can be counted, and what is not there, is refused at its line', async () => {
  const most = await announce(9_000_000_000_000_000)
  expect(most.body.facts.problems[0].at).toBe('lines[0].quantity')
  const none = await announce(1, {}, 'NONE')
  expect(none.body.facts.problems).toEqual([{ at: 'lines[0].product', message: 'there is no product "NONE"' }])
})

test('kits that come to too many lines are refused with how many', async () => {
  const lines = Array.from({ length: 2501 }, () => ({ product: 'GIFT', quantity: 1 }))
  const answer = await world.call('POST', '/v1/returns', { number: 'R-2', lines })
  const message = 'come to 5002 lines, parts of kits counted; at most 5000 go together'
  expect(answer.body.facts.problems).toEqual([{ at: 'lines', message }])
})
