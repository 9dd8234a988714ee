/**
 * Labels are printed from the page of a batch, taken out of the queue on a phone, drawn at a desk by keyboard, and the page behind their code is read by a stranger.
 */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayFromNow, openStage, type Stage } from './stage.ts'

const desk = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }
const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
const gtin = '09506000134352'
let stage: Stage
let batchId = ''
beforeAll(async () => {
  stage = await openStage()
  const { world } = stage
  await world.post('/v1/products', { sku: 'CREAM', name: 'Face cream with rose', gtin })
  const line = { product: 'CREAM', batch: 'L-1', quantity: 12, expiresOn: dayFromNow(200) }
  const { lines } = await world.post('/v1/receipts', { warehouse: 'CHI', lines: [line] })
  batchId = lines[0].batchId
})
afterAll(() => stage?.close())

let shots = 0
async function expectAccessible(page: Page): Promise<void> {
  const to = process.env.SHOTS
  shots += 1
  if (to) await page.screenshot({ path: `${to}/labels-${shots}.png`, fullPage: true })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor()
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(levels).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  }
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
}

test('of twelve that were received twelve labels are proposed; they are seen, made, and made again with a reason only', async () => {
  const page = await stage.signedIn({ viewport: desk })
  const { items } = await stage.world.get('/v1/moves?reason=receipt')
  await page.goto(`/receipts/${items[0].documentId}`)
  await page.getByRole('button', { name: /Print labels: receipt/ }).click()
  await page.getByRole('img', { name: /Its codes hold: \(01\) 09506000134352/ }).waitFor()
  expect(await page.getByLabel('Labels', { exact: true }).inputValue()).toBe('12')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Make labels' }).click()
  await page.getByText('LP-1: 12 labels made').waitFor()
  await page.goto(`/batches/${batchId}`)
  await page.getByRole('button', { name: 'Print labels: batch L-1' }).click()
  await page.getByRole('button', { name: 'Make labels' }).click()
  await page.getByText(/A label of batch L-1 was printed on/).waitFor()
  await page.getByLabel('Why once more').fill('the roll was torn')
  await page.getByRole('button', { name: 'Make labels' }).click()
  await page.getByText('LP-2: 1 label made').waitFor()
  await page.context().close()
})

test('on a phone the queue shows what waits, and what is opened waits no more', async () => {
  const page = await stage.signedIn({ viewport: phone, hasTouch: true, isMobile: true })
  await page.goto('/labels')
  await page.getByRole('button', { name: 'Open the PDF: LP-1' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Open the PDF: LP-1' }).tap()
  await page.getByRole('link', { name: 'File of LP-1' }).waitFor()
  await page.getByRole('link', { name: 'Logistic label, 105 × 148 mm' }).tap()
  await page.getByRole('img', { name: /Its codes hold: \(02\)/ }).waitFor()
  await expectAccessible(page)
  expect(await stage.world.get('/v1/label-prints?state=queued')).toMatchObject({ items: [{ number: 'LP-2' }] })
  await page.context().close()
})

test('a design is copied, and a part of it moved by keyboard, and kept', async () => {
  const page = await stage.signedIn({ viewport: desk })
  await page.goto('/labels/designs/batch-50x30')
  const frame = page.getByRole('button', { name: /^Batch, 2 mm from the left/ })
  await frame.focus()
  await page.keyboard.press('ArrowRight')
  await page.getByRole('button', { name: /^Batch, 2.5 mm from the left/ }).waitFor()
  await page.getByRole('img', { name: /Its codes hold/ }).waitFor()
  await expectAccessible(page)
  await page.getByLabel('Name').first().fill('Ours')
  await page.getByRole('button', { name: 'Save as one of ours' }).click()
  await page.getByRole('heading', { name: 'Ours' }).waitFor()
  const { items } = await stage.world.get('/v1/label-templates?kind=batch')
  const own = items.find(({ name }: { name: string }) => name === 'Ours')
  expect(own.design.texts.find(({ field }: { field: string }) => field === 'batch').x).toBe(2.5)
  await page.context().close()
})

test('a stranger reads the page behind the code once it is allowed, on a phone', async () => {
  const page = await stage.signedIn({ viewport: phone, hasTouch: true, isMobile: true })
  const key = Buffer.from(stage.world.accountId.replaceAll('-', ''), 'hex').toString('base64url')
  await page.context().clearCookies()
  await page.goto(`/b/${key}/01/${gtin}/10/L-1?17=270630`)
  await page.getByText('This link leads to no page').waitFor()
  const address = new URL(page.url()).origin
  await stage.world.call('PUT', '/v1/label-settings', { publicPage: true, address })
  await page.reload()
  await page.getByText('No recall concerns this batch today.').waitFor()
  await expectAccessible(page)
  await page.goto(`/b/${key}/01/${gtin}/10/NONE`)
  await page.getByText('This batch is not known').waitFor()
  await page.context().close()
})
