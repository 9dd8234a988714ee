import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bins, zone } from '../../server/test/bins.ts'
import { hold, product, receive, stockOf } from '../../server/test/stories.ts'
import type { Json } from '../../server/test/world.ts'
import { dayFromNow, openStage, type Stage } from './stage.ts'

const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
const handheld = { width: 390, height: 844 }
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const { world } = stage
  const cold = await zone(world, 'COLD', { storage: 'frozen' })
  await bins(world, ['F-1-0', 'F-1-1', 'F-2-0'], { zoneId: cold.id, mixing: 'one_batch', capacity: 40 })
  await product(world, { sku: 'ICE', name: 'Ice cream', storage: 'frozen' })
  await product(world, { sku: 'TEA', name: 'Green tea' })
  const line = { product: 'ICE', expiresOn: dayFromNow(20), place: 'DOCK' }
  await receive(world, [
    { ...line, batch: 'ICE-1', quantity: 60 },
    { ...line, batch: 'TEA-1', product: 'TEA', quantity: 12, place: 'MAIN' },
  ])
  await hold(world, 'TEA-1')
})
afterAll(() => stage.close())

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
}

const lies = async (batch: string) =>
  Object.fromEntries((await stockOf(stage.world, batch)).map((row: Json) => [row.placeCode, row.onHand]))

test('on a phone a batch is scanned, its bin is shown and scanned; a wrong bin is refused, or taken with a reason', async () => {
  const page = await stage.signedIn({ viewport: handheld })
  await page.goto('/putaway')
  await page.getByLabel('Scan a batch').waitFor()
  await expectAccessible(page)
  await page.keyboard.type('NONE')
  await page.keyboard.press('Enter')
  await page.getByText('Nothing of "NONE" lies on the dock').waitFor()
  await page.keyboard.type('ICE-1')
  await page.keyboard.press('Enter')
  const now = page.getByRole('region', { name: 'To put away now' })
  await now.getByText('F-1-0', { exact: true }).waitFor()
  await now.getByText('It has room for 40; the rest goes elsewhere.').waitFor()
  await expectAccessible(page)
  await page.keyboard.type('MAIN')
  await page.keyboard.press('Enter')
  await now.getByText(/frozen goods, and the bin is ambient\. Put it at F-1-0 instead\./).waitFor()
  await now.getByLabel('Scan the bin').fill('F-1-0')
  await page.keyboard.press('Enter')
  await page.getByText('40 of batch ICE-1 at F-1-0').waitFor()
  await page.getByRole('button', { name: /ICE-1/ }).click()
  await now.getByText('F-1-1', { exact: true }).waitFor()
  await now.getByLabel('How many').fill('5')
  await now.getByLabel('Scan the bin').fill('MAIN')
  await page.keyboard.press('Enter')
  await now.getByRole('button', { name: 'Put it there all the same' }).click()
  await page.getByLabel('Reason').fill('the freezer is full')
  await page.getByRole('button', { name: 'Put it there', exact: true }).click()
  await page.getByText('5 of batch ICE-1 at MAIN').waitFor()
  expect(await lies('ICE-1')).toEqual({ 'F-1-0': 40, MAIN: 5, DOCK: 15 })
})

test('what lies wrong is on the home page, and moved from the list', async () => {
  const page = await stage.signedIn()
  await page.goto('/')
  await page.getByRole('link', { name: 'Lies where it must not: 1 batch' }).click()
  await page.getByText('frozen goods, and the bin is ambient').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Moved batch ICE-1 to F-1-1' }).click()
  await page.getByText('Everything lies where it may').waitFor()
  expect(await page.getByRole('status').getByText('5 of batch ICE-1 at F-1-1').count()).toBe(1)
  expect(await lies('ICE-1')).toEqual({ 'F-1-0': 40, 'F-1-1': 5, DOCK: 15 })
})

test('the map shows each bin with fill, life and holds, in words as well; a bin opens beside it', async () => {
  const page = await stage.signedIn()
  await page.goto('/map')
  await page.getByRole('button', { name: /^F-1-0: 40 of 40, ICE, 20 days$/ }).waitFor()
  await page.getByRole('button', { name: /^MAIN: 12, TEA, 20 days, held$/ }).waitFor()
  await page.getByRole('button', { name: 'F-2-0: empty' }).waitFor()
  await expectAccessible(page)
  const found = page.getByLabel('Find a bin or SKU')
  await found.fill('nowhere')
  await page.getByText('No place is called "nowhere", and nothing in one has such a SKU').waitFor()
  await found.fill('ice')
  await page.getByText('3 places found').waitFor()
  await found.fill('')
  await page.getByText('Held 1').click()
  await expect.poll(() => page.locator('button[data-aside]').count()).toBeGreaterThan(0)
  await page.getByRole('button', { name: /^F-1-0:/ }).press('Enter')
  const drawer = page.getByRole('dialog', { name: 'Bin F-1-0' })
  await drawer.getByText('40 of 40').waitFor()
  await drawer
    .getByRole('table', { name: 'Moves of this bin' })
    .getByText(/DOCK → F-1-0/)
    .waitFor()
  await drawer.getByRole('link', { name: 'Open as a page' }).click()
  await page.getByRole('heading', { name: 'Bin F-1-0' }).waitFor()

  const phone = await stage.signedIn({ viewport: handheld })
  await phone.goto('/map')
  await phone.getByRole('button', { name: /^F-1-0:/ }).waitFor()
  await expectAccessible(phone)
  await phone.getByRole('button', { name: /^F-1-0:/ }).click()
  await phone.getByRole('dialog', { name: 'Bin F-1-0' }).getByText('One batch').waitFor()
})

test('what a product needs, a zone keeps and a bin takes is told in forms', async () => {
  const page = await stage.signedIn()
  await page.goto('/products/TEA/edit')
  await page.getByRole('combobox', { name: 'Kept at' }).click()
  await page.getByRole('option', { name: 'Cool' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect.poll(async () => (await stage.world.get('/v1/products/TEA')).storage).toBe('cool')

  await page.goto('/settings?tab=warehouses')
  await page.getByRole('button', { name: 'Change place F-2-0' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Holds').fill('75')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  const [bin] = (await stage.world.get('/v1/places?text=F-2-0')).items
  expect(bin).toMatchObject({ capacity: 75, mixing: 'one_batch', aisle: null })

  await page.getByRole('button', { name: 'Change zone COLD' }).click()
  await page.getByRole('combobox', { name: 'Free from' }).click()
  await page.getByRole('option', { name: 'Peanuts' }).click()
  await page.keyboard.press('Tab')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect.poll(async () => (await stage.world.get('/v1/zones')).items[0].freeFrom).toEqual(['peanuts'])
})
