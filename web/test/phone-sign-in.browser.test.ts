/**
 * web/test/phone-sign-in.browser.test.ts — a phone is signed in by the code on the desk's screen, typed or scanned; and a newer version is told to
 * who has the app open, and loaded when that person wants.
 */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPicture } from '../../server/test/read-labels.ts'
import { anotherServer, expectAccessible, handheld, patiently, pickShown, picksOf, waveOf } from './cold-store.ts'
import { openRoad, openStage, phone, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const openCode = async (desk: Page) => {
  await desk.getByRole('button', { name: /^Signed in as/ }).click()
  await desk.getByRole('menuitem', { name: 'Sign in a phone' }).click()
  await desk.getByRole('img', { name: 'QR code of the link' }).waitFor()
}
const shownCode = async (desk: Page) => (await desk.getByText(/^[0-9A-Z]{4} [0-9A-Z]{4}$/).textContent()) ?? ''

test('the desk shows a code; typed on the phone it signs in the same person, once; the desk sees the phone and signs it out', async () => {
  const desk = await stage.signedIn()
  await desk.goto('/')
  await openCode(desk)
  await expectAccessible(desk)
  const code = await shownCode(desk)
  const mobile = await stage.page({ viewport: phone, hasTouch: true, isMobile: true })
  await mobile.goto('/')
  await mobile.getByRole('link', { name: 'With a code from the desk' }).tap()
  await mobile.getByLabel('Code').fill('7KQ4')
  await mobile.getByRole('button', { name: 'Sign in', exact: true }).tap()
  await mobile.getByText('A code has eight letters and digits, as 7KQ4 M2XP.').waitFor()
  await mobile.getByLabel('Code').fill('ZZZZ ZZZZ')
  await mobile.getByRole('button', { name: 'Sign in', exact: true }).tap()
  await mobile.getByText(/^This code is not known\./).waitFor()
  await expectAccessible(mobile)
  await mobile.getByLabel('Code').fill(code.toLowerCase())
  await mobile.getByRole('button', { name: 'Sign in', exact: true }).tap()
  await mobile.getByRole('heading', { name: 'Today' }).waitFor()
  const sessions = desk.getByRole('region', { name: 'Where you are signed in' })
  await sessions.getByText('Phone, by a code').waitFor()
  const second = await stage.page({ viewport: phone })
  await second.goto('/phone')
  await second.getByLabel('Code').fill(code)
  await second.getByRole('button', { name: 'Sign in', exact: true }).click()
  await second.getByText(/^This code was used already/).waitFor()
  await sessions
    .getByRole('listitem')
    .filter({ hasText: 'Phone, by a code' })
    .getByRole('button', { name: 'Sign out there' })
    .click()
  await sessions.getByText('Phone, by a code').waitFor({ state: 'detached' })
  await mobile.reload()
  await mobile.getByRole('heading', { name: 'Sign in' }).waitFor()
})

test('the picture is read by a camera: its link opens the page with the code filled in, and one touch signs in', async () => {
  const desk = await stage.signedIn()
  await desk.goto('/')
  await openCode(desk)
  const code = (await shownCode(desk)).replace(' ', '')
  const picture = await desk.getByRole('img', { name: 'QR code of the link' }).screenshot()
  const [read] = await readPicture(new Uint8Array(picture))
  expect(read?.text).toBe(`${stage.url}/phone#${code}`)
  const mobile = await stage.page({ viewport: phone, hasTouch: true, isMobile: true })
  await mobile.goto(read?.text ?? '')
  await expect.poll(() => mobile.getByLabel('Code').inputValue(), patiently).toBe(await shownCode(desk))
  expect(mobile.url()).not.toContain(code)
  await mobile.getByRole('button', { name: 'Sign in', exact: true }).tap()
  await mobile.getByRole('heading', { name: 'Today' }).waitFor()
})

/** The app of the next build: the same under another name. */
async function nextBuild(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'firstout-next-'))
  await cp(fileURLToPath(new URL('../../dist/web/', import.meta.url)), folder, { recursive: true })
  const entry = /assets\/(index-[\w-]+)\.js/.exec(await readFile(join(folder, 'index.html'), 'utf8'))?.[1] ?? ''
  for (const name of [
    'index.html',
    'sw.js',
    ...(await readdir(join(folder, 'assets'))).map((one) => `assets/${one}`),
  ]) {
    const text = /\.(html|js)$/.test(name) ? await readFile(join(folder, name), 'utf8') : ''
    if (text.includes(entry)) await writeFile(join(folder, name), text.replaceAll(entry, 'index-NEXT'))
  }
  await cp(join(folder, `assets/${entry}.js`), join(folder, 'assets/index-NEXT.js'))
  await rm(join(folder, `assets/${entry}.js`))
  return folder
}

const ownScript = (page: Page) => page.locator('script[type="module"]').getAttribute('src')

test('a newer version is told and not forced: the old one goes on, also on pages it never opened; nothing is said while a pick waits', async () => {
  const wave = await waveOf(stage.world, 'NEXT', 2)
  const road = await openRoad(stage.url)
  const page = await stage.signedIn({ baseURL: road.url, viewport: handheld, serviceWorkers: 'allow' })
  await page.goto(`/pick/${wave.id}`)
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), patiently).toBe('activated')
  const before = await ownScript(page)
  const folder = await nextBuild()
  const other = await anotherServer(stage.world, pathToFileURL(`${folder}/`))
  await road.cut()
  await pickShown(page, 0, 1, 2)
  await page.getByRole('link', { name: '1 waiting' }).waitFor()
  // What it does is never done, so that it waits while the newer version comes.
  await page.route('**/picks', (route) => route.abort())
  await road.mend(other.url)
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length), patiently).toBe(2)
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting === null), patiently)
    .toBe(true)
  const told = page.getByRole('status', { name: 'Version' })
  expect(await told.textContent()).toBe('')
  await page.unroute('**/picks')
  await expect.poll(() => picksOf(stage.world, wave.id), patiently).toBe(1)
  await told.getByText('A new version is here').waitFor()
  await expectAccessible(page)
  await page.getByRole('navigation', { name: 'Most used' }).getByRole('link', { name: 'Receive' }).click()
  await page.getByRole('heading', { name: 'Receive' }).waitFor()
  expect(await ownScript(page)).toBe(before)
  await told.getByRole('button', { name: 'Load it' }).click()
  await expect.poll(() => ownScript(page).catch(() => null), patiently).toBe('/assets/index-NEXT.js')
  await page.getByRole('heading', { name: 'Receive' }).waitFor()
  await page.close()
  await road.cut()
  await other.close()
  await rm(folder, { recursive: true })
})

test('the worker is asked for anew each time, what has its hash in its name is kept for good, and the app can be installed', async () => {
  const page = await stage.signedIn()
  await page.goto('/')
  const cacheOf = async (path: string) => (await fetch(`${stage.url}${path}`)).headers.get('cache-control')
  expect(await cacheOf('/sw.js')).toBe('no-cache')
  expect(await cacheOf('/app.webmanifest')).toBe('no-cache')
  expect(await cacheOf((await ownScript(page)) ?? '')).toBe('public, max-age=31536000, immutable')
  const devtools = await page.context().newCDPSession(page)
  const { errors, url } = await devtools.send('Page.getAppManifest')
  expect([errors, new URL(url).pathname]).toEqual([[], '/app.webmanifest'])
  const { icons } = await (await fetch(url)).json()
  for (const { src } of icons) expect((await fetch(`${stage.url}${src}`)).status, src).toBe(200)
})
