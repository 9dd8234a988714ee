import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookOf } from '../../server/test/books.ts'
import { openStage, type Stage } from './stage.ts'

const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  for (const sku of ['CREAM', 'SOAP']) await stage.world.post('/v1/products', { sku, name: sku, dates: 'required' })
  await stage.world.post('/v1/customers', { code: 'C-1', name: 'Corner Shop', email: 'shop@corner.example' })
})
afterAll(() => stage.close())

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
}

const book = async (sheets: Parameters<typeof bookOf>[0]) => ({
  name: 'our shop.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: await bookOf(sheets),
})
const head = ['Order no', 'SKU', 'Qty', 'Email', 'Deliver by']

for (const [where, at, viewport] of [
  ['on a desk', 'D', { width: 1440, height: 900 }],
  ['on a phone', 'P', { width: 390, height: 844 }],
] as const) {
  test(`${where} the right sheet of a workbook is chosen, and its open orders are mended and placed`, async () => {
    const page = await stage.signedIn({ viewport })
    await page.goto('/imports')
    await page.getByLabel('What it is of').selectOption('orders')
    const file = await book({
      Cover: [['Open orders of our shop']],
      'Last year': [head, [`${at}-0`, 'CREAM', 1, null, null]],
      Now: [
        head,
        [`${at}-1`, 'CREAM', 24, 'shop@corner.example', new Date('2029-02-15')],
        [`${at}-1`, 'SOPA', 12, null, null],
        [`${at}-2`, 'SOAP', 6, null, null],
      ],
    })
    await page.getByLabel('Sheet of open orders').setInputFiles(file)
    await page.getByText('“Last year” was read, with 1 row.').waitFor()
    await page.getByLabel('Sheet of the workbook').selectOption('Now')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Read this one' }).click()
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/)
    await page.getByText(/waits for line 3, which is of the same order and wrong/i).waitFor()
    const line = page.getByRole('form', { name: 'Mend line 3' })
    await line.getByText('There is no product "SOPA"').waitFor()
    await expectAccessible(page)
    await line.getByLabel('SKU').fill('SOAP')
    await line.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'Import all 3 rows, or nothing' }).click()
    await page.getByRole('table', { name: 'Imported rows' }).getByRole('link', { name: 'Order' }).first().click()
    await page.getByRole('heading', { name: `${at}-1` }).waitFor()
    await page.getByText('Corner Shop').first().waitFor()
    const { items } = await stage.world.get(`/v1/orders?text=${at}-`)
    expect(items.map(({ number }: { number: string }) => number).sort()).toEqual([`${at}-1`, `${at}-2`])
    const kept = (await stage.world.get('/v1/imports')).items.map(({ sheet }: { sheet: string | null }) => sheet)
    expect(kept).not.toContain('Last year')
    await page.close()
  })

  test(`${where} past shipments are judged and nothing is written`, async () => {
    const page = await stage.signedIn({ viewport })
    await page.goto('/imports')
    await page.getByLabel('What it is of').selectOption('shipments')
    const file = await book({
      Shipped: [
        ['Ship date', 'SKU', 'Qty', 'Lot', 'Expiry', 'Unit cost'],
        [new Date('2026-02-01'), 'CREAM', 24, 'A', new Date('2026-01-31'), '2.50 €'],
        [new Date('2026-02-01'), 'CREAM', 12, 'C', new Date('2026-12-31'), '2.50 €'],
        [new Date('2026-02-09'), 'CREAM', 12, 'B', new Date('2026-09-30'), '2.50 €'],
        [new Date('2026-02-09'), 'SOAP', 6, null, null, null],
      ],
    })
    await page.getByLabel('Sheet of past shipments').setInputFiles(file)
    await page.getByRole('heading', { name: 'What went wrong with these shipments' }).waitFor()
    await page.getByText('Nothing is written of past shipments').waitFor()
    expect(await page.getByRole('button', { name: /^Import/ }).count()).toBe(0)
    await page.getByRole('button', { name: '1 row: A batch that expires earlier stayed behind' }).click()
    await page
      .getByRole('table', { name: 'Rows: A batch that expires earlier stayed behind' })
      .getByText('Line 3')
      .waitFor()
    await expectAccessible(page)
    await page.close()
  })
}
