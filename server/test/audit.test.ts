/**
 * The audit says of each change which request made it, from where, what was before and what is now.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { batchId, product, receiptOf } from './stories.ts'
import { type Answer, type Json, openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ works: false })
  await product(world)
  await product(world, { sku: 'SHORT', receiptLifeDaysMin: 90 })
})
afterAll(() => world?.close())

const of = async (subject: string): Promise<Json[]> => (await world.get(`/v1/audit?subject=${subject}`)).items
const from = (address: string) => ({ 'x-forwarded-for': address })
const madeBy = ({ headers }: Answer, address: string) => ({
  requestId: headers['x-request-id'],
  source: `key ${address}`,
})

test('where several share a transaction, each is told with its own request and address', async () => {
  const addresses = ['10.0.0.1', '10.0.0.2', '10.0.0.3']
  const order = { lines: [{ product: 'P', quantity: 1 }] }
  const answers = await Promise.all(addresses.map((address) => world.call('POST', '/v1/orders', order, from(address))))
  for (const [index, answer] of answers.entries())
    expect(await of(answer.body.id)).toMatchObject([madeBy(answer, addresses[index] ?? '')])
})

test('so is what follows from a receipt: the new batch, the hold on arrival, the lot, the closed shipment', async () => {
  const addresses = ['10.0.1.1', '10.0.1.2', '10.0.1.3']
  const sent = await Promise.all(
    addresses.map(async (address, index) => {
      const lot = await world.post('/v1/lots', { code: `LOT-${index}` })
      const lines = [{ product: 'SHORT', quantity: 1 }]
      const inbound = await world.post('/v1/inbounds', { number: `PO-${index}`, warehouse: 'CHI', lines })
      return { address, index, lot, inbound }
    }),
  )
  const answers = await Promise.all(
    sent.map(({ address, index, lot, inbound }) => {
      const line = { product: 'SHORT', batch: `B-${index}`, quantity: 1, expiresOn: '2025-12-24' }
      return world.call('POST', '/v1/receipts', receiptOf([line], { lot: lot.id, inbound: inbound.id }), from(address))
    }),
  )
  const holds = (await world.get('/v1/holds')).items
  for (const [at, { address, index, lot, inbound }] of sent.entries()) {
    const answer = answers[at]
    if (!answer) throw new Error('not answered')
    const own = madeBy(answer, address)
    const batch = await batchId(world, `B-${index}`)
    expect(await of(batch)).toMatchObject([{ action: 'batch.add', ...own }])
    expect(await of(holds.find((hold: Json) => hold.batchId === batch).id)).toMatchObject([own])
    expect((await of(lot.id))[0]).toMatchObject({ action: 'lot.fill', ...own })
    expect((await of(inbound.id))[0]).toMatchObject({ action: 'inbound.close', ...own })
  }
})

test('changed packs and GTINs are told as they were and as they are', async () => {
  const made = await product(world, { sku: 'PACKED', gtin: '09506000134352', packs: [{ name: 'case', quantity: 12 }] })
  await world.call('PATCH', `/v1/products/${made.id}`, { gtin: null, packs: [{ name: 'case', quantity: 24 }] })
  const [{ before, after }] = (await of(made.id)) as [Json]
  const told = ({ packs }: Json) => packs.map(({ name, quantity, gtin }: Json) => [name, quantity, gtin])
  expect(told(before)).toEqual([
    ['each', 1, '09506000134352'],
    ['case', 12, null],
  ])
  expect(told(after)).toEqual([
    ['each', 1, null],
    ['case', 24, null],
  ])
})

test('of a changed order only the lines that changed are told, as they were and as they are', async () => {
  const lines = [5, 3].map((quantity) => ({ product: 'P', quantity }))
  const order = await world.post('/v1/orders', { number: 'SO-CHANGED', lines })
  const [, second] = order.lines
  await world.call('PATCH', `/v1/orders/${order.id}`, { lines: [{ id: second.id, quantity: 2 }] })
  await world.call('PATCH', `/v1/orders/${order.id}`, { priority: 1 })
  const [later, earlier] = (await of(order.id)) as [Json, Json]
  expect(earlier).toMatchObject({
    before: { lines: [{ id: second.id, quantity: 3 }] },
    after: { lines: [{ id: second.id, quantity: 2 }] },
  })
  expect([later.before.lines, later.after.lines]).toEqual([undefined, undefined])
  const { text } = await world.call('GET', '/v1/audit.csv?text=SO-CHANGED')
  expect(text).toContain('lines: quantity 3 → quantity 2')
})

test('entries are found by who, kind, day, and the number of the thing or the reason, also as a spreadsheet', async () => {
  const order = await world.post('/v1/orders', { number: 'SO-AUDITED', lines: [{ product: 'P', quantity: 1 }] })
  await world.call('PATCH', `/v1/orders/${order.id}`, { note: 'at the back door', reason: 'The customer rang' })
  const found = async (query: Record<string, string>) =>
    (await world.get(`/v1/audit?${new URLSearchParams(query)}`)).items.map(({ action }: Json) => action)
  const both = ['order.change', 'order.place']
  expect(await found({ text: 'so-audited' })).toEqual(both)
  expect(await found({ text: 'customer RANG' })).toEqual(['order.change'])
  expect(await found({ text: 'so-audited', kind: 'batch' })).toEqual([])
  const [{ at, actorName }] = (await of(order.id)) as [Json]
  expect(await found({ subject: order.id, who: actorName.slice(1).toUpperCase(), kind: 'order' })).toEqual(both)
  expect(await found({ subject: order.id, who: 'nobody of that name' })).toEqual([])
  expect(await found({ subject: order.id, from: at, until: at })).toEqual(both)
  const later = new Date(Date.parse(at) + 1).toISOString()
  expect(await found({ subject: order.id, from: later })).toEqual([])
  const { text } = await world.call('GET', '/v1/audit.csv?text=SO-AUDITED')
  expect(text.trim().split('\n')).toHaveLength(3)
  expect(text).toContain('note: nothing → at the back door')
  expect(text).toContain('The customer rang')
})
