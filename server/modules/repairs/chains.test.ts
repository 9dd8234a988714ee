import { afterEach, beforeEach, expect, test } from 'vitest'
import { merge, rename, tried, undo } from '../../test/repairs.ts'
import { batchId, product, receive } from '../../test/stories.ts'
import { type Json, openWorld, type World } from '../../test/world.ts'

const expiresOn = '2026-06-01'
let world: World
beforeEach(async () => {
  world = await openWorld()
  await product(world)
})
afterEach(() => world.close())

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
