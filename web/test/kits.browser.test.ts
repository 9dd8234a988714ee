import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gifts, orderKits } from '../../server/test/kit-stories.ts'
import type { Json } from '../../server/test/world.ts'
import { dayFromNow, openStage, type Stage } from './stage.ts'

const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
const handheld = { width: 390, height: 844 }
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const { world } = stage
  await gifts(world, { p: [0, 0], q: 0 })
  const line = (product: string, batch: string, quantity: number) => ({
    product,
    batch,
    quantity,
    expiresOn: dayFromNow(200),
  })
  const lines = [line('P', 'P-1', 30), line('Q', 'Q-1', 20)]
  await world.post('/v1/receipts', { warehouse: 'CHI', lines })
})
afterAll(() => stage.close())

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
}

const pickAll = async ({ id }: Json): Promise<void> => {
  const wave = await stage.world.post('/v1/pick-waves', { warehouse: 'CHI', orders: [id] })
  for (const { orderLineId: orderLine, batchId: batch, placeId: place, quantity } of wave.tasks)
    await stage.world.post(`/v1/pick-waves/${wave.id}/picks`, { orderLine, batch, place, quantity })
}

test('a kit is made in the product form; what is wrong with a part stands at its field, and what is wrong with the whole is said', async () => {
  const page = await stage.signedIn()
  await page.goto('/products/new')
  await page.getByLabel('SKU').fill('PAIR')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Pair')
  await page.getByRole('button', { name: 'Add a part' }).click()
  await page.getByRole('combobox', { name: 'Part' }).fill('NONE')
  await page.getByLabel('In each').fill('2')
  await page.getByRole('button', { name: 'Add the product' }).click()
  await page.getByText('There is no product "NONE"').waitFor()
  expect(await page.getByLabel('Tracked by').count()).toBe(0)
  await page.getByRole('combobox', { name: 'Part' }).fill('GIFT')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add the product' }).click()
  const parts = page.getByRole('table', { name: 'What it is made of' })
  await parts.getByRole('link', { name: 'GIFT' }).waitFor()
  await expectAccessible(page)
  expect(await page.getByRole('link', { name: 'Receive' }).and(page.locator('main *')).count()).toBe(0)
  await page.goto('/products/GIFT/edit')
  await page.getByRole('button', { name: 'Add a part' }).click()
  await page.getByRole('combobox', { name: 'Part' }).last().fill('PAIR')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('would hold itself: GIFT, which holds PAIR, which holds GIFT').waitFor()
})

test('an order shows each kit with its parts and their batches, and is changed in kits', async () => {
  const placed = await orderKits(stage.world, 3, { number: 'KITS-1' })
  const page = await stage.signedIn({ viewport: handheld })
  await page.goto(`/orders/${placed.id}`)
  const part = page.getByRole('region', { name: 'P of GIFT' })
  await part.getByText('2 in each').waitFor()
  await part.getByRole('link', { name: /P-1/ }).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Change' }).last().click()
  await page.getByLabel('Quantity').fill('2')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('2 (3 ordered at first)').first().waitFor()
  await part.getByText('4 reserved').waitFor()
})

test('a part of a kit is packed alone only when a person says so, and each parcel names the kit', async () => {
  const placed = await orderKits(stage.world, 1, { number: 'KITS-2' })
  await pickAll(placed)
  const page = await stage.signedIn()
  await page.goto(`/pack/${placed.id}`)
  const box = page.getByLabel('Scan a batch to put one in')
  await box.fill('P-1')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Close the parcel' }).click()
  await page.getByText('Line 1, GIFT: 1 of P and 1 of Q would be missing').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Let the part of the kit go alone' }).click()
  await page.getByText('A part of kit GIFT Kit GIFT:').waitFor()
  await page.getByRole('button', { name: 'Put all in' }).click()
  await page.getByRole('button', { name: 'Close the parcel' }).click()
  await page.getByText('Ship all 2 parcels').click()
  await page.getByText('is on its way').waitFor()
  const { items } = await stage.world.get(`/v1/shipments?order=${placed.id}`)
  await page.goto(`/shipments/${items[0].id}`)
  await page.getByText('1 of kit GIFT Kit GIFT').waitFor()
  await expectAccessible(page)
})
