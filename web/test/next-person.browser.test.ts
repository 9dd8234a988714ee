/**
 * web/test/next-person.browser.test.ts — what one person was shown on a device is not shown to the next one, with network or without.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRoad, openStage, type Stage } from './stage.ts'

let stage: Stage
const wendy = 'wendy@example.com'
beforeAll(async () => {
  stage = await openStage()
  const { password } = stage.world
  await stage.world.post('/v1/people', { email: wendy, name: 'Wendy', role: 'warehouse', password })
})
afterAll(() => stage.close())

const email = (page: Page) => page.getByLabel('E-mail')
const signIn = async (page: Page, as: string) => {
  await email(page).fill(as)
  await page.locator('input[type="password"]').fill(stage.world.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}
/** As when the tab is looked at again: who is signed in is asked anew. */
const lookAgain = (page: Page) => page.evaluate(() => void window.dispatchEvent(new Event('visibilitychange')))
const endSession = (page: Page) =>
  page.evaluate(async () => {
    const { items } = await (await fetch('/v1/me/sessions')).json()
    const { id } = items.find(({ current }: { current: boolean }) => current)
    await fetch(`/v1/me/sessions/${id}`, { method: 'DELETE' })
  })

test('what is typed into the sign-in stays there while it is asked who is signed in', async () => {
  const page = await stage.page()
  await page.goto('/')
  await email(page).fill('somebody@example.com')
  for (let times = 0; times < 3; times += 1) {
    const answered = page.waitForResponse('**/v1/me')
    await lookAgain(page)
    await (await answered).finished()
  }
  expect(await email(page).inputValue()).toBe('somebody@example.com')
  await page.context().close()
})

test('whose session was ended is nobody, also where the network goes after that; the next person sees nothing of the one before', async () => {
  const road = await openRoad(stage.url)
  const page = await stage.page({ baseURL: road.url })
  await page.goto('/audit')
  await signIn(page, stage.world.email)
  await page.getByText('Olive Owner').first().waitFor()
  await endSession(page)
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await road.cut()
  await lookAgain(page)
  await page.getByRole('heading', { name: 'Not reachable' }).waitFor()
  expect(await page.getByText('Olive Owner').count()).toBe(0)
  await road.mend()
  await page.getByRole('button', { name: 'Try again' }).click()
  await signIn(page, wendy)
  await page.getByText('Your role, warehouse, may not read audit').waitFor()
  expect(await page.getByText('Olive Owner').count()).toBe(0)
  await page.context().close()
  await road.cut()
})

test('a phone that was signed in as another by a code is not that of the person before, while the server does not answer', async () => {
  const { world } = stage
  const page = await stage.signedIn()
  const whoIsIt = page.getByRole('button', { name: 'Signed in as Olive Owner' })
  await page.goto('/')
  await whoIsIt.waitFor()
  await page.route('**/v1/me', (route) => route.abort())
  await page.reload()
  await whoIsIt.waitFor()
  const anonymous = { authorization: '' }
  const session = await world.call('POST', '/v1/session', { email: wendy, password: world.password }, anonymous)
  const cookie = String(session.headers['set-cookie']).split(';')[0] ?? ''
  const { body } = await world.call('POST', '/v1/phone-codes', undefined, { ...anonymous, cookie })
  await page.goto('/phone')
  await page.getByLabel('Code').fill(body.code)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { name: 'Not reachable' }).waitFor()
  expect(await whoIsIt.count()).toBe(0)
  await page.context().close()
})
