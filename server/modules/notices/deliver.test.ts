/**
 * server/modules/notices/deliver.test.ts — each mail goes out once, whoever presses, dies or is refused; against a real SMTP server.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Mailer, openMailer, type Posted } from '../../platform/mail.ts'
import { gate, waitingForLocks } from '../../test/amid.ts'
import { jobActOf } from '../../test/job-act.ts'
import { type MailServer, openMailServer } from '../../test/mail-server.ts'
import { email, overview, recalledFrom, recipientsIn } from '../../test/notices.ts'
import { type Json, openWorld, type World, waitFor } from '../../test/world.ts'
import { deliverDue } from './deliver.ts'
import { askSilentAgain, sendWave } from './send-wave.ts'

let server: MailServer
let world: World
let mailer: Mailer
beforeEach(async () => {
  server = await openMailServer()
  world = await openWorld({ works: false, mail: server.settings })
  mailer = openMailer(server.settings)
})
afterEach(async () => {
  mailer.close()
  await world.close()
  await server.close()
})

const act = () => jobActOf(world, world)
const deliver = () => deliverDue({ database: world.app.house.database, mailer, act, tell: () => {} })
const buyers = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ code: `C${at}`, quantity: 1, more: email(`C${at}`) }))
const send = ({ id }: Json, to = 'untold') => world.call('POST', `/v1/recalls/${id}/waves`, { to })
const ids = () => server.received.map(({ messageId }) => messageId)

test('of two who press at once, the second sends nothing: one wave', async () => {
  const recall = await recalledFrom(world, buyers(3))
  const [sent, committed] = [gate(), gate()]
  const first = world.app.house.database.write(act(), async (tx) => {
    await sendWave(tx, recall.id, { to: 'untold' })
    sent.open()
    await committed.passed
  })
  await sent.passed
  const second = send(recall)
  let isAnswered = false
  void second.then(() => {
    isAnswered = true
  })
  await waitFor(async () => isAnswered || (await waitingForLocks(world)) > 0, 'the second to wait for the first')
  committed.open()
  await first
  expect((await second).body.code).toBe('notices_nobody')
  await deliver()
  expect(ids()).toHaveLength(3)
})

test('a job that runs twice at once sends each mail once', async () => {
  const recall = await recalledFrom(world, buyers(12))
  await send(recall)
  const [one, other] = await Promise.all([deliver(), deliver()])
  expect(one + other).toBe(12)
  expect([ids().length, new Set(ids()).size]).toEqual([12, 12])
  expect(await deliver()).toBe(0)
})

test('a process that dies while it sends leaves a mail that goes again under the same Message-ID, and both links work', async () => {
  const recall = await recalledFrom(world, buyers(1))
  await send(recall)
  const dead = { ...mailer, send: () => new Promise<never>(() => {}) }
  void deliverDue({ database: world.app.house.database, mailer: dead, act, tell: () => {} })
  await waitFor(
    async () => (await world.owner`select from notices.notice where state = 'sending'`).length > 0,
    'the mail to be on its way',
  )
  expect(await deliver()).toBe(0)
  world.clock.set('2025-11-23T15:11:00.000Z')
  expect(await deliver()).toBe(1)
  const [{ id = '' } = {}] = await world.owner<{ id?: string }[]>`select id from notices.notice`
  expect(ids()).toEqual([`<${id}.notice@acme.example>`])
  expect((await world.owner`select from notices.link`).length).toBe(2)
})

test('who lost a mail to another process by being slow says nothing of it any more', async () => {
  await send(await recalledFrom(world, buyers(1)))
  const [slow, next] = [gate(), gate()]
  const lane = (until: Promise<void>, posted: Posted) =>
    deliverDue({
      database: world.app.house.database,
      mailer: { ...mailer, send: () => until.then(() => posted) },
      act,
      tell: () => {},
    })
  const isTaken = (tries: number) => async () =>
    (await world.owner`select from notices.notice where state = 'sending' and tries = ${tries}`).length > 0
  const first = lane(slow.passed, { as: 'refused', why: 'too late' })
  await waitFor(isTaken(1), 'the first to take it')
  world.clock.set('2025-11-23T15:11:00.000Z')
  const second = lane(next.passed, { as: 'accepted' })
  await waitFor(isTaken(2), 'the second to take it')
  slow.open()
  await first
  expect(await isTaken(2)()).toBe(true)
  next.open()
  expect(await second).toBe(1)
  expect(await world.owner`select state from notices.notice`).toMatchObject([{ state: 'sent' }])
  expect((await world.owner`select from notices.bounce`).length).toBe(0)
})

test('a mail that is put off ten times is given up, and the time that the server was away does not count', async () => {
  const recall = await recalledFrom(world, buyers(1))
  await send(recall)
  const answering = (posted: Posted) =>
    deliverDue({
      database: world.app.house.database,
      mailer: { ...mailer, send: async () => posted },
      act,
      tell: () => {},
    })
  const start = Date.parse('2025-11-23T15:00:00.000Z')
  const later = { as: 'later', why: '451 Greylisted' } as const
  for (let hour = 1; hour <= 20; hour += 1) {
    world.clock.set(new Date(start + hour * 2 * 3_600_000).toISOString())
    await answering({ ...later, isServerAway: hour <= 11 })
    expect([hour, (await overview(world, recall)).queued]).toEqual([hour, 1])
  }
  world.clock.set('2025-11-26T00:00:00.000Z')
  await answering({ ...later, isServerAway: false })
  expect(await overview(world, recall)).toMatchObject({ queued: 0, bounced: 1 })
})

test('two processes that ask the silent again at once ask each of them once', async () => {
  const setting = {
    language: 'en',
    audience: 'consumer',
    contact: null,
    silentDays: 2,
    againByItself: true,
    retentionDays: 30,
  }
  await world.call('PUT', '/v1/notice-settings', setting)
  const recall = await recalledFrom(world, buyers(2))
  await send(recall)
  await deliver()
  world.clock.set('2025-11-26T16:00:00.000Z')
  const { asking } = await world.owner.begin(async (tx) => {
    await tx`select from recalls.recall where id = ${recall.id} for update`
    const begun = [1, 2].map(() => askSilentAgain(world.app.house.database, act()))
    await waitFor(async () => (await waitingForLocks(world)) >= 2, 'both to wait for the recall')
    return { asking: begun }
  })
  await Promise.all(asking)
  await deliver()
  expect(ids()).toHaveLength(4)
})

test('5xx is a bounce, 4xx is tried again, and a server that is away costs no try', async () => {
  const recall = await recalledFrom(world, buyers(2))
  await send(recall)
  server.refuse((address) =>
    address.startsWith('c0') ? { code: 550, says: 'No such user' } : { code: 451, says: 'Greylisted' },
  )
  expect(await deliver()).toBe(0)
  expect(await overview(world, recall)).toMatchObject({ bounced: 1, queued: 1, notified: 0 })
  server.refuse(() => null)
  world.clock.set('2025-11-23T15:05:00.000Z')
  expect(await deliver()).toBe(1)
  const states = (await recipientsIn(world, recall)).map(({ customerCode, state }: Json) => [customerCode, state])
  expect(new Map(states as [string, string][])).toEqual(
    new Map([
      ['C0', 'bounced'],
      ['C1', 'sent'],
    ]),
  )
  const [bounced] = (await recipientsIn(world, recall, '&state=bounced')) as [Json]
  await world.call('PATCH', `/v1/customers/${bounced.customerId}`, { email: 'right@customers.example' })
  expect((await overview(world, recall)).next.mail).toBe(1)
  expect((await send(recall)).status).toBe(201)
  await deliver()
  expect(server.received.map(({ to }) => to)).toEqual(['c1@customers.example', 'right@customers.example'])
})

test('who stays silent is asked again by itself where the account says so, once; and nobody once the recall is over', async () => {
  const setting = {
    language: 'fr',
    audience: 'consumer',
    contact: null,
    silentDays: 2,
    againByItself: true,
    retentionDays: 30,
  }
  await world.call('PUT', '/v1/notice-settings', setting)
  const recall = await recalledFrom(world, buyers(2))
  await send(recall)
  await deliver()
  expect(server.received[0]?.text).toContain('Bonjour Customer C')
  for (const day of [24, 25, 26, 29]) {
    world.clock.set(`2025-11-${day}T16:00:00.000Z`)
    await askSilentAgain(world.app.house.database, act())
    await deliver()
  }
  expect(ids()).toHaveLength(4)
  await send(recall, 'silent')
  expect((await overview(world, recall)).next.mailAgain).toBe(0)
  await world.post(`/v1/recalls/${recall.id}/end`, { reason: 'done' })
  expect(await deliver()).toBe(0)
  expect((await overview(world, recall)).queued).toBe(0)
})
