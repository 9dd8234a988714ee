/**
 * A new brand comes from its spreadsheet to the first label, led by the guide on the first page.
 */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { desk, openStage, phone, type Stage } from './stage.ts'

const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

let shots = 0
async function expectAccessible(page: Page): Promise<void> {
  const to = process.env.SHOTS
  shots += 1
  if (to) await page.screenshot({ path: `${to}/first-run-${shots}.png`, fullPage: true })
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(levels).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
}

const sheet = (name: string, ...lines: string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\n')}\n`),
})
const guide = (page: Page) => page.getByRole('list', { name: 'First steps' })

test('at a desk: the sheet of products, then that of their stock, then the labels of what came', async () => {
  const page = await stage.signedIn({ viewport: desk })
  await page.goto('/')
  await guide(page).getByRole('link', { name: 'Your products' }).waitFor()
  await expectAccessible(page)
  await guide(page).getByRole('link', { name: 'Your products' }).click()
  const products = sheet('products.csv', 'SKU;Name;Expires', 'CREAM;Rose cream;yes', 'SOAP;Olive soap;yes')
  await page.getByLabel('Sheet of products').setInputFiles(products)
  await page.getByRole('button', { name: 'Import all 2 rows, or nothing' }).click()
  await page.getByRole('link', { name: 'Upload their stock next' }).click()
  const stock = [
    'SKU;Quantity;Batch;Best before',
    'CREAM;12;C-1;2031-05-01',
    'CREAM;5;C-2;2031-07-01',
    'SOAP;9;S-1;2031-06-01',
  ]
  await page.getByLabel('Sheet of opening stock').setInputFiles(sheet('stock.csv', ...stock))
  await page.getByRole('button', { name: 'Import all 3 rows, or nothing' }).click()
  await page.getByRole('button', { name: /^Print labels: 3 batches of IM-/ }).click()
  await page.getByRole('button', { name: 'Make labels' }).click()
  await page.getByText(/: 3 labels made\./).waitFor()
  const { items } = await stage.world.get('/v1/label-prints')
  expect(items).toMatchObject([{ labels: 3, subjects: 3, state: 'queued' }])
})

test('on a phone: what is done is told, and what is left leads on', async () => {
  const page = await stage.signedIn({ viewport: phone, colorScheme: 'dark' })
  await page.goto('/')
  await guide(page).getByText('The first label: done').waitFor()
  await expectAccessible(page)
  await guide(page).getByRole('link', { name: 'The first order' }).click()
  await page.getByLabel('Sheet of open orders').waitFor({ state: 'attached' })
  expect(await page.getByLabel('What it is of').inputValue()).toBe('orders')
  await page.goto('/')
  await guide(page).getByRole('link', { name: 'Enter one by hand' }).click()
  await page.getByRole('heading', { name: 'Enter an order' }).waitFor()
  await stage.world.post('/v1/orders', { lines: [{ product: 'CREAM', quantity: 1 }] })
  await page.goto('/')
  await page.getByText('Expires first, of what can be sold').waitFor()
  expect(await guide(page).count()).toBe(0)
})
