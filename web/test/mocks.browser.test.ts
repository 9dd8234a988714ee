/**
 * A recall is rehearsed on a phone, a real one is checked, reported and ended at a desk, and both give the indicators a point.
 */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayFromNow, openStage, type Stage } from './stage.ts'

const desk = { width: 1280, height: 900 }
const phone = { width: 390, height: 844 }
const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
let stage: Stage
let batchId = ''
beforeAll(async () => {
  stage = await openStage()
  const { world } = stage
  await world.post('/v1/products', { sku: 'JAM', name: 'Plum jam' })
  await world.post('/v1/suppliers', { code: 'FARM', name: 'Plum farm' })
  const line = { product: 'JAM', batch: 'J-1', quantity: 100, expiresOn: dayFromNow(200), supplierLot: 'S-1' }
  const { lines } = await world.post('/v1/receipts', { warehouse: 'CHI', supplier: 'FARM', lines: [line] })
  batchId = lines[0].batchId
  for (const [code, email] of [
    ['C1', 'one@example.com'],
    ['C2', undefined],
  ]) {
    await world.post('/v1/customers', { code, name: `Shop ${code}`, ...(email ? { email } : {}) })
    const order = await world.post('/v1/orders', { customer: code, lines: [{ product: 'JAM', quantity: 10 }] })
    await world.post('/v1/shipments', { order: order.id })
  }
})
afterAll(() => stage?.close())

let shots = 0
async function expectAccessible(page: Page): Promise<void> {
  const to = process.env.SHOTS
  shots += 1
  if (to) await page.screenshot({ path: `${to}/mocks-${shots}.png`, fullPage: true })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor()
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(levels).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  }
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
}

test('on a phone: a batch is drawn, the clock started, each of the four confirmed, and a missing contact is put right by somebody', async () => {
  const page = await stage.signedIn({ viewport: phone, hasTouch: true, isMobile: true })
  await page.goto('/mock-recalls')
  await page.getByText('Nothing was rehearsed').waitFor()
  await page.getByRole('button', { name: 'Open it' }).tap()
  await page.getByText(/drawn from 1 \(seed \d+\)/).waitFor()
  await page.getByRole('button', { name: 'Start the clock' }).tap()
  await page.getByText('50 % can be reached; 100 % is asked for.').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Confirm: back' }).tap()
  await page.getByRole('button', { name: 'Confirm: forward' }).tap()
  await page.getByLabel('Found on the shelves').fill('80')
  await page.getByRole('button', { name: 'Confirm: balance' }).tap()
  await page.getByText('People went and found 80 units.').waitFor()
  await page.getByLabel('Who puts it right').fill('Mia')
  await page.getByRole('button', { name: 'Confirm: contacts' }).tap()
  await page.getByText('4 of 4 confirmed').waitFor()
  await page.getByRole('button', { name: 'End it' }).tap()
  await page.getByRole('dialog').getByLabel('Reason').fill('One address is missing')
  await page.getByRole('dialog').getByRole('button', { name: 'End it' }).tap()
  await page.getByText('Why it failed').waitFor()
  const actions = page.getByRole('table', { name: 'Corrective actions' })
  await actions.getByText('Find out how to reach Shop C2').waitFor()
  await expectAccessible(page)
  await actions.getByRole('button', { name: 'Done' }).tap()
  await page.getByRole('dialog').getByLabel('What was done').fill('Called them')
  await page.getByRole('dialog').getByRole('button', { name: 'It is done' }).tap()
  await actions.getByText(/Called them/).waitFor()
  await page.getByRole('button', { name: 'Add an action' }).tap()
  const asked = page.getByRole('dialog')
  await asked.getByLabel('What').fill('Ask every new shop for an address')
  await asked.getByLabel('Who puts it right').fill('Mia')
  await asked.getByLabel('Until').fill(dayFromNow(20))
  await expectAccessible(page)
  await asked.getByRole('button', { name: 'Add it' }).tap()
  const added = actions.getByRole('row', { name: /Ask every new shop/ })
  await added.getByText('open', { exact: true }).waitFor()
  await added.getByRole('button', { name: 'Change' }).tap()
  await asked.getByLabel('Who puts it right').fill('Noor')
  await asked.getByLabel('Until').fill(dayFromNow(-2))
  await asked.getByRole('button', { name: 'Save' }).tap()
  await added.getByText('late', { exact: true }).waitFor()
  await added.getByText('Noor').waitFor()
  await expectAccessible(page)
  await page.setViewportSize(desk)
  await actions.scrollIntoViewIfNeeded()
  await expectAccessible(page)
})

test('at a desk: checks are drawn and written down, a report is made, the end warns of what is open, and the closing file is there', async () => {
  const { world } = stage
  const scope = { parts: [{ kind: 'batch', batch: batchId }] }
  const recall = await world.post('/v1/recalls', {
    kind: 'recall',
    class: 'II',
    title: 'Glass',
    reason: 'Splinters.',
    scope,
  })
  await world.post(`/v1/recalls/${recall.id}/start`, {})
  const page = await stage.signedIn({ viewport: desk })
  await page.goto(`/recalls/${recall.number}`)
  await page.getByRole('button', { name: 'Draw who is checked' }).click()
  const checked = page.getByRole('table', { name: 'Who is checked' })
  await checked.getByRole('button', { name: 'Check Shop C1' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Did not get the notice' }).check()
  await dialog.getByLabel('Who puts it right').fill('Mia')
  await page.getByRole('button', { name: 'Write it down' }).click()
  const actions = page.getByRole('table', { name: 'Corrective actions' })
  await actions.getByRole('row', { name: /C1 did not get the notice.*Mia/ }).waitFor()
  const open = page.getByText('1 effectiveness check is open.')
  await open.locator('..').getByRole('button', { name: 'Make it an action' }).click()
  await dialog.getByRole('button', { name: 'Add it' }).click()
  await actions.getByRole('row', { name: /1 effectiveness check is open/ }).waitFor()
  await checked.getByRole('button', { name: 'Check Shop C1' }).click()
  await dialog.getByRole('radio', { name: 'Got the notice and acted on it' }).check()
  await page.getByRole('button', { name: 'Write it down' }).click()
  await checked.getByText('effective').waitFor()
  await page.getByRole('button', { name: 'Make a status report' }).click()
  await page.getByRole('link', { name: 'Status report 1' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'End the recall' }).click()
  await dialog.getByText('2 corrective actions are not done.').waitFor()
  await page.getByRole('dialog').getByLabel('Reason').fill('The shop has closed')
  await page.getByRole('button', { name: 'End it' }).click()
  await page.getByRole('link', { name: 'Closing file' }).waitFor()
  await page.getByText('Closing file 1').first().waitFor()
  await page.setViewportSize(phone)
  await expectAccessible(page)
  await page.goto('/corrective-actions?state=open')
  await actions.getByRole('link', { name: recall.number }).first().waitFor()
  await expectAccessible(page)
})

test('the indicators show both, with definition, months and the cases behind each number', async () => {
  const page = await stage.signedIn({ viewport: desk })
  await page.goto('/indicators')
  await page.getByRole('table', { name: 'Mock recall: found by month' }).getByText('100 %').waitFor()
  await expectAccessible(page)
  await page.setViewportSize(phone)
  await expectAccessible(page)
  await page.getByRole('table', { name: 'Time to isolate: cases' }).getByRole('link', { name: 'RL-1' }).click()
  await page.getByRole('heading', { name: 'RL-1: Glass' }).waitFor()
})
