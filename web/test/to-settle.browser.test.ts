import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openShop, unsettled } from '../../server/test/unsettled.ts'
import { dayFromNow, openStage, type Stage } from './stage.ts'

const small = { width: 390, height: 844 }
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await openShop(stage.world)
  const kinds = ['transfer_to_approve', 'transfer_missing', 'count_difference', 'return_to_inspect', 'misplaced']
  for (const kind of kinds) await unsettled[kind]?.begin(stage.world, `B-${kind}`)
  await unsettled.disposal_open?.begin(stage.world, 'B-1')
  await unsettled.disposal_open?.begin(stage.world, 'B-2')
})
afterAll(() => stage.close())

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

test('the home page tells how much waits for a person, and leads to the list and to where each is settled', async () => {
  const page = await stage.signedIn({ viewport: { width: 1280, height: 800 } })
  await page.goto('/')
  await page.getByRole('link', { name: 'To settle: 7 to settle' }).waitFor()
  await page.getByRole('link', { name: '2 disposals to carry out' }).click()
  const list = page.getByRole('table', { name: 'What waits for a person' })
  await expect.poll(() => list.getByRole('row').count()).toBe(3)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'All, 7' }).click()
  await expect.poll(() => list.getByRole('row').count()).toBe(8)
  await list.getByRole('link', { name: /^Count difference/ }).click()
  await page.getByRole('button', { name: /Book/ }).first().waitFor()
})

test('on a phone the list is narrowed by kind and warehouse, and fits', async () => {
  const page = await stage.signedIn({ viewport: small, colorScheme: 'dark' })
  await page.goto('/to-settle')
  await page.getByText('missing, and not settled').waitFor()
  expect(await violations(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(small.width)
  await page.getByRole('combobox', { name: 'Warehouse' }).click()
  await page.getByRole('option', { name: 'Dallas' }).click()
  const list = page.getByRole('table', { name: 'What waits for a person' })
  await expect.poll(() => list.getByRole('row').count()).toBe(2)
  await page.getByRole('button', { name: '1 missing on a transfer' }).waitFor()
  await list.getByRole('link', { name: /Missing on a transfer/ }).click()
  await page.getByRole('heading', { name: /^Transfer TR-/ }).waitFor()
})

test('on a phone the home page fits, whatever waits', async () => {
  const { world } = stage
  await world.post('/v1/products', { sku: 'KEPT', name: 'Kept' })
  const line = { product: 'KEPT', batch: 'K1', quantity: 5, expiresOn: dayFromNow(90), place: 'MAIN' }
  const { lines } = await world.post('/v1/receipts', { warehouse: 'CHI', lines: [line] })
  const [{ batchId: batch, placeId: place }] = lines
  await world.post('/v1/samples', { batch, place, quantity: 1, dueOn: dayFromNow(0) })
  const page = await stage.signedIn({ viewport: small })
  await page.goto('/')
  await page.getByText('destroy them, or keep them longer').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(small.width)
})
