/**
 * web/test/cold-store.ts — the steps of picking without network: a wave to pick, a scanner that scans what is shown, and what the server knows of it.
 */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openApp } from '../../server/app.ts'
import { systemClock } from '../../server/platform/clock.ts'
import { openLog } from '../../server/platform/log.ts'
import type { Json, World } from '../../server/test/world.ts'
import { dayFromNow } from './stage.ts'

export const handheld = { width: 390, height: 844 }
export const patiently = { timeout: 60_000 }

/** Orders of one unit each, picked in one wave: of batches GOOD and BAD in turn, for each order wants one product. */
export async function waveOf(world: World, name: string, count: number): Promise<Json> {
  const placed: Json[] = []
  for (const kind of ['GOOD', 'BAD']) {
    const product = `${name}-${kind}`
    await world.post('/v1/products', { sku: product, name: product })
    const line = { product, quantity: 50, batch: product, expiresOn: dayFromNow(100) }
    await world.post('/v1/receipts', { warehouse: 'CHI', lines: [line] })
    for (let nth = 0; nth < count / 2; nth += 1)
      placed.push(await world.post('/v1/orders', { lines: [{ product, quantity: 1 }] }))
  }
  return world.post('/v1/pick-waves', { warehouse: 'CHI', orders: placed.map(({ id }) => id) })
}

export const scanBox = (page: Page) => page.getByLabel('Scan the batch, or press Enter')
export const waveNow = (world: World, id: string): Promise<Json> => world.get(`/v1/pick-waves/${id}`)
export const openTasks = async (world: World, id: string) =>
  (await waveNow(world, id)).tasks.filter(({ toPick }: Json) => toPick > 0)

/** The lines in the order in which they were picked; twice where it was done twice. */
export const pickedLines = async (world: World, id: string): Promise<string[]> =>
  (
    await world.owner`select order_line_id from fulfilment.picked where wave_id = ${id} and kind = 'pick' order by id`
  ).map((row) => row.orderLineId)
export const picksOf = async (world: World, id: string) => (await pickedLines(world, id)).length

export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
}

/** Scans what is shown, task by task. */
export async function pickShown(page: Page, from: number, until: number, of: number): Promise<void> {
  for (let done = from; done < until; done += 1) {
    await page.getByText(`${done} of ${of} units picked`).waitFor()
    const batch = (await scanBox(page).getAttribute('placeholder')) ?? ''
    await scanBox(page).fill(batch)
    await scanBox(page).press('Enter')
  }
  if (until < of) await page.getByText(`${until} of ${of} units picked`).waitFor()
}

/** Another process of the same server, as after a restart. Returns its address and how it ends. */
export async function anotherServer({ database }: World, webRoot = new URL('../../dist/web/', import.meta.url)) {
  const app = await openApp({
    target: database.app,
    ...(database.role ? { role: database.role } : {}),
    clock: systemClock,
    log: openLog('silent'),
    connectionsMax: 5,
    preparedStatements: true,
    works: false,
    webRoot,
  })
  return { url: await app.http.listen({ host: '127.0.0.1', port: 0 }), close: () => app.close() }
}
