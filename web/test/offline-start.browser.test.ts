/**
 * web/test/offline-start.browser.test.ts — scenario 74 to its full words: the app opens, again and again, on a device without network; what waits
 * goes once; what is kept is one person's, and goes with that person.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { batchId } from '../../server/test/stories.ts'
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
import { openRoad, openStage, phone, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const allowed = { viewport: handheld, serviceWorkers: 'allow' } as const
const asOf = (page: Page) => page.getByText(/^Kept on this device, as of /)

/** Until the worker has the whole app, and answers for this page. */
async function isKept(page: Page): Promise<void> {
  const state = () => page.evaluate(() => navigator.serviceWorker.controller?.state ?? null)
  await expect.poll(state, patiently).toBe('activated')
}

/** The names of all answers kept on the device. */
const keptNames = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const asked = indexedDB.open('firstout-kept')
        asked.onerror = () => reject(asked.error)
        asked.onsuccess = () => {
          const rows = asked.result.transaction('answers').objectStore('answers').getAll()
          rows.onsuccess = () => {
            asked.result.close()
            resolve(rows.result.map(({ name }: { name: string }) => name).sort())
          }
        }
      }),
  )

/** As when the battery dies: the tab is gone, and another is opened. */
async function reopened(page: Page, path: string): Promise<Page> {
  const context = page.context()
  await page.goto('chrome://crash').catch(() => {})
  const again = await context.newPage()
  again.setDefaultTimeout(60_000)
  await page.close()
  await again.goto(path)
  return again
}

test('scenario 74: the network is cut, the tab dies three times and opens without network, the server is another one: of 12 picks those that stand are done once and in order, the held ones come back', async () => {
  const { world } = stage
  const wave = await waveOf(world, 'FROST', 12)
  const path = `/pick/${wave.id}`
  const road = await openRoad(stage.url)
  let page = await stage.signedIn({ baseURL: road.url, ...allowed })
  await page.goto(path)
  await isKept(page)
  await pickShown(page, 0, 1, 12)
  await road.cut()
  page = await reopened(page, path)
  await asOf(page).waitFor()
  await pickShown(page, 1, 4, 12)
  page = await reopened(page, '/')
  await page.getByRole('heading', { name: 'On this device' }).waitFor()
  await page.setViewportSize(phone)
  await expectAccessible(page)
  await page.setViewportSize(handheld)
  await page.getByRole('link', { name: `Pick ${wave.number}` }).click()
  await pickShown(page, 4, 7, 12)
  const batch = await batchId(world, 'FROST-BAD')
  const hold = await world.post('/v1/holds', { scope: 'batch', batch, reason: 'mould' })
  await pickShown(page, 7, 12, 12)
  page = await reopened(page, path)
  await page.getByText('11 picks are kept on this device.').waitFor()
  await asOf(page).waitFor()
  await page.setViewportSize(phone)
  await expectAccessible(page)
  expect(await picksOf(world, wave.id)).toBe(1)
  const other = await anotherServer(world)
  await road.mend(other.url)
  await page.getByRole('link', { name: '5 to settle', exact: true }).waitFor()
  // What was picked before the network was cut, and is not packed.
  await page.getByRole('region', { name: 'Stopped: batch FROST-BAD' }).waitFor()
  await expect.poll(() => picksOf(world, wave.id), patiently).toBe(7)
  await asOf(page).waitFor({ state: 'detached' })
  page = await reopened(page, '/outbox')
  const refused = page.getByRole('region', { name: /^Not accepted: 1 of batch FROST-BAD/ })
  await expect.poll(() => refused.count(), patiently).toBe(5)
  await refused
    .first()
    .getByText(/^FROST-BAD: on hold/)
    .waitFor()
  await world.post(`/v1/holds/${hold.id}/lifting`, { reason: 'good after all' })
  await expect.poll(async () => (await openTasks(world, wave.id)).length, patiently).toBe(5)
  for (let left = 5; left > 0; left -= 1) {
    await refused.first().getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => refused.count(), patiently).toBe(left - 1)
  }
  await expect.poll(() => picksOf(world, wave.id), patiently).toBe(12)
  const [made, tasks] = [await pickedLines(world, wave.id), (await waveNow(world, wave.id)).tasks]
  expect(new Set(made).size).toBe(12)
  expect(tasks.map(({ toPick, picked }: { toPick: number; picked: number }) => [toPick, picked])).toEqual(
    Array(12).fill([0, 1]),
  )
  expect((await world.post('/v1/verifications')).differences).toEqual([])
  await page.close()
  await road.cut()
  await other.close()
})

test('a network that swallows everything is not waited for: the wave is there within seconds', async () => {
  const wave = await waveOf(stage.world, 'HUSH', 2)
  const road = await openRoad(stage.url)
  const page = await stage.signedIn({ baseURL: road.url, ...allowed })
  await page.goto(`/pick/${wave.id}`)
  await isKept(page)
  road.hush()
  const again = await page.context().newPage()
  again.setDefaultTimeout(60_000)
  await page.close()
  await again.goto(`/pick/${wave.id}`)
  await scanBox(again).waitFor()
  await pickShown(again, 0, 1, 2)
  road.speak()
  await expect.poll(() => picksOf(stage.world, wave.id), patiently).toBe(1)
  await road.cut()
  // Whether the server is ready, the app does not answer for it.
  await expect(again.goto('/readyz')).rejects.toThrow(/ERR_/)
  await again.close()
})

test('what is kept goes when the wave is closed, and all of it when its person signs out; answers of the API are in no cache', async () => {
  const { world } = stage
  const wave = await waveOf(world, 'LEAVE', 2)
  const page = await stage.signedIn(allowed)
  await page.goto(`/pick/${wave.id}`)
  await isKept(page)
  await expect.poll(() => keptNames(page), patiently).toEqual(['me', `pick-wave ${wave.id}`, 'warehouses'])
  await pickShown(page, 0, 2, 2)
  await page.getByRole('button', { name: 'Close the wave' }).click()
  await expect.poll(() => keptNames(page), patiently).toEqual(['me', 'warehouses'])
  const cached = await page.evaluate(async () => {
    const found: string[] = []
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname)
    return found
  })
  expect(cached).toContain('/index.html')
  expect(cached.filter((path) => path.startsWith('/v1') || path.startsWith('/docs'))).toEqual([])
  await page.getByRole('button', { name: /^Signed in as/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(await keptNames(page)).toEqual([])
  await page.context().close()
})
