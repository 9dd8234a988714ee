import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Json } from '../../server/test/world.ts'
import { dayFromNow, openStage, type Stage } from './stage.ts'

const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
const handheld = { width: 390, height: 844 }
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const { world } = stage
  const untracked = { sku: 'SOAP', name: 'Olive soap', tracking: 'none', dates: 'none', gtin: '09506000134352' }
  await world.post('/v1/products', untracked)
  const [{ id: warehouseId }] = (await world.get('/v1/warehouses')).items
  const places = ['A-01', 'A-02'].map((code) => ({ warehouseId, code }))
  await world.post('/v1/places', { places })
  const lines = places.map(({ code }, at) => ({ product: 'SOAP', quantity: at === 0 ? 60 : 40, place: code }))
  await world.post('/v1/receipts', { warehouse: 'CHI', lines })
  await world.post('/v1/orders', { number: 'SO-1', lines: [{ product: 'SOAP', quantity: 5, lifeDaysMin: 30 }] })
  await world.post('/v1/orders', { number: 'SO-2', lines: [{ product: 'SOAP', quantity: 10 }] })
})
afterAll(() => stage.close())

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
}

const pathNow = async (): Promise<Json> => (await stage.world.get('/v1/identifications')).items[0]

test('at the desk a product with stock begins to be tracked: the dialog tells of orders that would lose goods, and its page how far it is', async () => {
  const page = await stage.signedIn()
  await page.goto('/products/SOAP')
  await page.getByRole('button', { name: 'Track batches' }).click()
  await page.getByText('100 units').waitFor()
  await page.getByText('2 open orders').waitFor()
  await page.getByText(/^SO-1: 5 units · /).waitFor()
  await page.getByLabel('Candidate 1').fill('L1')
  await page.getByRole('textbox', { name: 'Its last day' }).fill(dayFromNow(300))
  await page.getByLabel('Reason').fill('Recalls must reach single batches')
  await expectAccessible(page)
  const begin = page.getByRole('button', { name: 'Track batches from now on' })
  expect(await begin.isDisabled()).toBe(true)
  await page.getByLabel('These promises may be given back').check()
  await begin.click()
  await page.waitForURL(/\/identifying\/[0-9a-f-]{36}$/)
  await page.getByText('0 %', { exact: true }).waitFor()
  await page.getByRole('table', { name: 'Goods without batch' }).getByText('CHI · A-01').waitFor()
  await expectAccessible(page)
  expect(await stage.world.get('/v1/orders/SO-2')).toMatchObject({ allocated: 10, backOrdered: 0 })
})

test('a batch that is named before a unit of it is found says that none has come', async () => {
  const page = await stage.signedIn({ viewport: handheld })
  const { items } = await stage.world.get('/v1/batches?text=L1')
  await page.goto(`/batches/${items[0].id}`)
  await page.getByText('None of it has come yet').waitFor()
  await page.getByRole('button', { name: 'Repair', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Split' }).click()
  await page.getByText('None of L1 lies here, so there is nothing to split.').waitFor()
  await expectAccessible(page)
})

test('on a phone the button beside a bin leads to the box for its label, in sight', async () => {
  const page = await stage.signedIn({ viewport: handheld })
  await page.goto(`/identifying/${(await pathNow()).id}`)
  await page.getByRole('button', { name: 'Identify at A-02' }).click()
  const where = page.getByRole('combobox', { name: 'Where they lie' })
  await expect.poll(() => where.inputValue()).toContain('A-02')
  const scan = page.getByLabel('Scan the label, or type the batch code')
  expect(await scan.evaluate((box) => box === document.activeElement)).toBe(true)
  const tops = await Promise.all([where, scan].map((box) => box.evaluate((one) => one.getBoundingClientRect().top)))
  expect(Math.min(...tops)).toBeGreaterThan(60)
  expect(Math.max(...tops)).toBeLessThan(handheld.height - 120)
})

test('on a phone a bin is scanned, then a label, and its units are known; a mistake is undone with a reason', async () => {
  const page = await stage.signedIn({ viewport: handheld, colorScheme: 'dark' })
  await page.goto(`/identifying/${(await pathNow()).id}`)
  const scan = page.getByLabel('Scan the label, or type the batch code')
  await scan.fill('A-01')
  await scan.press('Enter')
  await expect.poll(() => page.getByRole('combobox', { name: 'Where they lie' }).inputValue()).toContain('A-01')
  await scan.fill(`010950600013435217${dayFromNow(200).replaceAll('-', '').slice(2)}10L2`)
  await scan.press('Enter')
  await page.keyboard.type('24')
  await page.keyboard.press('Enter')
  await page.getByText('24 units at A-01: batch L2').waitFor()
  await page.getByText('24 %', { exact: true }).waitFor()
  await expectAccessible(page)
  await scan.fill('l2')
  await page.getByLabel('How many are of it').fill('1')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'It is another batch' }).waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByLabel('Reason').fill('Misread')
  await page.getByRole('button', { name: 'Undo it' }).click()
  await page.getByText(/^undone by/).waitFor()
  expect((await pathNow()).meter).toMatchObject({ identified: 0, here: 100 })
})

test('from the page its bins are counted, and the count says what it identified', async () => {
  const page = await stage.signedIn()
  await page.goto(`/identifying/${(await pathNow()).id}`)
  await page.getByRole('button', { name: 'Count these bins' }).click()
  await page.waitForURL(/\/counts\/[0-9a-f-]{36}$/)
  await page.getByText('Only SOAP without a batch').waitFor()
  await page.getByText(/count all units in this bin, also those known before/).waitFor()
  await page.getByLabel('Scan a batch, or type its code').fill('L1')
  await page.getByLabel('How many are there').fill('60')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Bin is done' }).click()
  await page.getByText('A-01: 1 line').waitFor()
  await page.getByRole('link', { name: 'Differences' }).first().click()
  await page.getByText('60 will be identified as L1: no difference.').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Book all 2' }).click()
  await page.getByText('60 were identified as L1: no difference.').waitFor()
  await page.goto('/')
  await page.getByRole('link', { name: 'Product being identified: 60 %' }).click()
  await page.getByRole('heading', { name: 'Identify SOAP' }).waitFor()
})

test('whoever holds a candidate is told what is not identified, and holds it as well', async () => {
  const page = await stage.signedIn()
  const { items } = await stage.world.get('/v1/batches?text=L1')
  await page.goto(`/batches/${items[0].id}`)
  await page.getByText('What may be of it, and is not known').waitFor()
  await page.getByRole('button', { name: 'Hold this batch' }).click()
  await page.getByText('at A-02 are not identified and may be of this batch').waitFor()
  await page.getByLabel('Reason').fill('Smells of paint')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Hold', exact: true }).click()
  await page.getByText(/^QA-1 and QA-2 hold/).waitFor()
  const holds = (await stage.world.get('/v1/holds?active=true')).items
  expect(holds.map(({ batchCode, reason, onHand }: Json) => [batchCode, reason, onHand])).toEqual([
    ['-', 'May be of batch L1: Smells of paint', 40],
    ['L1', 'Smells of paint', 60],
  ])
})
