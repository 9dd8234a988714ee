/**
 * server/modules/notices/who-is-reached.test.ts — a mistyped address gets no mail, a business the notice for businesses, and no notice goes out before it says how
 * customers reach the account.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type MailServer, openMailServer } from '../../test/mail-server.ts'
import { answered, email, overview, recalledFrom, recipientsIn } from '../../test/notices.ts'
import { linksIn, textsOf } from '../../test/pdf-texts.ts'
import { type Json, openWorld, type World } from '../../test/world.ts'

let server: MailServer
let world: World
beforeEach(async () => {
  server = await openMailServer()
  world = await openWorld({ works: false, mail: server.settings })
})
afterEach(async () => {
  await world.close()
  await server.close()
})

const street = { address: '1 Main Street\nChicago', phone: '555-0100' }
const send = ({ id }: Json, body: Json = {}) => world.call('POST', `/v1/recalls/${id}/waves`, { to: 'untold', ...body })
const print = ({ id }: Json, body: Json = {}) => world.call('POST', `/v1/recalls/${id}/letters`, body)
const audiencesIn = async (recall: Json) =>
  new Map((await recipientsIn(world, recall)).map(({ customerCode, audience }) => [customerCode, audience]))

test('whose e-mail address was mistyped long ago is not mailed: a letter or a call, and the reason is told', async () => {
  const recall = await recalledFrom(world, [
    { code: 'GOOD', quantity: 3, more: { ...email('GOOD'), ...street } },
    { code: 'LETTER', quantity: 2, more: { ...email('LETTER'), ...street } },
    { code: 'NOWAY', quantity: 1, more: email('NOWAY') },
  ])
  await world.owner`update catalog.customer set email = replace(email, '.example', '') where code <> 'GOOD'`
  expect(await overview(world, recall)).toMatchObject({
    withoutEmail: 2,
    next: { mail: 1, letters: 1, calls: 1, noWay: 1 },
  })
  expect((await send(recall)).body).toMatchObject({ recipients: 1 })
  const [first] = (await recipientsIn(world, recall, '&list=call')) as [Json]
  expect(first.contact).toMatchObject({
    email: 'letter@customers',
    emailWrong: 'has no dot after the @, as in example.com',
  })
  const list = await world.call('GET', `/v1/recalls/${recall.id}/call-list.csv`)
  expect(String(list.body)).toContain('the e-mail address has no dot after the @')
  expect(textsOf((await print(recall)).body).join(' ')).toContain('Customer LETTER')
})

test('a business gets the notice for businesses: as the customer says, or a channel of trade; of the others the account is asked, once for all', async () => {
  const recall = await recalledFrom(world, [
    { code: 'SHOP', quantity: 4, more: { ...street, audience: 'retail' } },
    { code: 'DEPOT', quantity: 3, more: street, channel: 'b2b-eu' },
    { code: 'ANN', quantity: 2, more: street },
    { code: 'BO', quantity: 1, more: street },
  ])
  expect(await audiencesIn(recall)).toEqual(
    new Map([
      ['SHOP', 'retail'],
      ['DEPOT', 'wholesale'],
      ['ANN', 'consumer'],
      ['BO', 'consumer'],
    ]),
  )
  expect(await overview(world, recall)).toMatchObject({ audienceUnsaid: 2, audience: 'consumer' })
  const unsaid = await recipientsIn(world, recall, '&list=audience')
  expect(unsaid.map(({ customerCode }) => customerCode)).toEqual(['ANN', 'BO'])
  const say = (body: Json) => world.post(`/v1/recalls/${recall.id}/audiences`, body)
  expect(await say({ audience: 'wholesale', customers: [unsaid[1]?.customerId] })).toEqual({ customers: 1 })
  expect(await say({ audience: 'consumer' })).toEqual({ customers: 1 })
  expect(await say({ audience: 'retail' })).toEqual({ customers: 0 })
  expect(await world.get('/v1/customers/BO')).toMatchObject({ audience: 'wholesale' })
  expect(await world.get('/v1/customers/DEPOT')).toMatchObject({ audience: null })
  expect(await overview(world, recall)).toMatchObject({ audienceUnsaid: 0 })
  const text = textsOf((await print(recall)).body).join(' ')
  expect(text.match(/Tell those you supplied/g)).toHaveLength(3)
})

test('no mail and no letter goes out before it says how customers reach the account; who sends may say it, and then it stays', async () => {
  const recall = await recalledFrom(world, [
    { code: 'A', quantity: 2, more: email('A') },
    { code: 'B', quantity: 1, more: street },
  ])
  const setting = await world.get('/v1/notice-settings')
  await world.call('PUT', '/v1/notice-settings', { ...setting, contact: null })
  expect(await overview(world, recall)).toMatchObject({ contact: null })
  expect((await send(recall)).body.code).toBe('notice_without_contact')
  expect((await print(recall)).body.code).toBe('notice_without_contact')
  expect(await overview(world, recall)).toMatchObject({ queued: 0, notified: 0 })
  const quality = await world.as('quality')
  const letters = await quality.call('POST', `/v1/recalls/${recall.id}/letters`, { contact: 'Call 555-0123.' })
  expect(textsOf(letters.body).join(' ')).toContain('555-0123')
  expect((await send(recall, { contact: 'other' })).status).toBe(201)
  expect(await world.get('/v1/notice-settings')).toEqual({ ...setting, contact: 'Call 555-0123.' })
})

test('walking the list by two gives everybody once, while one answers', async () => {
  const buyers = [3, 1, 3, 2, 3, 1, 2].map((quantity, at) => ({ code: `C${at}`, quantity, more: street }))
  const recall = await recalledFrom(world, buyers)
  const links = linksIn((await print(recall)).body)
  const walked: Json[] = []
  let [cursor, nth] = ['', 0]
  do {
    const { items, next } = await world.get(`/v1/recalls/${recall.id}/recipients?limit=2&list=silent${cursor}`)
    walked.push(...items)
    const line = { batchId: recall.batchId, used: 1 }
    if (nth === 0) await answered(world, links[0] ?? '', [line])
    cursor = next ? `&cursor=${next}` : ''
    nth += 1
  } while (cursor !== '')
  const codes = walked.map(({ customerCode }) => customerCode)
  expect(walked.map(({ quantity }) => quantity)).toEqual([3, 3, 3, 2, 2, 1, 1])
  expect(new Set(codes).size).toBe(7)
})

test('the list goes on behind who stood last on the page before, also if they are no recipient any more', async () => {
  const buyers = [5, 4, 3, 2, 1].map((quantity, at) => ({ code: `C${at}`, quantity, more: street }))
  const recall = await recalledFrom(world, buyers)
  const pageOf = (more: string) => world.get(`/v1/recalls/${recall.id}/recipients?limit=2${more}`)
  const first = await pageOf('')
  const [shipment] = await world.owner<{ id: string }[]>`
    select s.id from fulfilment.shipment s join orders.sales_order o on o.id = s.order_id where o.number = ${first.items[1].orderNumbers[0]}`
  await world.post(`/v1/shipments/${shipment?.id}/cancellation`, { reason: 'never left' })
  const second = await pageOf(`&cursor=${first.next}`)
  const third = await pageOf(`&cursor=${second.next}`)
  const seen = [first, second, third].map(({ items }) => items.map(({ quantity }: Json) => quantity))
  expect(seen).toEqual([[5, 4], [3, 2], [1]])
})
