import { afterAll, beforeAll, expect, test } from 'vitest'
import { order, product, receive } from '../../test/stories.ts'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
const dated = { expiresOn: '2026-03-01' }
/** Of A much has left, of B little and dear, of C nothing. Ten bins with one batch each, and an empty one. */
beforeAll(async () => {
  world = await openWorld({ works: false })
  const { items } = await world.get('/v1/warehouses')
  const bins = Array.from({ length: 10 }, (_, at) => ({ warehouseId: items[0].id, code: `B${at}` }))
  await world.post('/v1/places', { places: [...bins, { warehouseId: items[0].id, code: 'EMPTY' }] })
  for (const sku of ['A', 'B', 'C']) await product(world, { sku })
  await receive(
    world,
    bins.map(({ code }, at) => ({
      ...dated,
      product: ['A', 'B', 'C'][at % 3] ?? 'A',
      batch: `L${at % 3}`,
      place: code,
      quantity: 100,
      unitCost: at % 3 === 1 ? 5000 : 10,
      currency: 'USD',
    })),
  )
  for (const [sku, quantity] of [
    ['A', 90],
    ['B', 10],
  ] as const) {
    const { id } = await order(world, quantity, { line: { product: sku } })
    await world.post('/v1/shipments', { order: id })
  }
})
afterAll(() => world?.close())

const make = (body: Json) => world.post('/v1/counts', { warehouse: 'CHI', blind: true, ...body })
const bins = ({ tasks }: Json) => tasks.map(({ placeCode }: Json) => placeCode)

test('bins that are named, also empty ones; and where none is named, all in which something lies', async () => {
  expect(bins(await make({ of: 'bins', bins: ['EMPTY', 'B3'] }))).toEqual(['B3', 'EMPTY'])
  expect(bins(await make({ of: 'bins' }))).toHaveLength(10)
})

test('a product or a batch is counted in each bin where it lies, and what else lies there is left out', async () => {
  const made = await make({ of: 'products', products: ['B'], blind: false })
  expect(bins(made)).toEqual(['B1', 'B4', 'B7'])
  expect(bins(await make({ of: 'batches', batches: ['L1'] }))).toEqual(['B1', 'B4', 'B7'])
  const other = { tallies: [{ place: 'B1', lines: [{ product: 'C', batch: 'L2', quantity: 1 }] }] }
  expect((await world.call('POST', `/v1/counts/${made.id}/tallies`, other)).body.facts.problems).toEqual([
    { at: 'tallies[0].lines[0]', message: 'C is not what this count is of: leave it out' },
  ])
})

test('the classes are those of units or of value, with their definition', async () => {
  const classes = async (by: string) => {
    const { definition, items } = await world.get(`/v1/abc-classes?warehouse=CHI&by=${by}`)
    return [definition.slice(0, 11), ...items.map((row: Json) => `${row.sku} ${row.class} ${row.amount}`)]
  }
  expect(await classes('units')).toEqual(['By units sh', 'A A 90', 'B B 10', 'C C 0'])
  expect(await classes('value')).toEqual(['By value at', 'B A 50000', 'A C 900', 'C C 0'])
  expect(bins(await make({ of: 'class', class: 'A' }))).toEqual(['B0', 'B3', 'B6', 'B9'])
  expect(bins(await make({ of: 'class', class: 'A', classBy: 'value' }))).toEqual(['B1', 'B4', 'B7'])
})

test('a sample is drawn with a seed that is kept, and can be drawn again', async () => {
  const first = await make({ of: 'random', sample: 4 })
  expect(first).toMatchObject({ sample: 4, drawnFrom: 10 })
  expect(bins(first)).toHaveLength(4)
  expect(bins(await make({ of: 'random', sample: 4, seed: first.seed }))).toEqual(bins(first))
})

test('what is missing or unknown is named, and a count of nothing is not made', async () => {
  const refused = async (body: Json) => {
    const { status, body: told } = await world.call('POST', '/v1/counts', { warehouse: 'CHI', blind: true, ...body })
    return [status, told.facts.problems?.map(({ at }: Json) => at) ?? told.code]
  }
  expect(await refused({ of: 'products' })).toEqual([422, ['products']])
  expect(await refused({ of: 'products', products: ['A', 'NONE', 'NIL'] })).toEqual([
    422,
    ['products[1]', 'products[2]'],
  ])
  expect(await refused({ of: 'bins', bins: ['NONE'] })).toEqual([422, ['bins[0]']])
  expect(await refused({ of: 'batches', batches: ['L1', 'NONE'] })).toEqual([422, ['batches[1]']])
  await product(world, { sku: 'NEVER' })
  expect(await refused({ of: 'products', products: ['NEVER'] })).toEqual([409, 'nothing_to_count'])
})

test('the accuracy is the share of batches at bins that were right when they were counted, not when they were booked', async () => {
  const made = await make({ of: 'bins', bins: ['B2', 'B5', 'B8'], blind: false })
  const line = (quantity: number) => [{ batch: 'L2', quantity }]
  const tallies = [
    { place: 'B2', lines: line(100) },
    { place: 'B5', lines: line(99) },
    { place: 'B8', lines: line(7) },
  ]
  await world.post(`/v1/counts/${made.id}/tallies`, { tallies })
  const rate = async (query = '') => (await world.get(`/v1/batch-accuracy${query}`)).items
  const here = { warehouseCode: 'CHI', counted: 3, right: 1, percent: 33.3 }
  expect(await rate()).toMatchObject([here])
  await world.post(`/v1/counts/${made.id}/tallies`, { tallies: [{ place: 'B8', lines: line(100) }] })
  expect(await rate()).toMatchObject([{ ...here, right: 2, percent: 66.7 }])
  await world.post(`/v1/counts/${made.id}/bookings`, {})
  await world.post(`/v1/counts/${made.id}/tallies`, { tallies: [{ place: 'B5', lines: line(99) }] })
  expect(await rate('?warehouse=CHI')).toMatchObject([{ ...here, right: 2, percent: 66.7 }])
  expect(await rate('?until=2025-11-22T00:00:00Z')).toEqual([])
})
