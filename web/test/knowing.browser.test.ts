/**
 * What the numbers are made of, and what is kept in order: home, the past, dates, passwords, warehouses, customers.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayFromNow, openStage, type Stage } from './stage.ts'

let stage: Stage
let page: Page
let undated: string
beforeAll(async () => {
  stage = await openStage()
  undated = await furnish(stage)
  page = await stage.signedIn()
})
afterAll(() => stage.close())

async function furnish({ world }: Stage): Promise<string> {
  const add = (sku: string) => world.post('/v1/products', { sku, name: sku, dates: 'optional' })
  for (const sku of ['TEA', 'JAM', 'SALT']) await add(sku)
  await world.post('/v1/customers', { code: 'C1', name: 'Corner shop' })
  await world.post('/v1/inbounds', { number: 'PO-1', warehouse: 'CHI', lines: [{ product: 'TEA', quantity: 5 }] })
  const before = new Date(Date.now() - 40 * 86_400_000).toISOString()
  const line = (batch: string, days: number) => ({ product: 'TEA', quantity: 11, batch, expiresOn: dayFromNow(days) })
  const old = await world.post('/v1/receipts', {
    warehouse: 'CHI',
    receivedAt: before,
    lines: [line('OLD', -3), line('OLD-HELD', -2)],
  })
  const fresh = await world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: [
      line('A', 0),
      line('B', 7),
      line('C', 8),
      line('D', 30),
      line('E', 90),
      { product: 'SALT', quantity: 4, batch: 'S' },
    ],
  })
  for (const batch of [old.lines[1].batchId, fresh.lines[2].batchId])
    await world.post('/v1/holds', { scope: 'batch', batch, reason: 'Dented' })
  const order = await world.post('/v1/orders', {
    number: 'SO-1',
    customer: 'C1',
    lines: [{ product: 'TEA', quantity: 5 }],
  })
  await world.post('/v1/orders', { number: 'SO-2', lines: [{ product: 'JAM', quantity: 9 }] })
  await world.post('/v1/shipments', { order: order.number })
  return fresh.lines[5].batchId
}

const numberIn = (text: string) => Number(text.replaceAll(/\D/g, ''))
const tile = (label: string) => page.getByRole('link', { name: new RegExp(`^${label}: `) })
const onHandOf = async () => numberIn((await page.getByText(/on hand,/).innerText()).split('on hand')[0] ?? '')
const rowsOf = async (label: string) => {
  await page.getByRole('table', { name: label }).waitFor()
  return (await page.getByRole('table', { name: label }).getByRole('row').count()) - 1
}

/** Both as it says itself, and in the units below or in itself. */
async function unitsOf(label: string): Promise<number> {
  await page.goto('/')
  const whole = await tile(label).locator('xpath=..').innerText()
  return numberIn(/([\d\s\u2000-\u202f,]+) units?/.exec(whole)?.[1] ?? '')
}

test.each([
  ['Expired on the shelf', 22],
  ['Expires in 7 days', 17],
  ['Expires in 30 days', 39],
  ['Expires in 90 days', 50],
  ['Held', 22],
])('%s: what the tile counts is what it opens', async (label, units) => {
  expect(await unitsOf(label)).toBe(units)
  await tile(label).click()
  await page.getByRole('heading', { name: 'Stock' }).waitFor()
  await expect.poll(onHandOf).toBe(units)
})

test('the other tiles open what they count as well', async () => {
  await page.goto('/')
  expect(await tile('Orders waiting for stock').innerText()).toBe('1 order')
  await tile('Orders waiting for stock').click()
  await page.getByRole('heading', { name: 'Waiting' }).waitFor()
  await page.getByText('1 line of 1 product').waitFor()
  await page.getByRole('link', { name: 'As a list of orders' }).click()
  expect(await rowsOf('Orders')).toBe(1)
  await page.goto('/')
  expect(await tile('Expected').innerText()).toBe('1 inbound')
  await tile('Expected').click()
  await page.getByRole('heading', { name: 'Inbound' }).waitFor()
  await page.getByRole('link', { name: 'PO-1' }).waitFor()
  await page.goto('/')
  expect(await tile('Moved today').innerText()).toBe('59 in')
  await tile('Moved today').click()
  await page.getByRole('status').getByText('59').waitFor()
  await page.goto('/')
  await page.getByRole('link', { name: '5 shipped' }).click()
  await page.getByRole('status').getByText('5').waitFor()
})

test('the stock of yesterday is that without what came today', async () => {
  await page.goto(`/stock/as-of?on=${dayFromNow(-2)}`)
  await page.getByRole('link', { name: 'OLD', exact: true }).waitFor()
  expect(await rowsOf('Stock of that day')).toBe(2)
  await page.goto(`/stock/as-of?on=${dayFromNow(-2)}&knownOn=${dayFromNow(-2)}`)
  await page.getByText('Nothing lay here then').waitFor()
})

test('a first date is recorded with its reason filled in, and shows as read from the label', async () => {
  await page.goto(`/batches/${undated}`)
  await page.getByRole('button', { name: 'Record or correct a date' }).click()
  await page.getByRole('textbox', { name: 'Day' }).fill(dayFromNow(100))
  expect(await page.getByRole('textbox', { name: 'Reason' }).inputValue()).toBe('read from the label')
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  await page.getByRole('table', { name: 'Dates' }).getByText('typed from the label: read from the label').waitFor()
})

test('a customer tells the batches and the orders, a product its orders and holds', async () => {
  await page.goto('/partners/customers/C1')
  expect(await rowsOf('Batches received')).toBe(1)
  expect(await rowsOf('Orders')).toBe(1)
  await page.goto('/products')
  await page.getByRole('row', { name: /^TEA/ }).getByText('72', { exact: true }).waitFor()
  await page.goto('/products/TEA')
  expect(await rowsOf('Orders')).toBe(1)
  expect(await rowsOf('Holds')).toBe(2)
  await page.getByRole('button', { name: 'Hold this product' }).click()
  await page.getByText(/^Holds 72 units/).waitFor()
})

test('goods without batch are called so on the order, the way out, the customer and in the spreadsheet', async () => {
  const { world } = stage
  await world.post('/v1/products', { sku: 'BAG', name: 'Paper bag', tracking: 'none', dates: 'none' })
  await world.post('/v1/receipts', { warehouse: 'CHI', lines: [{ product: 'BAG', quantity: 9 }] })
  await world.post('/v1/orders', { number: 'SO-3', customer: 'C1', lines: [{ product: 'BAG', quantity: 9 }] })
  await page.goto('/orders/SO-3')
  await page.getByRole('table', { name: 'Reserved batches' }).getByRole('link', { name: 'no batch' }).waitFor()
  await page.goto('/ship/SO-3')
  await page.getByRole('link', { name: 'Goods without batch' }).waitFor()
  await page.getByRole('button', { name: 'Ship 9 units' }).click()
  await page.getByRole('heading', { name: /^Shipment SH-/ }).waitFor()
  await page.getByRole('link', { name: 'no batch' }).waitFor()
  await page.goto('/partners/customers/C1')
  await page.getByRole('table', { name: 'Batches received' }).getByRole('link', { name: 'no batch' }).waitFor()
  const sheet = await page.getByRole('link', { name: 'CSV' }).getAttribute('href')
  expect(await (await page.request.get(sheet ?? '')).text()).toMatch(/^BAG,Paper bag,,,9,SO-3,/m)
})

test('a warehouse takes another name, and a person another password', async () => {
  await page.goto('/settings?tab=warehouses')
  await page.getByRole('button', { name: 'Change' }).first().click()
  await page.getByRole('dialog').getByLabel('Name').fill('Chicago South')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Chicago South (CHI)').waitFor()
  await page.getByRole('button', { name: /^Signed in as/ }).click()
  await page.getByRole('menuitem', { name: 'Change your password' }).click()
  await page.getByLabel('Password until now').fill('not the right one')
  await page.getByRole('textbox', { name: 'New password' }).fill('quite another password')
  await page.getByRole('button', { name: 'Change it' }).click()
  await page.getByRole('alert').first().waitFor()
  await page.getByLabel('Password until now').fill(stage.world.password)
  await page.getByRole('button', { name: 'Change it' }).click()
  await page.getByText('Your password is changed.', { exact: false }).waitFor()
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
})

test('a warehouse gets a cold room with a place, which is held and free again', async () => {
  await page.goto('/settings?tab=warehouses')
  await page.getByRole('button', { name: 'Add a zone' }).click()
  await page.getByRole('textbox', { name: 'Short code' }).fill('COLD')
  await page.getByRole('textbox', { name: 'Name' }).fill('Cold store')
  await page.getByRole('button', { name: 'Add the zone' }).click()
  await page.getByRole('button', { name: 'Change zone COLD' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Cold room')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('row', { name: /^COLD Cold room Room temperature/ }).waitFor()
  await page.getByRole('button', { name: 'Add places' }).click()
  await page.getByRole('textbox', { name: 'Codes' }).fill('C-1')
  await page.getByRole('button', { name: 'Add 1 place' }).click()
  await page.getByRole('button', { name: 'Change place C-1' }).click()
  await page.getByRole('combobox', { name: 'Zone' }).click()
  await page.getByRole('option', { name: 'COLD · Cold room' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  const row = page.getByRole('row', { name: /^C-1 storage COLD/ })
  await row.getByRole('button', { name: 'Hold place C-1' }).click()
  await page.getByText(/^Holds 0 units/).waitFor()
  await page.getByRole('textbox', { name: 'Reason' }).fill('The cooling failed')
  await page.getByRole('button', { name: 'Hold', exact: true }).click()
  await row.getByRole('link', { name: /^held / }).waitFor()
  await row.getByRole('button', { name: 'Lift' }).click()
  await page.getByRole('textbox', { name: 'Reason' }).fill('It is cold again')
  await page.getByRole('button', { name: 'Lift the hold' }).click()
  await row.getByRole('button', { name: 'Hold place C-1' }).waitFor()
  expect(await row.getByRole('link', { name: /^held / }).count()).toBe(0)
})

test('a product and a customer go to the archive, say so in the list, and come back', async () => {
  await page.goto('/products/SALT')
  await page.getByRole('link', { name: 'Change' }).click()
  await page.getByRole('button', { name: 'Archive' }).click()
  await page.getByText('SALT · archived').waitFor()
  await page.goto('/products')
  const row = page.getByRole('row', { name: /^SALT/ })
  await page.getByRole('row', { name: /^TEA/ }).waitFor()
  expect(await row.count()).toBe(0)
  await page.getByRole('switch', { name: 'Archived too' }).click()
  await row.getByText('archived').waitFor()
  await row.getByRole('link', { name: 'SALT' }).click()
  await page.getByRole('link', { name: 'Change' }).click()
  await page.getByRole('button', { name: 'Bring back from the archive' }).click()
  await page.getByRole('heading', { name: 'Batches in stock' }).waitFor()
  await page.getByText('archived').waitFor({ state: 'detached' })
  await page.goto('/partners/customers/C1')
  await page.getByRole('button', { name: 'Archive' }).click()
  await page.getByText('C1 · archived').waitFor()
  await page.goto('/partners')
  await page.getByText('No customers yet').waitFor()
  await page.getByRole('switch', { name: 'Archived too' }).click()
  await page
    .getByRole('row', { name: /^Corner shop archived/ })
    .getByRole('link')
    .click()
  await page.getByRole('button', { name: 'Bring back from the archive' }).click()
  await page.getByRole('button', { name: 'Archive', exact: true }).waitFor()
})
