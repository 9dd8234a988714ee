/**
 * server/modules/notices/answers.test.ts — what an answer stands for: not for what was meant later, once however often it is sent, and not for ever.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { waitingForLocks } from '../../test/amid.ts'
import { answered, elsewhere, email, overview, recalledFrom, recipientsIn, tokenOf } from '../../test/notices.ts'
import { linksIn } from '../../test/pdf-texts.ts'
import { type Json, openWorld, type World, waitFor } from '../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ works: false })
})
afterEach(() => world.close())

const street = { address: '1 Main Street\nChicago', phone: '555-0100' }
const letters = async ({ id }: Json, body: Json = {}) => world.call('POST', `/v1/recalls/${id}/letters`, body)
const linkFrom = async (recall: Json) => linksIn((await letters(recall)).body)[0] ?? ''

async function more(number: string, quantity: number): Promise<void> {
  await world.post('/v1/orders', { number, customer: 'A', lines: [{ product: 'F', quantity }] })
  await world.post('/v1/shipments', { order: number })
}

/** Goods of another batch, which the recall means from now on as well. */
async function widened(recall: Json): Promise<string> {
  const line = { product: 'F', batch: 'F2', quantity: 5, expiresOn: '2026-12-01' }
  const { lines } = await world.post('/v1/receipts', { warehouse: 'CHI', lines: [line] })
  await more('SO-9', 5)
  const parts = [recall.batchId, lines[0].batchId].map((batch) => ({ kind: 'batch', batch }))
  await world.post(`/v1/recalls/${recall.id}/versions`, { scope: { parts }, reason: 'same line' })
  return lines[0].batchId
}

test('who answered, was told of more and says nothing of that is silent until they do', async () => {
  const recall = await recalledFrom(world, [{ code: 'A', quantity: 2, more: street }])
  const link = await linkFrom(recall)
  const first = { batchId: recall.batchId, destroyed: 2 }
  await answered(world, link, [first])
  expect(await overview(world, recall)).toMatchObject({ responded: 1, silent: 0 })
  const batchId = await widened(recall)
  world.clock.set('2025-11-23T16:00:00.000Z')
  await letters(recall)
  expect(await overview(world, recall)).toMatchObject({ responded: 0, silent: 1, units: { destroyed: 2, unknown: 5 } })
  await answered(world, link, [first, { batchId, have: 5 }])
  expect(await overview(world, recall)).toMatchObject({ responded: 1, silent: 0, units: { have: 5, unknown: 0 } })
})

test('who was reached by phone alone is told when more of theirs is meant', async () => {
  const recall = await recalledFrom(world, [{ code: 'A', quantity: 2, more: street }])
  const [{ id }] = (await recipientsIn(world, recall)) as [Json]
  await world.post(`/v1/recalls/${recall.id}/recipients/${id}/calls`, { outcome: 'reached', said: 'They know.' })
  expect(await overview(world, recall)).toMatchObject({ responded: 1, hasNews: 0, next: { letters: 0 } })
  await widened(recall)
  expect(await overview(world, recall)).toMatchObject({ hasNews: 1, next: { letters: 1 } })
})

test('what went out of the same batch since they were told is news too, and then they can answer for all of it', async () => {
  const recall = await recalledFrom(world, [{ code: 'A', quantity: 2, more: street }])
  const { batchId } = recall
  const link = await linkFrom(recall)
  const line = { product: 'F', batch: 'F3', quantity: 5, expiresOn: '2027-06-01' }
  const { lines } = await world.post('/v1/receipts', { warehouse: 'CHI', lines: [line] })
  const meant = (batch: string) =>
    world.post(`/v1/recalls/${recall.id}/versions`, { scope: { parts: [{ kind: 'batch', batch }] }, reason: 'unsure' })
  await meant(lines[0].batchId)
  await more('SO-9', 3)
  await meant(batchId)
  expect((await answered(world, link, [{ batchId, have: 5 }])).body.code).toBe('answer_too_many')
  expect(await overview(world, recall)).toMatchObject({ hasNews: 1, next: { letters: 1 }, units: { distributed: 5 } })
  await letters(recall)
  expect((await answered(world, link, [{ batchId, have: 3, used: 3 }])).body.code).toBe('answer_too_many')
  expect((await answered(world, link, [{ batchId, have: 3, used: 2 }])).status).toBe(200)
})

test('a letter goes to nobody who is not meant any more, and to all who have an address where no mail leaves', async () => {
  const recall = await recalledFrom(world, [{ code: 'A', quantity: 2, more: { ...email('A'), ...street } }])
  const [{ id }] = (await recipientsIn(world, recall)) as [Json]
  expect((await overview(world, recall)).next).toEqual({
    mail: 0,
    mailAgain: 0,
    letters: 1,
    byHand: 0,
    calls: 1,
    noWay: 0,
  })
  expect((await letters(recall)).status).toBe(200)
  const line = { product: 'F', batch: 'F3', quantity: 5, expiresOn: '2026-12-01' }
  const { lines } = await world.post('/v1/receipts', { warehouse: 'CHI', lines: [line] })
  const scope = { parts: [{ kind: 'batch', batch: lines[0].batchId }] }
  await world.post(`/v1/recalls/${recall.id}/versions`, { scope, reason: 'it was another one' })
  expect((await letters(recall, { recipients: [id] })).body.code).toBe('notices_nobody')
})

test('the same answer twice at once is one, and both are thanked', async () => {
  const recall = await recalledFrom(world, [{ code: 'A', quantity: 2, more: street }])
  const link = await linkFrom(recall)
  const same = { id: crypto.randomUUID() }
  const { both } = await world.owner.begin(async (tx) => {
    await tx`select from notices.recipient for update`
    const given = [1, 2].map(() => answered(world, link, [{ batchId: recall.batchId, have: 2 }], same))
    await waitFor(async () => (await waitingForLocks(world)) >= 2, 'both to wait for the recipient')
    return { both: given }
  })
  expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 200])
  expect((await world.owner`select from notices.answer`).length).toBe(1)
})

test('of one recipient a hundred answers and twenty photos are taken, and no more', async () => {
  const recall = await recalledFrom(world, [{ code: 'A', quantity: 2, more: street }])
  const link = await linkFrom(recall)
  const lines = [{ batchId: recall.batchId, have: 2 }]
  const photo = { name: 'a.png', content: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1').toString('base64') }
  const withPhotos = async (count: number) =>
    (await answered(world, link, lines, { proofs: Array(count).fill(photo) })).body
  for (let nth = 1; nth <= 6; nth += 1) expect(await withPhotos(3)).toEqual({ taken: true })
  expect((await withPhotos(3)).code).toBe('answer_too_often')
  expect(await withPhotos(2)).toEqual({ taken: true })
  for (let nth = 8; nth <= 100; nth += 1) expect([nth, await withPhotos(0)]).toEqual([nth, { taken: true }])
  expect(await withPhotos(0)).toMatchObject({ code: 'answer_too_often' })
  expect((await world.call('POST', '/v1/answer-page', { token: tokenOf(link) }, elsewhere())).status).toBe(200)
})
