/**
 * The second look at a recall that has been started, as the job does it.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { order, orderBecomes, product, receive } from '../../test/stories.ts'
import { openWorld, type World, waitFor } from '../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await product(world)
})
afterEach(() => world.close())

test('who lost what is recalled gets other batches, and then nobody looks any more', async () => {
  await receive(world, [
    { batch: 'A', quantity: 10, expiresOn: '2027-01-01', supplierLot: 'S-77' },
    { batch: 'B', quantity: 10, expiresOn: '2027-06-01' },
  ])
  const placed = await order(world, 4)
  const scope = { parts: [{ kind: 'supplier_lot', supplierLot: 'S-77' }] }
  const { id } = await world.post('/v1/recalls', { kind: 'recall', title: 'Glass', reason: 'Splinters.', scope })
  await world.post(`/v1/recalls/${id}/start`, {})
  const { lines } = await orderBecomes(world, placed, { allocated: 4 })
  expect(lines[0].batches.map(({ batchCode }: { batchCode: string }) => batchCode)).toEqual(['B'])
  await waitFor(async () => (await world.owner`select from graphile_worker.jobs`).length === 0, 'the jobs to be done')
})
