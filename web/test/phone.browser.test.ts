import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayFromNow, openStage, phone, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await stage.world.post('/v1/products', {
    sku: 'TEA',
    name: 'Green tea',
    packs: [{ name: 'case', quantity: 12, gtin: '9506000134352' }],
  })
})
afterAll(() => stage.close())

test('on a phone: a scanned case is received, and the stock card shows its batch and days left', async () => {
  const page = await stage.signedIn({ viewport: phone, hasTouch: true, isMobile: true })
  await page.goto('/')
  await page.getByRole('navigation', { name: 'Most used' }).getByRole('link', { name: 'Receive' }).tap()
  await page.getByRole('combobox', { name: 'Product' }).fill('9506000134352')
  await page.getByText('Green tea').first().waitFor()
  await expect.poll(() => page.getByRole('combobox', { name: 'Product' }).inputValue()).toBe('TEA')
  await page.getByLabel('Quantity').fill('2')
  await page.getByRole('combobox', { name: 'Unit or pack' }).tap()
  await page.getByRole('option', { name: 'case of 12' }).tap()
  await page.getByLabel('Batch code').fill('T-1')
  await page.getByLabel('Last day').fill(dayFromNow(5))
  await page.getByRole('button', { name: 'Receive', exact: true }).tap()
  await page.getByRole('heading', { name: /^Receipt RC-/ }).waitFor()
  const told = await page.getByText(/^RC-.* is received/).boundingBox()
  const below = await page.getByRole('navigation', { name: 'Most used' }).boundingBox()
  expect((told?.y ?? 0) + (told?.height ?? 0)).toBeLessThan(below?.y ?? 0)
  await page.getByRole('navigation', { name: 'Most used' }).getByRole('link', { name: 'Stock' }).tap()
  const card = page.getByRole('listitem').filter({ hasText: 'T-1' })
  expect(await card.innerText()).toMatch(/T-1[\s\S]*5 days[\s\S]*24/)
})

test('on a phone no page is wider than the screen', async () => {
  const page = await stage.signedIn({ viewport: phone })
  for (const path of [
    '/',
    '/stock',
    '/receive',
    '/orders',
    '/orders/new',
    '/pick',
    '/ship',
    '/products/new',
    '/audit',
    '/settings',
  ]) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wider, path).toBeLessThanOrEqual(0)
  }
})
