import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayFromNow, openStage, type Stage } from './stage.ts'

const small = { width: 390, height: 844 }
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const { world } = stage
  await world.post('/v1/products', { sku: 'SERUM', name: 'Vitamin C serum' })
  await receive('A', 100, 100)
  await receive('B', 80, 40)
  for (const [number, quantity] of [
    ['SO-1', 30],
    ['SO-2', 100],
  ] as const)
    await world.post('/v1/orders', {
      number,
      channel: 'amazon',
      lines: [{ product: 'SERUM', quantity, unitPrice: 1250, currency: 'USD' }],
    })
  await receive('C', 25, 50)
})
afterAll(() => stage.close())

const receive = (batch: string, quantity: number, days: number) =>
  stage.world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: [{ product: 'SERUM', quantity, batch, expiresOn: dayFromNow(days), unitCost: 400, currency: 'USD' }],
  })

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

const choose = async (page: Page, field: string, option: string) => {
  await page.getByRole('combobox', { name: field }).click()
  await page.getByRole('option', { name: option }).click()
}

async function enter(page: Page, { name, channel }: Readonly<{ name: string; channel: string }>): Promise<void> {
  await page.goto('/rules/new')
  await page.getByLabel('Name').fill(name)
  await page.getByRole('combobox', { name: 'Channel' }).fill(channel)
  await page.getByLabel('Reason').fill('Their terms of 2026')
}

test('a rule is shown with what it would change, put in force, told on the lines, and ended', async () => {
  const page = await stage.signedIn()
  await page.goto('/')
  await page.getByRole('link', { name: 'Rules' }).click()
  await page.getByRole('link', { name: 'Add a rule' }).first().click()
  await page.getByRole('heading', { name: 'Add a rule' }).waitFor()
  await enter(page, { name: 'Amazon needs 90 days', channel: 'amazon' })
  await choose(page, 'Least life', 'In days')
  await page.getByRole('textbox', { name: 'Days', exact: true }).fill('90')
  expect(await page.getByRole('button', { name: 'Put the rule in force' }).count()).toBe(0)
  await page.getByRole('button', { name: 'See what it changes' }).click()
  const told = page.getByRole('status', { name: 'What it changes' })
  await expect
    .poll(() => told.innerText())
    .toContain('2 lines of 2 orders lose 80 units: 50 units served otherwise, 30 units left waiting, worth $375.00.')
  expect(await told.innerText()).toContain(
    '25 free units of 1 batch could not be sold to them any more, bought for $100.00.',
  )
  expect(await told.getByRole('link', { name: 'SO-2' }).count()).toBe(1)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Put the rule in force' }).click()
  await page.getByRole('heading', { name: 'Rule “Amazon needs 90 days”' }).waitFor()
  await page.goto('/orders/SO-2')
  await page.getByText(/40 days left on .*, Amazon needs 90 days needs 90/).waitFor()
  await page.getByText('30 waiting for stock').waitFor()
  await page.getByRole('button', { name: 'Decisions' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Amazon needs 90 days' }).first().click()
  await page.getByRole('button', { name: 'End', exact: true }).click()
  await page.getByText(/1 line of 1 order that waits gets 30 units/).waitFor()
  await page.getByLabel('Reason').fill('Their terms changed')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'End the rule' }).click()
  await page.getByText('“Amazon needs 90 days” holds no more.').waitFor()
  await page.goto('/orders/SO-2')
  await page.getByText('100 reserved').waitFor()
  await page.goto('/rules')
  await page.getByText('No rules').waitFor()
  await page.getByRole('switch', { name: 'Those that are over too' }).check()
  await page.getByRole('link', { name: 'Amazon needs 90 days' }).waitFor()
})

test('what was shown counts no more once the rule is changed, and what makes no sense is said at its field', async () => {
  const page = await stage.signedIn({ viewport: small })
  await enter(page, { name: 'Shop', channel: 'shop' })
  await page.getByRole('button', { name: 'See what it changes' }).click()
  await page.getByText(/or another setting: as it is, this rule says nothing/).waitFor()
  await choose(page, 'Batches that may go', 'Only approved batches')
  await page.getByText('the rule lets nothing go to whom it concerns').waitFor()
  await page.getByRole('button', { name: 'See what it changes' }).click()
  const force = page.getByRole('button', { name: 'Put the rule in force' })
  await force.waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(small.width)
  await page.getByRole('combobox', { name: 'Channel' }).fill('outlet')
  await force.waitFor({ state: 'detached' })
  expect(await violations(page)).toEqual([])
})

test('where a rule leaves it to a person, the batches of a line are chosen on the order, in their order', async () => {
  const { world } = stage
  await world.post('/v1/rules', { name: 'By hand', channel: 'gala', rotation: 'manual', reason: 'They taste it first' })
  await world.post('/v1/orders', { number: 'SO-9', channel: 'gala', lines: [{ product: 'SERUM', quantity: 20 }] })
  const page = await stage.signedIn({ viewport: small })
  await page.goto('/orders/SO-9')
  await page.getByText('20 waiting for stock').waitFor()
  await page.getByRole('button', { name: 'Choose batches' }).click()
  await page.getByRole('checkbox', { name: 'Take C' }).check()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Take these' }).click()
  await page.getByText('20 are reserved.').waitFor()
  expect(await page.getByRole('table', { name: 'Reserved batches' }).innerText()).toMatch(/C[\s\S]*20/)
})

test('a client is added and renamed under Settings, and named by a product', async () => {
  const page = await stage.signedIn()
  await page.goto('/settings?tab=clients')
  await page.getByRole('button', { name: 'Add a client' }).click()
  await page.getByLabel('Name').fill('Glow')
  await page.getByLabel('Code').fill('GLOW')
  await page.getByRole('button', { name: 'Add the client' }).click()
  await page.getByRole('button', { name: 'Change Glow' }).click()
  await page.getByLabel('Name').fill('Glow Labs')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Change Glow Labs' }).waitFor()
  await page.goto('/products/SERUM/edit')
  await choose(page, 'Client', 'Glow Labs (GLOW)')
  await page.getByRole('button', { name: 'Save' }).click()
  const owner = async () => (await stage.world.get('/v1/products/SERUM')).clientId
  const [client] = (await stage.world.get('/v1/clients')).items
  await expect.poll(owner).toBe(client.id)
})
