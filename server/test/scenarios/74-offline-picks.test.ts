import { afterAll, beforeAll, expect, test } from 'vitest'
import { pack, pickOf, wave, waveNow } from '../floor.ts'
import { differences, hold, lift, order, product, receive, stockOf } from '../stories.ts'
import { type Answer, type Json, openWorld, type World, waitFor } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await product(world)
})
afterAll(() => world.close())

const good = { batch: 'GOOD', quantity: 6, expiresOn: '2026-01-01' }
const bad = { batch: 'BAD', quantity: 8, expiresOn: '2026-02-01' }

/** Orders of one unit, as the phone keeps them: six of GOOD, then as many of BAD as there are. */
async function kept(count: number) {
  const placed: Json[] = []
  for (let nth = 0; nth < count; nth += 1) placed.push(await order(world, 1))
  const made = await wave(world, placed)
  return { made, placed, tasks: (await waveNow(world, made.id)).tasks as Json[] }
}

const send = (waveId: string, { orderLineId: orderLine, batchId: batch, placeId: place }: Json): Promise<Answer> =>
  world.call(
    'POST',
    `/v1/pick-waves/${waveId}/picks`,
    { orderLine, batch, place, quantity: 1 },
    { 'Idempotency-Key': `act ${orderLine}` },
  )
const codes = (answers: readonly Answer[]) => answers.map(({ status, body }) => body.code ?? status)
const twelve = <T>(first: T, then: T) => [...Array<T>(6).fill(first), ...Array<T>(6).fill(then)]

test('scenario 74: picks that come after the hold are refused one by one, what is not packed is stopped, and all sent again is done once', async () => {
  await receive(world, [good, bad])
  const { made, placed, tasks } = await kept(14)
  const [packed, unpacked, ...offline] = tasks.toReversed()
  expect([packed.batchCode, unpacked.batchCode, ...offline.toReversed().map(({ batchCode }) => batchCode)]).toEqual([
    'BAD',
    'BAD',
    ...twelve('GOOD', 'BAD'),
  ])
  for (const { orderLineId: orderLine } of [packed, unpacked])
    await pickOf(world, made.id, { orderLine, batch: 'BAD', quantity: 1 })
  await pack(
    world,
    placed.find(({ id }) => id === packed.orderId),
  )
  const held = await hold(world, 'BAD', 'mould')
  const acts = offline.toReversed()
  const sent: Answer[] = []
  for (const act of acts) sent.push(await send(made.id, act))
  expect(codes(sent)).toEqual(twelve<unknown>(201, 'pick_not_allowed'))
  expect(sent[6]?.body.detail).toContain(`on hold`)
  expect((await waveNow(world, made.id)).stopped.map(({ stopped }: Json) => stopped)).toEqual([1, 1])
  const again: Answer[] = []
  for (const act of acts) again.push(await send(made.id, act))
  expect(codes(again)).toEqual(codes(sent))
  expect(again.slice(0, 6).map(({ body }) => body)).toEqual(sent.slice(0, 6).map(({ body }) => body))
  const picked = await world.owner`select 1 from fulfilment.picked where wave_id = ${made.id} and kind = 'pick'`
  expect(picked.length).toBe(8)
  expect((await stockOf(world, 'GOOD'))[0]).toMatchObject({ onHand: 6, reserved: 6 })
  await lift(world, held)
  await waitFor(async () => (await waveNow(world, made.id)).tasks.length === 14, 'the lines to be served again')
  expect((await send(made.id, acts[6])).status).toBe(201)
  expect(await differences(world)).toEqual([])
})

test('a pick that is given up moves nothing, and the audit says what, why it was refused, and the reason', async () => {
  const placed = await order(world, 1)
  const [{ id }] = (await world.get('/v1/pick-waves')).items
  const said = { pick: '1 of batch BAD from MAIN', refusal: 'BAD: on hold', reason: 'lies in its bin again' }
  const key = { 'Idempotency-Key': `given up ${placed.id}` }
  await world.post(`/v1/pick-waves/${id}/given-up-picks`, said, key)
  await world.post(`/v1/pick-waves/${id}/given-up-picks`, said, key)
  const entries = (await world.get('/v1/audit?kind=pick_wave&limit=100')).items
  const own = entries.filter(({ action }: Json) => action === 'pick_wave.give_up')
  expect(own).toMatchObject([{ after: { pick: said.pick, refusal: said.refusal }, reason: said.reason }])
  const noWave = await world.call('POST', `/v1/pick-waves/${placed.id}/given-up-picks`, said)
  expect([noWave.status, noWave.body.code]).toEqual([404, 'not_found'])
})
