/**
 * server/modules/notices/notices.test.ts — who is told, what they answer, and what becomes of it.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { jobActOf } from '../../test/job-act.ts'
import { answered, elsewhere, email, overview, recalledFrom, recipientsIn, tokenOf } from '../../test/notices.ts'
import { linksIn, textsOf } from '../../test/pdf-texts.ts'
import { type Json, openWorld, type World } from '../../test/world.ts'
import { eraseDue } from './erase.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ works: false })
})
afterEach(() => world.close())

const street = { address: '1 Main Street\nChicago', phone: '555-0100' }
const letters = async ({ id }: Json, body: Json = {}): Promise<Buffer> =>
  (await world.call('POST', `/v1/recalls/${id}/letters`, body)).body
const firstLink = async (recall: Json) => linksIn(await letters(recall))[0] ?? ''
const page = (link: string) => world.call('POST', '/v1/answer-page', { token: tokenOf(link) }, elsewhere())

test('a customer is one recipient whatever the orders, an order that names nobody is one by itself', async () => {
  const recall = await recalledFrom(world, [
    { code: 'A', quantity: 3, more: email('A') },
    { code: 'A', quantity: 4, channel: 'amazon' },
    { code: '', quantity: 2, shipTo: 'Bo Smith\n2 Side Road' },
  ])
  const found = await recipientsIn(world, recall)
  expect(found.map(({ customerCode, orderNumbers, quantity }: Json) => [customerCode, orderNumbers, quantity])).toEqual(
    [
      ['A', ['SO-1', 'SO-2'], 7],
      [null, ['SO-3'], 2],
    ],
  )
  expect(found[1]).toMatchObject({ contact: { name: 'Bo Smith', email: null }, reach: { letter: true, email: false } })
})

test('without a mail server letters and calls remain, and no hazard means no notice', async () => {
  const recall = await recalledFrom(world, [{ code: 'A', quantity: 3, more: { ...email('A'), ...street } }], {
    hazard: null,
  })
  const wave = await world.call('POST', `/v1/recalls/${recall.id}/waves`, { to: 'untold' })
  expect(wave.body.code).toBe('mail_not_configured')
  const [{ id }] = (await recipientsIn(world, recall)) as [Json]
  const letter = await world.call('POST', `/v1/recalls/${recall.id}/letters`, { recipients: [id] })
  expect(letter.body.code).toBe('notice_without_hazard')
})

test('whom no mail, letter or call reaches is counted', async () => {
  const recall = await recalledFrom(world, [
    { code: 'M', quantity: 3 },
    { code: 'A', quantity: 2, more: { address: 'Łąkowa 5\n90-001 Łódź' } },
  ])
  const { next } = await overview(world, recall)
  expect(next).toEqual({ mail: 0, mailAgain: 0, letters: 1, byHand: 0, calls: 0, noWay: 1 })
  const { body } = await world.call('POST', '/v1/customers', { code: 'B', name: 'B', audience: 'nobody' })
  expect(body.detail).toBe('Audience must be one of consumer, retail, wholesale, null.')
})

test('a letter says in the language of the customer what 21 CFR 7.49 asks for, and leads to the page', async () => {
  const more = { ...street, language: 'de', audience: 'retail' }
  const recall = await recalledFrom(world, [{ code: 'A', quantity: 3, more }])
  const pdf = await letters(recall)
  const text = textsOf(pdf).join(' ')
  for (const said of [
    'DRINGEND',
    'Glass in F1',
    'Finished good (F), Charge F1',
    '3 Einheiten',
    'Splinters of glass',
    'Cuts in the mouth',
    'Verkaufen und liefern',
    'Kopie dieses Schreibens',
    'Customer A',
  ])
    expect(text).toContain(said)
  const [link = ''] = linksIn(pdf)
  expect(tokenOf(link)).toHaveLength(64)
  const { body } = await page(link)
  expect(body).toMatchObject({
    language: 'de',
    isOver: false,
    last: null,
    items: [{ batchCode: 'F1', quantity: 3, most: 3 }],
  })
  expect(JSON.stringify(body)).not.toContain('Customer A')
  expect(await recipientsIn(world, recall)).toMatchObject([{ state: 'read', way: 'letter' }])
})

test('an answer is kept, the last one stands, and a return closes the line of who sent it back (scenarios 42 and 55)', async () => {
  const recall = await recalledFrom(world, [{ code: 'A', quantity: 10, more: street }])
  const link = await firstLink(recall)
  const { batchId } = recall
  expect((await answered(world, link, [{ batchId, have: 11 }])).body.code).toBe('answer_too_many')
  await answered(world, link, [{ batchId, have: 6, used: 2 }])
  await answered(world, link, [{ batchId, returning: 4, destroyed: 2, used: 2 }])
  expect((await overview(world, recall)).units).toMatchObject({
    distributed: 10,
    have: 0,
    returning: 4,
    destroyed: 2,
    used: 2,
    unknown: 2,
  })
  const back = async (number: string, quantity: number) => {
    const { id } = await world.post('/v1/returns', { number, orderNumber: 'SO-1', lines: [{ product: 'F', quantity }] })
    const taken = [{ line: 1, batch: batchId, quantity }]
    await world.post(`/v1/returns/${id}/receipts`, { warehouse: 'CHI', lines: taken })
  }
  await back('R-1', 4)
  expect((await overview(world, recall)).units).toMatchObject({
    returned: 4,
    returning: 2,
    destroyed: 2,
    used: 2,
    unknown: 0,
  })
  expect(await recipientsIn(world, recall)).toMatchObject([{ state: 'confirmed', returned: 4 }])
  await back('R-2', 6)
  expect(await recipientsIn(world, recall)).toMatchObject([{ state: 'returned', returned: 10 }])
  expect((await overview(world, recall)).units).toEqual({
    distributed: 10,
    returned: 10,
    have: 0,
    destroyed: 0,
    returning: 0,
    used: 0,
    unknown: 0,
  })
})

test('the same answer twice is one; a link that nobody gave out, and a recall that is over, say so', async () => {
  const recall = await recalledFrom(world, [{ code: 'A', quantity: 2, more: street }])
  const link = await firstLink(recall)
  const same = { id: crypto.randomUUID() }
  for (const nth of [1, 2])
    expect([nth, (await answered(world, link, [{ batchId: recall.batchId, have: 2 }], same)).status]).toEqual([
      nth,
      200,
    ])
  const [{ id }] = (await recipientsIn(world, recall)) as [Json]
  const { history } = await world.get(`/v1/recalls/${recall.id}/recipients/${id}`)
  expect(history.map(({ kind }: Json) => kind)).toEqual(['notice', 'opened', 'answer'])
  expect((await page(`${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`)).body.code).toBe('answer_link_unknown')
  await world.post(`/v1/recalls/${recall.id}/end`, { reason: 'done' })
  expect((await page(link)).body).toMatchObject({ isOver: true })
  expect((await answered(world, link, [{ batchId: recall.batchId, have: 1 }])).body.code).toBe('answer_over')
})

test('what is widened later is news to those who were told, and an older link tells of all of it', async () => {
  const recall = await recalledFrom(world, [{ code: 'A', quantity: 2, more: street }])
  const link = await firstLink(recall)
  const line = { product: 'F', batch: 'F2', quantity: 5, expiresOn: '2026-12-01' }
  const { lines } = await world.post('/v1/receipts', { warehouse: 'CHI', lines: [line] })
  await world.post('/v1/orders', { number: 'SO-9', customer: 'A', lines: [{ product: 'F', quantity: 5 }] })
  await world.post('/v1/shipments', { order: 'SO-9' })
  const parts = [recall.batchId, lines[0].batchId].map((batch) => ({ kind: 'batch', batch }))
  await world.post(`/v1/recalls/${recall.id}/versions`, { scope: { parts }, reason: 'same line' })
  expect(await overview(world, recall)).toMatchObject({ hasNews: 1, next: { letters: 1 }, units: { distributed: 7 } })
  await letters(recall)
  expect((await page(link)).body.items.map(({ batchCode }: Json) => batchCode).sort()).toEqual(['F1', 'F2'])
  expect(await overview(world, recall)).toMatchObject({ hasNews: 0, next: { letters: 0 } })
})

test('names are for those who may see contacts, that they looked is audited once a day, and they are erased while counts stay', async () => {
  const setting = {
    language: 'en',
    audience: 'consumer',
    contact: null,
    silentDays: 3,
    againByItself: false,
    retentionDays: 30,
  }
  await world.call('PUT', '/v1/notice-settings', setting)
  const recall = await recalledFrom(world, [
    { code: 'A', quantity: 2, more: street },
    { code: 'B', quantity: 1, more: street },
  ])
  const link = await firstLink(recall)
  await answered(world, link, [{ batchId: recall.batchId, destroyed: 1 }], { remark: 'sorry', signedBy: 'Zoe Quill' })
  const [{ id }] = (await recipientsIn(world, recall)) as [Json]
  await world.post(`/v1/recalls/${recall.id}/recipients/${id}/calls`, { outcome: 'no_answer', said: 'rang' })
  const warehouse = await world.as('warehouse')
  const masked = await warehouse.get(`/v1/recalls/${recall.id}/recipients`)
  expect(masked.items.map(({ contact }: Json) => contact)).toEqual([null, null])
  const { items } = await world.get('/v1/audit?limit=500')
  expect(items.filter(({ action }: Json) => action === 'notice.contacts_seen')).toHaveLength(1)
  await world.post(`/v1/recalls/${recall.id}/end`, { reason: 'done' })
  const before = await overview(world, recall)
  world.clock.set('2026-01-10T00:00:00.000Z')
  const erase = () => eraseDue(world.app.house.database, jobActOf(world, world))
  await Promise.all([erase(), erase()])
  const erased = (await world.get('/v1/audit?limit=500')).items.filter(({ action }: Json) => action === 'notice.erase')
  expect(erased).toHaveLength(1)
  const after = await overview(world, recall)
  expect(after).toEqual({
    ...before,
    erasedAt: world.clock.now(),
    timeline: [...before.timeline, after.timeline.at(-1)],
  })
  expect(after.timeline.at(-1).kind).toBe('erased')
  expect((await page(link)).body.code).toBe('answer_link_unknown')
  const left =
    await world.owner`select to_jsonb(n)::text as row from notices.notice n union all select to_jsonb(a)::text from notices.answer a
    union all select to_jsonb(c)::text from notices.call c`
  for (const { row } of left) expect(row).not.toMatch(/Main Street|Zoe|sorry|rang/)
})
