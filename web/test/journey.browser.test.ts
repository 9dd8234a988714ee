import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayFromNow, openEmptyStage } from './stage.ts'

let stage: Awaited<ReturnType<typeof openEmptyStage>>
beforeAll(async () => {
  stage = await openEmptyStage()
})
afterAll(() => stage.close())

test('from the first start to "who got this batch?", in a browser', async () => {
  const page = await stage.page({ timezoneId: 'America/Chicago' })
  await setUp(page)
  await addProduct(page)
  await receive(page, { batch: 'A1', on: dayFromNow(200) })
  await receive(page, { batch: 'B1', on: dayFromNow(40) })
  await order(page)
  await ship(page)
  await trace(page)
  expect(new URL(page.url()).pathname).toMatch(/^\/batches\//)
})

async function setUp(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('heading', { name: 'Set up Firstout' }).waitFor()
  await page.getByLabel('Company').fill('Acme Cosmetics')
  await page.getByLabel('Your name').fill('Olive Owner')
  await page.getByLabel('E-mail').fill('olive@example.com')
  await page.getByRole('textbox', { name: 'Password' }).fill('short')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Chicago')
  expect(await page.getByRole('combobox', { name: 'Time zone' }).inputValue()).toBe('America/Chicago')
  await page.getByRole('textbox', { name: 'Password' }).fill('a long enough password')
  await page.getByRole('button', { name: 'Open the account' }).click()
  await page.getByText('From your spreadsheet to the first label, in ten minutes').waitFor()
}

async function addProduct(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Add one by hand' }).click()
  await page.getByLabel('SKU').fill('CREAM-50')
  await page.getByLabel('Name').fill('Rose face cream')
  await page.getByLabel('GTIN', { exact: true }).fill('9506000134353')
  await page.getByRole('button', { name: 'Add a pack' }).click()
  await page.getByText(/check digit/).waitFor()
  await page.getByLabel('GTIN', { exact: true }).first().fill('9506000134352')
  await page.getByRole('textbox', { name: 'Pack', exact: true }).fill('case')
  await page.getByLabel('Holds').fill('12')
  await page.getByRole('button', { name: 'Add the product' }).click()
  await page.getByRole('heading', { name: 'Rose face cream' }).waitFor()
  await page.getByText('9506000134352', { exact: true }).waitFor()
  expect(await page.getByRole('table', { name: 'Packs' }).getByRole('row').allInnerTexts()).toHaveLength(2)
}

/** As a scanner does it: every field ends with Enter. */
async function receive(page: Page, { batch, on }: { batch: string; on: string }): Promise<void> {
  await page.goto('/receive')
  await page.getByRole('combobox', { name: 'Product' }).fill('CREAM-50')
  await page.getByRole('combobox', { name: 'Product' }).press('Enter')
  await page.keyboard.type('100')
  await page.keyboard.press('Enter')
  await page.keyboard.type(batch)
  await page.keyboard.press('Enter')
  await page.keyboard.type(on)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: /^Receipt RC-/ }).waitFor()
  await page.getByRole('link', { name: batch, exact: true }).waitFor()
}

async function order(page: Page): Promise<void> {
  await page.goto('/orders/new')
  await page.getByLabel('Number').fill('SO-1')
  await page.getByRole('combobox', { name: 'Product' }).fill('CREAM-50')
  await page.getByLabel('Quantity').fill('150')
  await page.getByLabel('No customer').check()
  await page.getByRole('button', { name: 'Place the order' }).click()
  await page.getByRole('heading', { name: 'Order SO-1' }).waitFor()
  const reserved = page.getByRole('table', { name: 'Reserved batches' }).getByRole('row')
  // What expires first is taken whole, the rest from the next.
  expect(await reserved.nth(1).innerText()).toMatch(/B1[\s\S]*100/)
  expect(await reserved.nth(2).innerText()).toMatch(/A1[\s\S]*50/)
}

async function ship(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Ship', exact: true }).last().click()
  await page.getByRole('heading', { name: 'Ship SO-1' }).waitFor()
  await page.getByLabel('How many of batch A1').fill('30')
  await page.getByLabel('Carrier').fill('UPS')
  await page.getByRole('button', { name: 'Ship 130 units' }).click()
  await page.getByRole('heading', { name: /^Shipment SH-/ }).waitFor()
  const slip = await page.getByRole('link', { name: 'Packing slip' }).getAttribute('href')
  const pdf = await page.request.get(String(slip))
  expect(pdf.headers()['content-type']).toBe('application/pdf')
}

async function trace(page: Page): Promise<void> {
  await page.keyboard.press('/')
  // As a scanner does it: Enter comes before anything can have been found.
  await page.getByPlaceholder(/^Batch, order, product, GTIN/).fill('B1')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Batch B1' }).waitFor()
  await page.getByText('100 % accounted for').waitFor()
  await page.getByText('Who got it: 100 units, 1 order, 0 customers').waitFor()
  await page.getByRole('table', { name: 'Who got it' }).getByRole('link', { name: 'SO-1' }).waitFor()
  await page.getByText('Graph', { exact: true }).click()
  await page.getByRole('figure').getByText('Batch B1').waitFor()
}
