import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayFromNow, openStage, phone, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const { world } = stage
  await world.post('/v1/products', { sku: 'TEA-1', name: 'Green tea', deliveryLifePercentMin: 20 })
  await world.post('/v1/products', { sku: 'TEA-2', name: 'Black tea', packs: [{ name: 'case', quantity: 12 }] })
  await world.post('/v1/products', { sku: 'CAM', name: 'Camera', tracking: 'serial', dates: 'none' })
  await world.post('/v1/customers', { code: 'GB', name: 'Green Basket', address: '1 Market Street' })
  await world.post('/v1/customers', { code: 'GG', name: 'Green Grocer' })
})
afterAll(() => stage.close())

const field = (page: Page, name: string) => page.getByRole('group', { name: 'Line 1' }).getByLabel(name)
const product = (page: Page, line = 1) =>
  page.getByRole('group', { name: `Line ${line}` }).getByRole('combobox', { name: 'Product' })

test('what cannot be read stays in its field with words, and nothing is sent until it can', async () => {
  const page = await stage.signedIn()
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(new URL(request.url()).pathname)
  })
  const missed: string[] = []
  page.on('response', (response) => {
    if (response.status() === 404) missed.push(response.url())
  })
  await page.goto('/receive')
  // The cursor is where one begins, and the keyboard alone goes on from there.
  await expect.poll(() => product(page).evaluate((input) => input === document.activeElement)).toBe(true)
  await page.keyboard.type('tea')
  await expect.poll(() => page.getByRole('option').count()).toBe(2)
  await page.keyboard.press('Enter')
  await page.getByText('Several products fit "tea": choose one.').waitFor()
  await page.keyboard.type('-2')
  await page.keyboard.press('Enter')
  await page.keyboard.type('1.5')
  await page.keyboard.press('Enter')
  await page.getByText('1.5 is not a whole number.').waitFor()
  expect(await field(page, 'Quantity').inputValue()).toBe('1.5')
  await field(page, 'Quantity').fill('0')
  await page.keyboard.press('Control+Enter')
  await page.getByText('It must be at least 1.').waitFor()
  await field(page, 'Quantity').fill('15')
  await field(page, 'Batch code').fill('T-1')
  await field(page, 'Last day').fill('2027-02-30')
  await page.getByRole('button', { name: 'Receive', exact: true }).click()
  await page.getByText(/^2027-02-30 is not a day of the calendar/).waitFor()
  expect(await field(page, 'Last day').inputValue()).toBe('2027-02-30')
  await field(page, 'Last day').fill('03/04/2027')
  await page.getByRole('button', { name: 'Receive', exact: true }).click()
  expect(sent).toEqual([])
  await page.getByRole('button', { name: '4 Mar 2027' }).click()
  expect(await field(page, 'Last day').inputValue()).toBe('2027-03-04')
  await field(page, 'Last day').fill('31.12.2027')
  await page.keyboard.press('Enter')
  expect(await field(page, 'Last day').inputValue()).toBe('2027-12-31')
  // Enter after the last field opens a line, which is not sent as long as it is empty.
  await page.keyboard.press('Enter')
  await product(page, 2).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: /^Receipt RC-/ }).waitFor()
  const table = page.getByRole('table', { name: 'Lines' })
  expect(await table.getByRole('row').nth(1).innerText()).toMatch(/TEA-2[\s\S]*T-1[\s\S]*31 Dec 2027[\s\S]*15/)
  expect(sent).toEqual(['/v1/receipts'])
  expect(missed).toEqual([])
})

test('a line says which rule it will not keep, and the production date is asked for where a share of life is judged', async () => {
  const page = await stage.signedIn()
  await page.goto('/receive')
  await product(page).fill('TEA-1')
  await field(page, 'Quantity').fill('10')
  await field(page, 'Batch code').fill('T-2')
  await field(page, 'Last day').fill(dayFromNow(100))
  await page.getByText('Production date needed: customers are promised 20 % of the life.').waitFor()
  await field(page, 'Produced on').fill(dayFromNow(-900))
  await page.getByText('100 days left, and orders ask for 200: none will get this batch.').waitFor()
  await field(page, 'Produced on').fill(dayFromNow(-100))
  await expect.poll(() => page.getByText('none will get this batch').count()).toBe(0)
})

test('an order is for somebody who is there, is added on the spot, or is said to be for nobody', async () => {
  const page = await stage.signedIn()
  await page.goto('/orders/new')
  const customer = page.getByRole('combobox', { name: 'Customer' })
  await customer.fill('Green Baskte')
  await product(page).fill('TEA-2')
  await field(page, 'Quantity').fill('2')
  await page.getByText('There is no customer "Green Baskte".').waitFor()
  await page.getByRole('button', { name: 'Place the order' }).click()
  expect(await customer.inputValue()).toBe('Green Baskte')
  await customer.fill('green basket')
  await customer.press('Tab')
  await expect.poll(() => customer.inputValue()).toBe('Green Basket')
  await page.getByRole('combobox', { name: 'Unit or pack' }).click()
  await page.getByRole('option', { name: 'case of 12' }).click()
  await page.getByRole('button', { name: 'Place the order' }).click()
  await page.getByRole('heading', { name: /^Order SO-/ }).waitFor()
  await page.getByRole('link', { name: 'Green Basket' }).waitFor()
  await page.getByText('1 Market Street').waitFor()
  await page.goto('/orders/new')
  await customer.fill('Blue Bowl')
  await customer.press('Enter')
  await page.getByRole('button', { name: 'Add it' }).click()
  await page.getByRole('dialog').getByLabel('Code').fill('BB')
  await page.getByRole('button', { name: 'Add the customer' }).click()
  await expect.poll(() => customer.inputValue()).toBe('Blue Bowl')
  expect(new URL(page.url()).pathname).toBe('/orders/new')
})

test('on a phone the last line of a receipt is never covered, at any scroll', async () => {
  const page = await stage.signedIn({ viewport: phone, hasTouch: true, isMobile: true })
  await page.goto('/receive')
  await product(page).fill('CAM')
  await page.getByLabel('Serials').waitFor()
  const line = page.getByRole('group', { name: 'Line 1' })
  const controls = ['More about this line', 'Remove this line']
  for (const y of [0, 100, 200, 10_000]) {
    await page.evaluate((top) => scrollTo(0, top), y)
    for (const name of controls) await line.getByRole('button', { name }).tap({ trial: true })
    await line.getByRole('combobox', { name: 'Place' }).tap({ trial: true })
    await page.getByLabel('Serials').tap({ trial: true })
  }
  await field(page, 'Quantity').fill('2')
  await field(page, 'Batch code').fill('C-1')
  await page.getByLabel('Serials').tap()
  await page.getByLabel('Serials').fill('S-1\nS-2')
  await page.getByRole('button', { name: 'Receive', exact: true }).tap()
  await page.getByRole('heading', { name: /^Receipt RC-/ }).waitFor()
  expect(await page.getByRole('table', { name: 'Lines' }).innerText()).toMatch(/S-1, S-2/)
})

test('a pick list that changes under the hand says so at the line, and keeps what was typed', async () => {
  const { world } = stage
  await world.post('/v1/products', { sku: 'SOAP', name: 'Soap' })
  const line = (batch: string, quantity: number, days: number) => ({
    product: 'SOAP',
    batch,
    quantity,
    expiresOn: dayFromNow(days),
  })
  const receipt = await world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: [line('SA', 13, 50), line('SB', 10, 60)],
  })
  const order = await world.post('/v1/orders', {
    number: 'SO-PICK',
    customer: 'GB',
    deliverOn: dayFromNow(3),
    lines: [{ product: 'SOAP', quantity: 30 }],
  })
  const page = await stage.signedIn()
  await page.goto('/ship')
  await page.getByRole('link', { name: 'SO-PICK' }).click()
  await page.getByText('7 of SOAP').waitFor()
  await page.getByText('1 Market Street').waitFor()
  await page.getByLabel('How many of batch SA').fill('12')
  await page.getByLabel('Tracking number').fill('1Z999')
  const hold = await world.post('/v1/holds', { scope: 'batch', batch: receipt.lines[1].batchId, reason: 'Wet' })
  await page.getByText('SB was taken back: put 10 back.').waitFor({ timeout: 10_000 })
  await page.getByRole('link', { name: `held ${hold.number}` }).waitFor()
  expect(await page.getByLabel('How many of batch SA').inputValue()).toBe('12')
  expect(await page.getByLabel('Tracking number').inputValue()).toBe('1Z999')
  await page.getByRole('button', { name: 'Put back' }).click()
  await page.getByLabel('How many of batch SA').fill('14')
  await page.getByRole('button', { name: 'Ship 14 units' }).click()
  await page.getByText('Only 13 are reserved.').waitFor()
  await page.getByLabel('How many of batch SA').fill('12')
  await page.getByRole('button', { name: 'Ship 12 units' }).click()
  await page.getByRole('heading', { name: /^Shipment SH-/ }).waitFor()
  await page.getByRole('button', { name: 'Correct carrier and tracking' }).click()
  await page.getByRole('dialog').getByLabel('Carrier').fill('UPS')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('UPS', { exact: true }).waitFor()
  await page.goto(`/orders/${order.id}`)
  await page.getByText('1 line lost its batches to a hold').waitFor()
  await page.getByText('Nothing of it is announced.').waitFor()
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText(/^Nothing new was found. 17 still wait./).waitFor()
  await page.goto('/orders')
  await page.getByText(`lost batches to ${hold.number}`).waitFor()
})

test('goods come back by keyboard: a return is entered, and each unit goes into the batch on its label', async () => {
  const { world } = stage
  await world.post('/v1/products', { sku: 'JAM', name: 'Plum jam' })
  await world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: [
      { product: 'JAM', quantity: 3, batch: 'JA', expiresOn: dayFromNow(50) },
      { product: 'JAM', quantity: 3, batch: 'JB', expiresOn: dayFromNow(60) },
    ],
  })
  await world.post('/v1/orders', { number: 'SO-JAM', customer: 'GB', lines: [{ product: 'JAM', quantity: 5 }] })
  await world.post('/v1/shipments', { order: 'SO-JAM' })
  const page = await stage.signedIn()
  await page.goto('/returns')
  await page.getByRole('link', { name: 'Enter a return' }).click()
  await expect.poll(() => page.getByLabel('Number').evaluate((input) => input === document.activeElement)).toBe(true)
  const type = async (...texts: string[]) => {
    for (const text of texts) {
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    }
  }
  await type('RMA-1', 'SO-JAM', '', 'JAM')
  await page.keyboard.type('2')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: 'Return RMA-1' }).waitFor()
  const entry = page.getByRole('group', { name: 'JAM, entry 1' })
  await entry.waitFor()
  // Not guessed, and not sent anywhere else than to its own batch.
  await entry.getByLabel('Quantity').fill('1')
  await page.getByRole('button', { name: 'Take in' }).click()
  await entry.getByText(/sent from several batches: JA \(at most 3\), JB \(at most 2\)/).waitFor()
  await entry.getByRole('combobox', { name: 'Batch' }).fill('jb')
  await page.keyboard.press('Enter')
  await expect
    .poll(() => entry.getByRole('combobox', { name: 'Place' }).evaluate((input) => input === document.activeElement))
    .toBe(true)
  await page.keyboard.press('Control+Enter')
  await page.getByText('1 of JB to CHI · QUARANTINE').waitFor()
  await page.getByText('1 of 2 still to come').waitFor()
  await page.getByRole('button', { name: 'Close: nothing more comes' }).click()
  await page.getByRole('button', { name: 'Close: nothing more comes' }).waitFor({ state: 'hidden' })
  await page.getByText('1 unit to look at', { exact: true }).waitFor()
  expect(await page.getByRole('button', { name: 'Take in' }).count()).toBe(0)
})

test('a count below what is promised says what orders lose before it is recorded', async () => {
  const { world } = stage
  await world.post('/v1/products', { sku: 'NUT', name: 'Walnuts' })
  const receipt = await world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: [{ product: 'NUT', quantity: 10, batch: 'N', expiresOn: dayFromNow(50) }],
  })
  await world.post('/v1/orders', { number: 'SO-NUT', customer: 'GB', lines: [{ product: 'NUT', quantity: 8 }] })
  const page = await stage.signedIn()
  await page.goto(`/batches/${receipt.lines[0].batchId}`)
  const change = page.getByRole('button', { name: 'Change what lies at MAIN' })
  await change.click()
  await page.getByRole('menuitem', { name: 'Move to another place' }).click()
  await page.getByText('10 lie there; 8 of them are promised to orders, which keep them').waitFor()
  await page.getByRole('button', { name: 'Leave it' }).click()
  await change.click()
  await page.getByRole('menuitem', { name: 'Count and correct' }).click()
  await page.getByLabel('Counted').fill('5')
  await page.getByLabel('Reason').fill('Mice')
  await page.getByText(/^3 of them are promised to orders/).waitFor()
  await page.getByRole('button', { name: 'Correct, and take 3 back' }).click()
  await page.getByText('The count of batch N at MAIN is corrected.').waitFor()
  const [line] = (await world.get('/v1/orders/SO-NUT')).lines
  expect(line).toMatchObject({ allocated: 5, backOrdered: 3 })
})

test('a warehouse and a place are taken as they are typed or scanned, and what is no such place stays with words', async () => {
  const { world } = stage
  const reno = await world.post('/v1/warehouses', { code: 'RNO', name: 'Reno', timeZone: 'America/Los_Angeles' })
  await world.post('/v1/places', { places: ['A-1', 'A-10'].map((code) => ({ warehouseId: reno.id, code })) })
  const page = await stage.signedIn()
  await page.goto('/receive')
  const warehouse = page.getByRole('combobox', { name: 'Warehouse' })
  await expect.poll(() => warehouse.evaluate((input) => input === document.activeElement)).toBe(true)
  await page.keyboard.type('rno')
  await page.getByRole('option', { name: 'Reno (RNO)' }).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => warehouse.inputValue()).toBe('Reno (RNO)')
  await expect.poll(() => product(page).evaluate((input) => input === document.activeElement)).toBe(true)
  for (const text of ['TEA-2', '5', 'T-9', dayFromNow(200), 'A-7']) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  await page.getByText('There is no place "A-7".').waitFor()
  const place = page.getByRole('group', { name: 'Line 1' }).getByRole('combobox', { name: 'Place' })
  await place.fill('a-1')
  await page.keyboard.press('Enter')
  await expect.poll(() => place.inputValue()).toBe('A-1')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: /^Receipt RC-/ }).waitFor()
  const [row] = (await world.get('/v1/stock?text=T-9')).items
  expect(row).toMatchObject({ warehouseCode: 'RNO', placeCode: 'A-1', onHand: 5 })
})
