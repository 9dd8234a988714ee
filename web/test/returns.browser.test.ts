import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { password, person } from '../../server/test/disposals.ts'
import type { Json } from '../../server/test/world.ts'
import { dayFromNow, openStage, type Stage } from './stage.ts'

const handheld = { width: 390, height: 844 }
let stage: Stage
let sent: Json
beforeAll(async () => {
  stage = await openStage()
  const { world } = stage
  await world.post('/v1/products', { sku: 'TEA', name: 'Green tea' })
  await world.post('/v1/customers', { code: 'GREEN', name: 'Greenleaf' })
  const line = (batch: string, quantity: number, days: number) => ({
    product: 'TEA',
    batch,
    quantity,
    expiresOn: dayFromNow(days),
    unitCost: 420,
    currency: 'USD',
  })
  await world.post('/v1/receipts', { warehouse: 'CHI', lines: [line('A', 3, 90), line('B', 20, 120)] })
  sent = await world.post('/v1/orders', { customer: 'GREEN', lines: [{ product: 'TEA', quantity: 5 }] })
  await world.post('/v1/shipments', { order: sent.id })
  await person(world, 'Bob', 'manager')
})
afterAll(() => stage.close())

async function expectAccessible(page: Page): Promise<void> {
  const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
}

const shot = async (page: Page, name: string) => {
  const to = process.env.SCREENSHOTS
  if (to) await page.screenshot({ path: `${to}/${name}.png`, fullPage: true })
}

test('on a phone a parcel that nobody announced is taken in, photographed, and decided in parts', async () => {
  const page = await stage.signedIn({ viewport: handheld })
  await page.goto('/returns')
  await page.getByRole('link', { name: 'Take in unannounced' }).click()
  await page.getByLabel('Order').fill(sent.number)
  const line = page.getByRole('group', { name: 'Line 1' })
  await line.getByLabel('Product').fill('TEA')
  await line.getByLabel('Quantity').fill('2')
  await line.getByLabel('Batch').fill('A')
  await expectAccessible(page)
  await shot(page, 'arrived-phone')
  await page.getByRole('button', { name: 'Take in', exact: true }).click()
  await page.getByRole('heading', { name: 'Return RMA-1' }).waitFor()
  await page.getByText('2 units to look at').waitFor()
  await page.getByRole('button', { name: 'Look at it' }).click()
  await page.getByRole('radiogroup', { name: 'Seal intact' }).getByText('Bad').click()
  await page.setInputFiles('input[type=file]', { name: 'seal.png', mimeType: 'image/png', buffer: picture })
  await page.getByRole('img', { name: 'seal.png' }).waitFor()
  await page.getByLabel('Restock', { exact: true }).fill('1')
  await page.getByLabel('Dispose').fill('1')
  await page.getByRole('combobox', { name: 'Destroyed because' }).click()
  await page.getByRole('option', { name: 'Damaged' }).click()
  await page.getByRole('combobox', { name: 'How' }).click()
  await page.getByRole('option', { name: 'Landfill' }).click()
  await shot(page, 'inspect-phone')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByText('"Seal intact" failed').waitFor()
  await page.getByLabel('Why').fill('only the outer wrap')
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByText('1 restocked to MAIN').waitFor()
  await page.getByRole('link', { name: 'DS-1' }).waitFor()
  await shot(page, 'inspected-phone')
  await expectAccessible(page)
})

test('what has no label is kept as what it may be, and its batch is said later', async () => {
  const page = await stage.signedIn()
  await page.goto('/returns/arrived')
  await page.getByLabel('Order').fill(sent.number)
  const line = page.getByRole('group', { name: 'Line 1' })
  await line.getByLabel('Product').fill('TEA')
  await line.getByLabel('Quantity').fill('1')
  await line.getByLabel('Nobody can read the label').check()
  await page.getByRole('button', { name: 'Take in', exact: true }).click()
  await page.getByText('No label:').waitFor()
  await shot(page, 'unlabelled-desk')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Say its batch' }).click()
  await page.getByRole('combobox', { name: 'Batch' }).click()
  await page.getByRole('option', { name: 'B · at most 1' }).click()
  await page.getByLabel('How was it found out?').fill('the inner pack says it')
  await page.getByRole('button', { name: 'It is of this batch' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  // At once: the page must not offer the units as they were, and lose what is begun with them.
  expect(await page.getByText('No label:').count()).toBe(0)
  await page.getByRole('button', { name: 'Look at it' }).click()
  await page.getByLabel('Restock', { exact: true }).fill('1')
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByText('1 restocked to MAIN').waitFor()
  await page.goto('/returns')
  await page.getByRole('link', { name: 'RMA-2' }).waitFor()
  await shot(page, 'returns-desk')
  await expectAccessible(page)
})

test('units without a label that were taken in by mistake are withdrawn, and the warehouse is the one of last time', async () => {
  const page = await stage.signedIn()
  await page.goto('/returns/arrived')
  await expect.poll(() => page.getByRole('combobox', { name: 'Warehouse' }).inputValue()).toBe('Chicago (CHI)')
  await page.getByLabel('Order').fill(sent.number)
  const line = page.getByRole('group', { name: 'Line 1' })
  await line.getByLabel('Product').fill('TEA')
  await line.getByLabel('Quantity').fill('1')
  await line.getByLabel('Nobody can read the label').check()
  await page.getByRole('button', { name: 'Take in', exact: true }).click()
  await page.getByText('No label:').waitFor()
  await page.getByRole('button', { name: 'Not here' }).click()
  await expectAccessible(page)
  await page.getByLabel('Reason').fill('counted twice')
  await page.getByRole('button', { name: 'They are not here' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  expect(await page.getByText('No label:').count()).toBe(0)
})

test('what came back is put where it must not lie only with a reason', async () => {
  const { world } = stage
  const { id } = await world.get('/v1/products/TEA')
  await world.call('PATCH', `/v1/products/${id}`, { storage: 'cool' })
  const lines = [{ product: 'TEA', quantity: 1, batch: 'A' }]
  const back = await world.post('/v1/unannounced-returns', { warehouse: 'CHI', orderNumber: sent.number, lines })
  const page = await stage.signedIn()
  await page.goto(`/returns/${back.id}`)
  await page.getByRole('button', { name: 'Look at it' }).click()
  await page.getByLabel('Restock', { exact: true }).fill('1')
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Put it there all the same' }).click()
  await page.getByLabel('Reason').fill('sold within the hour')
  await page.getByRole('button', { name: 'Put it there', exact: true }).click()
  await page.getByText('1 restocked to MAIN').waitFor()
  expect((await world.get('/v1/to-settle?kind=misplaced')).items.length).toBeGreaterThan(0)
  await world.call('PATCH', `/v1/products/${id}`, { storage: null })
})

test('goods are destroyed before a witness who signs at the same screen, and the certificate is there', async () => {
  const page = await stage.signedIn()
  await page.goto('/disposals/new')
  await page.getByRole('combobox', { name: 'Why' }).click()
  await page.getByRole('option', { name: 'Damaged' }).click()
  await page.getByRole('combobox', { name: 'How' }).click()
  await page.getByRole('option', { name: 'Landfill' }).click()
  await page.getByRole('combobox', { name: 'Product' }).fill('TEA')
  await page.getByRole('combobox', { name: 'Batch' }).click()
  await page.getByRole('option', { name: /^B/ }).click()
  await page.getByLabel('Quantity').fill('10')
  await page.getByRole('combobox', { name: 'Place' }).fill('MAIN')
  await page.getByRole('option', { name: 'MAIN' }).first().click()
  await shot(page, 'new-disposal-desk')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Write it, to be signed' }).click()
  await page.getByRole('heading', { name: 'Disposal DS-2' }).waitFor()
  await page.getByText('$42.00').waitFor()
  await shot(page, 'disposal-desk')
  await expectAccessible(page)
  await page.getByLabel('E-mail of the witness').fill('bob@example.com')
  await page.locator('input[type=password]').fill('not his password')
  await page.getByRole('button', { name: 'Sign as witness' }).click()
  await page.getByRole('alert').waitFor()
  await page.locator('input[type=password]').fill(password)
  await page.getByRole('button', { name: 'Sign as witness' }).click()
  await page.getByText('Witness: Bob').waitFor()
  await page.getByRole('button', { name: 'It is destroyed' }).click()
  await page.getByRole('link', { name: 'Certificate' }).waitFor()
  const phone = await stage.signedIn({ viewport: handheld })
  await phone.goto('/disposals/DS-2')
  await phone.getByText('Witness: Bob').waitFor()
  await shot(phone, 'destroyed-phone')
  await expectAccessible(phone)
})

test('the checks, reasons and methods are the account’s own, and a prescription drug is marked on its product', async () => {
  const page = await stage.signedIn()
  await page.goto('/settings?tab=returns')
  await page.getByLabel('Checks of all products').fill('Cap on\nNothing leaks')
  await page.getByRole('button', { name: 'Save the checks of all products' }).click()
  await page.getByText('The checks of all products are kept').waitFor()
  await page.getByLabel('Why it is destroyed').fill('Leaks')
  await page.getByRole('button', { name: 'Save reasons and methods' }).click()
  await page.getByText('What was written before keeps its words').waitFor()
  await shot(page, 'settings-desk')
  await expectAccessible(page)
  expect((await stage.world.get('/v1/disposal-choices')).reasons).toEqual(['Leaks'])
  const { items } = await stage.world.get('/v1/products')
  await page.goto(`/products/${items[0].id}/edit`)
  await page.getByLabel('Prescription drug').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect.poll(async () => (await stage.world.get('/v1/products/TEA')).prescription).toBe(true)
})

/** One red pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
)
