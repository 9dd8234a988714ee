import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hold } from '../../server/test/stories.ts'
import type { Json } from '../../server/test/world.ts'
import { dayFromNow, openStage, type Stage } from './stage.ts'

const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
const handheld = { width: 390, height: 844 }
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const { world } = stage
  await world.post('/v1/products', { sku: 'TEA', name: 'Green tea' })
  const line = (batch: string, days: number) => ({ product: 'TEA', quantity: 20, batch, expiresOn: dayFromNow(days) })
  await world.post('/v1/receipts', { warehouse: 'CHI', lines: [line('EARLY', 100), line('LATE', 200)] })
})
afterAll(() => stage.close())

const place = (number: string, quantity: number): Promise<Json> =>
  stage.world.post('/v1/orders', { number, lines: [{ product: 'TEA', quantity }] })
const orderNow = ({ id }: Json): Promise<Json> => stage.world.get(`/v1/orders/${id}`)

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
}

/** In two parcels of two each, and shipped. */
async function shippedParcels(number: string): Promise<{ placed: Json; shipment: Json; parcels: Json[] }> {
  const { world } = stage
  const placed = await place(number, 4)
  const wave = await world.post('/v1/pick-waves', { warehouse: 'CHI', orders: [placed.id] })
  const [task] = wave.tasks
  const goods = { orderLine: task.orderLineId, batch: task.batchId, place: task.placeId }
  await world.post(`/v1/pick-waves/${wave.id}/picks`, { ...goods, quantity: 4 })
  const parcels: Json[] = []
  for (const quantity of [2, 2])
    parcels.push(await world.post('/v1/parcels', { order: placed.id, lines: [{ ...goods, quantity }] }))
  const { items } = await world.post('/v1/shipments', { order: placed.id, parcels: parcels.map(({ id }) => id) })
  return { placed, shipment: items[0], parcels }
}

test('a shipment is cancelled: what will happen is told, a reason is asked, and the order has its goods again', async () => {
  const placed = await place('OUT-1', 5)
  const { items } = await stage.world.post('/v1/shipments', { order: placed.id })
  const page = await stage.signedIn()
  await page.goto(`/orders/${placed.id}`)
  await page.getByRole('link', { name: items[0].number }).click()
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('order OUT-1 is promised the very same').waitFor()
  const confirm = dialog.getByRole('button', { name: 'It never left' })
  expect(await confirm.isDisabled()).toBe(true)
  await expectAccessible(page)
  await dialog.getByLabel('Reason').fill('the carrier did not come')
  await confirm.click()
  await page.getByText('All of it is promised to order OUT-1 again.').waitFor()
  await page.getByText('cancelled: never left').waitFor()
  await page.getByRole('table', { name: 'Cancelled' }).getByText('the carrier did not come').waitFor()
  expect(await page.getByRole('button', { name: 'Cancel', exact: true }).count()).toBe(0)
  await expectAccessible(page)
  expect(await orderNow(placed)).toMatchObject({ state: 'open', allocated: 5, shipped: 0 })
})

test('one parcel is taken out of its shipment at the bench, on a phone, and stands packed again', async () => {
  const { placed, shipment, parcels } = await shippedParcels('OUT-2')
  const page = await stage.signedIn({ viewport: handheld })
  await page.goto(`/pack/${placed.id}`)
  const card = page.getByRole('region', { name: `Parcel ${parcels[1].number}` })
  await card.getByRole('button', { name: 'It never left' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Reason').fill('wrong label')
  await dialog.getByRole('button', { name: 'It never left' }).click()
  await page.getByText(`Parcel ${parcels[1].number} is here again.`).waitFor()
  await card.getByText('packed', { exact: true }).waitFor()
  await card.getByRole('button', { name: `Ship ${parcels[1].number}` }).waitFor()
  await expectAccessible(page)
  await page.goto(`/shipments/${shipment.id}`)
  await page.getByText('a part never left').waitFor()
  await page.getByRole('link', { name: parcels[0].number }).waitFor()
  expect(await page.getByRole('link', { name: parcels[1].number }).count()).toBe(0)
  await expectAccessible(page)
  expect(await orderNow(placed)).toMatchObject({ allocated: 2, shipped: 2 })
})

test('what is on hold since is told to be here and not promised', async () => {
  const { placed, shipment } = await shippedParcels('OUT-3')
  await hold(stage.world, 'EARLY')
  const page = await stage.signedIn()
  await page.goto(`/shipments/${shipment.id}`)
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await page.getByRole('dialog').getByLabel('Reason').fill('recalled')
  await page.getByRole('dialog').getByRole('button', { name: 'It never left' }).click()
  await page.getByText('4 of 4 are here and not promised: order OUT-3 says why.').waitFor()
  expect((await orderNow(placed)).lines[0].batches).toMatchObject([{ batchCode: 'LATE', quantity: 4 }])
})
