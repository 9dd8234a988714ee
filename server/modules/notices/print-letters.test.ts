/**
 * server/modules/notices/print-letters.test.ts — whose address a letter can show gets one, the others wait for a pen; and nobody waits while letters are drawn.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../platform/db.ts'
import { gate } from '../../test/amid.ts'
import { jobActOf } from '../../test/job-act.ts'
import { overview, recalledFrom, recipientsIn } from '../../test/notices.ts'
import { linksIn, textsOf } from '../../test/pdf-texts.ts'
import { type Json, openWorld, type World } from '../../test/world.ts'
import { printLetters } from './print-letters.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ works: false })
})
afterEach(() => world.close())

const print = ({ id }: Json, body: Json = {}) => world.call('POST', `/v1/recalls/${id}/letters`, body)
const chinese = { name: '王小明', address: '北京市朝阳区1号' }
const street = (number: number) => ({ address: `${number} Main Street\nChicago` })

test('a Greek, a Cyrillic and a Polish address stand on their letters; a Chinese one is not told, and waits for a pen', async () => {
  const recall = await recalledFrom(world, [
    { code: 'GR', quantity: 4, more: { name: 'Σωκράτης Παπαδόπουλος', address: 'Οδός Ερμού 5\nΑθήνα' } },
    { code: 'UA', quantity: 3, more: { name: 'Їжак', address: 'вул. Хрещатик 1\nКиїв' } },
    { code: 'PL', quantity: 2, more: { address: 'Łąkowa 5\n90-001 Łódź' } },
    { code: 'CN', quantity: 1, more: chinese },
  ])
  expect((await overview(world, recall)).next).toMatchObject({ letters: 3, byHand: 1, calls: 1, noWay: 0 })
  const text = textsOf((await print(recall)).body).join(' ')
  for (const shown of [
    'Σωκράτης Παπαδόπουλος',
    'Οδός Ερμού 5',
    'Αθήνα',
    'Їжак',
    'вул. Хрещатик 1',
    'Київ',
    '90-001 Łódź',
  ])
    expect(text).toContain(shown)
  expect(text).not.toMatch(/\?|\ufffd/)
  expect(await overview(world, recall)).toMatchObject({ notified: 3, next: { letters: 0, byHand: 1 } })
  const [left] = (await recipientsIn(world, recall, '&list=by_hand')) as [Json]
  expect(left).toMatchObject({
    customerCode: 'CN',
    state: 'not_notified',
    reach: { letter: false, hand: true },
    contact: { unprintable: '王小明北京市朝阳区号' },
  })
  const list = await world.call('GET', `/v1/recalls/${recall.id}/call-list.csv`)
  expect(String(list.body)).toMatch(/王小明.*北京市朝阳区1号.*no letter can show 王小明北京市朝阳区号: write by hand/)
  expect((await print(recall, { recipients: [left.id] })).body.code).toBe('notices_nobody')
})

test('on wish a letter is printed with its address left open: then it counts, and leads to the page', async () => {
  const recall = await recalledFrom(world, [{ code: 'CN', quantity: 1, more: chinese }])
  const [{ id }] = (await recipientsIn(world, recall)) as [Json]
  const { body } = await print(recall, { recipients: [id], byHand: true })
  expect(textsOf(body).join(' ')).not.toMatch(/\?|Dear/)
  expect(linksIn(body)).toHaveLength(1)
  expect(await overview(world, recall)).toMatchObject({ notified: 1, next: { byHand: 0, calls: 0 } })
})

test('where no letter could show what all of them say, none is printed and nobody counts as told; emoji are left out', async () => {
  const recall = await recalledFrom(world, [{ code: 'A', quantity: 1, more: street(1) }], { title: 'Glas ✨ 玻璃' })
  expect((await print(recall)).body).toMatchObject({
    code: 'letter_unprintable',
    detail: expect.stringContaining('玻璃'),
  })
  expect(await overview(world, recall)).toMatchObject({ notified: 0, next: { letters: 1 } })
  await world.call('PATCH', `/v1/recalls/${recall.id}`, { title: 'Glass ✨ here' })
  expect(textsOf((await print(recall)).body).join(' ')).toContain('Glass  here')
})

/** Between drawing and writing down, `meanwhile` happens; the first `times` times. */
function interrupted(meanwhile: () => Promise<unknown>, times: number): Database {
  const { database } = world.app.house
  let left = times
  return {
    ...database,
    write: async (act, work) => {
      left -= 1
      if (left >= 0) await meanwhile()
      return database.write(act, work)
    },
  }
}
const drawn = async ({ id: recallId }: Json, database: Database) => {
  const ask = { recallId, only: null, byHand: false, mailer: null, publicUrl: 'https://answer.example' }
  return textsOf(Buffer.from(await printLetters(database, jobActOf(world, world), ask))).join(' ')
}

test('while letters are drawn the recall is free, and who is told meanwhile gets no second letter', async () => {
  const recall = await recalledFrom(world, [
    { code: 'A', quantity: 2, more: street(1) },
    { code: 'B', quantity: 1, more: street(2) },
  ])
  const [{ id }] = (await recipientsIn(world, recall)) as [Json]
  const text = await drawn(
    recall,
    interrupted(() => print(recall, { recipients: [id] }), 1),
  )
  expect(text).toContain('Customer B')
  expect(text).not.toContain('Customer A')
  expect(await world.owner`select from notices.notice`).toHaveLength(2)
})

test('an address that changes while it is drawn is drawn anew; what changes each time is refused, and nobody counts as told', async () => {
  const recall = await recalledFrom(world, [{ code: 'A', quantity: 1, more: street(1) }])
  const [{ customerId }] = (await recipientsIn(world, recall)) as [Json]
  let number = 1
  const moves = async () => {
    number += 1
    await world.call('PATCH', `/v1/customers/${customerId}`, street(number))
  }
  await expect(drawn(recall, interrupted(moves, 9))).rejects.toMatchObject({ code: 'letters_changing' })
  expect(await overview(world, recall)).toMatchObject({ notified: 0 })
  const text = await drawn(recall, interrupted(moves, 1))
  expect(text).toContain(`${number} Main Street`)
  expect(await world.owner`select sent_to from notices.notice`).toEqual([{ sentTo: street(number).address }])
})

test('a recall that ends while its letters are drawn sends none; of two who print at once one gets the letters', async () => {
  const recall = await recalledFrom(world, [{ code: 'A', quantity: 1, more: street(1) }])
  const [first, second] = [gate(), gate()]
  const waiting = (at: ReturnType<typeof gate>) =>
    drawn(
      recall,
      interrupted(() => at.passed, 1),
    )
  const both = [waiting(first), waiting(second)]
  first.open()
  second.open()
  const ended = await Promise.allSettled(both)
  expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(ended.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'notices_nobody' } })
  world.clock.set('2025-12-05T15:00:00.000Z')
  const over = () => world.post(`/v1/recalls/${recall.id}/end`, { reason: 'done' })
  await expect(drawn(recall, interrupted(over, 1))).rejects.toMatchObject({ code: 'recall_state' })
  expect(await world.owner`select from notices.notice`).toHaveLength(1)
})
