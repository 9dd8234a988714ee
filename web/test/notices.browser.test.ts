/**
 * A recall is told: mails go out from the room, a customer opens the link on a phone and answers, and the room shows it.
 */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailServer, openMailServer } from '../../server/test/mail-server.ts'
import { recalledFrom } from '../../server/test/notices.ts'
import { type Json, waitFor } from '../../server/test/world.ts'
import { desk, openStage, phone, type Stage } from './stage.ts'

const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
let server: MailServer
let stage: Stage
let recall: Json
beforeAll(async () => {
  server = await openMailServer()
  stage = await openStage({ mail: server.settings })
  const street = { address: '1 Main Street\nChicago', phone: '555-0100' }
  recall = await recalledFrom(stage.world, [
    {
      code: 'ANNA',
      quantity: 12,
      more: { name: 'Anna Berg', email: 'anna@customers.example', language: 'de', ...street },
    },
    { code: 'BOB', quantity: 5, more: { name: 'Bob', email: 'bob@customers.example', ...street } },
    { code: 'CARL', quantity: 3, more: { name: 'Carl', ...street } },
  ])
})
afterAll(async () => {
  await stage?.close()
  await server?.close()
})

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

const saidOn = (page: Page): Promise<string[]> =>
  Promise.all(
    ['Habe ich noch', 'Vernichtet', 'Sende ich zurück', 'Verbraucht oder verkauft'].map((label) =>
      page.getByLabel(label).inputValue(),
    ),
  )

/** What was said before stands there, and one number is put right. */
async function answersAgainFrom(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Noch einmal antworten' }).click()
  expect(await saidOn(page)).toEqual(['5', '6', '', ''])
  await page.getByRole('button', { name: 'Antwort senden' }).click()
  await page.getByText('Ihre Antwort ist angekommen').waitFor()
}

async function answerOnPhone(link: string): Promise<void> {
  const page = await stage.page({ viewport: phone })
  await page.goto(link.replace('https://answer.example', ''))
  await page.getByRole('heading', { name: /DRINGEND: Produktrückruf/ }).waitFor()
  await page.getByText('Sie haben 12 erhalten.').waitFor()
  await expectAccessible(page)
  expect(await page.locator('meta[name="robots"]').last().getAttribute('content')).toBe('noindex, nofollow')
  await page.getByLabel('Habe ich noch').fill('5')
  await page.getByLabel('Vernichtet').fill('6')
  await page.getByLabel('Ihr Name').fill('Anna Berg')
  await page.getByLabel('Foto als Nachweis').setInputFiles({ name: 'jar.png', mimeType: 'image/png', buffer: pixel })
  await page.getByText('1 von 3 Fotos').waitFor()
  await page.getByRole('button', { name: 'Antwort senden' }).click()
  await page.getByText('Ihre Antwort ist angekommen').waitFor()
  await answersAgainFrom(page)
  await page.reload()
  await page.getByText('Sie haben 12 erhalten.').waitFor()
  expect(await saidOn(page)).toEqual(['5', '6', '0', '0'])
  await page.context().close()
}

test('mailed from the room, answered on a phone without signing in, seen in the room', async () => {
  const page = await stage.signedIn({ viewport: desk })
  await page.goto(`/recalls/${recall.number}`)
  await page.getByRole('heading', { name: 'Who is told' }).waitFor()
  await page.getByRole('button', { name: 'Look at the notice' }).click()
  const notice = page.getByRole('dialog', { name: 'The notice' })
  await notice.getByText('Guten Tag Anna Berg,').waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Mail 2 recipients' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Send 2 mails' }).dblclick()
  await waitFor(async () => server.received.length === 2, 'the mails to arrive')
  const list = page.getByRole('table', { name: 'Recipients' })
  await list.getByRole('row', { name: /Anna Berg.*told/ }).waitFor()
  const mail = server.received.find(({ to }) => to === 'anna@customers.example')
  await answerOnPhone(mail?.link ?? '')
  await list.getByRole('row', { name: /Anna Berg.*answered/ }).waitFor()
  await page.getByText('6 destroyed by them').waitFor()
  await list.getByRole('button', { name: 'Anna Berg' }).click()
  const drawer = page.getByRole('dialog', { name: 'Anna Berg' })
  await drawer.getByText('Answered on the page').first().waitFor()
  await drawer.getByText('5 have, 6 destroyed, 1 not said').waitFor()
  await expectAccessible(page)
  await drawer.getByRole('button', { name: 'Close' }).click()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Print 1 letter' }).click()
  expect((await saved).suggestedFilename()).toBe('letters.pdf')
  await list.getByRole('row', { name: /Carl.*by letter/ }).waitFor()
  await page.context().close()
})

test('a call is written down on a phone, and stands as an answer', async () => {
  const page = await stage.signedIn({ viewport: phone })
  await page.goto(`/recalls/${recall.number}`)
  await page.getByRole('table', { name: 'Recipients' }).getByRole('button', { name: 'Bob' }).click()
  await page.getByRole('button', { name: 'Write down a call' }).click()
  const call = page.getByRole('dialog', { name: 'Write down a call' })
  await call.getByLabel('What was said').fill('All five are in the bin.')
  await call.getByLabel('Destroyed').fill('5')
  await expectAccessible(page)
  await call.getByRole('button', { name: 'Write it down' }).click()
  await page.getByText('Called: reached').waitFor()
  await page.getByText('destroyed all').first().waitFor()
  await expectAccessible(page)
  await page.context().close()
})

test('own words are kept as a version, and what no notice may say is refused', async () => {
  const page = await stage.signedIn({ viewport: desk })
  await page.goto('/settings?tab=recalls')
  const opening = page.getByLabel('Opening')
  await opening.fill('Take 10 % discount on your next order.')
  await page.getByRole('button', { name: 'Save these words' }).click()
  await page.getByText(/a notice of a recall must not/).waitFor()
  await opening.fill('{brand} asks for some goods back.')
  await page.getByRole('button', { name: 'Save these words' }).click()
  await page.getByText('Version 1:').waitFor()
  await expectAccessible(page)
  await page.context().close()
})
