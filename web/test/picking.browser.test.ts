import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { batchId } from '../../server/test/stories.ts'
import type { Json } from '../../server/test/world.ts'
import { dayFromNow, openStage, type Stage } from './stage.ts'

const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
const handheld = { width: 390, height: 844 }
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const { world } = stage
  await world.post('/v1/products', { sku: 'TEA', name: 'Green tea' })
  const receive = (batch: string, days: number, quantity = 20) => ({
    product: 'TEA',
    quantity,
    batch,
    expiresOn: dayFromNow(days),
  })
  const lines = [receive('EARLY', 100), receive('LATE', 200, 60), receive('OLD', 40)]
  await world.post('/v1/receipts', { warehouse: 'CHI', lines })
})
afterAll(() => stage.close())

const place = (number: string, quantity: number, lifeDaysMin = 50): Promise<Json> =>
  stage.world.post('/v1/orders', { number, lines: [{ product: 'TEA', quantity, lifeDaysMin }] })
const waveOf = (...orders: Json[]): Promise<Json> =>
  stage.world.post('/v1/pick-waves', { warehouse: 'CHI', orders: orders.map(({ id }) => id) })

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
}

const focused = (page: Page) =>
  page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent ?? '')

test('with a scanner alone: Enter picks what is planned, another batch asks and is swapped, a forbidden one says why', async () => {
  const placed = await place('PICK-1', 8)
  const wave = await waveOf(placed)
  const page = await stage.signedIn({ viewport: handheld })
  await page.goto(`/pick/${wave.id}`)
  const box = page.getByLabel('Scan the batch, or press Enter')
  await box.waitFor()
  await expectAccessible(page)
  await page.keyboard.type('OLD')
  await page.keyboard.press('Enter')
  await page.getByText('This is OLD, planned is EARLY.').waitFor()
  await page.keyboard.press('Enter')
  await page.getByText(/OLD: (39|40|41) days left .* 50 needed/).waitFor()
  await expectAccessible(page)
  expect(await focused(page)).toContain('Scan the batch')
  await page.keyboard.press('Escape')
  expect(await box.inputValue()).toBe('')
  await page.getByLabel('How many').fill('3')
  await box.focus()
  await page.keyboard.type('LATE')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.getByText('Picked 3 of LATE from MAIN, instead of EARLY').waitFor()
  await page.getByText('3 of 8 units picked').waitFor()
  await expect.poll(() => focused(page)).toContain('Scan the batch')
  await page.keyboard.press('Enter')
  await page.getByText('Picked 5 of EARLY from MAIN', { exact: true }).waitFor()
  await page.getByText('Nothing is left to pick').waitFor()
  await expectAccessible(page)
})

test('of a code that the lots of two suppliers bear, the picker says whose it is', async () => {
  const { world } = stage
  await world.post('/v1/products', { sku: 'HONEY', name: 'Honey', batchIdentity: 'supplier' })
  const came = async (supplier: string, batch: string, days: number) => {
    await world.post('/v1/suppliers', { code: supplier, name: `Farm ${supplier}` })
    const line = { product: 'HONEY', batch, quantity: 5, expiresOn: dayFromNow(days) }
    await world.post('/v1/receipts', { warehouse: 'CHI', supplier, lines: [line] })
  }
  await came('F1', 'FIRST', 60)
  await came('F2', 'L1', 90)
  await came('F3', 'L1', 90)
  const placed = await world.post('/v1/orders', { lines: [{ product: 'HONEY', quantity: 2 }] })
  const wave = await waveOf(placed)
  const page = await stage.signedIn({ viewport: handheld })
  await page.goto(`/pick/${wave.id}`)
  await page.getByLabel('Scan the batch, or press Enter').waitFor()
  await page.keyboard.type('L1')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.getByText('batch L1 of Farm F2; batch L1 of Farm F3').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Batch L1 of Farm F3' }).click()
  await page.getByText('Picked 2 of L1 from MAIN, instead of FIRST').waitFor()
})

test('a hold drops the task while it is looked at, and what was picked is red until it is put back', async () => {
  const placed = await place('PICK-2', 5)
  const wave = await waveOf(placed)
  const page = await stage.signedIn({ viewport: handheld })
  await page.goto(`/pick/${wave.id}`)
  await page.getByLabel('How many').fill('2')
  await page.getByRole('button', { name: 'Picked' }).click()
  await page.getByText('Picked 2 of EARLY').waitFor()
  const batch = await batchId(stage.world, 'EARLY')
  const hold = await stage.world.post('/v1/holds', { scope: 'batch', batch, reason: 'mould' })
  const stopped = page.getByRole('region', { name: 'Stopped: batch EARLY' })
  await stopped.getByText(`2 of batch EARLY: on hold (${hold.number}: mould)`).waitFor()
  await page.getByLabel('To pick now').getByText('LATE').first().waitFor()
  await expectAccessible(page)
  await stopped.getByRole('button', { name: 'Put back 2' }).click()
  await stopped.waitFor({ state: 'detached' })
  await stage.world.post(`/v1/holds/${hold.id}/lifting`, { reason: 'good' })
})

test('a short pick sends the picker on to other stock', async () => {
  await stage.world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: [{ product: 'TEA', quantity: 4, batch: 'FEW', expiresOn: dayFromNow(60) }],
  })
  const wave = await waveOf(await place('PICK-3', 4))
  const page = await stage.signedIn({ viewport: handheld })
  await page.goto(`/pick/${wave.id}`)
  await page.getByRole('button', { name: 'Short' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('How many are there').fill('1')
  await dialog.getByRole('button', { name: 'They are missing' }).click()
  await page.getByText('1 picked, 3 missing').waitFor()
  await page.getByLabel('To pick now').getByText('EARLY').first().waitFor()
  expect(await page.getByText('1 of 4 units picked').isVisible()).toBe(true)
})

test('a wave is made of what is due, and its order is packed by scans, closed and shipped', async () => {
  const placed = await place('PICK-4', 2)
  const page = await stage.signedIn({ viewport: handheld })
  await page.goto('/settings?tab=account')
  const prefix = page.getByLabel('Prefix')
  await prefix.fill('061')
  await page.getByRole('button', { name: 'Save the prefix' }).click()
  await page.getByText('It has 3 digits; 4 to 12 are needed.').waitFor()
  await prefix.fill('0614141')
  await page.getByText('the first of them (00) 006141410000000005').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save the prefix' }).click()
  await page.getByText('Parcels packed from now on are numbered with 0614141.').waitFor()
  await page.goto('/pick')
  await page.getByRole('button', { name: 'Make a wave' }).click()
  await page.getByRole('button', { name: 'Make the wave' }).click()
  await page.getByRole('heading', { name: /^Pick PW-/ }).waitFor()
  await page.getByLabel('Scan the batch, or press Enter').press('Enter')
  await page.getByText(/^Picked 2 of/).waitFor()
  await page.goto(`/pack/${placed.id}`)
  const box = page.getByLabel('Scan a batch to put one in')
  await box.fill('NONE')
  await box.press('Enter')
  await page.getByText('Nothing of batch NONE is picked here').waitFor()
  const batch = (await stage.world.get(`/v1/orders/${placed.id}/packing`)).rows[0].batchCode
  for (const _ of [1, 2]) {
    await box.fill(batch)
    await box.press('Enter')
  }
  await page.getByRole('button', { name: 'Close the parcel' }).click()
  const parcel = page.getByRole('region', { name: /^Parcel PA-/ })
  await parcel.getByText('SSCC (00) 00614141').waitFor()
  await expectAccessible(page)
  const { sscc, number } = (await stage.world.get(`/v1/parcels?order=${placed.id}`)).items[0]
  await page.goto(`/pack/${(await place('PICK-5', 1)).id}`)
  await box.fill(`]C100${sscc}`)
  await box.press('Enter')
  await page.getByRole('heading', { name: 'Pack PICK-4' }).waitFor()
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe(`Parcel ${number}`)
  await parcel.getByRole('button', { name: /^Ship PA-/ }).click()
  await parcel.getByText('shipped').waitFor()
  expect(await stage.world.get(`/v1/orders/${placed.id}`)).toMatchObject({ state: 'shipped' })
})

test('a scanner that is a keyboard sends a whole GS1 label: the wrong product is refused in words, the right one is picked', async () => {
  const { world } = stage
  await world.post('/v1/products', { sku: 'MATE', name: 'Mate', gtin: '4006381333931' })
  await world.post('/v1/products', { sku: 'ROOIBOS', name: 'Rooibos', gtin: '9506000134352' })
  const lines = [{ product: 'MATE', quantity: 9, batch: 'M1', expiresOn: dayFromNow(90) }]
  await world.post('/v1/receipts', { warehouse: 'CHI', lines })
  const placed = await world.post('/v1/orders', { number: 'PICK-6', lines: [{ product: 'MATE', quantity: 2 }] })
  const wave = await waveOf(placed)
  const page = await stage.signedIn({ viewport: handheld })
  await page.goto(`/pick/${wave.id}`)
  await page.getByLabel('Scan the batch, or press Enter').waitFor()
  await page.keyboard.type('010950600013435210M1')
  await page.keyboard.press('Enter')
  await page.getByText('This is ROOIBOS Rooibos; the list wants MATE.').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.type('010400638133393110M1')
  await page.keyboard.press('Control+]')
  await page.keyboard.type('17990101')
  await page.keyboard.press('Enter')
  await page.getByText('Picked 2 of M1').waitFor()
  await page.getByText(/The label says 1999-01-01 is the last day, here it is/).waitFor()
  await expectAccessible(page)
})

test('a label scanned where the product of a receipt goes fills the line', async () => {
  const page = await stage.signedIn({ viewport: handheld })
  await page.goto('/receive')
  await page.getByRole('combobox', { name: 'Product' }).fill(']d2010400638133393110M2\u001d17301231')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByRole('combobox', { name: 'Product' }).inputValue()).toBe('MATE')
  expect(await page.getByLabel('Batch code').inputValue()).toBe('M2')
  expect(await page.getByLabel('Last day').first().inputValue()).toBe('2030-12-31')
  expect(await focused(page)).toContain('Quantity')
})

test('a batch on a label that may have run on is left to be typed, with the reason', async () => {
  const page = await stage.signedIn({ viewport: handheld })
  await page.goto('/receive')
  await page.getByRole('combobox', { name: 'Product' }).fill('01040063813339311730123110M121S9')
  await page.keyboard.press('Enter')
  await page.getByText('Type it: batch (10) may be M121S9, or M1 with (21) S9 behind it').waitFor()
  expect(await page.getByLabel('Batch code').inputValue()).toBe('')
  expect(await page.getByLabel('Last day').first().inputValue()).toBe('2030-12-31')
  expect(await focused(page)).toContain('Quantity')
})
