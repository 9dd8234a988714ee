/**
 * A batch fails: it is recalled from its own page, everything is frozen, the recall is widened and ended; on a desk alone, on a phone by two.
 */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pickAll, wave } from '../../server/test/floor.ts'
import { dayFromNow, desk, openStage, phone, type Stage } from './stage.ts'

const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
const password = 'a second pair of eyes'
const batchOf: Record<string, string> = {}
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const { world } = stage
  await world.post('/v1/products', { sku: 'JAM', name: 'Plum jam' })
  await world.post('/v1/suppliers', { code: 'FARM', name: 'Plum farm' })
  await world.post('/v1/customers', { code: 'C1', name: 'Corner shop' })
  const received = await world.post('/v1/receipts', {
    warehouse: 'CHI',
    supplier: 'FARM',
    lines: ['J-1', 'J-2', 'J-3', 'J-4'].map((batch, at) => ({
      product: 'JAM',
      batch,
      quantity: 100,
      expiresOn: dayFromNow(200 + at),
      supplierLot: `S-${batch}`,
    })),
  })
  for (const line of received.lines) batchOf[line.batchCode] = line.batchId
  await world.post('/v1/orders', { number: 'SO-1', customer: 'C1', lines: [{ product: 'JAM', quantity: 20 }] })
  await world.post('/v1/shipments', { order: 'SO-1' })
  const order = await world.post('/v1/orders', { number: 'SO-2', lines: [{ product: 'JAM', quantity: 12 }] })
  await pickAll(world, (await wave(world, [order])).id)
  for (const [name, role] of [
    ['Quinn', 'quality'],
    ['Walt', 'warehouse'],
  ])
    await world.post('/v1/people', { email: `${role}@example.com`, name, role, password })
})
afterAll(() => stage?.close())

async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor()
    const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  }
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
}

async function signInAs(page: Page, role: string): Promise<void> {
  await page.goto('/recalls')
  await page.getByLabel('E-mail').fill(`${role}@example.com`)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Recalls', exact: true }).waitFor()
}

async function draftFrom(page: Page, batch: string): Promise<void> {
  await page.goto(`/batches/${batchOf[batch]}`)
  await page.getByRole('heading', { name: 'If this batch fails' }).waitFor()
  await page.getByRole('link', { name: 'Recall this batch' }).click()
  await page.getByLabel('Title').fill(`Glass in ${batch}`)
  await page.getByLabel('What is wrong with the goods').fill('Splinters of glass in two jars.')
  await page.getByRole('radio', { name: 'Class I', exact: true }).check()
  await page.getByRole('list', { name: 'What is meant' }).getByText(`Batch ${batch} (JAM)`).waitFor()
}

async function startIt(page: Page, number: string): Promise<void> {
  await page.getByRole('button', { name: 'Start the recall' }).click()
  const asked = page.getByRole('dialog', { name: `Start ${number}` })
  const go = asked.getByRole('button', { name: 'Start the recall' })
  expect(await go.isDisabled()).toBe(true)
  await asked.getByLabel(`Type ${number} to start it`).fill(number)
  await go.click()
  await page.getByText('Running for').waitFor()
}

test('at a desk: drafted from the page of the batch, started once the number is typed, widened, and ended', async () => {
  const page = await stage.signedIn({ viewport: desk })
  await page.goto('/recalls')
  await page.getByText('Nothing was recalled').waitFor()
  await expectAccessible(page)
  await draftFrom(page, 'J-1')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await page.getByRole('heading', { name: 'RL-1: Glass in J-1' }).waitFor()
  const stopped = page.getByRole('table', { name: 'Stopped orders' })
  await stopped.getByRole('link', { name: 'SO-2' }).waitFor()
  await page.getByText('1 customer without an e-mail address.').waitFor()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Change the words' }).click()
  await page.getByLabel('What it can do to people').fill('Cuts in the mouth.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Cuts in the mouth.').waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search' }).fill('RL-1')
  await page.getByRole('option', { name: /recall.*RL-1/ }).click()
  await page.getByRole('heading', { name: 'RL-1: Glass in J-1' }).waitFor()
  await startIt(page, 'RL-1')
  await stopped.getByRole('link', { name: 'Put it back' }).waitFor()
  await page.getByRole('heading', { name: 'What is frozen' }).waitFor()
  await page.getByText('20 outstanding').first().waitFor()
  await page.getByText('80 held').waitFor()
  await page
    .getByRole('table', { name: 'Where it lies' })
    .getByRole('link', { name: /^held / })
    .waitFor()
  await expectAccessible(page)
  await page.goto('/')
  await page.getByRole('link', { name: /RL-1 is running/ }).click()
  await page.getByRole('link', { name: 'Widen or narrow' }).click()
  const scanned = page.getByRole('combobox', { name: 'Batch' })
  await scanned.pressSequentially('J-2\n')
  await page.getByText('Batch J-2 (JAM)').waitFor()
  await scanned.pressSequentially('J-4\n')
  await page.getByText('Batch J-4 (JAM)').waitFor()
  expect(await scanned.inputValue()).toBe('')
  await page.getByRole('button', { name: 'Take this out' }).last().click()
  await page.getByLabel('Reason').fill('Filled on the same line')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Mean this from now on' }).click()
  await page.getByText('Version 2: what is meant was changed').waitFor()
  await page.getByText(/^Filled on the same line · 180 units of 2 batches held/).waitFor()
  await page.getByRole('button', { name: 'End the recall' }).click()
  await page.getByRole('dialog').getByLabel('Reason').fill('All accounted for')
  await page.getByRole('button', { name: 'End it' }).click()
  await page.getByText('Ran for').waitFor()
  expect((await stage.world.get('/v1/holds?active=true')).items).toEqual([])
})

test('on a phone by two: one approves, the other starts; its hold is kept by it, and who may not recall sees and cannot press', async () => {
  const handheld = { viewport: phone, hasTouch: true, isMobile: true }
  const page = await stage.signedIn(handheld)
  await page.goto('/settings?tab=recalls')
  await page.getByRole('switch', { name: 'Two people start and end a recall' }).click()
  await page.getByText('One person approves').first().waitFor()
  await draftFrom(page, 'J-3')
  await expectAccessible(page)
  await page.getByRole('combobox', { name: 'Add', exact: true }).tap()
  await page.getByRole('option', { name: "A supplier's lot" }).tap()
  await page.getByRole('button', { name: 'Add it' }).tap()
  await page.getByText("It is needed: the supplier's lot.").waitFor()
  await page.getByRole('textbox', { name: "Supplier's lot" }).fill('S-77')
  await page.getByRole('button', { name: 'Add it' }).tap()
  await page.getByText("Supplier's lot S-77, also what is still to come").waitFor()
  await page.getByRole('button', { name: 'Save the draft' }).tap()
  await page.getByRole('button', { name: 'Approve the start' }).tap()
  await page.getByText('Needs another person: somebody else must start RL-2 now.').waitFor()
  await expectAccessible(page)
  const other = await stage.page(handheld)
  await signInAs(other, 'quality')
  await other.getByRole('link', { name: 'RL-2' }).tap()
  await startIt(other, 'RL-2')
  await expectAccessible(other)
  await other.getByRole('button', { name: 'Approve the end' }).waitFor()
  await page.goto(`/batches/${batchOf['J-3']}`)
  const holds = page.getByRole('table', { name: 'Holds' })
  await holds.getByRole('link', { name: 'kept by RL-2' }).waitFor()
  expect(await holds.getByRole('button', { name: 'Lift' }).count()).toBe(0)
  const third = await stage.page(handheld)
  await signInAs(third, 'warehouse')
  await third.goto('/')
  await third.getByRole('link', { name: /RL-2 is running/ }).tap()
  await third.getByText('An owner, a manager or quality takes it further.').waitFor()
  expect(
    await third
      .getByRole('main')
      .getByRole('button', { name: /recall|Approve/ })
      .count(),
  ).toBe(0)
})
