import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayFromNow, openStage, type Stage } from './stage.ts'

const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
const handheld = { width: 390, height: 844 }
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  for (const sku of ['CREAM', 'SOAP']) await stage.world.post('/v1/products', { sku, name: sku, dates: 'required' })
})
afterAll(() => stage.close())

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
}

const day = dayFromNow(300)
const rows = [
  `CREAM,60,CHI,L1,${day},left shelf`,
  'CREAM,5,CHI,L2,31.31.2027,',
  `NONE,five,OSL,L3,${day},`,
  `SOAP,7,CHI,S1,${day},`,
]
const sheet = (of: readonly string[]) => ({
  name: 'stock of our shop.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`sku,quantity,warehouse,batch,expires_on,remark\n${of.join('\n')}\n`),
})

test('a new brand goes from the empty stock page to its sheet: wrong rows say why, and the good ones become stock', async () => {
  const page = await stage.signedIn()
  await page.goto('/stock')
  await page.getByRole('link', { name: 'Import a sheet' }).click()
  await page.getByText('Nothing was imported yet').waitFor()
  await expectAccessible(page)
  await page.getByLabel('Sheet of opening stock').setInputFiles(sheet(rows))
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/)
  const wrong = page.getByRole('table', { name: 'Wrong rows' })
  await wrong.getByText('Line 3').waitFor()
  await wrong.getByText(/must be a day as 2026-01-31, not "31.31.2027"/i).waitFor()
  for (const column of ['quantity', 'sku', 'warehouse']) await wrong.getByText(column, { exact: true }).waitFor()
  await page.getByText(/1 column of the file says nothing here and was left out: remark/).waitFor()
  expect(await page.getByRole('button', { name: /or nothing/ }).count()).toBe(0)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Import the 2 good rows' }).click()
  const imported = page.getByRole('table', { name: 'Imported rows' })
  await imported.getByText('Line 5').waitFor()
  await imported.getByRole('link', { name: 'Receipt' }).first().click()
  await page.getByText(/opening stock \(IM-1, line 2\)/).waitFor()
  const { items } = await stage.world.get('/v1/stock')
  expect(
    items.map(({ batchCode, onHand }: { batchCode: string; onHand: number }) => [batchCode, onHand]).sort(),
  ).toEqual([
    ['L1', 60],
    ['S1', 7],
  ])
})

test('on a phone the mended sheet is read: what is known stays, all the rest is imported or nothing', async () => {
  const page = await stage.signedIn({ viewport: handheld })
  await page.goto('/imports')
  const mended = [rows[0] ?? '', `CREAM,5,CHI,L2,${day},`, rows[3] ?? '']
  await page.getByLabel('Sheet of opening stock').setInputFiles(sheet(mended))
  await page.getByRole('button', { name: 'Import all 1 row, or nothing' }).waitFor()
  await page.getByText('Imported before').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Import all 1 row, or nothing' }).click()
  await page.getByRole('link', { name: 'See the stock' }).waitFor()
  await page.getByRole('table', { name: 'Imported rows' }).getByText('Line 3').waitFor()
  await expectAccessible(page)
})

test('what is no sheet is refused in words, and an import that was not begun can be abandoned', async () => {
  const page = await stage.signedIn()
  await page.goto('/imports')
  const paper = { name: 'stock.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 and more') }
  await page.getByLabel('Sheet of opening stock').setInputFiles(paper)
  await page
    .getByRole('alert')
    .getByText(/This is a PDF.*CSV file is needed/)
    .waitFor()
  await page.getByLabel('Sheet of opening stock').setInputFiles(sheet([`CREAM,1,CHI,L9,${day},`]))
  await page.getByRole('button', { name: 'Abandon' }).click()
  await page.waitForURL(/\/imports$/)
  expect((await stage.world.get('/v1/imports')).items).toHaveLength(2)
})

const mending = `sku,quantity,warehouse,batch,expires_on
CREAM,none,CHI,M1,${day}
SOAP,4,CHI,,${day}
CREAM,5,CHI,M2,soon
`
const toMend = { name: 'to mend.csv', mimeType: 'text/csv', buffer: Buffer.from(mending) }

for (const [where, viewport] of [
  ['on a desk', { width: 1280, height: 900 }],
  ['on a phone', handheld],
] as const)
  test(`${where} wrong rows are mended where they stand: Enter saves a cell and goes on to the next row`, async () => {
    const page = await stage.signedIn({ viewport })
    await page.goto('/imports')
    await page.getByLabel('Reference').fill(`mended ${where}`)
    await page.getByLabel('Sheet of opening stock').setInputFiles(toMend)
    const line = (no: number) => page.getByRole('form', { name: `Mend line ${no}` })
    await expectAccessible(page)
    await line(2).getByLabel('quantity').fill('0')
    await line(2).getByLabel('quantity').press('Enter')
    await line(2).getByText('Must be a whole number of at least 1, not "0"').waitFor()
    expect(
      await line(3)
        .getByLabel('batch')
        .evaluate((field) => field === document.activeElement),
    ).toBe(true)
    await line(2).getByLabel('quantity').fill('6')
    await line(2).getByLabel('quantity').press('Enter')
    await line(2).waitFor({ state: 'detached' })
    await page.keyboard.type('M3')
    await page.keyboard.press('Enter')
    await line(3).waitFor({ state: 'detached' })
    await line(4).getByRole('button', { name: 'All cells' }).click()
    await line(4).getByLabel('quantity').fill('7')
    await line(4).getByLabel('expires_on').fill(day)
    await expectAccessible(page)
    await line(4).getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'Import all 3 rows, or nothing' }).click()
    await page.getByRole('link', { name: 'See the stock' }).waitFor()
    const { items } = await stage.world.get('/v1/receipts?limit=3')
    expect(items).toHaveLength(3)
    const imported = page.getByRole('table', { name: 'Imported rows' })
    await imported.getByText(`CREAM · 7 · CHI · M2 · ${day}`).waitFor()
  })
