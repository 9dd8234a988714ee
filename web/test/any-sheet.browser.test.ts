import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookOf } from '../../server/test/books.ts'
import { openStage, type Stage } from './stage.ts'

const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
}

/** Their names say nothing that is known here, but for one; the days may be of two kinds. */
const ugly = (sku: string) => [
  ['Bestandsliste der Naturkost Müller GmbH', null],
  [null, null],
  ['Unsere Nr.', 'Was da ist', 'Charge', 'Haltbar', 'EK netto', 'Notiz'],
  [sku, 12, '00123', '03/04/2029', '2,50 €', 'links oben'],
  [sku, 7, '00124', '05/06/2029', '2,50 €', null],
  [sku, 'viele', '00125', '07/08/2029', '2,50 €', 'zählen!'],
]

for (const [where, sku, viewport] of [
  ['on a desk', 'CREME', { width: 1280, height: 800 }],
  ['on a phone', 'SEIFE', { width: 390, height: 844 }],
] as const)
  test(`${where} an ugly German workbook is mapped, mended and imported, and the next one is read alike`, async () => {
    await stage.world.post('/v1/products', { sku, name: sku, dates: 'required' })
    const page = await stage.signedIn({ viewport })
    await page.goto('/imports')
    const file = async (name: string) => ({
      name,
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: await bookOf({ Lager: ugly(sku) }),
    })
    await page.getByLabel('Sheet of opening stock').setInputFiles(await file('Bestand.xlsx'))
    if (where === 'on a desk') {
      const columns = page.getByRole('list', { name: 'Columns of the file' })
      await columns.getByText('00123 · 00124 · 00125').waitFor()
      await page.getByText('No column says: Product (SKU), Quantity, in base units').waitFor()
      await expectAccessible(page)
      await page.getByLabel('Unsere Nr. says').selectOption('sku')
      await page.getByLabel('Was da ist says').selectOption('quantity')
      await page.getByLabel('Haltbar says').selectOption('best_before')
      await page.getByRole('button', { name: 'Read it so' }).click()
      await page.getByText(/Say first what nothing in the file tells: Haltbar/).waitFor()
      await page.getByLabel('Haltbar has first').selectOption('day first')
      await page.getByRole('button', { name: 'Read it so' }).click()
    }
    await page.getByRole('list', { name: 'Columns in short' }).getByText('Haltbar is Best before').waitFor()
    await page.getByText(/^as .* said/).waitFor()
    const line = page.getByRole('form', { name: 'Mend line 6' })
    await line.getByLabel('Was da ist').fill('3')
    await expectAccessible(page)
    await line.getByRole('button', { name: 'Save' }).click()
    await line.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '3 rows: No supplier' }).click()
    await page.getByRole('table', { name: 'Rows: No supplier' }).getByText('Line 4').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: /Import the 3 good rows/ }).click()
    await page.getByRole('link', { name: 'See the stock' }).waitFor()
    const { items } = await stage.world.get(`/v1/stock?product=${sku}`)
    expect(
      items.map(({ batchCode, onHand, expiresOn }: Record<string, unknown>) => [batchCode, onHand, expiresOn]).sort(),
    ).toEqual([
      ['00123', 12, '2029-04-03'],
      ['00124', 7, '2029-06-05'],
      ['00125', 3, '2029-08-07'],
    ])
  })

test('products come in the same way, with a template of their own', async () => {
  const page = await stage.signedIn()
  await page.goto('/imports')
  await page.getByLabel('What it is of').selectOption('products')
  expect(await page.getByRole('link', { name: 'Template' }).getAttribute('href')).toBe(
    '/v1/import-template.csv?kind=products',
  )
  const buffer = Buffer.from('Artikelnummer;Bezeichnung;EAN\nÖL-1;Olivenöl;4006381333931\n')
  await page.getByLabel('Sheet of products').setInputFiles({ name: 'Artikel.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Import all 1 row, or nothing' }).click()
  await page.getByRole('link', { name: 'See the products' }).waitFor()
  await page.getByRole('link', { name: 'Product', exact: true }).click()
  await page.getByRole('heading', { name: /Olivenöl/ }).waitFor()
})
