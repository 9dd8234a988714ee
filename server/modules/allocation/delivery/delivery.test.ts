import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ruleStories } from '../../../test/rule-stories.ts'
import { orderBecomes, orderNow, product, receive } from '../../../test/stories.ts'
import { type Json, openWorld, scenarioTime, type World, waitFor } from '../../../test/world.ts'

let world: World
let sku: string
let count = 0
const everyDay = [1, 2, 3, 4, 5, 6, 7]
const weekdays = [1, 2, 3, 4, 5]

beforeAll(async () => {
  world = await openWorld()
  await world.post('/v1/delivery-services', { code: 'GROUND', name: 'Ground', workingDays: everyDay, standard: true })
  await world.post('/v1/delivery-services', { code: 'WEEK', name: 'On weekdays', workingDays: weekdays })
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.set(scenarioTime) // Sunday, 09:00 in Chicago
  count += 1
  sku = `P${count}`
  await product(world, { sku, dates: 'optional' })
  await table([], true)
  await put('/v1/holidays', { replace: true, holidays: [] })
  await dispatch({ cutOff: '23:59', workingDays: everyDay })
})
const { batch, rule, place, got, whys } = ruleStories(() => ({ world, sku }))

const put = async (url: string, body: Json): Promise<Json> => {
  const answer = await world.call('PUT', url, body)
  expect(answer, answer.text).toMatchObject({ status: 200 })
  return answer.body
}
const settled = async () => {
  const left = async () => (await world.owner`select from graphile_worker.jobs`).length
  await waitFor(async () => (await left()) === 0, 'the promises to be held against the table')
}
const table = async (rows: Json[], replace = false): Promise<Json> => {
  const answer = await put('/v1/transit-times', { rows, replace })
  await settled()
  return answer
}
const dispatch = async (change: Json) => {
  const { items } = await world.get('/v1/warehouses')
  await world.call('PATCH', `/v1/warehouses/${items[0].id}`, change)
  await settled()
}
const days = async (query: string): Promise<string[]> =>
  (await world.get(`/v1/delivery-days?${query}`)).items.map((one: Json) => `${one.leavesOn} ${one.deliversOn}`)

test('scenario 7: 30 days at delivery, five days on the way: 34 days are too few, 35 are enough', async () => {
  await table([{ country: 'US', transitDays: 5 }])
  await receive(world, [batch('A', 10, '2025-12-27'), batch('B', 10, '2025-12-28')])
  await rule({ name: 'Thirty', lifeDaysMin: 30 })
  const placed = await place(15, { country: 'US' })
  expect(got(placed)).toBe('10 B')
  expect(whys(placed)).toEqual(['A: 29 days left on 2025-11-28, Thirty needs 30'])
  expect(placed.lines[0].arrivals).toMatchObject([
    { service: 'GROUND', transitDays: 5, leavesOn: '2025-11-23', deliversOn: '2025-11-28', unknown: null },
  ])
  expect(await orderNow(world, placed)).toEqual(placed)
  expect(got(await place(5))).toBe('5 A') // to nobody knows where: nothing is added to its way
})

test('scenario 18: 150 days at check-in, a week on the way: 156 left are refused, 157 accepted, by setting 158', async () => {
  await table([{ country: 'US', transitDays: 7 }])
  await receive(world, [batch('A', 10, '2026-04-28'), batch('B', 10, '2026-04-29'), batch('C', 10, '2026-04-30')])
  const asked = await rule({ name: 'Amazon', channel: 'amazon', lifeDaysMin: 150 })
  const placed = await place(25, { channel: 'amazon', country: 'US' })
  expect(got(placed)).toBe('10 B + 10 C')
  expect(whys(placed)).toEqual(['A: 149 days left on 2025-11-30, Amazon needs 150'])
  await rule({ name: 'Amazon', channel: 'amazon', lifeDaysMin: 150, lifeBoundary: 'more_than', replaces: asked.id })
  expect(got(await orderBecomes(world, placed, { allocated: 10 }))).toBe('10 C')
})

test('the cut-off, the days of the warehouse and of the carrier, and holidays decide when it leaves and arrives', async () => {
  await table([{ country: 'US', transitDays: 1 }])
  await dispatch({ cutOff: '14:00', workingDays: weekdays })
  expect(await days('country=US')).toEqual(['2025-11-24 2025-11-25'])
  world.clock.set('2025-11-24T20:00:00Z') // Monday, 14:00 in Chicago
  expect(await days('country=US')).toEqual(['2025-11-24 2025-11-25'])
  world.clock.set('2025-11-24T20:01:00Z')
  expect(await days('country=US')).toEqual(['2025-11-25 2025-11-26'])
  await put('/v1/holidays', { replace: true, holidays: [{ on: '2025-11-26', name: 'Rest' }] })
  expect(await days('country=US')).toEqual(['2025-11-25 2025-11-27'])
  world.clock.set('2025-11-28T15:00:00Z') // Friday
  expect(await days('country=US&service=WEEK')).toEqual(['2025-11-28 2025-12-01'])
  expect(await days('country=US&service=GROUND')).toEqual(['2025-11-28 2025-11-29'])
})

test('a holiday of a warehouse or of a service is nobody else’s', async () => {
  await world.call('POST', '/v1/warehouses', { code: 'DAL', name: 'Dallas', timeZone: 'America/Chicago' })
  await table([{ country: 'US', transitDays: 1 }])
  const way = (warehouse: string, service: string) => days(`country=US&warehouse=${warehouse}&service=${service}`)
  const [usual, leavesLater, arrivesLater] = [
    ['2025-11-23 2025-11-24'],
    ['2025-11-24 2025-11-25'],
    ['2025-11-23 2025-11-25'],
  ]
  await put('/v1/holidays', { replace: true, holidays: [{ on: '2025-11-23', name: 'Stocktaking', warehouse: 'CHI' }] })
  expect([await way('CHI', 'GROUND'), await way('DAL', 'GROUND')]).toEqual([leavesLater, usual])
  await put('/v1/holidays', { replace: true, holidays: [{ on: '2025-11-24', name: 'Strike', service: 'GROUND' }] })
  expect([await way('CHI', 'GROUND'), await way('CHI', 'WEEK')]).toEqual([arrivesLater, usual])
})

test('an order from one warehouse says when it arrives from there alone', async () => {
  await table([{ country: 'US', transitDays: 1 }])
  await receive(world, [batch('A', 5)])
  await receive(world, [batch('A', 5)], { warehouse: 'DAL' })
  const from = async (more: Json) => (await place(1, { country: 'US', ...more })).lines[0].arrivals.length
  expect([await from({}), await from({ warehouse: 'DAL' })]).toEqual([2, 1])
})

test('the country, the longest prefix of the postal code and the service choose the row', async () => {
  await table([
    { transitDays: 9 },
    { country: 'US', transitDays: 5 },
    { country: 'US', postalPrefix: '6-06', transitDays: 1 },
    { country: 'US', service: 'WEEK', transitDays: 2 },
  ])
  const way = async (query: string) => (await world.get(`/v1/delivery-days?${query}`)).items[0].transitDays
  expect(await way('country=FR')).toBe(9)
  expect(await way('country=US&postalCode=10001')).toBe(5)
  expect(await way('country=US&postalCode=60%20601')).toBe(1)
  expect(await way('country=US&postalCode=10001&service=WEEK')).toBe(2)
})

test('what nobody knows is told, and judged as if the customer had it at once', async () => {
  await table([{ country: 'US', transitDays: 5 }])
  await receive(world, [batch('A', 10, '2025-12-23')])
  await rule({ name: 'Thirty', lifeDaysMin: 30 })
  const placed = await place(5, { country: 'NZ' })
  expect(got(placed)).toBe('5 A')
  expect(placed.lines[0].arrivals).toMatchObject([{ unknown: 'no_route', deliversOn: null }])
})

test('a longer way takes back what would come too late, a shorter one serves what waits', async () => {
  await table([{ country: 'US', transitDays: 1 }])
  await receive(world, [batch('A', 10, '2025-12-27')])
  await rule({ name: 'Thirty', lifeDaysMin: 30 })
  const placed = await place(10, { country: 'US', postalCode: '606 01' })
  expect(got(placed)).toBe('10 A')
  await table([{ country: 'US', postalPrefix: '606', transitDays: 5 }])
  const after = await orderBecomes(world, placed, { allocated: 0 })
  expect(whys(after)).toEqual(['A: 29 days left on 2025-11-28, Thirty needs 30'])
  const { items } = await world.get(`/v1/order-lines/${placed.lines[0].id}/decisions`)
  expect(items[0]).toMatchObject({ cause: 'delivery', judgedOn: '2025-11-28' })
  expect(await table([{ country: 'US', postalPrefix: '606', transitDays: null }])).toEqual({ written: 0, removed: 1 })
  await orderBecomes(world, placed, { allocated: 10 })
})

test('what misses its cut-off arrives a day later, and is given back where that is too late', async () => {
  await table([{ country: 'US', transitDays: 2 }])
  await dispatch({ cutOff: '14:00' })
  await receive(world, [batch('A', 10, '2025-12-25')])
  await rule({ name: 'Thirty', lifeDaysMin: 30 })
  const placed = await place(10, { country: 'US' })
  expect(got(placed)).toBe('10 A')
  world.clock.set('2025-11-23T20:00:00Z') // 14:00 in Chicago: still today
  await settled()
  expect(got(await orderNow(world, placed))).toBe('10 A')
  world.clock.set('2025-11-23T20:15:00Z')
  const after = await orderBecomes(world, placed, { allocated: 0 })
  expect(whys(after)).toEqual(['A: 29 days left on 2025-11-26, Thirty needs 30'])
})

test('an order that goes elsewhere, or by another service, is judged anew', async () => {
  await table([
    { country: 'US', transitDays: 5 },
    { country: 'US', service: 'WEEK', transitDays: 1 },
    { country: 'CA', transitDays: 1 },
  ])
  await receive(world, [batch('A', 10, '2025-12-27')])
  await rule({ name: 'Thirty', lifeDaysMin: 30 })
  const placed = await place(10, { country: 'US' })
  expect(got(placed)).toBe('')
  const change = async (body: Json) => (await world.call('PATCH', `/v1/orders/${placed.id}`, body)).body
  expect(got(await change({ country: 'CA' }))).toBe('10 A')
  expect(got(await change({ country: 'US' }))).toBe('')
  expect(await change({ service: 'WEEK' })).toMatchObject({ allocated: 10, serviceCode: 'WEEK', country: 'US' })
  expect(got(await change({ service: null }))).toBe('')
  await table([{ country: 'US', postalPrefix: '606', transitDays: 1 }])
  expect(got(await change({ postalCode: '606-01' }))).toBe('10 A')
  expect(got(await change({ postalCode: '10001' }))).toBe('')
})

test('a promised day later than the first that can be is the day it is judged on', async () => {
  await table([{ country: 'US', transitDays: 2 }])
  await receive(world, [batch('A', 10, '2025-12-27')])
  await rule({ name: 'Thirty', lifeDaysMin: 30 })
  expect(got(await place(1, { country: 'US', deliverOn: '2025-11-24' }))).toBe('1 A')
  expect(whys(await place(1, { country: 'US', deliverOn: '2025-11-28' }))).toEqual([
    'A: 29 days left on 2025-11-28, Thirty needs 30',
  ])
})

test.each([
  [{ rows: [{ postalPrefix: '606', transitDays: 1 }] }, 'rows[0].postalPrefix', 'needs the country'],
  [{ rows: [{ service: 'NONE', transitDays: 1 }] }, 'rows[0].service', 'there is no service "NONE"'],
  [{ rows: [{ warehouse: 'NONE', transitDays: 1 }] }, 'rows[0].warehouse', 'there is no warehouse "NONE"'],
  [
    {
      rows: [
        { country: 'US', postalPrefix: '6 06', transitDays: 1 },
        { country: 'US', postalPrefix: '606', transitDays: 2 },
      ],
    },
    'rows[1]',
    'says the same as row 1',
  ],
])('a row that makes no sense is refused at its place, and nothing is written: %j', async (body, at, message) => {
  const answer = await world.call('PUT', '/v1/transit-times', body)
  expect(answer.status).toBe(422)
  expect(answer.body.facts.problems).toMatchObject([{ at, message: expect.stringContaining(message) }])
  expect((await world.get('/v1/transit-times')).items).toEqual([])
})

test('one service is the standard; archived, it is none and no order can name it', async () => {
  const made = await world.post('/v1/delivery-services', {
    code: 'AIR',
    name: 'Air',
    workingDays: everyDay,
    standard: true,
  })
  const standards = async () =>
    (await world.get('/v1/delivery-services')).items.flatMap((one: Json) => (one.standard ? one.code : []))
  expect(await standards()).toEqual(['AIR'])
  const { items } = await world.get('/v1/delivery-services')
  const ground = items.find(({ code }: Json) => code === 'GROUND').id
  expect((await world.call('PATCH', `/v1/delivery-services/${ground}`, { standard: true })).status).toBe(200)
  expect(await standards()).toEqual(['GROUND'])
  await world.call('PATCH', `/v1/delivery-services/${made.id}`, { standard: true })
  await world.call('PATCH', `/v1/delivery-services/${made.id}`, { archived: true })
  expect(await standards()).toEqual([])
  const refused = await world.call('POST', '/v1/orders', { service: 'AIR', lines: [{ product: sku, quantity: 1 }] })
  expect(refused.body.facts.problems).toMatchObject([{ at: 'service', message: expect.stringContaining('archived') }])
  const unknown = await world.call('POST', '/v1/orders', { service: 'NONE', lines: [{ product: sku, quantity: 1 }] })
  expect(unknown.status).toBe(404)
})

test('two people who write holidays at once keep both; a day is renamed, and taken out by itself', async () => {
  const holiday = (on: string, name: string | null, more: Json = {}) =>
    world.call('PUT', '/v1/holidays', { holidays: [{ on, name, ...more }] })
  const days = Array.from({ length: 12 }, (_, index) => `2026-03-${String(index + 10)}`)
  const answers = await Promise.all(days.map((on) => holiday(on, `Day ${on}`)))
  expect(answers.map(({ status }) => status)).toEqual(days.map(() => 200))
  const all = async () =>
    (await world.get('/v1/holidays')).items.map(
      ({ on, name, warehouseId }: Json) => `${on} ${name}${warehouseId ? ' here' : ''}`,
    )
  expect(await all()).toEqual(days.map((on) => `${on} Day ${on}`))
  await put('/v1/holidays', { replace: true, holidays: [{ on: '2026-05-01', name: 'Labour' }] })
  await holiday('2026-05-01', 'Labour Day')
  await holiday('2026-05-01', 'Stocktaking', { warehouse: 'CHI' })
  expect(await all()).toEqual(['2026-05-01 Labour Day', '2026-05-01 Stocktaking here'])
  await holiday('2026-05-01', null)
  expect(await all()).toEqual(['2026-05-01 Stocktaking here'])
})

test('what is kept for another address is told anew: its days, and what stands against other stock', async () => {
  await table([
    { country: 'US', transitDays: 5 },
    { country: 'US', postalPrefix: '606', transitDays: 2 },
  ])
  await receive(world, [batch('A', 10, '2026-06-01'), batch('B', 3, '2025-12-20')])
  await rule({ name: 'Thirty', lifeDaysMin: 30 })
  const placed = await place(10, { country: 'US', postalCode: '10001' })
  const { body } = await world.call('PATCH', `/v1/orders/${placed.id}`, { postalCode: '60601' })
  expect([got(placed), got(body)]).toEqual(['10 A', '10 A'])
  expect(body.lines[0].arrivals).toMatchObject([{ transitDays: 2, deliversOn: '2025-11-25' }])
  expect(whys(body)).toEqual(['B: 25 days left on 2025-11-25, Thirty needs 30'])
  const { items } = await world.get(`/v1/order-lines/${body.lines[0].id}/decisions`)
  expect(items.map(({ cause, asked, shortfall }: Json) => [cause, asked, shortfall])).toEqual([
    ['edit', 10, 0],
    ['order', 10, 0],
  ])
})
