/**
 * web/test/stage.ts — the product as it is, on a database of its own, and a real Chromium in front of it.
 */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { type App, openApp } from '../../server/app.ts'
import { systemClock } from '../../server/platform/clock.ts'
import { openLog } from '../../server/platform/log.ts'
import { freshDatabase } from '../../server/test/database.ts'
import { openWorld, type World, type WorldOptions } from '../../server/test/world.ts'

const webRoot = new URL('../../dist/web/', import.meta.url)
export const desk = { width: 1440, height: 900 }
export const phone = { width: 360, height: 780 }

type Opened = Readonly<{ url: string; page(options?: BrowserContextOptions): Promise<Page>; close(): Promise<void> }>
export type Stage = Opened & Readonly<{ world: World; signedIn(options?: BrowserContextOptions): Promise<Page> }>

/** With an account, an owner and one warehouse in Chicago, on the day it really is: browsers have no other clock. */
export async function openStage(options: Pick<WorldOptions, 'mail'> = {}): Promise<Stage> {
  const world = await openWorld({ ...options, webRoot, clock: { ...systemClock, set: () => {} } })
  const opened = await open(world.app)
  const session = await fetch(`${opened.url}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: world.email, password: world.password }),
  })
  const [cookie = ''] = session.headers.getSetCookie()
  const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
  return {
    ...opened,
    world,
    async signedIn(options) {
      const page = await opened.page(options)
      await page.context().addCookies([{ name, value: decodeURIComponent(value), url: opened.url }])
      return page
    },
    async close() {
      await opened.close()
      await world.close()
    },
  }
}

/** Nothing set up yet, as on the first start. */
export async function openEmptyStage(): Promise<Opened> {
  const database = await freshDatabase()
  const app = await openApp({
    target: database.app,
    ...(database.role ? { role: database.role } : {}),
    clock: systemClock,
    log: openLog('silent'),
    connectionsMax: 10,
    preparedStatements: true,
    works: true,
    webRoot,
  })
  const opened = await open(app)
  return {
    ...opened,
    async close() {
      await opened.close()
      await app.close()
      await database.drop()
    },
  }
}

let launched: Promise<Browser> | undefined
/** One for all files that this process runs; it ends with the process. */
function theBrowser(): Promise<Browser> {
  launched ??= chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
  return launched
}

async function open(app: App): Promise<Opened> {
  const url = await app.http.listen({ host: '127.0.0.1', port: 0 })
  const browser = await theBrowser()
  const contexts: BrowserContext[] = []
  return {
    url,
    async page(options = {}) {
      const context = await browser.newContext({
        baseURL: url,
        viewport: desk,
        reducedMotion: 'reduce',
        // What a worker keeps from one page to the next would make tests depend on each other; those of it allow it.
        serviceWorkers: 'block',
        ...options,
      })
      contexts.push(context)
      const page = await context.newPage()
      page.setDefaultTimeout(60_000)
      return page
    },
    close: async () => {
      for (const context of contexts) await context.close()
    },
  }
}

type Road = Readonly<{
  url: string
  cut(): Promise<void>
  mend(to?: string): Promise<void>
  hush(): void
  speak(): void
}>

/**
 * Another address of the same server that can be cut: open connections break, and new ones are refused. Or hushed: nothing
 * breaks and nothing arrives, until it speaks again and what was kept is delivered. Mended, it may lead to another server.
 */
export async function openRoad(to: string): Promise<Road> {
  let goal = new URL(to)
  const sockets = new Set<Socket>()
  let server: Server
  let port = 0
  let hushed = false
  const mend = async (other?: string) => {
    goal = other === undefined ? goal : new URL(other)
    server = createServer((near) => {
      const far = connect(Number(goal.port), goal.hostname)
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(one)
        one.on('error', () => {}).on('close', () => other.destroy() && sockets.delete(one))
        one.pipe(other)
        if (hushed) one.pause()
      }
    }).listen(port, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
  }
  const cut = async () => {
    const closed = once(server, 'close')
    server.close()
    for (const socket of sockets) socket.destroy()
    await closed
  }
  const hush = () => {
    hushed = true
    for (const socket of sockets) socket.pause()
  }
  const speak = () => {
    hushed = false
    for (const socket of sockets) socket.resume()
  }
  await mend()
  return { url: `http://127.0.0.1:${port}`, cut, mend, hush, speak }
}

/** The calendar date this many days from now in the warehouse of the tests. */
export function dayFromNow(days: number): string {
  const at = new Date(Date.now() + days * 86_400_000)
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(at)
}
