/**
 * The search by keyboard alone on a desk, and by touch on a phone.
 */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayFromNow, desk, openStage, phone, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const { world } = stage
  await world.post('/v1/products', { sku: 'TEA', name: 'Green tea', gtin: '9506000134352', tracking: 'serial' })
  const line = { product: 'TEA', quantity: 1, expiresOn: dayFromNow(90) }
  await world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: [
      { ...line, batch: 'LOT-2411', serials: ['SN-1'] },
      { ...line, batch: 'LOT-2412', serials: ['SN-2'] },
    ],
  })
  for (const number of ['WEB-90210', 'WEB-90211'])
    await world.post('/v1/orders', { number, lines: [{ product: 'TEA', quantity: 1 }] })
})
afterAll(() => stage.close())

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
}

const boxOf = (page: Page) => page.getByRole('combobox', { name: 'Search' })
const said = (page: Page, words: string) =>
  page
    .getByRole('dialog', { name: 'Search' })
    .getByRole('status')
    .filter({ hasText: words })
    .waitFor({ state: 'attached' })
const marked = (page: Page) => page.locator('[role=option][aria-selected=true]')

test('by keyboard alone: opened, looked through, opened again with what was opened last, and closed', async () => {
  const page = await stage.signedIn({ viewport: desk })
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('/')
  await boxOf(page).waitFor()
  await page.keyboard.type('lot-24')
  await said(page, '2 found')
  await page.getByRole('group', { name: 'Batches' }).waitFor()
  await expectAccessible(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => marked(page).innerText()).toContain('LOT-2412')
  await expect.poll(() => boxOf(page).getAttribute('aria-activedescendant')).toBe(await marked(page).getAttribute('id'))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /LOT-2412/ }).waitFor()
  await page.keyboard.press('Control+k')
  await page
    .getByRole('group', { name: 'Opened last' })
    .getByRole('option', { name: /LOT-2412/ })
    .waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: 'Search' }).waitFor({ state: 'detached' })
  await page.goto('/orders/new')
  await page.getByRole('textbox').first().focus()
  await page.keyboard.press('Control+k')
  await boxOf(page).waitFor()
  await page.keyboard.type('LOT-2411\n')
  await page.getByRole('heading', { name: /LOT-2411/ }).waitFor()
})

test('what was mistyped is asked about, and never opened unasked; a scan that is wrong says why', async () => {
  const page = await stage.signedIn({ viewport: desk })
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Control+k')
  await boxOf(page).waitFor()
  await page.keyboard.type('WEB-90120\n')
  const meant = page.getByRole('group', { name: 'Did you mean' })
  await meant.getByRole('option', { name: /order.*WEB-90210/ }).waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /WEB-90210/ }).waitFor()
  await page.keyboard.press('/')
  await boxOf(page).fill('(01)09506000134353')
  await page.getByRole('alert').filter({ hasText: 'GTIN (01) has the check digit 3, but needs 2.' }).waitFor()
  await expectAccessible(page)
  await boxOf(page).fill('(01)09506000134352(10)LOT-2411(21)SN-1')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/batches\/.*serial=SN-1/)
})

test('on a phone it is the whole screen, and is used by touch', async () => {
  const page = await stage.signedIn({ viewport: phone, hasTouch: true, isMobile: true })
  await page.goto('/')
  await page.getByRole('button', { name: 'Search' }).tap()
  await boxOf(page).fill('web-9')
  await said(page, '2 found')
  const dialog = await page.getByRole('dialog', { name: 'Search' }).boundingBox()
  expect([dialog?.width, dialog?.height]).toEqual([phone.width, phone.height])
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Close the search' }).tap()
  await page.getByRole('dialog', { name: 'Search' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Search' }).tap()
  await boxOf(page).fill('web-90211')
  await page.getByRole('option', { name: /WEB-90211/ }).tap()
  await page.getByRole('heading', { name: /WEB-90211/ }).waitFor()
})
