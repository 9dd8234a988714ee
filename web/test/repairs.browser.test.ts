import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayFromNow, desk, openStage, type Stage } from './stage.ts'

const small = { width: 390, height: 844 }
let stage: Stage
let batchOf: Record<string, string>
beforeAll(async () => {
  stage = await openStage()
  const { world } = stage
  await world.post('/v1/products', { sku: 'CREAM', name: 'Face cream' })
  const expiresOn = dayFromNow(400)
  const received = await world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: ['L001', 'LX01', 'B'].map((batch) => ({ product: 'CREAM', quantity: 40, batch, expiresOn })),
  })
  batchOf = Object.fromEntries(
    received.lines.map((line: { batchCode: string; batchId: string }) => [line.batchCode, line.batchId]),
  )
  await world.post('/v1/orders', { lines: [{ product: 'CREAM', quantity: 100 }] })
})
afterAll(() => stage.close())

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

const repair = async (page: Page, item: string) => {
  await page.getByRole('button', { name: 'Repair', exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('at the desk a wrong batch is merged: it is told what happens, then done, found by its old code, and undone', async () => {
  const page = await stage.signedIn({ viewport: desk })
  await page.goto(`/batches/${batchOf.LX01}`)
  await repair(page, 'Merge into another batch')
  await page.getByRole('combobox', { name: 'It is batch' }).click()
  await page.getByRole('option', { name: /^L001/ }).click()
  await page.getByText('L001: 40 → 80 units here').waitFor()
  await page.getByText('No order and no transfer loses or gets anything.').waitFor()
  await page.getByLabel('Reason').fill('the label was misread')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Merge', exact: true }).click()
  await page.getByText('Merged into batch L001').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('alert').getByRole('link', { name: 'L001' }).click()
  await page.getByRole('heading', { name: 'Batch L001' }).waitFor()
  await page.getByRole('table', { name: 'Family of the batch' }).getByText('the same batch, merged into this').waitFor()
  const repairs = page.getByRole('table', { name: 'Repairs of the batch' })
  await repairs.getByText('LX01 is L001: 40 units went over').waitFor()
  await repairs.getByRole('button', { name: 'Undo' }).click()
  await page.getByLabel('Reason').fill('they are two after all')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Undo it' }).click()
  await repairs.getByText('undone', { exact: true }).waitFor()
  const { items } = await stage.world.get('/v1/batches?called=LX01')
  expect(items).toMatchObject([{ code: 'LX01', mergedIntoId: null }])
})

test('a code that another batch has is refused while it is typed, and the right one renames the batch', async () => {
  const page = await stage.signedIn({ viewport: desk })
  await page.goto(`/batches/${batchOf.LX01}`)
  await repair(page, 'Rename')
  await page.getByLabel('Right code').fill('L001')
  await page.getByText(/is another batch of this product/).waitFor()
  expect(await page.getByRole('button', { name: 'Rename', exact: true }).isDisabled()).toBe(true)
  await page.getByLabel('Right code').fill('l001')
  await page.getByRole('checkbox', { name: 'It is a different batch all the same' }).check()
  await page.getByText('Only the code changes.').waitFor()
  await page.getByLabel('Right code').fill('L100')
  await page.getByText('Only the code changes.').waitFor()
  await page.getByLabel('Reason').fill('misread')
  await page.getByRole('button', { name: 'Rename', exact: true }).click()
  await page.getByRole('heading', { name: 'Batch L100' }).waitFor()
  await page.getByText('Was called').waitFor()
  expect((await stage.world.get(`/v1/batches/${batchOf.LX01}`)).formerCodes).toEqual(['LX01'])
})

test('on a phone a batch is split where it lies, and a hold on a part tells of its relatives', async () => {
  const page = await stage.signedIn({ viewport: small, colorScheme: 'dark' })
  await page.goto(`/batches/${batchOf.B}`)
  await repair(page, 'Split')
  await page.getByLabel('New code').fill('B-2')
  await page.getByLabel('Units').fill('15')
  await page.getByText('B-2: 0 → 15 units here').waitFor()
  await page.getByLabel('Reason').fill('relabelled')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Split', exact: true }).click()
  await page.getByRole('link', { name: 'B-2' }).first().click()
  await page.getByRole('heading', { name: 'Batch B-2' }).waitFor()
  await page.getByRole('button', { name: 'Hold this batch' }).click()
  await page.getByText('Batches that come from the same one are not held by it: B (25 units).').waitFor()
  await page.getByRole('checkbox', { name: 'And everything that comes from the same batch' }).check()
  await page.getByText(/Holds 40 units of 2 batches/).waitFor()
  await page.getByLabel('Reason').fill('mould')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Hold', exact: true }).click()
  await page.getByText(/QA-1 holds/).waitFor()
  const { items } = await stage.world.get('/v1/holds')
  expect(items).toMatchObject([{ batchCode: 'B', onHand: 40 }])
})

test('units with serials are split off by scanning these', async () => {
  const { world } = stage
  await world.post('/v1/products', { sku: 'CAM', name: 'Camera', tracking: 'serial', dates: 'none' })
  const line = { product: 'CAM', quantity: 3, batch: 'C1', serials: ['SN-1', 'SN-2', 'SN-3'] }
  const came = await world.post('/v1/receipts', { warehouse: 'CHI', lines: [line] })
  const page = await stage.signedIn({ viewport: small })
  await page.goto(`/batches/${came.lines[0].batchId}`)
  await repair(page, 'Split')
  await page.getByLabel('New code').fill('C2')
  await page.getByRole('dialog').getByLabel('Serials').fill('SN-1\nSN-3')
  await page.getByText('C2: 0 → 2 units here').waitFor()
  await page.getByLabel('Reason').fill('relabelled')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Split', exact: true }).click()
  await page.getByRole('link', { name: 'C2' }).first().click()
  await page.getByRole('heading', { name: 'Batch C2' }).waitFor()
  await page.getByRole('table', { name: 'Serials' }).getByText('SN-3').waitFor()
})

test('on a phone an old label is understood where goods are put away', async () => {
  const { world } = stage
  const lines = [{ product: 'CREAM', quantity: 3, batch: 'D1', expiresOn: dayFromNow(400), place: 'DOCK' }]
  const came = await world.post('/v1/receipts', { warehouse: 'CHI', lines })
  const renamed = { kind: 'rename', batch: came.lines[0].batchId, code: 'DOCK-1', reason: 'misread' }
  await world.post('/v1/batch-repairs', renamed)
  const page = await stage.signedIn({ viewport: small })
  await page.goto('/putaway')
  await page.getByLabel('Scan a batch').fill('D1')
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'To put away now' }).getByText('DOCK-1').waitFor()
  expect(await violations(page)).toEqual([])
})

test('at a small desk no column of the dates of a batch is cut off', async () => {
  const page = await stage.signedIn({ viewport: { width: 1280, height: 800 } })
  await page.goto(`/batches/${batchOf.L001}`)
  const dates = page.getByRole('table', { name: 'Dates' })
  await dates.waitFor()
  const over = await dates.evaluate((table) => table.scrollWidth - (table.parentElement?.clientWidth ?? 0))
  expect(over).toBeLessThanOrEqual(0)
})

test('a date of another year is asked about, corrected with what it does to orders told first, and taken back', async () => {
  const page = await stage.signedIn({ viewport: small })
  await page.goto(`/batches/${batchOf.L001}`)
  await page.getByRole('button', { name: 'Record or correct a date' }).click()
  await page.getByRole('textbox', { name: 'Day', exact: true }).fill(dayFromNow(-3))
  await page.getByRole('textbox', { name: 'Day', exact: true }).press('Tab')
  await page.getByText('Is the year typed right?').waitFor()
  expect(await page.getByRole('button', { name: 'Correct', exact: true }).isDisabled()).toBe(true)
  await page.getByRole('checkbox', { name: 'The year is right' }).check()
  await page.getByText(/^Expired units here: 0 → 40$/).waitFor()
  await page.getByText(/^Order SO-\d+: /).waitFor()
  await page.getByLabel('Reason').fill('misread')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Correct', exact: true }).click()
  const repairs = page.getByRole('table', { name: 'Repairs of the batch' })
  await repairs.getByText(/^Expires on: /).waitFor()
  await repairs.getByRole('button', { name: 'Undo' }).click()
  await page.getByLabel('Reason').fill('it was right')
  await page.getByRole('button', { name: 'Undo it' }).click()
  await page.getByText('taken back').waitFor()
  expect((await stage.world.get(`/v1/batches/${batchOf.L001}`)).expiresOn).toBe(dayFromNow(400))
})
