/**
 * Before anybody is told: as whom customers are told is asked once for all, how they reach the account in the dialog itself, and what leads nowhere says why.
 */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailServer, openMailServer } from '../../server/test/mail-server.ts'
import { recalledFrom } from '../../server/test/notices.ts'
import { type Json, waitFor } from '../../server/test/world.ts'
import { desk, openStage, phone, type Stage } from './stage.ts'

const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
let server: MailServer
let stage: Stage
let recall: Json
beforeAll(async () => {
  server = await openMailServer()
  stage = await openStage({ mail: server.settings })
  const { world } = stage
  recall = await recalledFrom(world, [
    { code: 'DEPOT', quantity: 40, more: { name: 'Depot North', email: 'depot@customers.example' } },
    { code: 'WANG', quantity: 3, more: { name: '王小明', address: '北京市朝阳区1号' } },
    { code: 'ANN', quantity: 2, more: { name: 'Ann Lee', email: 'ann@customers.example', phone: '555-0100' } },
  ])
  await world.owner`update catalog.customer set email = 'ann@customers' where code = 'ANN'`
  const setting = await world.get('/v1/notice-settings')
  await world.call('PUT', '/v1/notice-settings', { ...setting, contact: null })
})
afterAll(async () => {
  await stage?.close()
  await server?.close()
})

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
}

test('customers of whom nothing says whether they are a business are told as a person says, all at once', async () => {
  const page = await stage.signedIn({ viewport: phone })
  await page.goto(`/recalls/${recall.number}`)
  await page.getByText('Nothing says of 3 customers whether they are a business').waitFor()
  await page.getByRole('button', { name: 'Look, and say it' }).click()
  const dialog = page.getByRole('dialog', { name: 'The notice' })
  await dialog.getByRole('table', { name: 'Not said' }).getByText('Depot North').waitFor()
  await dialog.getByRole('combobox', { name: 'All of these are told as' }).click()
  await page.getByRole('option', { name: 'Wholesaler' }).click()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Say so of all' }).click()
  await dialog.getByText('Tell those you supplied').waitFor()
  await dialog.getByText('Consumer or business?').waitFor({ state: 'detached' })
  expect(await stage.world.get('/v1/customers/DEPOT')).toMatchObject({ audience: 'wholesale' })
  await page.context().close()
})

test('how customers reach the account is asked before the first mail; who is reached by none of ours waits with the reason', async () => {
  const page = await stage.signedIn({ viewport: desk })
  await page.goto(`/recalls/${recall.number}`)
  await page.getByText('how customers reach you, and that is not written down yet').waitFor()
  await page.getByRole('button', { name: 'Mail 1 recipient' }).click()
  const dialog = page.getByRole('dialog', { name: 'Mail 1 recipient' })
  expect(await dialog.getByRole('button', { name: 'Send 1 mail' }).isDisabled()).toBe(true)
  await dialog.getByLabel('How customers reach you').fill('Call 555-0123')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Send 1 mail' }).click()
  await waitFor(async () => server.received.length === 1, 'the mail to arrive')
  expect(server.received[0]?.text).toContain('555-0123')
  await page.getByRole('button', { name: 'Write by hand 1' }).click()
  await page.getByRole('table', { name: 'Recipients' }).getByRole('button', { name: '王小明' }).click()
  const drawer = page.getByRole('dialog', { name: '王小明' })
  await drawer.getByText('No letter of ours can show 王小明北京市朝阳区号: write it by hand.').waitFor()
  await expectAccessible(page)
  const saved = page.waitForEvent('download')
  await drawer.getByRole('button', { name: 'Print a letter, address left open' }).click()
  expect((await saved).suggestedFilename()).toBe('letter.pdf')
  await drawer.getByText('by letter').waitFor()
  await drawer.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'To call 1' }).click()
  await page.getByRole('table', { name: 'Recipients' }).getByRole('button', { name: 'Ann Lee' }).click()
  await page.getByText('It has no dot after the @, as in example.com: no mail goes there.').waitFor()
  await page.context().close()
})

test('a mistyped e-mail address stays in its field with words', async () => {
  const page = await stage.signedIn({ viewport: phone })
  await page.goto('/partners?kind=customers')
  await page.getByRole('button', { name: 'Add a customer' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a customer' })
  await dialog.getByLabel('Name').fill('Bo')
  await dialog.getByLabel('Code').fill('BO')
  const email = dialog.getByLabel('E-mail')
  await email.fill('bo@shop')
  await dialog.getByRole('button', { name: 'Add the customer' }).click()
  await dialog.getByText('Has no dot after the @, as in example.com').waitFor()
  await expectAccessible(page)
  await email.fill('bo@shop.example')
  await dialog.getByRole('button', { name: 'Add the customer' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.context().close()
})
