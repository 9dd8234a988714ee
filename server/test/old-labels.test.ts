/**
 * Every place where a code is read: a label printed with a code that a batch had, or with that of a batch merged into it, means the batch that its goods are now.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pickOf, tasks, wave } from './floor.ts'
import { merge, onHand, rename } from './repairs.ts'
import { cameBack, sentTo } from './returns.ts'
import { batchId, differences, order, product, receive, refusedReceipt, says, stockOf } from './stories.ts'
import { arrive, dallas, send, transfer } from './transfers.ts'
import { type Json, openWorld, type World } from './world.ts'

const expiresOn = '2026-06-01'
/** Printed on labels; the goods are of batch GOOD. */
const old = ['TYPO', 'FORMER']
let world: World
beforeEach(async () => {
  world = await openWorld({ works: false })
  await product(world)
  await receive(world, [
    { batch: 'FORMER', quantity: 60, expiresOn },
    { batch: 'TYPO', quantity: 40, expiresOn },
  ])
  await rename(world, 'FORMER', 'GOOD')
  await merge(world, 'TYPO', 'GOOD')
})
afterEach(() => world.close())

test.each(old)('receiving under %s adds to the batch, and what looks like it is asked about', async (code) => {
  await receive(world, [{ batch: code, quantity: 1, expiresOn }])
  expect(await onHand(world)).toEqual({ GOOD: 101 })
  const asked = await refusedReceipt(world, [{ batch: code.toLowerCase(), quantity: 1, expiresOn }])
  expect(asked.body).toMatchObject({ code: 'batch_looks_alike', facts: { known: [code] } })
})

test.each(old)('what was announced as %s has come when it came as the batch that it is', async (code) => {
  const lines = [{ product: 'P', quantity: 5, batch: code }]
  const inbound = await world.post('/v1/inbounds', { number: 'PO-1', warehouse: 'CHI', lines })
  await receive(world, [{ batch: 'GOOD', quantity: 5, expiresOn }], { inbound: inbound.id })
  expect((await world.get(`/v1/inbounds/${inbound.id}`)).differences).toEqual([])
})

test.each(old)('a count finds the batch by %s', async (code) => {
  const made = await world.post('/v1/counts', { warehouse: 'CHI', of: 'batches', batches: [code], blind: false })
  const lines = [{ batch: code, quantity: 100 }]
  await world.post(`/v1/counts/${made.id}/tallies`, { tallies: [{ place: 'MAIN', lines }] })
  expect((await world.get(`/v1/counts/${made.id}/differences`)).items).toEqual([])
})

test.each(old)('a picker scans %s, packs it and ships it', async (code) => {
  const placed = await order(world, 4)
  const { id } = await wave(world, [placed])
  const [line] = placed.lines
  const scan = { orderLine: line.id, batch: code, quantity: 2, scan: code }
  expect(await pickOf(world, id, scan)).toMatchObject({ batchCode: 'GOOD', swap: null })
  expect(await tasks(world, id)).toEqual(['2 of GOOD at MAIN'])
  await world.post('/v1/parcels', { order: placed.id, lines: [{ orderLine: line.id, batch: code, quantity: 2 }] })
  const lines = [{ orderLine: line.id, batch: code, quantity: 2 }]
  const shipped = await world.post('/v1/shipments', { order: placed.id, lines })
  expect(shipped.items[0].lines).toMatchObject([{ batchCode: 'GOOD', quantity: 2 }])
})

test.each(old)(
  'what comes back with a label %s is of the batch, and is looked at and disposed of by that name',
  async (code) => {
    const sent = await sentTo(world, 10)
    const back = await cameBack(world, sent.number, { batch: code, quantity: 3 })
    const decisions = [{ decide: 'restock', quantity: 3 }]
    await world.post(`/v1/returns/${back.id}/inspections`, { line: 1, batch: code, decisions })
    expect(await onHand(world)).toEqual({ GOOD: 93 })
    const draft = { warehouse: 'CHI', reason: 'Expired', method: 'Landfill' }
    const disposal = await world.post('/v1/disposals', {
      ...draft,
      lines: [{ product: 'P', batch: code, quantity: 2 }],
    })
    expect(disposal.lines).toMatchObject([{ batchCode: 'GOOD' }])
  },
)

test.each(old)('a transfer is asked for, sent and received by %s', async (code) => {
  await dallas(world)
  const moved = await transfer(world, 6, { batch: code })
  await send(world, moved, { lines: [{ batch: code, quantity: 6 }] })
  await arrive(world, moved, { lines: [{ batch: code, quantity: 6 }] })
  const lying = await stockOf(world, 'GOOD')
  expect(lying.map(({ warehouseCode, onHand: units }) => [warehouseCode, units]).sort()).toEqual([
    ['CHI', 94],
    ['DAL', 6],
  ])
})

test.each(old)('stock is corrected by %s', async (code) => {
  const lines = [
    { product: 'P', batch: code, place: 'MAIN', quantity: -2 },
    { product: 'P', batch: code, place: 'MAIN', quantity: 1 },
  ]
  for (const line of lines) await world.post('/v1/adjustments', { warehouse: 'CHI', reason: 'counted', lines: [line] })
  expect(await onHand(world)).toEqual({ GOOD: 99 })
  expect(await differences(world)).toEqual([])
})

test.each(old)('the lists and the search find the batch by %s', async (code) => {
  const good = await batchId(world, 'GOOD')
  expect((await world.get(`/v1/batches?called=${code}`)).items.map(({ id }: Json) => id)).toEqual([good])
  expect((await world.get(`/v1/stock?text=${code}`)).items.map(({ batchId: id }: Json) => id)).toEqual([good])
  const [found] = (await world.get(`/v1/search?q=${code}`)).items
  expect(found).toMatchObject({ kind: 'batch', title: code, exact: true })
  expect(found.detail).toMatch(/^is now GOOD · /)
})

test('a pool, a rule and a choice that named the wrong batch mean the one that it is', async () => {
  await dallas(world)
  await receive(world, [{ batch: 'LATE', quantity: 7, expiresOn }])
  const batch = await batchId(world, 'LATE')
  const days = { validFrom: '2025-11-23', validUntil: '2026-03-01', reason: 'for the shop' }
  await world.post('/v1/pools', { name: 'Shop', product: 'P', batch, channel: 'shop', quantity: 5, ...days })
  await world.post('/v1/rules', {
    name: 'Not for France',
    market: 'FR',
    barred: [batch],
    reason: 'not labelled for it',
  })
  const moved = await transfer(world, 2, { batch: 'LATE' })
  await merge(world, 'LATE', 'GOOD')
  expect((await world.get('/v1/pools')).items).toMatchObject([{ batchCode: 'GOOD' }])
  const french = await order(world, 1, { country: 'FR' })
  expect([french.lines[0].batches, says(french)]).toEqual([[], ['GOOD: barred (Not for France)']])
  await send(world, moved)
  expect((await world.get(`/v1/transfers/${moved.id}`)).lines[0].batches).toMatchObject([
    { batchCode: 'GOOD', sent: 2 },
  ])
})
