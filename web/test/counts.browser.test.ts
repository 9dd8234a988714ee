import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stockOf } from '../../server/test/stories.ts'
import type { Json } from '../../server/test/world.ts'
import { dayFromNow, openStage, type Stage } from './stage.ts'

const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
const handheld = { width: 390, height: 844 }
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const { world } = stage
  await world.post('/v1/products', { sku: 'TEA', name: 'Green tea' })
  const [{ id: warehouseId }] = (await world.get('/v1/warehouses')).items
  await world.post('/v1/places', {
    places: [
      { warehouseId, code: 'A-01' },
      { warehouseId, code: 'A-02' },
    ],
  })
  const priced = { expiresOn: dayFromNow(90), unitCost: 250, currency: 'USD' }
  const line = (batch: string, quantity: number, place = 'A-01') => ({
    ...priced,
    product: 'TEA',
    batch,
    quantity,
    place,
  })
  const lines = [line('L2401', 30), line('L2477', 20), line('M-9', 8, 'A-02')]
  await world.post('/v1/receipts', { warehouse: 'CHI', lines })
})
afterAll(() => stage.close())

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
}

test('a count is made at the desk, walked on a phone with scanner and keys, and its differences are booked', async () => {
  const desk = await stage.signedIn()
  await desk.goto('/counts')
  await desk.getByRole('button', { name: 'New count' }).click()
  await desk.getByLabel('Bins').fill('A-01, A-02')
  await desk.getByLabel('Blind').uncheck()
  await desk.getByRole('button', { name: 'Make the count' }).click()
  await desk.waitForURL(/\/counts\/[0-9a-f-]{36}$/)

  const page = await stage.signedIn({ viewport: handheld })
  await page.goto(new URL(desk.url()).pathname)
  await page.getByLabel('Scan a batch, or type its code').waitFor()
  await expectAccessible(page)
  await page.keyboard.type('L2401')
  for (const key of ['2', '6', 'Take back the last digit', '5'])
    await page.getByRole('button', { name: key, exact: true }).click()
  await page.getByRole('button', { name: 'Next batch' }).click()
  await page.getByRole('list', { name: 'Found in this bin' }).getByText('L2401').waitFor()
  await page.keyboard.type('L2477')
  await page.getByLabel('How many are there').fill('25')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Bin is done' }).click()
  await page.getByText('A-01: 2 lines').waitFor()
  await page.getByRole('button', { name: 'Nothing here' }).click()
  await page.getByText('Every bin is counted').waitFor()
  await expectAccessible(page)

  await desk.getByRole('link', { name: 'Differences' }).first().click()
  await desk.getByText('5 swapped with batch L2477?').waitFor()
  await desk.getByText('−5 · 25 found, 30 expected · $12.50').waitFor()
  await expectAccessible(desk)
  await desk.getByRole('button', { name: 'Book all 3' }).click()
  await expect.poll(() => desk.getByText(/^booked by/).count()).toBe(3)
  await desk.getByRole('button', { name: 'Close the count' }).click()
  await expect.poll(() => desk.getByRole('button', { name: 'Close the count' }).count()).toBe(0)
  const left = (await stockOf(stage.world, 'L2477')).map(({ onHand }: Json) => onHand)
  expect([left, await stockOf(stage.world, 'M-9')]).toEqual([[25], []])
  await desk.goto('/counts')
  await desk.getByText(/0\.0 %: 0 of 3 batches right/).waitFor()
  await expectAccessible(desk)
})

test('what a scan does not say is asked for in words, and a new batch is added with its date', async () => {
  const { id } = await stage.world.post('/v1/counts', { warehouse: 'CHI', of: 'bins', bins: ['A-02'], blind: false })
  const page = await stage.signedIn({ viewport: handheld })
  await page.goto(`/counts/${id}`)
  await page.getByLabel('Scan a batch, or type its code').fill('NEW-1')
  await page.getByLabel('How many are there').fill('4')
  await page.getByRole('button', { name: 'Next batch' }).click()
  await page.getByRole('button', { name: 'Bin is done' }).click()
  await page.getByText('no batch "NEW-1" is known: name its product').waitFor()
  await page.getByRole('button', { name: 'Leave out NEW-1' }).click()
  await page.getByRole('button', { name: /a new batch/ }).click()
  await page.getByLabel('Scan a batch, or type its code').fill('NEW-1')
  await page.getByLabel('How many are there').fill('4')
  await page.getByRole('combobox', { name: 'Product' }).fill('TEA')
  await page.getByLabel('Last day on the label').fill(dayFromNow(200))
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Next batch' }).click()
  await page.getByRole('button', { name: 'Bin is done' }).click()
  await page.getByText('Every bin is counted').waitFor()
  await page.getByRole('link', { name: 'Differences' }).first().click()
  await page.getByText('This batch is not in the system: add it with its label.').waitFor()
  await page.getByText(/^Last day read: \d+ /).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Book it' }).click()
  await page.getByText(/^booked by/).waitFor()
  expect((await stockOf(stage.world, 'NEW-1'))[0]).toMatchObject({ onHand: 4, expiresOn: dayFromNow(200) })
})

test('the owner sets above which worth somebody else approves, and the counter sees why he may not book', async () => {
  const page = await stage.signedIn()
  await page.goto('/settings?tab=account')
  await page.getByLabel('Approved by somebody else above').fill('5')
  await page.getByRole('button', { name: 'Save the limit' }).click()
  await page
    .getByText(/worth more than \$5\.00, or of unknown cost/)
    .first()
    .waitFor()
  const { id } = await stage.world.post('/v1/counts', { warehouse: 'CHI', of: 'bins', bins: ['A-01'], blind: false })
  await stage.world.post(`/v1/counts/${id}/tallies`, { tallies: [{ place: 'A-01', lines: [] }] })
  await page.goto(`/counts/${id}/differences`)
  await page.getByRole('button', { name: 'Approve and book' }).first().waitFor()
  await page.getByRole('button', { name: 'Count again' }).click()
  await page.getByLabel('Reason').fill('is that so?')
  await page.getByRole('button', { name: 'Have it counted again' }).click()
  await expect.poll(() => page.getByText('to be counted again').count()).toBe(2)
  await expectAccessible(page)
})
