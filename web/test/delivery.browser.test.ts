import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayFromNow, openStage, phone, type Stage } from './stage.ts'

const head = 'service,warehouse,country,postalPrefix,transitDays,distanceKm,parcelCost'
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const { world } = stage
  await world.post('/v1/products', { sku: 'SERUM', name: 'Vitamin C serum' })
  await world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: [{ product: 'SERUM', quantity: 50, batch: 'A', expiresOn: dayFromNow(60) }],
  })
  await world.post('/v1/rules', { name: 'Amazon', channel: 'amazon', lifeDaysMin: 30, reason: 'Their terms' })
})
afterAll(() => stage.close())

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

const place = (number: string, more: object = {}) =>
  stage.world.post('/v1/orders', { number, channel: 'amazon', lines: [{ product: 'SERUM', quantity: 5 }], ...more })

test('a service is added, and transit times are imported once their wrong row is mended', async () => {
  const page = await stage.signedIn()
  await page.goto('/settings?tab=delivery')
  await page.getByRole('button', { name: 'Add a service' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Ground')
  await page.getByRole('textbox', { name: 'Code', exact: true }).fill('GROUND')
  await page.getByRole('checkbox', { name: 'Sat' }).check()
  await page.getByRole('checkbox', { name: 'Sun' }).check()
  await page.getByRole('switch', { name: 'The standard' }).check()
  await page.getByRole('button', { name: 'Add the service' }).last().click()
  await page.getByRole('button', { name: 'Change Ground' }).waitFor()
  await page.getByRole('button', { name: 'Import' }).click()
  const rows = page.getByRole('textbox', { name: 'Rows' })
  await rows.fill(`${head}\nGROUND,CHI,US,,5\nSLOW,,US,,9`)
  const wrong = page.getByRole('table', { name: 'Rows that cannot be read' })
  expect(await wrong.innerText()).toMatch(/Line 3[\s\S]*There is no service "SLOW"/)
  expect(await page.getByRole('button', { name: 'Import 1 row' }).isDisabled()).toBe(true)
  expect(await violations(page)).toEqual([])
  await rows.fill(`${head}\nGROUND,CHI,US,,5\nGROUND,,US,606,2`)
  await page.getByRole('button', { name: 'Import 2 rows' }).click()
  await page.getByText('2 rows written.').waitFor()
  await page.getByRole('button', { name: 'Remove the row to US 606' }).waitFor()
  expect(await violations(page)).toEqual([])
})

test('a row that now is for another way stands no longer where it stood, and the table is taken home', async () => {
  const page = await stage.signedIn()
  await page.goto('/settings?tab=delivery')
  await page.getByRole('button', { name: 'Add a row' }).click()
  await page.getByRole('textbox', { name: 'Takes' }).fill('9')
  await page.getByRole('button', { name: 'Add the row' }).click()
  await page.getByRole('button', { name: 'Change the row to any country' }).click()
  await page.getByRole('textbox', { name: 'Postal code begins with' }).fill('9')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Needs the country that it belongs to').waitFor()
  await page.getByRole('textbox', { name: 'Postal code begins with' }).fill('')
  await page.getByRole('combobox', { name: 'From warehouse' }).click()
  await page.getByRole('option', { name: /CHI/ }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()])
  const lines = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\n')
    .toSorted()
  expect(lines).toEqual([',CHI,,,9,,', 'GROUND,,US,606,2,,', 'GROUND,CHI,US,,5,,', head])
  await page.getByRole('button', { name: 'Remove the row to any country' }).click()
  await page.getByRole('button', { name: 'Remove the row to any country' }).waitFor({ state: 'detached' })
})

test('a holiday is added and removed', async () => {
  const page = await stage.signedIn()
  await page.goto('/settings?tab=delivery')
  await page.getByRole('button', { name: 'Add a holiday' }).click()
  await page.getByRole('textbox', { name: 'Day' }).fill('2030-12-25')
  await page.getByRole('textbox', { name: 'Name' }).fill('Christmas')
  await page.getByRole('button', { name: 'Add the holiday' }).click()
  await page.getByRole('button', { name: 'Remove Christmas, 25 Dec 2030' }).click()
  await page.getByText('No holidays').waitFor()
  expect((await stage.world.get('/v1/holidays')).items).toEqual([])
})

test('an order says when it leaves and arrives, or that nobody knows', async () => {
  await place('SO-1', { country: 'US' })
  await place('SO-2', { country: 'NZ' })
  const page = await stage.signedIn()
  await page.goto('/orders/SO-1')
  await page.getByText(/CHI · leaves .*, arrives .* \(Ground, 5 days\)/).waitFor()
  await page.getByRole('button', { name: 'Change', exact: true }).first().click()
  await page.getByLabel('Postal code').fill('60601')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText(/\(Ground, 2 days\)/).waitFor()
  await page.goto('/orders/SO-2')
  await page
    .getByText('Nobody has said how long GROUND takes to New Zealand: judged as if it arrived at once.')
    .waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('link', { name: 'Settings → Delivery' }).click()
  await page.getByRole('heading', { name: 'Transit times' }).waitFor()
})

test('the page of a batch says until which day it has to leave', async () => {
  const page = await stage.signedIn({ viewport: phone })
  const { items } = await stage.world.get('/v1/stock?product=SERUM')
  await page.goto(`/batches/${items[0].batchId}`)
  const destinations = page.getByRole('table', { name: 'Destinations' })
  // 30 days before the 60th from now, and five on the way.
  await expect.poll(() => destinations.innerText()).toMatch(/amazon to United States[\s\S]*25 days/)
  expect(await page.getByRole('table', { name: 'Open orders' }).innerText()).toContain('SO-1')
  expect(await violations(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
})
