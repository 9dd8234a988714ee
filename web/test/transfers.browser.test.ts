import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayFromNow, openStage, type Stage } from './stage.ts'

const small = { width: 390, height: 844 }
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const { world } = stage
  await world.post('/v1/warehouses', { code: 'DAL', name: 'Dallas', timeZone: 'America/Chicago' })
  await world.post('/v1/products', { sku: 'SERUM', name: 'Vitamin C serum' })
  await world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: [{ product: 'SERUM', quantity: 100, batch: 'A', expiresOn: dayFromNow(100) }],
  })
  await world.post('/v1/orders', { warehouse: 'DAL', lines: [{ product: 'SERUM', quantity: 30 }] })
})
afterAll(() => stage.close())

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

test('a proposal becomes a request, is approved at once and shipped at the desk', async () => {
  const page = await stage.signedIn({ viewport: { width: 1280, height: 900 } })
  await page.goto('/')
  await page.getByRole('link', { name: 'Transfers' }).click()
  await page.getByText('Orders wait for 30 at DAL').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('link', { name: 'Request 30 of SERUM' }).click()
  await page.getByLabel('Approve it at once').check()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Request it' }).click()
  await page.getByRole('heading', { name: 'Transfer TR-1' }).waitFor()
  await expect.poll(() => page.getByRole('table', { name: 'To pick' }).innerText()).toMatch(/MAIN\s+SERUM\s+A/)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Ship all of it' }).click()
  await page.getByRole('heading', { name: 'Receive at DAL' }).waitFor()
  await page.getByRole('link', { name: 'Packing slip' }).waitFor()
})

test('on a phone what came is scanned and counted, and what is missing is settled with a reason', async () => {
  const page = await stage.signedIn({ viewport: small, colorScheme: 'dark' })
  await page.goto('/transfers/TR-1')
  const scan = page.getByLabel('Scan what came')
  await scan.fill('B')
  await scan.press('Enter')
  await page.getByText('Nothing of "B" is on its way').waitFor()
  await scan.fill('A')
  await scan.press('Enter')
  await expect.poll(() => page.getByLabel('Came', { exact: true }).inputValue()).toBe('30')
  await page.getByLabel('Came', { exact: true }).fill('28')
  await page.getByLabel('Nothing more comes').check()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Receive what I counted' }).click()
  await page.getByText('something is missing').waitFor()
  const form = page.getByRole('form', { name: 'Settle A' })
  await form.getByRole('combobox', { name: 'Settle as' }).click()
  await page.getByRole('option', { name: 'Lost' }).click()
  await form.getByLabel('Reason').fill('the driver opened them')
  expect(await violations(page)).toEqual([])
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(small.width)
  await form.getByRole('button', { name: 'Settle' }).click()
  await page.getByText('closed').waitFor()
  await page.getByRole('cell', { name: 'the driver opened them' }).waitFor()
})

test('from the batch its goods are asked to go to another warehouse', async () => {
  const page = await stage.signedIn()
  const { items } = await stage.world.get('/v1/batches?text=A')
  await page.goto(`/batches/${items[0].id}`)
  await page.getByRole('table', { name: 'Transfers of the batch' }).waitFor()
  await page.getByRole('button', { name: 'Change what lies at MAIN' }).first().click()
  await page.getByRole('menuitem', { name: 'Move to another warehouse' }).click()
  await page.getByRole('heading', { name: 'Request a transfer' }).waitFor()
  await expect.poll(() => page.getByRole('combobox', { name: 'Product' }).inputValue()).toBe('SERUM')
})
