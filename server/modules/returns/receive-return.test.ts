import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await world.post('/v1/products', { sku: 'TEA', name: 'Green tea' })
  await world.post('/v1/products', { sku: 'CAM', name: 'Camera', tracking: 'serial', dates: 'none' })
  await world.post('/v1/customers', { code: 'GB', name: 'Green Basket' })
  await world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: [
      { product: 'TEA', quantity: 3, batch: 'A', expiresOn: '2026-05-01' },
      { product: 'TEA', quantity: 9, batch: 'B', expiresOn: '2026-06-01' },
      { product: 'CAM', quantity: 2, batch: 'C', serials: ['S-1', 'S-2'] },
    ],
  })
  const order = await world.post('/v1/orders', {
    number: 'SO-7',
    customer: 'GB',
    lines: [
      { product: 'TEA', quantity: 5 },
      { product: 'CAM', quantity: 1 },
    ],
  })
  const [tea, camera] = order.lines
  const picked = (line: typeof tea, batch: string, quantity: number, serials?: string[]) => ({
    orderLine: line.id,
    batch,
    quantity,
    ...(serials ? { serials } : {}),
  })
  await world.post('/v1/shipments', {
    order: 'SO-7',
    lines: [picked(tea, 'A', 3), picked(tea, 'B', 2), picked(camera, 'C', 1, ['S-1'])],
  })
})
afterAll(() => world.close())

const announce = (number: string, lines: object[], more: object = { orderNumber: 'SO-7' }) =>
  world.post('/v1/returns', { number, ...more, lines })
const takeIn = (id: string, lines: object[]) =>
  world.call('POST', `/v1/returns/${id}/receipts`, { warehouse: 'CHI', lines })
const verify = async () => (await world.post('/v1/verifications', {})).differences

// Scenario 53.
test('a unit without a label is asked about, with what each batch can be at most; more than is out is refused', async () => {
  const { id, lines } = await announce('R-1', [{ product: 'TEA', quantity: 1 }])
  expect(lines[0].out).toMatchObject([
    { batchCode: 'A', quantity: 3 },
    { batchCode: 'B', quantity: 2 },
  ])
  const asked = await takeIn(id, [{ line: 1, quantity: 1 }])
  expect(asked.body).toMatchObject({
    code: 'return_which_batch',
    facts: { where: 'line 1', choices: ['A', 'B'], among: 'A (at most 3), B (at most 2)' },
  })
  expect((await takeIn(id, [{ line: 1, quantity: 4, batch: 'A' }])).body).toMatchObject({
    code: 'return_beyond_sent',
    facts: { most: 3 },
  })
  const done = await takeIn(id, [{ line: 1, quantity: 1, batch: ' A ' }])
  expect(done.body).toMatchObject({
    closedAt: expect.any(String),
    lines: [{ returned: 1, batches: [{ batchCode: 'A', placeCode: 'QUARANTINE', quantity: 1 }] }],
  })
  expect((await takeIn(id, [{ line: 1, quantity: 1, batch: 'A' }])).body).toMatchObject({ code: 'return_closed' })
})

// Scenario 57, and the second return of scenario 53.
test('what comes back to the shelf keeps its batch and its first day, and of all returns together no more than was sent', async () => {
  const { id } = await announce('R-2', [{ product: 'TEA', quantity: 4 }], { customer: 'GB' })
  const parts = [
    { line: 1, quantity: 2, batch: 'A', place: 'MAIN' },
    { line: 1, quantity: 1, batch: 'A', place: 'MAIN' },
  ]
  expect((await takeIn(id, parts)).body).toMatchObject({
    code: 'return_beyond_sent',
    facts: { where: 'line 2', most: 0 },
  })
  expect((await takeIn(id, parts.slice(0, 1))).body).toMatchObject({ closedAt: null, lines: [{ returned: 2 }] })
  const [stock] = (await world.get('/v1/stock?product=TEA&text=A&status=sellable')).items
  expect(stock).toMatchObject({ batchCode: 'A', onHand: 2, expiresOn: '2026-05-01' })
  const trace = await world.get(`/v1/batches/${stock.batchId}/trace`)
  expect(trace.massBalance).toMatchObject({ onHand: 3, shipped: 0, gap: 0 })
  // Only B is left with them, so it need not be asked.
  const last = await takeIn(id, [{ line: 1, quantity: 2 }])
  expect(last.body).toMatchObject({ closedAt: expect.any(String), lines: [{ returned: 4, out: [] }] })
  expect(await verify()).toEqual([])
})

test('a serial says its own batch; a line that nobody announced is named', async () => {
  const { id } = await announce('R-3', [{ product: 'CAM', quantity: 1 }])
  const strange = await takeIn(id, [{ line: 2, quantity: 1 }])
  expect(strange.body).toMatchObject({ code: 'invalid_input', facts: { problems: [{ at: 'lines[0].line' }] } })
  expect((await takeIn(id, [{ line: 1, quantity: 1 }])).body).toMatchObject({ code: 'serials_needed' })
  expect((await takeIn(id, [{ line: 1, quantity: 1, serials: ['S-1'] }])).body).toMatchObject({
    lines: [{ batches: [{ batchCode: 'C' }] }],
  })
  expect(await verify()).toEqual([])
})

// Scenario 54.
test('what has expired meanwhile goes to quarantine, and not back to the shelf', async () => {
  await world.post('/v1/orders', { number: 'SO-8', customer: 'GB', lines: [{ product: 'TEA', quantity: 2 }] })
  await world.post('/v1/shipments', { order: 'SO-8' })
  const { id } = await announce('R-4', [{ product: 'TEA', quantity: 2 }], { orderNumber: 'SO-8' })
  world.clock.set('2026-07-01T15:00:00.000Z')
  expect((await takeIn(id, [{ line: 1, quantity: 2, place: 'MAIN' }])).body).toMatchObject({
    code: 'expired_on_return',
  })
  expect((await takeIn(id, [{ line: 1, quantity: 1 }])).status).toBe(200)
  const closed = await world.post(`/v1/returns/${id}/closing`)
  expect(closed).toMatchObject({ closedAt: '2026-07-01T15:00:00.000Z', lines: [{ returned: 1 }] })
})

test('returns announced together are each answered with their own lines, and with what can come of their own order', async () => {
  await world.post('/v1/orders', { number: 'SO-9', customer: 'GB', lines: [{ product: 'TEA', quantity: 1 }] })
  const lines = [{ product: 'TEA', quantity: 1 }]
  const of = [{ orderNumber: 'SO-8' }, { customer: 'GB' }, { orderNumber: 'SO-9' }, {}]
  const answers = await Promise.all(of.map((more, index) => announce(`R-W${index}`, lines, more)))
  const alone = await Promise.all(answers.map(({ id }) => world.get(`/v1/returns/${id}`)))
  expect(answers).toEqual(alone)
  const told = ({ number, lines: [line] }: (typeof answers)[number]) =>
    [
      number,
      ...line.out.map((row: { batchCode: string; quantity: number }) => `${row.batchCode} ${row.quantity}`),
    ].join(' ')
  expect(answers.map(told)).toEqual(['R-W0 A 1', 'R-W1 A 1', 'R-W2', 'R-W3'])
})
