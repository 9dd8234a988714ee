import { afterEach, beforeEach, expect, test } from 'vitest'
import { textsOf } from '../../test/pdf-texts.ts'
import { differences, order, product, receive } from '../../test/stories.ts'
import { arrive, dallas, refused, send, settle, transfer, transferNow } from '../../test/transfers.ts'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await dallas(world)
})
afterEach(() => world.close())

test('ten thousand lines are asked for, sent and received in a call each', async () => {
  const skus = Array.from({ length: 100 }, (_, at) => `P${at}`)
  for (const sku of skus) await product(world, { sku })
  const batches = ['A', 'B', 'C']
  for (const batch of batches)
    await receive(
      world,
      skus.map((sku) => ({ product: sku, batch, quantity: 40, expiresOn: '2026-05-01' })),
    )
  const lines = Array.from({ length: 10_000 }, (_, at) => ({ product: skus[at % 100], quantity: 1 }))
  const asked = await world.post('/v1/transfers', { from: 'CHI', to: 'DAL', approve: true, lines })
  expect(asked).toMatchObject({ lineCount: 10_000, asked: 10_000, reserved: 10_000 })
  const sent = await send(world, asked, { lines: lines.map((_, at) => ({ line: at + 1, quantity: 1 })) })
  expect(sent).toMatchObject({ state: 'in_transit', inTransit: 10_000 })
  const { lines: told } = await transferNow(world, asked)
  const named = told.flatMap((line: Json) =>
    line.batches.map(({ batchCode, inTransit }: Json) => ({
      line: line.lineNo,
      batch: batchCode,
      quantity: inTransit,
    })),
  )
  expect(await arrive(world, asked, { lines: named })).toMatchObject({ state: 'received', arrived: 10_000 })
  expect(await differences(world)).toEqual([])
}, 120_000)

test('serials go along by name: sent, on the paper, received, and settled one by one', async () => {
  await product(world, { sku: 'S', name: 'Scale', tracking: 'serial', dates: 'none' })
  await receive(world, [{ product: 'S', batch: 'X', quantity: 3, serials: ['S1', 'S2', 'S3'] }])
  const asked = await transfer(world, 2, { product: 'S' })
  const ask = (what: string, body: Json) => refused(world.call('POST', `/v1/transfers/${asked.id}/${what}`, body))
  expect(await ask('shipments', {})).toBe('serials_needed')
  await send(world, asked, { lines: [{ line: 1, quantity: 2, serials: ['S1', 'S3'] }] })
  const { text } = await world.call('GET', `/v1/transfers/${asked.number}/goods.csv`)
  expect(text.split('\r\n')).toEqual([
    '\uFEFFtransfer,line,sku,batch,expires_on,quantity,serials',
    'TR-1,1,S,X,,2,S1 S3',
    '',
  ])
  expect(await ask('receipts', { lines: [{ line: 1, quantity: 1, serials: ['S2'] }] })).toBe('serial_elsewhere')
  await arrive(world, asked, { rest: 'missing', lines: [{ line: 1, quantity: 1, serials: ['S3'] }] })
  await settle(world, asked, { line: 1, batch: 'X', quantity: 1, as: 'lost', reason: 'gone', serials: ['S1'] })
  expect(await transferNow(world, asked)).toMatchObject({ state: 'closed', arrived: 1, inTransit: 0 })
  expect(await differences(world)).toEqual([])
})

test('the packing slip says from where to where, with batch, last day and quantity of what is on its way', async () => {
  await product(world)
  await receive(world, [{ batch: 'A', quantity: 40, expiresOn: '2026-01-01' }])
  const asked = await transfer(world, 40)
  await send(world, asked, { lines: [{ batch: 'A', quantity: 30 }] })
  const { body } = await world.call('GET', `/v1/transfers/${asked.id}/packing-slip.pdf`)
  expect(textsOf(body)).toEqual(
    expect.arrayContaining([
      'Transfer TR-1',
      'From Chicago to Dallas',
      '5 Ramp Street, Dallas',
      'A',
      '2026-01-01',
      '30',
    ]),
  )
})

test('proposed is what waits elsewhere, and what sells elsewhere before its last day; asked for, it is proposed no more', async () => {
  await product(world)
  await receive(world, [{ batch: 'A', quantity: 100, expiresOn: '2026-01-01' }])
  await order(world, 30, { warehouse: 'DAL' })
  const { items } = await world.get('/v1/transfer-proposals')
  expect(items).toMatchObject([{ sku: 'P', fromCode: 'CHI', toCode: 'DAL', quantity: 30, why: 'waiting', waiting: 30 }])
  const [{ from, to, quantity }] = items
  await world.post('/v1/transfers', { from, to, lines: [{ product: 'P', quantity }] })
  expect((await world.get('/v1/transfer-proposals')).items).toEqual([])

  await product(world, { sku: 'Q' })
  await receive(world, [{ product: 'Q', batch: 'SOLD', quantity: 56, expiresOn: '2025-12-20' }], { warehouse: 'DAL' })
  await receive(world, [{ product: 'Q', batch: 'LEFT', quantity: 50, expiresOn: '2025-12-02' }])
  const sold = await order(world, 56, { warehouse: 'DAL', line: { product: 'Q' } })
  await world.post('/v1/shipments', { order: sold.id })
  const { items: fresh } = await world.get('/v1/transfer-proposals')
  expect(fresh).toMatchObject([
    { sku: 'Q', batchCode: 'LEFT', quantity: 20, why: 'expires', unsold: 50, toCode: 'DAL' },
  ])
})

test('the list tells what is next to be done, at which warehouse and with which batch', async () => {
  await product(world)
  await receive(world, [{ batch: 'A', quantity: 100, expiresOn: '2026-01-01' }])
  await world.post('/v1/transfers', { from: 'CHI', to: 'DAL', lines: [{ product: 'P', quantity: 1 }] })
  await transfer(world, 2)
  await send(world, await transfer(world, 3))
  const numbers = async (query: string) =>
    (await world.get(`/v1/transfers?${query}`)).items.map(({ number }: Json) => number)
  expect(await numbers('')).toEqual(['TR-3', 'TR-2', 'TR-1'])
  expect(await numbers('next=approve')).toEqual(['TR-1'])
  expect(await numbers('next=ship')).toEqual(['TR-2'])
  expect(await numbers('next=receive')).toEqual(['TR-3'])
  const [{ batchId }] = (await transferNow(world, { id: 'TR-3' })).lines[0].batches
  expect(await numbers(`batch=${batchId}`)).toEqual(['TR-3', 'TR-2'])
  expect(await numbers('warehouse=DAL&limit=2')).toEqual(['TR-3', 'TR-2'])
})
