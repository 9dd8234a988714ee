/**
 * Somebody says what was used and what was made of it, sees until when that is good, and takes it back.
 */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { make, makersGoods } from '../../server/test/production.ts'
import { product } from '../../server/test/stories.ts'
import { isoDayInWords } from '../shared/date-text.tsx'
import { dayFromNow, desk, openStage, phone, type Stage } from './stage.ts'

const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const { world } = stage
  await makersGoods(world)
  await product(world, { sku: 'CREAM', name: 'Day cream', lifeDays: 365 })
  const raw = (batch: string, days: number) => ({
    product: 'RAW',
    batch,
    quantity: 500,
    expiresOn: dayFromNow(days),
  })
  await world.post('/v1/receipts', { warehouse: 'CHI', lines: [raw('R1', 160), raw('R2', 110)] })
})
afterAll(() => stage?.close())

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
}

const used = (page: Page, number: number) => page.getByRole('group', { name: `Used ${number}`, exact: true })
const made = (page: Page, number: number) => page.getByRole('group', { name: `Made ${number}`, exact: true })

async function use(page: Page, number: number, [sku, batch, quantity]: readonly [string, string, string]) {
  const line = used(page, number)
  await line.getByRole('combobox', { name: 'Product' }).fill(sku)
  await line.getByRole('combobox', { name: 'Batch' }).click()
  await page.getByRole('option', { name: new RegExp(`^${batch}`) }).click()
  await line.getByRole('textbox', { name: 'Used', exact: true }).fill(quantity)
}

test('two batches go into one: what is free is shown, the last day is proposed, and the run is shown and undone', async () => {
  const page = await stage.signedIn({ viewport: desk })
  await page.goto('/production')
  page.setDefaultTimeout(15_000)
  await page.getByText('Nothing was made yet').waitFor()
  await page.getByRole('link', { name: 'Make something' }).click()
  await use(page, 1, ['RAW', 'R1', '600'])
  await used(page, 1).getByText('500 g free').waitFor()
  await page.getByRole('button', { name: 'Add a line' }).first().click()
  await use(page, 2, ['RAW', 'R2', '100'])
  const line = made(page, 1)
  await line.getByRole('combobox', { name: 'Product' }).fill('CREAM')
  await line.getByRole('textbox', { name: 'Batch code' }).fill('C-1')
  await line.getByRole('textbox', { name: 'Made', exact: true }).fill('12')
  await line.getByText('365 days').waitFor()
  await line.getByRole('combobox', { name: 'Good until' }).click()
  await page.getByRole('option', { name: 'No longer than what was used' }).click()
  await line.getByText(`${isoDayInWords(dayFromNow(110))}, the first of what it was made of: batch R2`).waitFor()
  await page.getByRole('button', { name: 'Record it' }).click()
  await used(page, 1).getByText('only 500 are available').waitFor()
  await expectAccessible(page)
  await used(page, 1).getByRole('textbox', { name: 'Used', exact: true }).fill('250')
  await page.getByRole('button', { name: 'Record it' }).click()
  await page.getByRole('heading', { name: 'Run PR-1' }).waitFor()
  const rows = page.getByRole('table', { name: 'What was made' })
  await rows.getByRole('link', { name: 'C-1' }).waitFor()
  await expectAccessible(page)
  await rows.getByRole('link', { name: 'C-1' }).click()
  const family = page.getByRole('table', { name: 'Family of the batch' })
  await family.getByText('what this was made of').first().waitFor()
  await family.getByRole('link', { name: 'PR-1' }).first().click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('textbox', { name: /Reason/ }).fill('typed wrong')
  await page.getByRole('button', { name: 'Undo it' }).click()
  await page.getByText('undone: it did not happen').waitFor()
  expect((await stage.world.get('/v1/stock?product=CREAM')).items).toEqual([])
  await page.context().close()
})

test('a code that looks like a known one is asked about, the unit is shown, and a batch is never taken from another product', async () => {
  const { world } = stage
  await product(world, { sku: 'OTHER', name: 'Other goods', dates: 'optional' })
  await product(world, { sku: 'SCAN', name: 'Scanned goods', dates: 'optional', gtin: '09506000134352' })
  await world.post('/v1/receipts', { warehouse: 'CHI', lines: [{ product: 'OTHER', batch: 'AB', quantity: 5 }] })
  await make(world, 'RAW 10 of R1', 'MIX 10 of M-10')
  const page = await stage.signedIn({ viewport: desk })
  page.setDefaultTimeout(15_000)
  await page.goto('/production/new')
  const scanned = used(page, 1).getByRole('combobox', { name: 'Product' })
  await scanned.fill(']d2010950600013435210AB')
  const looked = page.waitForResponse((answer) => answer.url().includes('/v1/batches?called=AB'))
  await scanned.press('Enter')
  await looked
  await expect.poll(() => scanned.inputValue()).toBe('SCAN')
  expect(await used(page, 1).getByRole('combobox', { name: 'Batch' }).inputValue()).toBe('')
  await use(page, 1, ['RAW', 'R1', '10'])
  await used(page, 1)
    .getByText(/g free$/)
    .waitFor()
  const line = made(page, 1)
  await line.getByRole('combobox', { name: 'Product' }).fill('MIX')
  await line.getByRole('textbox', { name: 'Batch code' }).fill('M-1O')
  await line.getByRole('textbox', { name: 'Made', exact: true }).fill('10')
  await page.getByRole('button', { name: 'Record it' }).click()
  await line.getByText('looks like "M-10"').waitFor()
  await page.getByRole('button', { name: 'The code is right: it is a batch of its own' }).click()
  await page.getByRole('table', { name: 'What was made' }).getByRole('link', { name: 'M-1O' }).waitFor()
  await page.context().close()
})

test('on the page of a product is said once that what is made is good no longer than what was used', async () => {
  const { world } = stage
  await product(world, { sku: 'BALM', name: 'Balm', lifeDays: 365 })
  const page = await stage.signedIn({ viewport: desk })
  page.setDefaultTimeout(15_000)
  await page.goto('/products/BALM')
  await page.getByRole('button', { name: 'No longer than what was used' }).click()
  await page.getByRole('button', { name: 'As stated or counted' }).waitFor()
  expect((await world.get('/v1/production-rules?product=BALM')).items).toMatchObject([{ rule: 'min_of_inputs' }])
  const run = await make(world, 'RAW 10 of R2', 'BALM 1 of B-1', { outputs: [{ producedOn: dayFromNow(-1) }] })
  await page.goto(`/production/${run.number}`)
  await page.getByRole('table', { name: 'What was used' }).getByText('10 g').waitFor()
  expect(run.outputs[0].expiresOn).toBe(dayFromNow(110))
  await page.context().close()
})

test('a sample of what a run made is kept on the page of the run, and stands there', async () => {
  const run = await make(stage.world, 'RAW 10 of R1', 'MIX 10 of M-20')
  const page = await stage.signedIn({ viewport: desk })
  page.setDefaultTimeout(15_000)
  await page.goto(`/production/${run.number}`)
  await page.getByText('None is kept').waitFor()
  await page.getByRole('button', { name: 'Keep a sample' }).click()
  const dialog = page.getByRole('dialog', { name: /^Keep a sample of .*M-20$/ })
  await dialog.getByLabel('Units').fill('2')
  await dialog.getByLabel('Kept until').fill(dayFromNow(400))
  await dialog.getByRole('button', { name: 'Keep', exact: true }).click()
  const rows = page.getByRole('table', { name: 'Samples of what was made' })
  await rows.getByRole('link', { name: 'M-20' }).waitFor()
  await expectAccessible(page)
  const { items } = await stage.world.get(`/v1/samples?batch=${run.outputs[0].batchId}`)
  expect(items).toMatchObject([{ quantity: 2, left: 2 }])
  await page.context().close()
})

test('on a phone: the form, the list that is searched, and a run fit, in the dark as well', async () => {
  const run = await make(stage.world, 'RAW 10 of R1', 'MIX 10 of M-7', { kind: 'mix', reference: 'Batch sheet 7' })
  const page = await stage.signedIn({ viewport: phone, colorScheme: 'dark' })
  await page.goto('/production/new')
  await page.getByRole('heading', { name: 'What did you use?' }).waitFor()
  await expectAccessible(page)
  await page.goto('/production')
  await page.getByLabel('Find runs').fill('sheet 7')
  await page.getByRole('link', { name: run.number }).click()
  await page.getByRole('heading', { name: `Run ${run.number}` }).waitFor()
  await expectAccessible(page)
  await page.context().close()
})

test('a day of what was used is corrected: what was made of it is told before, and follows', async () => {
  const { world } = stage
  await world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: [{ product: 'RAW', batch: 'R9', quantity: 500, expiresOn: dayFromNow(100) }],
  })
  const rule = { outputs: [{ expiryRule: 'min_of_inputs' }] }
  const { inputs } = await make(world, 'RAW 10 of R9', 'CREAM 5 of C-9', rule)
  await make(world, 'RAW 10 of R9', 'CREAM 5 of C-8', { outputs: [{ expiresOn: dayFromNow(90) }] })
  for (const viewport of [desk, phone]) {
    const page = await stage.signedIn({ viewport })
    await page.goto(`/batches/${inputs[0].batchId}`)
    await page.getByRole('button', { name: 'Record or correct a date' }).click()
    const day = dayFromNow(viewport === desk ? 60 : 50)
    await page.getByRole('dialog').getByLabel('Day').fill(day)
    const told = page.getByRole('dialog').getByRole('status')
    await told.getByText(new RegExp(`Made of it, C-9 of CREAM: last day .* → ${isoDayInWords(day)}`)).waitFor()
    await told.getByText(new RegExp(`C-8 of CREAM: stays good until ${isoDayInWords(dayFromNow(90))}`)).waitFor()
    await page.getByLabel('Reason').fill('misread')
    await expectAccessible(page)
    const to = process.env.SHOTS
    if (to) await page.screenshot({ path: `${to}/follow-${viewport.width}.png` })
    await page.getByRole('button', { name: 'Correct', exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    const { items } = await world.get('/v1/batches?text=C-9')
    expect(items[0].expiresOn).toBe(day)
    await page.close()
  }
})
