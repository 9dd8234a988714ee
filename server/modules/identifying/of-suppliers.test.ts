import { afterEach, beforeEach, expect, test } from 'vitest'
import { begin, linesOf, stockHere, untracked } from '../../test/identifying.ts'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ works: false })
})
afterEach(() => world.close())

test('where a code is a batch of one supplier, goods with that label are of it, and of two it is asked of which', async () => {
  for (const code of ['X', 'Y']) await world.post('/v1/suppliers', { code, name: code })
  await untracked(world, { A1: 10 }, { batchIdentity: 'supplier' })
  const path = await begin(world)
  const from = (supplier: string, quantity: number) =>
    world.post('/v1/receipts', {
      warehouse: 'CHI',
      supplier,
      lines: [{ product: 'P', place: 'A1', batch: 'L1', quantity }],
    })
  await from('X', 1)
  await world.post(`/v1/identifications/${path.id}/units`, { lines: linesOf('A1', { L1: 4 }) })
  expect(await stockHere(world)).toEqual({ '- A1': 6, 'L1 A1': 5 })
  expect((await world.get('/v1/batches?product=P&called=L1')).items).toHaveLength(1)
  await from('Y', 1)
  const asked = await world.call('POST', `/v1/identifications/${path.id}/units`, { lines: linesOf('A1', { L1: 1 }) })
  expect(asked.body).toMatchObject({ code: 'ambiguous', facts: { name: 'L1' } })
  const [{ id }] = (await world.get('/v1/batches?product=P&called=L1')).items as Json[]
  await world.post(`/v1/identifications/${path.id}/units`, { lines: linesOf('A1', { [id]: 1 }) })
  expect((await world.get('/v1/batches?product=P&called=L1')).items).toHaveLength(2)
})
