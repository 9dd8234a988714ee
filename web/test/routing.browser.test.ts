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
  for (const [sku, name] of [
    ['SERUM', 'Vitamin C serum'],
    ['CREAM', 'Night cream'],
  ])
    await world.post('/v1/products', { sku, name })
  await receive('CHI', 'SERUM', 100)
  await receive('DAL', 'SERUM', 150)
  await receive('DAL', 'CREAM', 150)
  await world.post('/v1/orders', { ...parcel, number: 'SO-1' })
})
afterAll(() => stage.close())

const line = (product: string) => ({ product, quantity: 2 })
const parcel = { channel: 'shop', country: 'US', postalCode: '60601', lines: [line('SERUM'), line('CREAM')] }
const receive = (warehouse: string, product: string, days: number) =>
  stage.world.post('/v1/receipts', {
    warehouse,
    lines: [{ product, quantity: 10, batch: `${product}-${warehouse}`, expiresOn: dayFromNow(days) }],
  })

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

const choose = async (page: Page, field: string, option: string) => {
  await page.getByRole('combobox', { name: field }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

test('distance and cost are entered at a row of the transit times, and a warehouse gets its priority', async () => {
  const page = await stage.signedIn()
  await page.goto('/settings?tab=delivery')
  await page.getByRole('button', { name: 'Add a row' }).click()
  await choose(page, 'From warehouse', 'Dallas (DAL)')
  await page.getByRole('textbox', { name: 'Takes' }).fill('2')
  await page.getByRole('textbox', { name: 'Distance' }).fill('1300')
  await page.getByRole('textbox', { name: 'A parcel costs' }).fill('7.90')
  expect(await violations(page)).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: 'Add the row' }).click()
  await expect.poll(() => page.getByRole('table', { name: 'Transit times' }).innerText()).toMatch(/1\s300 km\s+\$7\.90/)
  await page.goto('/settings?tab=warehouses')
  await page.getByRole('button', { name: 'Change' }).first().waitFor()
  const dallas = page.locator('section', { hasText: 'Dallas (DAL)' })
  await dallas.getByRole('button', { name: 'Change', exact: true }).first().click()
  await page.getByRole('textbox', { name: 'Priority' }).fill('2')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('priority 2').waitFor()
})

test('a rule of routing shows which orders would go from elsewhere; an order says from where, and why', async () => {
  const { world } = stage
  const page = await stage.signedIn()
  await page.goto('/rules/new')
  await page.getByLabel('Name').fill('One parcel')
  await page.getByRole('combobox', { name: 'Channel' }).fill('shop')
  await page.getByLabel('Reason').fill('Freight eats the margin')
  await choose(page, 'Whole or split', 'From one, else the cheapest split')
  await page.getByRole('textbox', { name: 'Each parcel after the first costs' }).fill('3.00')
  await page.getByRole('button', { name: 'See what it changes' }).click()
  const told = page.getByRole('status', { name: 'What it changes' })
  await expect
    .poll(() => told.innerText())
    .toContain('1 line of 1 order would go from another warehouse, and all of them in 1 parcel instead of 2.')
  expect(await told.getByRole('table', { name: 'Order lines that would go from elsewhere' }).innerText()).toMatch(
    /SO-1[\s\S]*SERUM\s+CHI\s+DAL/,
  )
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Put the rule in force' }).click()
  await page.getByRole('heading', { name: 'Rule “One parcel”' }).waitFor()
  await page.getByText(/else the cheapest split: by distance, then priority/).waitFor()
  await world.post('/v1/orders', { ...parcel, number: 'SO-2' })
  await page.goto('/orders/SO-2')
  await page.getByRole('heading', { name: 'From where, and why' }).waitFor()
  const says = page.locator('section', { hasText: 'From where, and why' })
  await expect.poll(() => says.innerText()).toContain('All from DAL, $7.90 in 1 parcel. By the rule One parcel.')
  expect(await page.getByRole('list', { name: 'Warehouses passed over' }).innerText()).toContain('CHI: has 2 of 4')
  expect(await violations(page)).toEqual([])
})

test('on a phone the rule can be changed, and a product that it cannot name is told at its field', async () => {
  const { items } = await stage.world.get('/v1/rules')
  const page = await stage.signedIn({ viewport: small })
  await page.goto(`/rules/${items[0].id}/change`)
  await page.getByRole('combobox', { name: 'Whole or split' }).waitFor()
  await page.getByRole('combobox', { name: 'Category' }).fill('Serums')
  await page.getByLabel('Reason').fill('Serums alone')
  await page.getByRole('button', { name: 'See what it changes' }).click()
  await page.getByText(/says nothing of a whole order/i).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(small.width)
  expect(await violations(page)).toEqual([])
})
