/**
 * web/test/offline-picking.browser.test.ts — scenario 74 in a real browser: picks are made while the network is cut, the tab dies, the server is
 * another one, and meanwhile the lot was put on hold.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { batchId } from '../../server/test/stories.ts'
import type { Json } from '../../server/test/world.ts'
import {
  anotherServer,
  expectAccessible,
  handheld,
  openTasks,
  patiently,
  pickedLines,
  pickShown,
  picksOf,
  scanBox,
  waveNow,
  waveOf,
} from './cold-store.ts'
import { dayFromNow, openRoad, openStage, phone, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

test('scenario 74: of 12 picks made without network, those of the lot that was put on hold come back to be settled; nothing is lost, nothing doubled', async () => {
  const wave = await waveOf(stage.world, 'COLD', 12)
  const road = await openRoad(stage.url)
  const page = await stage.signedIn({ baseURL: road.url, viewport: handheld })
  await page.goto(`/pick/${wave.id}`)
  await scanBox(page).waitFor()
  await road.cut()
  await pickShown(page, 0, 12, 12)
  await page.getByText('12 picks are kept on this device.').waitFor()
  await page.getByText(/Not live since/).waitFor()
  await page.setViewportSize(phone)
  await expectAccessible(page)
  await page.setViewportSize(handheld)
  expect(await picksOf(stage.world, wave.id)).toBe(0)
  const hold = await stage.world.post('/v1/holds', {
    scope: 'batch',
    batch: await batchId(stage.world, 'COLD-BAD'),
    reason: 'mould',
  })
  await road.mend()
  await expect.poll(() => picksOf(stage.world, wave.id), patiently).toBe(6)
  await page.getByRole('link', { name: '6 to settle' }).waitFor()
  const refused = page.getByRole('region', { name: 'Not accepted: 1 of batch COLD-BAD' })
  await refused.getByText(/^COLD-BAD: on hold/).waitFor()
  await expectAccessible(page)
  await page.getByRole('link', { name: '5 more are to settle' }).click()
  await page.getByRole('heading', { name: 'Not sent yet' }).waitFor()
  await expect.poll(() => refused.count(), patiently).toBe(6)
  await expectAccessible(page)
  await refused.first().getByRole('button', { name: 'Give it up' }).click()
  await page.getByRole('dialog').getByLabel('Reason').fill('lies in its bin again')
  await page.getByRole('button', { name: 'It is put back' }).click()
  await page.getByRole('link', { name: '5 to settle' }).waitFor()
  const told = async () => (await stage.world.get('/v1/audit?kind=pick_wave&limit=50')).items
  await expect
    .poll(async () => (await told()).map(({ action }: Json) => action), patiently)
    .toContain('pick_wave.give_up')
  await stage.world.post(`/v1/holds/${hold.id}/lifting`, { reason: 'good after all' })
  await expect.poll(async () => (await openTasks(stage.world, wave.id)).length, patiently).toBe(6)
  for (let left = 5; left > 0; left -= 1) {
    await refused.first().getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => refused.count(), patiently).toBe(left - 1)
  }
  await expect.poll(() => picksOf(stage.world, wave.id), patiently).toBe(11)
  expect((await openTasks(stage.world, wave.id)).map(({ toPick }: Json) => toPick)).toEqual([1])
  expect((await stage.world.post('/v1/verifications')).differences).toEqual([])
  await road.cut()
})

test('the tab is killed and the server is another one: what was picked waits on the device, and goes in order once', async () => {
  const wave = await waveOf(stage.world, 'KILL', 6)
  const road = await openRoad(stage.url)
  const page = await stage.signedIn({ baseURL: road.url, viewport: handheld })
  await page.goto(`/pick/${wave.id}`)
  await scanBox(page).waitFor()
  await pickShown(page, 0, 1, 6)
  expect(await picksOf(stage.world, wave.id)).toBe(1)
  // The server does it, and its answer never comes.
  await page.route('**/picks', async (route) => {
    await route.fetch().catch(() => {})
    await route.abort().catch(() => {})
  })
  await pickShown(page, 1, 2, 6)
  await expect.poll(() => picksOf(stage.world, wave.id), patiently).toBe(2)
  await road.cut()
  await page.unroute('**/picks')
  await pickShown(page, 2, 4, 6)
  await page.getByRole('link', { name: '3 waiting' }).waitFor()
  await page.goto('chrome://crash').catch(() => {})
  const other = await anotherServer(stage.world)
  await road.mend(other.url)
  const again = await page.context().newPage()
  await again.goto(`/pick/${wave.id}`)
  await again.getByText('4 of 6 units picked').waitFor()
  await expect.poll(() => picksOf(stage.world, wave.id), patiently).toBe(4)
  await again.getByRole('link', { name: /^\d+ waiting/ }).waitFor({ state: 'detached' })
  await pickShown(again, 4, 6, 6)
  await again.getByText('Nothing is left to pick').waitFor()
  const [tasks, made] = [(await waveNow(stage.world, wave.id)).tasks, await pickedLines(stage.world, wave.id)]
  expect(made).toEqual(tasks.map(({ orderLineId }: Json) => orderLineId))
  await again.close()
  await road.cut()
  await other.close()
})

test('without network another batch than planned is left where it is, and so is more than is to be picked', async () => {
  const wave = await waveOf(stage.world, 'ALONE', 2)
  const road = await openRoad(stage.url)
  const page = await stage.signedIn({ baseURL: road.url, viewport: handheld })
  await page.goto(`/pick/${wave.id}`)
  await scanBox(page).waitFor()
  await road.cut()
  const planned = await scanBox(page).getAttribute('placeholder')
  await scanBox(page).fill('ELSE')
  await scanBox(page).press('Enter')
  await scanBox(page).press('Enter')
  await page
    .getByText(`This is ELSE, planned is ${planned}. Without the network only what is planned can be picked`)
    .waitFor()
  await expectAccessible(page)
  await scanBox(page).fill(']C10109506000134352')
  await scanBox(page).press('Enter')
  await scanBox(page).press('Enter')
  await page.getByText(/This is GTIN 09506000134352; the list wants ALONE-/).waitFor()
  expect(await page.getByRole('link', { name: /^\d+ waiting/ }).count()).toBe(0)
  await road.mend()
  await road.cut()
})

test('what somebody else picked meanwhile comes back: the picker says how many are left to send, and is asked before signing out', async () => {
  const { world } = stage
  await world.post('/v1/products', { sku: 'SHARED', name: 'Shared' })
  const line = { product: 'SHARED', quantity: 50, batch: 'S1', expiresOn: dayFromNow(100) }
  await world.post('/v1/receipts', { warehouse: 'CHI', lines: [line] })
  const placed = await world.post('/v1/orders', { lines: [{ product: 'SHARED', quantity: 5 }] })
  const wave = await world.post('/v1/pick-waves', { warehouse: 'CHI', orders: [placed.id] })
  const road = await openRoad(stage.url)
  const page = await stage.signedIn({ baseURL: road.url, viewport: handheld })
  await page.goto(`/pick/${wave.id}`)
  await scanBox(page).waitFor()
  await road.cut()
  await scanBox(page).press('Enter')
  await page.getByText('1 pick is kept on this device.').waitFor()
  await world.post(`/v1/pick-waves/${wave.id}/picks`, { batch: 'S1', quantity: 2 })
  await road.mend()
  const refused = page.getByRole('region', { name: 'Not accepted: 5 of batch S1 from MAIN' })
  await refused.getByText('5 scanned, but only 3 are to be picked here. Take 3.').waitFor()
  await page.getByRole('button', { name: /^Signed in as/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByText('1 thing done on this device did not reach the server.').waitFor()
  await page.getByRole('button', { name: 'Stay' }).click()
  await refused.getByRole('button', { name: 'Change how many' }).click()
  await page.getByRole('dialog').getByLabel('How many of').fill('3')
  await page.getByRole('button', { name: 'Send it so' }).click()
  await page.getByText('5 of 5 units picked').waitFor()
  await refused.waitFor({ state: 'detached' })
  await expect.poll(async () => (await openTasks(stage.world, wave.id)).length, patiently).toBe(0)
  expect((await waveNow(stage.world, wave.id)).tasks).toMatchObject([{ picked: 5 }])
  await road.cut()
})
