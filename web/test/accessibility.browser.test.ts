import { AxeBuilder } from '@axe-core/playwright'
import type { Result } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayFromNow, desk, openStage, phone, type Stage } from './stage.ts'

const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
let stage: Stage
let paths: string[] = []
beforeAll(async () => {
  stage = await openStage()
  paths = await furnish(stage)
})
afterAll(() => stage.close())

/** Something of every kind, and the addresses of all pages that show it. */
async function furnish({ world }: Stage): Promise<string[]> {
  const product = await world.post('/v1/products', {
    sku: 'TEA',
    name: 'Green tea',
    packs: [{ name: 'case', quantity: 12 }],
  })
  const supplier = await world.post('/v1/suppliers', { code: 'LEAF', name: 'Leaf & Co' })
  const customer = await world.post('/v1/customers', { code: 'C1', name: 'Corner shop' })
  const inbound = await world.post('/v1/inbounds', {
    number: 'PO-1',
    supplier: 'LEAF',
    warehouse: 'CHI',
    lines: [{ product: 'TEA', quantity: 120, batch: 'T1' }],
  })
  const life = { T1: 5, T2: 25, T3: 80, T4: 400 }
  const receipt = await world.post('/v1/receipts', {
    warehouse: 'CHI',
    inbound: 'PO-1',
    lines: Object.entries(life).map(([batch, days]) => ({
      product: 'TEA',
      quantity: 100,
      batch,
      expiresOn: dayFromNow(days),
    })),
  })
  const before = new Date(Date.now() - 40 * 86_400_000).toISOString()
  const old = { product: 'TEA', quantity: 9, batch: 'OLD', expiresOn: dayFromNow(-3) }
  await world.post('/v1/receipts', { warehouse: 'CHI', receivedAt: before, lines: [old] })
  const batch = receipt.lines[0].batchId
  const order = await world.post('/v1/orders', {
    number: 'SO-1',
    customer: 'C1',
    lines: [{ product: 'TEA', quantity: 120 }],
  })
  await world.post('/v1/orders', { number: 'SO-2', lines: [{ product: 'TEA', quantity: 900 }] })
  const shipped = await world.post('/v1/shipments', {
    order: 'SO-1',
    lines: [{ orderLine: order.lines[0].id, batch, quantity: 60 }],
  })
  const hold = await world.post('/v1/holds', { scope: 'batch', batch: receipt.lines[2].batchId, reason: 'Dented' })
  const back = await world.post('/v1/returns', {
    number: 'R-1',
    customer: 'C1',
    lines: [{ product: 'TEA', quantity: 1 }],
  })
  await world.post('/v1/warehouses', { code: 'DAL', name: 'Dallas', timeZone: 'America/Chicago' })
  const between = { from: 'CHI', to: 'DAL', lines: [{ product: 'TEA', quantity: 1 }] }
  const asked = await world.post('/v1/transfers', between)
  await world.post('/v1/clients', { code: 'GLOW', name: 'Glow' })
  const rule = await world.post('/v1/rules', { name: 'Amazon', channel: 'amazon', lifeDaysMin: 90, reason: 'Terms' })
  const lot = await world.post('/v1/lots', { code: 'LOT-1', batches: [batch] })
  return [
    '/',
    '/stock',
    '/stock?grouped=true',
    '/stock?text=nothing-like-it',
    '/stock/as-of',
    '/alerts',
    '/settings?tab=alerts',
    '/lots',
    '/identifying',
    '/moves',
    '/receive',
    '/inbounds',
    '/inbounds/new',
    '/orders',
    '/orders/new',
    '/ship',
    '/returns',
    '/transfers',
    '/transfers/new',
    '/production',
    '/mock-recalls',
    '/indicators',
    '/production/new',
    '/trace',
    `/trace?scope=${encodeURIComponent(JSON.stringify({ parts: [{ kind: 'batch', batch }] }))}`,
    '/holds',
    '/rules',
    '/rules/new',
    `/rules/${rule.id}`,
    `/rules/${rule.id}/change`,
    '/products',
    '/products/new',
    '/partners',
    '/partners?kind=suppliers',
    '/audit',
    '/settings',
    '/map',
    '/putaway',
    '/misplaced',
    '/settings?tab=keys',
    '/settings?tab=warehouses',
    '/settings?tab=clients',
    '/settings?tab=proof',
    '/nowhere',
    '/orders/no-such-order',
    '/orders/SO-2',
    '/ship/SO-1',
    `/batches/${batch}`,
    `/lots/${lot.id}`,
    `/receipts/${receipt.id}`,
    `/inbounds/${inbound.id}`,
    `/orders/${order.id}`,
    `/shipments/${shipped.items[0].id}`,
    `/returns/${back.id}`,
    `/transfers/${asked.id}`,
    `/holds/${hold.id}`,
    `/products/${product.id}`,
    `/products/${product.id}/edit`,
    `/partners/customers/${customer.id}`,
    `/partners/suppliers/${supplier.id}`,
  ]
}

/** All rules in light; in dark those that colours can break, for the rest of a page is the same. */
async function complaints(page: Page, where: string, colorScheme: 'light' | 'dark' = 'light'): Promise<string[]> {
  // Without frames of other origins the quick way of running axe tells the same.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const judged =
    colorScheme === 'light' ? axe.withTags(levels) : axe.withRules(['color-contrast', 'link-in-text-block'])
  const { violations } = await judged.analyze()
  return violations.flatMap((violation) => inWords(violation, where))
}

const inWords = ({ id, nodes }: Result, where: string): string[] =>
  nodes.map(({ html, failureSummary }) => `${where} ${id}: ${html} ${failureSummary}`)

const sizes = [
  { name: 'a desk', viewport: desk },
  { name: 'a phone', viewport: phone },
]

describe('every page keeps WCAG 2.2 AA', () => {
  test('on a desk and on a phone, in light and dark', { timeout: 900_000 }, async () => {
    const page = await stage.signedIn({ viewport: desk })
    const found: string[] = []
    for (const path of paths) {
      await page.goto(path)
      for (const { name, viewport } of sizes) {
        await page.setViewportSize(viewport)
        await settled(page)
        await page.getByRole('link', { name: 'Firstout, home' }).waitFor()
        await page
          .getByRole('button', { name: 'More', exact: true })
          .waitFor({ state: name === 'a phone' ? 'visible' : 'hidden' })
        for (const colorScheme of ['light', 'dark'] as const) {
          await show(page, colorScheme)
          found.push(...(await complaints(page, `${path} ${colorScheme} on ${name}`, colorScheme)))
        }
      }
    }
    expect(found).toEqual([])
  })

  test.each(sizes)('signing in on $name', async ({ viewport }) => {
    const page = await stage.page({ viewport })
    await page.goto('/')
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await show(page, colorScheme)
      expect(await complaints(page, `sign-in ${colorScheme}`, colorScheme)).toEqual([])
    }
  })

  test('forms, menus and the search when they are open', async () => {
    const page = await stage.signedIn()
    await page.goto('/holds')
    await page.getByRole('button', { name: 'Place a hold' }).click()
    await page.getByRole('dialog').waitFor()
    expect(await complaints(page, 'place a hold')).toEqual([])
    await page.goto('/orders/SO-2')
    await page.getByRole('button', { name: 'Decisions' }).click()
    await page.getByText('The order came in').waitFor()
    expect(await complaints(page, 'decisions')).toEqual([])
    await page.goto('/stock')
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('checkbox').first().waitFor()
    expect(await complaints(page, 'columns')).toEqual([])
    await page.goto('/')
    await settled(page)
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search' }).fill('TEA')
    await page.getByRole('option', { name: /product.*TEA/ }).waitFor()
    expect(await complaints(page, 'search')).toEqual([])
  })
})

/** The page has its title and nothing on it still waits for an answer. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).filter({ hasText: /\S/ }).waitFor()
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
}

async function show(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor()
}
