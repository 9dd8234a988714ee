import { afterEach, beforeEach, expect, test } from 'vitest'
import { lyingBecomes, merge, onHand, rename, tried, triedUndo, undo } from '../../test/repairs.ts'
import { sentTo } from '../../test/returns.ts'
import { batchId, differences, hold, order, product, receive, stockOf } from '../../test/stories.ts'
import { type Json, openWorld, type World } from '../../test/world.ts'

const expiresOn = '2026-06-01'
let world: World
beforeEach(async () => {
  world = await openWorld()
  await product(world)
})
afterEach(() => world.close())

test('what comes back of the first batch of a chain is of the last one', async () => {
  await receive(world, [{ batch: 'WORSE', quantity: 10, expiresOn }])
  const sent = await sentTo(world, 4)
  await receive(world, [{ batch: 'TYPO', quantity: 5, expiresOn }])
  await receive(world, [{ batch: 'GOOD', quantity: 5, expiresOn }])
  await merge(world, 'WORSE', 'TYPO')
  const second = await merge(world, 'TYPO', 'GOOD')
  const { items } = await world.get(`/v1/shipments?order=${sent.id}`)
  await world.post(`/v1/shipments/${items[0].id}/cancellation`, { reason: 'lorry broke down' })
  await lyingBecomes(world, { GOOD: 20 })
  await undo(world, second)
  expect(await onHand(world)).toEqual({ GOOD: 5, TYPO: 15 })
  expect(await differences(world)).toEqual([])
})

test('units that a hold keeps only as long as two batches are one are parted by nobody who may not lift holds', async () => {
  await receive(world, [{ batch: 'GOOD', quantity: 60, expiresOn }])
  await receive(world, [{ batch: 'TYPO', quantity: 40, expiresOn }])
  const merged = await merge(world, 'TYPO', 'GOOD')
  const held = await hold(world, 'GOOD')
  const manager = await world.as('manager')
  expect((await triedUndo(manager, merged)).body).toMatchObject({
    code: 'repair_held',
    facts: { batch: 'GOOD', hold: held.number },
  })
  expect((await stockOf(world, 'GOOD'))[0]).toMatchObject({ onHand: 100, available: 0 })
  await hold(world, 'TYPO')
  await undo(manager, merged)
  expect((await stockOf(world, 'TYPO'))[0]).toMatchObject({ onHand: 40, available: 0 })
})

test('a code that a batch had before it was merged stays that batch’s', async () => {
  await receive(world, [{ batch: 'GOOD', quantity: 1, expiresOn }])
  await receive(world, [{ batch: 'TYPO', quantity: 1, expiresOn }])
  await rename(world, 'TYPO', 'BAD')
  const merged = await merge(world, 'BAD', 'GOOD')
  const asked = { kind: 'rename', batch: await batchId(world, 'GOOD'), code: 'TYPO' }
  expect((await tried(world, asked)).body).toMatchObject({ code: 'batch_code_known', facts: { batch: 'GOOD' } })
  await undo(world, merged)
  expect((await world.get('/v1/batches?called=TYPO')).items.map((row: Json) => row.code)).toEqual(['BAD'])
})
