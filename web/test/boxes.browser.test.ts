import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { order, orderNow, product, stockOf } from '../../server/test/stories.ts'
import type { Json } from '../../server/test/world.ts'
import { dayFromNow, openStage, type Stage } from './stage.ts'

const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
const handheld = { width: 390, height: 844 }
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await product(stage.world, { sku: 'P', name: 'Green tea' })
})
afterAll(() => stage.close())

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
}

test('boxes are received closed; a quantity that is no whole boxes is told at the field', async () => {
  const page = await stage.signedIn()
  await page.goto('/receive')
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  await page.getByRole('combobox', { name: 'Product' }).fill('P')
  await field('Quantity').fill('350')
  await field('Batch code').fill('L-1')
  await field('Last day').fill(dayFromNow(200))
  await page.getByRole('button', { name: 'More about this line' }).click()
  await field('In closed boxes of').fill('100')
  await page.getByRole('button', { name: 'Receive', exact: true }).click()
  await page.getByText('350 are no whole boxes of that').waitFor()
  await expectAccessible(page)
  await field('Quantity').fill('300')
  await page.getByRole('button', { name: 'Receive', exact: true }).click()
  await page.getByText('MAIN ×100').first().waitFor()
  await page.goto('/stock')
  await page.getByText('3 boxes').first().waitFor()
  await expectAccessible(page)
})

test('a picker is told boxes, and takes them by scanning the batch', async () => {
  const placed = await order(stage.world, 250)
  expect(placed.lines[0]).toMatchObject({ allocated: 200, backOrdered: 50 })
  const wave = await stage.world.post('/v1/pick-waves', { warehouse: 'CHI', orders: [placed.id] })
  const page = await stage.signedIn({ viewport: handheld })
  await page.goto(`/pick/${wave.id}`)
  const now = page.getByRole('region', { name: 'To pick now' })
  await now.getByText('2 boxes').waitFor()
  await page.getByRole('button', { name: /MAIN ×100.*2 boxes of 100/ }).waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await page.getByText('Picked 200 of L-1 from MAIN ×100').waitFor()
})

test('a box is opened where it lies, and the order that waits for loose units has them', async () => {
  const [row] = await stockOf(stage.world, 'L-1')
  const page = await stage.signedIn({ viewport: handheld })
  await page.goto(`/batches/${row.batchId}`)
  await page.getByText('3 boxes of 100').waitFor()
  await page.getByRole('button', { name: 'Change what lies at MAIN ×100' }).click()
  await page.getByRole('menuitem', { name: 'Open a box' }).click()
  await page.getByText('3 boxes of 100 lie there; 2 of them are promised to orders').waitFor()
  await page.getByLabel('Boxes').fill('2')
  await page.keyboard.press('Tab')
  await page.getByText('Only 1 box is promised to nobody.').waitFor()
  await expectAccessible(page)
  await page.getByLabel('Boxes').fill('1')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByText('2 boxes of 100').waitFor()
  const { items } = await stage.world.get('/v1/orders')
  expect((await orderNow(stage.world, items[0])).lines.map(({ allocated }: Json) => allocated)).toEqual([250])
})
