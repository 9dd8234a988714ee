import { afterEach, beforeEach, expect, test } from 'vitest'
import { begin, untracked } from '../../test/identifying.ts'
import { batchId, order } from '../../test/stories.ts'
import { openWorld, type World } from '../../test/world.ts'
import { possibleRecipients } from './possible-recipients.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ works: false })
})
afterEach(() => world.close())

const act = () => ({
  accountId: world.accountId,
  actorId: null,
  actorName: 'Olive Owner',
  role: 'owner',
  source: 'test',
  requestId: null,
  at: world.clock.now(),
})

test('the bounds are those of all who got any, however few of them are listed, and those who may have most stand first', async () => {
  await untracked(world, { A1: 30 })
  await begin(world, { candidates: [{ batch: 'L1' }] })
  for (const [code, quantity] of [
    ['C1', 2],
    ['C2', 9],
    ['C3', 4],
  ] as const) {
    await world.post('/v1/customers', { code, name: code })
    const { id } = await order(world, quantity, { customer: code })
    await world.post('/v1/shipments', { order: id })
  }
  const id = await batchId(world, 'L1')
  const { least, most, items } = await world.app.house.database.read(act(), (db) => possibleRecipients(db, id, 2))
  expect({ least, most }).toEqual({ least: 15, most: 15 })
  expect(items.map((row) => [row.customerName, row.most])).toEqual([
    ['C2', 9],
    ['C3', 4],
  ])
})
