/**
 * Somebody writes how batch codes of their own are, draws the next one while receiving, and is asked about one that is mistyped.
 */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { product } from '../../server/test/stories.ts'
import { dayFromNow, desk, openStage, phone, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await product(stage.world, { sku: 'BALM', name: 'Lip balm' })
})
afterAll(() => stage?.close())

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
}

test('a pattern is written with its codes of today in view, and one that cannot be read says where', async () => {
  const page = await stage.signedIn({ viewport: phone })
  page.setDefaultTimeout(15_000)
  await page.goto('/settings?tab=account')
  const pattern = page.getByRole('textbox', { name: 'Pattern' })
  await pattern.waitFor()
  const tab = await page.getByRole('tab', { name: 'Account' }).boundingBox()
  expect([(tab?.x ?? -1) >= 0, (tab?.x ?? 0) + (tab?.width ?? 0) <= phone.width]).toEqual([true, true])
  await pattern.fill('L{LOT}')
  await pattern.press('Enter')
  await page.getByText('Character 2: {LOT} is not known').waitFor()
  await pattern.fill('{SKU}-{##}{CHECK}')
  await page.getByText('SKU-01').waitFor()
  await expectAccessible(page)
  await pattern.press('Enter')
  await page.getByText('Codes drawn from now on are written {SKU}-{##}{CHECK}.').waitFor()
  expect((await stage.world.get('/v1/batch-code-patterns')).items).toMatchObject([{ pattern: '{SKU}-{##}{CHECK}' }])
})

test('the next code is drawn while receiving; a mistyped one is asked about, and taken where it is right', async () => {
  await stage.world.call('PUT', '/v1/batch-code-pattern', { pattern: '{SKU}-{##}{CHECK}' })
  const page = await stage.signedIn({ viewport: desk })
  page.setDefaultTimeout(15_000)
  await page.goto('/receive')
  const line = page.getByRole('group', { name: 'Line 1' })
  await line.getByRole('combobox', { name: 'Product' }).fill('BALM')
  await line.getByRole('textbox', { name: 'Quantity' }).fill('5')
  await line.getByRole('button', { name: 'Next code of our own' }).click()
  const code = line.getByRole('textbox', { name: 'Batch code' })
  await expect.poll(() => code.inputValue()).toMatch(/^BALM-\d\d[0-9A-Z]$/)
  const drawn = await code.inputValue()
  await code.fill(drawn.replace('M-0', 'M-1'))
  await line.getByRole('textbox', { name: 'Last day' }).fill(dayFromNow(200))
  await page.getByRole('button', { name: 'Receive', exact: true }).click()
  await page.getByText('something in it is mistyped').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'is right' }).click()
  await page.getByRole('heading', { name: /^Receipt/ }).waitFor()
  expect((await stage.world.get('/v1/batches?product=BALM')).items).toMatchObject([
    { code: drawn.replace('M-0', 'M-1') },
  ])
})

test('a product has a pattern of its own, and shows that of all where it has none', async () => {
  await stage.world.call('PUT', '/v1/batch-code-pattern', { pattern: '{SKU}-{##}{CHECK}' })
  const page = await stage.signedIn({ viewport: desk })
  page.setDefaultTimeout(15_000)
  await page.goto('/products/BALM')
  await page.getByText('As for all products. Today:').waitFor()
  const pattern = page.getByRole('textbox', { name: 'Pattern' })
  await pattern.fill('B{YY}{JJJ}')
  await pattern.press('Enter')
  await page.getByText('Codes drawn from now on are written B{YY}{JJJ}.').waitFor()
  await expectAccessible(page)
})
