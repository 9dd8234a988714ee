import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { batchId } from '../../server/test/stories.ts'
import { dayFromNow, openStage, type Stage } from './stage.ts'

const desk = { width: 1280, height: 800 }
const handheld = { width: 390, height: 844 }
let stage: Stage
let batch: string
let customer: string
beforeAll(async () => {
  stage = await openStage()
  const { world } = stage
  await world.post('/v1/products', { sku: 'TEA', name: 'Green tea' })
  customer = (await world.post('/v1/customers', { code: 'FBA', name: 'Amazon FBA' })).id
  for (const [code, quantity] of [
    ['A', 120],
    ['B', 80],
  ]) {
    const line = { product: 'TEA', batch: code, quantity, expiresOn: dayFromNow(300) }
    await world.post('/v1/receipts', { warehouse: 'CHI', lines: [line] })
    const placed = await world.post('/v1/orders', { customer: 'FBA', lines: [{ product: 'TEA', quantity }] })
    await world.post('/v1/shipments', { order: placed.id })
  }
  batch = await batchId(world, 'A')
})
afterAll(() => stage.close())

async function expectAccessible(page: Page): Promise<void> {
  const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
}

const shot = async (page: Page, name: string) => {
  const to = process.env.SCREENSHOTS
  if (to) await page.screenshot({ path: `${to}/${name}.png`, fullPage: true })
}
/** What the table says of a batch: sold on, and there still. */
async function says(page: Page, code: string): Promise<string[]> {
  const row = page
    .getByRole('table', { name: 'Sold on by them' })
    .getByRole('row')
    .filter({ has: page.getByText(code, { exact: true }) })
  const cells = ['Sold on', 'There still'].map((title) => row.locator(`[data-title="${title}"]`).innerText())
  return (await Promise.all(cells)).map((text) => text.trim())
}

test('what a marketplace reports is recorded on its page, and the table says least and most of each batch', async () => {
  const page = await stage.signedIn({ viewport: desk })
  await page.goto(`/partners/customers/${customer}`)
  await page.getByText('They have told nothing').waitFor()
  await page.getByRole('button', { name: 'Record a report' }).click()
  const dialog = page.getByRole('dialog', { name: 'What they report' })
  await dialog.getByLabel('Product').fill('TEA')
  await dialog.getByLabel('Units').fill('210')
  await dialog.getByRole('textbox', { name: 'On' }).fill(dayFromNow(0))
  await dialog.getByLabel('Their document').fill('Settlement 11')
  await dialog.getByRole('button', { name: 'Record' }).click()
  await dialog.getByText('Amazon FBA reports 210 of TEA as sold or lost').waitFor()
  await shot(page, 'sold-on-refused')
  await dialog.getByLabel('Units').fill('150')
  await dialog.getByRole('button', { name: 'Record' }).click()
  await page.getByRole('table', { name: 'Sold on by them' }).waitFor()
  expect([await says(page, 'A'), await says(page, 'B')]).toEqual([
    ['70 to 120', '0 to 50'],
    ['30 to 80', '0 to 50'],
  ])
  await page.getByRole('table', { name: 'What they told' }).getByText('Settlement 11').waitFor()
  await expectAccessible(page)
  await shot(page, 'sold-on-customer')
})

test('the batch and a recall say how many are certainly with consumers, and at most', async () => {
  const page = await stage.signedIn({ viewport: desk })
  await page.goto(`/batches/${batch}`)
  await page
    .getByText('With consumers of Amazon FBA, of TEA: certainly 70, at most 120. Still there: 0 to 50.')
    .waitFor()
  await page.getByText('Of it, sold on to consumers').waitFor()
  await shot(page, 'sold-on-batch')
  await expectAccessible(page)
  const scope = { parts: [{ kind: 'batch', batch }] }
  const named = { kind: 'recall', title: 'Glass', reason: 'Splinters', scope }
  const { number } = await stage.world.post('/v1/recalls', named)
  await page.goto(`/recalls/${number}`)
  await page.getByText('certainly 70, at most 120', { exact: true }).waitFor()
  await shot(page, 'sold-on-recall')
  await expectAccessible(page)
})

test('on a phone more comes back than can be there: it is asked, and taken in with a reason; then the report is withdrawn', async () => {
  const page = await stage.signedIn({ viewport: handheld })
  await page.goto('/returns/arrived')
  await page.getByRole('combobox', { name: 'Customer' }).fill('FBA')
  await page.getByRole('option', { name: 'Amazon FBA' }).click()
  const line = page.getByRole('group', { name: 'Line 1' })
  await line.getByLabel('Product').fill('TEA')
  await line.getByLabel('Quantity').fill('60')
  await line.getByLabel('Batch').fill('A')
  await page.getByRole('button', { name: 'Take in', exact: true }).click()
  await page.getByText('at most 50 can still be there').waitFor()
  await shot(page, 'sold-on-comes-back')
  await page.getByRole('button', { name: 'They are here all the same' }).click()
  const why = page.getByRole('dialog', { name: 'Take them in although the reports say otherwise' })
  await why.getByRole('textbox').fill('counted twice')
  await why.getByRole('button', { name: 'Take in' }).click()
  await page.getByRole('heading', { name: 'Return RMA-1' }).waitFor()
  await page.goto(`/partners/customers/${customer}`)
  await page.getByText('10 units of TEA are reported that cannot be').waitFor()
  await expectAccessible(page)
  await shot(page, 'sold-on-phone')
  await page.getByRole('button', { name: 'Withdraw' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('it was 140')
  await dialog.getByRole('button', { name: 'Withdraw' }).click()
  await page.getByText('no: withdrawn by').waitFor()
  await page.getByText('They have told nothing').waitFor()
})
