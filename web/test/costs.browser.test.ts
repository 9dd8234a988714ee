import { afterAll, beforeAll, expect, test } from 'vitest'
import { kit, linesOfParts, orderKits } from '../../server/test/kit-stories.ts'
import { product, receive } from '../../server/test/stories.ts'
import { dayFromNow, openStage, phone, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

test('what goods cost is entered as the currency counts: yen have no cents', async () => {
  const { world } = stage
  await world.owner`update access.account set currency = 'JPY' where account_id = ${world.accountId}`
  await world.post('/v1/products', { sku: 'TEA', name: 'Green tea' })
  const page = await stage.signedIn()
  await page.goto('/receive')
  const line = page.getByRole('group', { name: 'Line 1' })
  await line.getByRole('combobox', { name: 'Product' }).fill('TEA')
  await line.getByLabel('Quantity').fill('3')
  await line.getByLabel('Batch code').fill('T-1')
  await line.getByLabel('Last day').fill(dayFromNow(300))
  await line.getByRole('button', { name: 'More about this line' }).click()
  await line.getByLabel('Cost of one').pressSequentially('450')
  const asked = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/v1/receipts'))
  await page.getByRole('button', { name: 'Receive', exact: true }).click()
  expect((await asked).postDataJSON().lines).toMatchObject([{ unitCost: 450, currency: 'JPY' }])
  await page.getByRole('heading', { name: /^Receipt RC-/ }).waitFor()
})

test('a kit that comes back is entered by its name, and its parts are there to be taken in, with the batches that were sent', async () => {
  const { world } = stage
  for (const sku of ['P', 'Q']) await product(world, { sku })
  await kit(world, 'GIFT', '2 P, 1 Q')
  await receive(world, [
    { batch: 'P1', quantity: 3, expiresOn: dayFromNow(200) },
    { batch: 'P2', quantity: 9, expiresOn: dayFromNow(300) },
    { product: 'Q', batch: 'Q1', quantity: 6, expiresOn: dayFromNow(300) },
  ])
  const placed = await orderKits(world, 2, { number: 'SO-9' })
  await world.post('/v1/shipments', { order: placed.id, lines: linesOfParts(placed, ['P', 'Q']) })
  const page = await stage.signedIn({ viewport: phone })
  await page.goto('/returns/new')
  await page.getByLabel('Number').fill('R-9')
  await page.getByLabel('Order').fill('SO-9')
  await page.getByRole('combobox', { name: 'Product' }).fill('GIFT')
  await page.getByLabel('Quantity').fill('2')
  await page.getByText('A kit comes back as all its parts').waitFor()
  await page.getByRole('button', { name: 'Enter it' }).click()
  await page.getByRole('heading', { name: 'Return R-9' }).waitFor()
  const rows = page.getByRole('table').first().getByRole('row')
  await expect
    .poll(() => rows.allInnerTexts())
    .toEqual([expect.anything(), expect.stringMatching(/^P\b/), expect.stringMatching(/^Q\b/)])
  await page.getByRole('group', { name: 'P, entry 1' }).getByRole('combobox', { name: 'Batch' }).click()
  await expect
    .poll(() => page.getByRole('option').allInnerTexts())
    .toEqual([expect.stringMatching(/^P1\b/), expect.stringMatching(/^P2\b/)])
})
