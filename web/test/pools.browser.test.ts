import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayFromNow, openStage, type Stage } from './stage.ts'

const small = { width: 390, height: 844 }
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const { world } = stage
  await world.post('/v1/products', { sku: 'SERUM', name: 'Vitamin C serum' })
  await receive('A', 100, 100)
  await receive('B', 80, 40)
  await world.post('/v1/orders', { number: 'SO-1', channel: 'wholesale', lines: [{ product: 'SERUM', quantity: 30 }] })
})
afterAll(() => stage.close())

const receive = (batch: string, quantity: number, days: number) =>
  stage.world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: [{ product: 'SERUM', quantity, batch, expiresOn: dayFromNow(days) }],
  })

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

test('a pool is shown with what it would keep, kept, told where its goods are, drawn on, and ended', async () => {
  const page = await stage.signedIn()
  await page.goto('/')
  await page.getByRole('link', { name: 'Pools' }).click()
  await page.getByText('No pools').waitFor()
  await page.getByRole('link', { name: 'Keep stock for a channel' }).first().click()
  await page.getByRole('combobox', { name: 'Product' }).fill('SERUM')
  await page.getByLabel('Units').fill('120')
  await page.getByRole('combobox', { name: 'Channel' }).fill('shopify')
  await page.getByLabel('Name').fill('Black Friday')
  await page.getByLabel('Last day').fill(dayFromNow(30))
  await page.getByLabel('Reason').fill('The campaign')
  expect(await page.getByRole('button', { name: 'Keep it' }).count()).toBe(0)
  await page.getByRole('button', { name: 'See what it keeps' }).click()
  const told = page.getByRole('status', { name: 'What it keeps' })
  await expect
    .poll(() => told.innerText())
    .toContain('Only shopify could have 120 free units: 100 of A in CHI, 20 of B in CHI.')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Keep it' }).click()
  await page.getByRole('heading', { name: 'Pool “Black Friday”' }).waitFor()
  expect(await page.getByRole('table', { name: 'Stock that is kept' }).innerText()).toMatch(
    /A[\s\S]*100[\s\S]*B[\s\S]*20/,
  )
  await page.getByRole('link', { name: 'B', exact: true }).click()
  const ofBatch = page.getByRole('table', { name: 'Kept for channels' })
  await expect.poll(() => ofBatch.innerText()).toMatch(/Black Friday\s+shopify\s+120 of 120\s+20/)
  await stage.world.post('/v1/orders', {
    number: 'SO-2',
    channel: 'shopify',
    lines: [{ product: 'SERUM', quantity: 60 }],
  })
  await page.goto('/products/SERUM')
  await expect.poll(() => ofBatch.innerText()).toMatch(/60 of 120/)
  await ofBatch.getByRole('link', { name: 'Black Friday' }).click()
  await page.getByRole('button', { name: 'End', exact: true }).click()
  await page.getByText(/that only shopify may have are offered to all who wait/).waitFor()
  await page.getByLabel('Reason').fill('Sold out early')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'End the pool' }).click()
  await page.getByText('Sold out early').waitFor()
  await page.goto('/pools')
  await page.getByText('No pools').waitFor()
  await page.getByRole('switch', { name: 'Those that are over too' }).check()
  await page.getByRole('link', { name: 'Black Friday' }).waitFor()
})

test('on a phone a batch is kept from its own page; what is wrong stands at its field, and what was shown counts no more once it is changed', async () => {
  const batch = (await stage.world.get('/v1/batches?product=SERUM')).items.find(
    ({ code }: { code: string }) => code === 'A',
  )
  const page = await stage.signedIn({ viewport: small })
  await page.goto(`/batches/${batch.id}`)
  await page.getByRole('link', { name: 'Keep some' }).click()
  await expect.poll(() => page.getByRole('combobox', { name: 'Batch' }).inputValue()).toMatch(/^A · last day/)
  await page.getByLabel('Units').fill('5')
  await page.getByRole('combobox', { name: 'Channel' }).fill('wholes')
  await page.getByRole('option', { name: 'wholesale' }).click()
  await page.getByLabel('Name').fill('For wholesale')
  await page.getByLabel('Last day').fill(dayFromNow(-3))
  await page.getByLabel('Reason').fill('They promised to come')
  await page.getByRole('button', { name: 'See what it keeps' }).click()
  await page.getByText(/is before the first day/i).waitFor()
  await page.getByLabel('Last day').fill(dayFromNow(3))
  await page.getByRole('button', { name: 'See what it keeps' }).click()
  const keep = page.getByRole('button', { name: 'Keep it' })
  await keep.waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(small.width)
  expect(await violations(page)).toEqual([])
  await page.getByLabel('Units').fill('6')
  await keep.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'See what it keeps' }).click()
  await keep.click()
  await page.getByRole('heading', { name: 'Pool “For wholesale”' }).waitFor()
  await page.goto('/pools')
  await page.getByText('6 of 6').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(small.width)
})
