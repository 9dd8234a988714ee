import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jobsAreDone } from '../../server/test/alerts.ts'
import { dayFromNow, openStage, type Stage } from './stage.ts'

const small = { width: 390, height: 844 }
let stage: Stage
let batch: string
beforeAll(async () => {
  stage = await openStage()
  const { world } = stage
  await world.post('/v1/products', { sku: 'CREAM', name: 'Face cream' })
  const life = { TEN: 10, FORTY: 40, EIGHTY: 80, YEAR: 400 }
  const receipt = await world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: Object.entries(life).map(([code, days]) => ({
      product: 'CREAM',
      quantity: 40,
      batch: code,
      expiresOn: dayFromNow(days),
    })),
  })
  batch = `/batches/${receipt.lines[0].batchId}`
  await jobsAreDone(world)
})
afterAll(() => stage.close())

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
const listed = (page: Page) => page.getByRole('table', { name: 'Batches that come to their last day' })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test('the home page leads to what comes to its last day, step by step, and a batch says so itself', async () => {
  const page = await stage.signedIn({ viewport: { width: 1280, height: 900 } })
  await page.goto('/')
  await page.getByRole('link', { name: 'Coming to their last day: 3 batches' }).click()
  await listed(page).getByRole('link', { name: 'TEN' }).waitFor()
  expect(await listed(page).getByRole('row').count()).toBe(4)
  expect(await violations(page)).toEqual([])
  await button(page, '1 at 60 days').click()
  await expect.poll(() => listed(page).getByRole('row').count()).toBe(2)
  expect(page.url()).toContain('step=60')
  await page.goto(batch)
  await page.getByText('At 30 days since').waitFor()
  expect(await violations(page)).toEqual([])
})

test('on the phone it is seen with one tap, and snoozed with a reason until a day', async () => {
  const page = await stage.signedIn({ viewport: small, colorScheme: 'dark' })
  await page.goto('/alerts')
  await button(page, 'Seen: batch TEN').click()
  await listed(page).getByText('seen', { exact: true }).waitFor()
  await button(page, 'Snooze the alert of batch FORTY').click()
  await button(page, '2 weeks').click()
  await page.getByLabel('Reason').fill('the promotion starts on Monday')
  expect(await violations(page)).toEqual([])
  await button(page, 'Snooze').click()
  await button(page, '1 snoozed').click()
  await listed(page).getByText('the promotion starts on Monday').waitFor()
  expect(await listed(page).getByRole('row').count()).toBe(2)
  expect(await violations(page)).toEqual([])
  const { items } = await stage.world.get('/v1/alerts?state=snoozed')
  expect(items).toMatchObject([{ batchCode: 'FORTY', snoozedUntil: dayFromNow(14) }])
  await button(page, 'Closed').click()
  await page.getByText('No alert was closed yet').waitFor()
})

test('the steps are written in the settings, and others on a product; what they tell of changes at once', async () => {
  const page = await stage.signedIn({ viewport: small })
  await page.goto('/settings?tab=alerts')
  await page.getByLabel('Days before the last day').fill('500, soon')
  await page.getByText('soon is not a number of days from 1 to 3650.').waitFor()
  await page.getByLabel('Days before the last day').fill('500 30')
  await page.getByText('500 and 30 days before the last day, and once it is over.').waitFor()
  expect(await violations(page)).toEqual([])
  await button(page, 'Save the steps').click()
  await page.getByText('is judged by these steps now').waitFor()
  await page.goto('/alerts')
  await listed(page).getByRole('link', { name: 'YEAR' }).waitFor()
  await page.goto('/products/CREAM')
  await button(page, 'Other steps').click()
  await page.getByLabel('Days before the last day').fill('20')
  expect(await violations(page)).toEqual([])
  await button(page, 'Save the steps').click()
  await page.getByText('20 days before the last day, and once it is over').waitFor()
  await page.goto('/alerts')
  await expect.poll(() => listed(page).getByRole('row').count()).toBe(2)
  await page.goto('/products/CREAM')
  await button(page, 'As the account').click()
  await page.getByText('as for the whole account').waitFor()
})
