import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayFromNow, openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const { world } = stage
  await world.post('/v1/warehouses', { code: 'DAL', name: 'Dallas', timeZone: 'America/Chicago' })
  await world.post('/v1/products', { sku: 'TEA', name: 'Green tea', gtin: '9506000134352' })
  await world.post('/v1/customers', { code: 'GB', name: 'Green Basket' })
})
afterAll(() => stage.close())

/** What the field says is wrong with it, as it is read out with it. */
const saidAt = (page: Page, label: string) =>
  page.getByRole('textbox', { name: label, exact: true }).evaluate((input) =>
    (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .filter((id) => id.endsWith('-error'))
      .map((id) => document.getElementById(id)?.innerText)
      .join(),
  )

test('a SKU, GTIN or code that is taken is told at its field, there alone, and the cursor is in it', async () => {
  const page = await stage.signedIn()
  await page.goto('/products/new')
  await page.getByRole('textbox', { name: 'SKU' }).fill(' TEA ')
  await page.getByRole('textbox', { name: 'Name' }).fill('Tea again')
  await page.getByRole('textbox', { name: 'GTIN' }).fill('9506000134352')
  const add = page.getByRole('button', { name: 'Add the product' })
  await add.click()
  await expect
    .poll(() => saidAt(page, 'SKU'))
    .toBe('There is already a product "TEA". Open it, or choose another name.')
  expect(await page.getByRole('alert').count()).toBe(0)
  expect(await page.getByRole('textbox', { name: 'SKU' }).evaluate((it) => it === document.activeElement)).toBe(true)
  await page.getByRole('textbox', { name: 'SKU' }).fill('TEA-2')
  await add.click()
  await expect.poll(() => saidAt(page, 'GTIN')).toMatch(/already belongs to TEA/)
  expect(await page.getByRole('alert').count()).toBe(0)
  await page.goto('/partners')
  await page.getByRole('button', { name: 'Add a customer' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Green Banana')
  await page.getByRole('textbox', { name: 'Code' }).fill('GB')
  await page.getByRole('button', { name: 'Add the customer' }).click()
  await expect.poll(() => saidAt(page, 'Code')).toMatch(/There is already a customer "GB"/)
  expect(await page.getByRole('alert').count()).toBe(0)
})

test('a password that is too short is told at its field, and not sent', async () => {
  const page = await stage.signedIn()
  await page.goto('/settings')
  await page.getByRole('tab', { name: 'People' }).click()
  await page.getByRole('button', { name: 'Add a person' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Ann')
  await page.getByRole('textbox', { name: 'E-mail' }).fill('ann@example.com')
  await page.getByRole('textbox', { name: 'First password' }).fill('too short')
  await page.getByRole('button', { name: 'Add the person' }).click()
  await expect.poll(() => saidAt(page, 'First password')).toBe('It has 9 characters and needs at least 10')
  await page.getByRole('textbox', { name: 'First password' }).fill('long enough')
  await page.getByRole('button', { name: 'Add the person' }).click()
  await page.getByRole('cell', { name: 'ann@example.com' }).waitFor()
})

test('a batch passed over in two warehouses says where each of them is', async () => {
  const { world } = stage
  for (const warehouse of ['CHI', 'DAL'])
    await world.post('/v1/receipts', {
      warehouse,
      lines: [{ product: 'TEA', quantity: 50, batch: 'T1', expiresOn: dayFromNow(12) }],
    })
  await world.post('/v1/orders', { number: 'SO-1', lines: [{ product: 'TEA', quantity: 80, lifeDaysMin: 30 }] })
  const page = await stage.signedIn()
  await page.goto('/orders/SO-1')
  const told = page.getByRole('listitem').filter({ hasText: 'T1: 12 days left' })
  await expect
    .poll(async () => (await told.allInnerTexts()).map((text) => text.split(', ').at(-1)?.trim()).sort(), {
      timeout: 10_000,
    })
    .toEqual(['at CHI · MAIN', 'at DAL · MAIN'])
})
