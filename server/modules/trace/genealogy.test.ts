/**
 * server/modules/trace/genealogy.test.ts — what was made of what, as the graph is told it.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
const idOf: Record<string, string> = {}
beforeAll(async () => {
  world = await openWorld({ works: false })
  for (const sku of ['ROSE', 'OIL', 'CREAM']) await world.post('/v1/products', { sku, name: sku })
  const lines = ['R-1', 'R-2'].map((batch) => ({ product: 'ROSE', batch, quantity: 100, expiresOn: '2025-12-01' }))
  const received = await world.post('/v1/receipts', { warehouse: 'CHI', lines })
  for (const line of received.lines) idOf[line.batchCode] = line.batchId
  await run([['ROSE', 'R-1', 40]], [['OIL', 'O-1', 20]])
  await run(
    [
      ['ROSE', 'R-1', 10],
      ['ROSE', 'R-2', 10],
      ['OIL', 'O-1', 5],
    ],
    [
      ['CREAM', 'C-1', 50],
      ['CREAM', 'C-2', 25],
    ],
  )
})
afterAll(() => world?.close())

type Line = readonly [product: string, batch: string, quantity: number]
async function run(used: readonly Line[], made: readonly Line[]): Promise<void> {
  const lines = (of: readonly Line[]) => of.map(([product, batch, quantity]) => ({ product, batch, quantity }))
  const answer = await world.post('/v1/production-runs', {
    warehouse: 'CHI',
    kind: 'produce',
    inputs: lines(used),
    outputs: lines(made).map((line) => ({ ...line, expiresOn: '2027-01-01' })),
  })
  for (const { batchCode, batchId } of answer.outputs) idOf[batchCode] = batchId
}

const ask = (batch: string, more = '') => world.get(`/v1/genealogy?kind=batch&batch=${idOf[batch]}${more}`)
const generations = ({ batches }: Json) =>
  Object.fromEntries(batches.map(({ batchCode, generation }: Json) => [batchCode, generation]))

test('each batch stands behind all that it was made of, and each link tells how much went in', async () => {
  const told = await ask('R-1')
  expect(generations(told)).toEqual({ 'R-1': 0, 'O-1': 1, 'C-1': 2, 'C-2': 2 })
  const link = (parent: string, child: string) =>
    told.links.find(({ parentId, childId }: Json) => parentId === idOf[parent] && childId === idOf[child])
  expect(link('R-1', 'O-1')).toMatchObject({ kind: 'made', quantity: 40 })
  expect(told).toMatchObject({ batchesLeftOut: 0, linksCut: false })
  expect(told.links).toHaveLength(5)
})

test('upwards it tells what it was made of, and not what else was made of that', async () => {
  expect(generations(await ask('O-1'))).toEqual({ 'R-1': -1, 'O-1': 0, 'C-1': 1, 'C-2': 1 })
  expect(generations(await ask('C-2'))).toEqual({ 'R-1': -2, 'R-2': -1, 'O-1': -1, 'C-2': 0 })
})

test('a batch is told as held, recalled or expired, and as good otherwise', async () => {
  await world.post('/v1/holds', { scope: 'batch', batch: idOf['C-1'], reason: 'Lumps' })
  const scope = { parts: [{ kind: 'batch', batch: idOf['C-2'] }] }
  const recall = await world.post('/v1/recalls', { kind: 'recall', title: 'Glass', reason: 'Splinters', scope })
  await world.post(`/v1/recalls/${recall.id}/start`, {})
  world.clock.set('2025-12-03T15:00:00Z')
  const { batches } = await ask('R-1')
  expect(Object.fromEntries(batches.map(({ batchCode, state, onHand }: Json) => [batchCode, [state, onHand]]))).toEqual(
    {
      'R-1': ['expired', 50],
      'O-1': ['good', 15],
      'C-1': ['held', 50],
      'C-2': ['recalled', 25],
    },
  )
})

test('as it was known before anything was made, a batch stands alone', async () => {
  world.clock.set('2025-12-04T15:00:00Z')
  expect(generations(await ask('R-1', '&knownOn=2025-11-22T00:00:00Z'))).toEqual({ 'R-1': 0 })
})
