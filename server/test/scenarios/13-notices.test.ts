/**
 * server/test/scenarios/13-notices.test.ts — everybody who got the goods is told, and what became of every unit is known.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { groupBy } from '../../../domain/group-by.ts'
import { type MailServer, openMailServer } from '../mail-server.ts'
import { answered, email, overview, recalledFrom, recipientsIn } from '../notices.ts'
import { type Json, openWorld, type World, waitFor } from '../world.ts'

let server: MailServer
let world: World
beforeAll(async () => {
  server = await openMailServer()
  world = await openWorld({ mail: server.settings })
})
afterAll(async () => {
  await world?.close()
  await server?.close()
})

test('scenario 45: 310 units in 204 orders; 192 mailed, 9 written to, 3 bounced; 188 of 204 confirmed are 92.2 %', async () => {
  server.refuse((address) => (/^bad[12]@/.test(address) ? { code: 550, says: '5.1.1 No such user' } : null))
  const buyers = Array.from({ length: 204 }, (_, at) => {
    const code = at < 9 ? `LETTER-${at}` : at < 12 ? `BAD${at - 8}` : `C-${at}`
    const address = { address: `${at} Main Street\nChicago`, phone: '555-0100' }
    return { code, quantity: at < 106 ? 2 : 1, more: at < 9 ? address : { ...email(code), ...address } }
  })
  const recall = await recalledFrom(world, buyers)
  expect(await overview(world, recall)).toMatchObject({
    recipients: 204,
    notified: 0,
    notNotified: 204,
    withoutEmail: 9,
    next: { mail: 195, letters: 9 },
    units: { distributed: 310, unknown: 310 },
  })
  await world.post(`/v1/recalls/${recall.id}/waves`, { to: 'untold' })
  await waitFor(async () => server.received.length === 193, 'the mails to be sent', 120_000)
  await waitFor(async () => (await overview(world, recall)).queued === 0, 'what became of the last ones', 60_000)
  const late = server.received.find(({ to }) => to === 'bad3@customers.example')
  const message = `Final-Recipient: rfc822; bad3@customers.example\nAction: failed\nStatus: 5.1.1\n\nMessage-ID: ${late?.messageId}\n`
  await world.post(`/v1/recalls/${recall.id}/bounces`, { message })
  expect(await overview(world, recall)).toMatchObject({
    mailed: 192,
    bounced: 3,
    notified: 192,
    next: { mail: 0, letters: 12, calls: 12 },
  })
  const letters = await world.call('POST', `/v1/recalls/${recall.id}/letters`, {})
  expect([letters.status, letters.headers['content-type']]).toEqual([200, 'application/pdf'])
  expect(await overview(world, recall)).toMatchObject({
    notified: 204,
    notificationRate: 100,
    byWay: { email: 192, letter: 12 },
  })
  const { batchId } = recall
  const quantityOf = new Map(buyers.map(({ code, quantity, more }) => [(more as Json).email ?? code, quantity]))
  for (const [at, { to, link }] of server.received
    .filter(({ to }) => to !== 'bad3@customers.example')
    .slice(0, 180)
    .entries()) {
    const units = quantityOf.get(to) ?? 0
    const said = at < 100 ? { destroyed: units } : at < 150 ? { have: units } : { used: units }
    expect((await answered(world, link, [{ batchId, ...said }])).status).toBe(200)
  }
  const [written] = [await recipientsIn(world, recall, '&way=letter')]
  for (const { id } of written.slice(0, 8))
    await world.post(`/v1/recalls/${recall.id}/recipients/${id}/calls`, { outcome: 'reached', said: 'They know.' })
  const numbers = await overview(world, recall)
  expect(numbers).toMatchObject({ responded: 188, silent: 16, confirmedRate: 92.2 })
  const { distributed, returned, have, destroyed, returning, used, unknown } = numbers.units
  expect(returned + have + destroyed + returning + used + unknown).toBe(distributed)
  const states = groupBy(await recipientsIn(world, recall), ({ state }: Json) => state)
  expect([states.get('destroyed')?.length, states.get('confirmed')?.length, states.get('sent')?.length]).toEqual([
    100, 88, 16,
  ])
  expect(numbers.toAskAgain).toBe(0)
  world.clock.set('2025-11-26T15:00:00.000Z')
  expect((await overview(world, recall)).next).toMatchObject({ mailAgain: 12, letters: 4 })
  const wave = await world.post(`/v1/recalls/${recall.id}/waves`, { to: 'silent' })
  expect(wave).toMatchObject({ number: 3, recipients: 12 })
}, 300_000)
