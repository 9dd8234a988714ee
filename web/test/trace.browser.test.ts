/**
 * Goods are named on the page of a trace, in several ways at once; where all of them are is told, as of a moment, as files, and taken on into a recall.
 */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayFromNow, openStage, phone, type Stage } from './stage.ts'

const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const { world } = stage
  await world.post('/v1/products', { sku: 'OIL', name: 'Rose oil' })
  await world.post('/v1/products', { sku: 'SOAP', name: 'Rose soap' })
  await world.post('/v1/suppliers', { code: 'FARM', name: 'Rose farm' })
  await world.post('/v1/customers', { code: 'C1', name: 'Corner shop', email: 'corner@example.com' })
  const line = (product: string, batch: string, supplierLot: string) => ({
    product,
    batch,
    quantity: 100,
    expiresOn: dayFromNow(300),
    supplierLot,
  })
  await world.post('/v1/receipts', {
    warehouse: 'CHI',
    supplier: 'FARM',
    lines: [line('OIL', '0815', 'S-77'), line('SOAP', 'S-1', 'S-78')],
  })
  await world.post('/v1/orders', { number: 'SO-1', customer: 'C1', lines: [{ product: 'OIL', quantity: 20 }] })
  await world.post('/v1/shipments', { order: 'SO-1' })
  await world.post('/v1/orders', { number: 'SO-2', customer: 'C1', lines: [{ product: 'SOAP', quantity: 7 }] })
})
afterAll(() => stage?.close())

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
}

async function addSupplierLot(page: Page, lot: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Add', exact: true }).click()
  await page.getByRole('option', { name: "A supplier's lot" }).click()
  await page.getByRole('textbox', { name: "Supplier's lot" }).fill(lot)
  await page.getByRole('button', { name: 'Add it' }).click()
  await page.getByText(`Supplier's lot ${lot}`).waitFor()
}

test('two supplier lots are traced at once, taken home as files, and taken on into a recall', async () => {
  const page = await stage.signedIn({ viewport: { width: 1280, height: 900 } })
  await page.goto('/')
  await page.getByRole('link', { name: 'Trace', exact: true }).click()
  await page.getByText('Nothing yet. Add what is meant below.').waitFor()
  await expectAccessible(page)
  await addSupplierLot(page, 'S-77')
  const products = page.getByRole('table', { name: 'Products' })
  await products.getByRole('link', { name: 'OIL' }).waitFor()
  await addSupplierLot(page, 'S-78')
  await products.getByRole('link', { name: 'SOAP' }).waitFor()
  await page.getByRole('table', { name: 'Stopped orders' }).getByRole('link', { name: 'SO-2' }).waitFor()
  const who = page.getByRole('table', { name: 'Who got it' })
  await who.getByRole('link', { name: 'corner@example.com' }).waitFor()
  for (const [name, begins] of [
    ['CSV', '\uFEFFProduct,Batch,'],
    ['XLSX', 'PK'],
  ] as const) {
    const href = (await page.getByRole('link', { name, exact: true }).getAttribute('href')) ?? ''
    const file = await page.request.get(href)
    expect([name, file.status(), (await file.body()).toString('utf8').startsWith(begins)]).toEqual([name, 200, true])
  }
  await expectAccessible(page)
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/trace-desk.png`, fullPage: true })
  const address = page.url()
  await page.getByRole('link', { name: 'Recall this' }).click()
  const meant = page.getByRole('list', { name: 'What is meant' })
  await meant.getByText("Supplier's lot S-77").waitFor()
  await meant.getByText("Supplier's lot S-78").waitFor()
  await page.getByLabel('Title').fill('Glass')
  await page.getByLabel('What is wrong with the goods').fill('Splinters.')
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await page.getByRole('heading', { name: 'RL-1: Glass' }).waitFor()
  await page.goto(address)
  await products.getByRole('link', { name: 'SOAP' }).waitFor()
})

test('on a phone, as it was known before anything had come: nobody has it', async () => {
  const page = await stage.signedIn({ viewport: phone, hasTouch: true, isMobile: true })
  const scope = JSON.stringify({ parts: [{ kind: 'product', product: 'OIL' }] })
  await page.goto(`/trace?scope=${encodeURIComponent(scope)}`)
  await page.getByRole('table', { name: 'Who got it' }).getByText('corner@example.com').waitFor()
  await expectAccessible(page)
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/trace-phone.png`, fullPage: true })
  const moment = page.getByLabel('As it was known at')
  await moment.fill('2020-01-01T09:00')
  await moment.blur()
  await page.getByText('Nobody yet').waitFor()
  await page.getByText(/^Shown as of/).waitFor()
})

test('a pasted notice is read, what is sure is chosen already, and what is confirmed is traced', async () => {
  const page = await stage.signedIn({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await page.goto('/trace')
  await page.getByRole('button', { name: 'Paste a notice' }).tap()
  const dialog = page.getByRole('dialog', { name: 'Paste a notice' })
  await dialog.getByLabel('The notice, as it came').fill('Rose oil. Lot 0815, lot 999. Exp 12/07/23')
  await dialog.getByRole('button', { name: 'Read it' }).tap()
  await dialog.getByText('12/07/23 may be 7 Dec 2023 or 12 Jul 2023. Nothing of yours is called 999.').waitFor()
  const batch = dialog.getByRole('checkbox', { name: /^Batch 0815 of OIL/ })
  expect(await batch.isChecked()).toBe(false)
  await batch.check()
  await expectAccessible(page)
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/notice-phone.png` })
  await dialog.getByRole('button', { name: 'Mean 1 of these' }).tap()
  await page.getByRole('list', { name: 'What is meant' }).getByText('Batch 0815 (OIL)').waitFor()
  await page.getByRole('table', { name: 'Products' }).getByRole('link', { name: 'OIL' }).waitFor()
})

test('a link that was cut off says so and lets the goods be named; one of which a part can be read says that', async () => {
  const page = await stage.signedIn({ viewport: phone })
  await page.goto('/trace?scope={"parts":[{"kind":"supplier_lot"')
  const alert = page.getByRole('alert')
  await alert.getByText('This link is damaged').waitFor()
  await alert.getByText('{"parts":[{"kind":"supplier_lot"').waitFor()
  await expectAccessible(page)
  await addSupplierLot(page, 'S-77')
  await page.getByRole('table', { name: 'Products' }).getByRole('link', { name: 'OIL' }).waitFor()
  expect(await page.getByText('This link is damaged').count()).toBe(0)
  const parts = [{ kind: 'supplier_lot', supplierLot: 'S-78' }, { kind: 'nothing' }]
  await page.goto(`/trace?scope=${encodeURIComponent(JSON.stringify({ parts }))}`)
  await page.getByText('A part of this link is damaged').waitFor()
  await page.getByRole('table', { name: 'Products' }).getByRole('link', { name: 'SOAP' }).waitFor()
  await page.goto('/recalls/new?scope={bad')
  await page.getByText('This link is damaged').waitFor()
  await page.context().close()
})

test("a supplier's lot that was typed and not added is meant when the draft is saved, and when it is widened; without a lot the field says so", async () => {
  const page = await stage.signedIn({ viewport: phone })
  await page.goto('/recalls/new')
  await page.getByLabel('Title').fill('Rancid oil')
  await page.getByLabel('What is wrong with the goods').fill('It smells.')
  await page.getByRole('combobox', { name: 'Add', exact: true }).click()
  await page.getByRole('option', { name: "A supplier's lot" }).click()
  const save = page.getByRole('button', { name: 'Save the draft' })
  expect(await save.isDisabled()).toBe(true)
  await page.getByRole('combobox', { name: 'Supplier' }).click()
  await page.getByRole('option', { name: /Rose farm/ }).click()
  await save.click()
  const lot = page.getByRole('textbox', { name: "Supplier's lot" })
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true')
  await lot.fill('S-77')
  await save.click()
  await page.waitForURL(/\/recalls\/RL-\d+$/)
  const at = new URL(page.url()).pathname
  const { versions } = await stage.world.get(`/v1${at}`)
  expect(versions.at(-1).scope.parts).toEqual([{ kind: 'supplier_lot', supplierLot: 'S-77', supplier: 'FARM' }])
  await page.goto(`${at}/scope`)
  await page.getByLabel('Reason').fill('More of it.')
  await page.getByRole('combobox', { name: 'Add', exact: true }).click()
  await page.getByRole('option', { name: "A supplier's lot" }).click()
  await lot.fill('S-78')
  await page.getByRole('button', { name: 'Mean this from now on' }).click()
  await page.waitForURL(/\/recalls\/RL-\d+$/)
  const after = await stage.world.get(`/v1${at}`)
  expect(after.versions.at(-1).scope.parts).toHaveLength(2)
  await page.context().close()
})
