/**
 * server/demo/open-demo.ts — makes the demo once, on an empty database, and keeps how to get in beside it.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { standingClock } from '#platform/clock.ts'
import { type AppOptions, openApp } from '../app.ts'
import { isSetUp } from '../modules/access/index.ts'
import { seedDemo } from './seed-demo.ts'

const seed = 2026

type DemoFile = Readonly<{ url: string; email: string; password: string; key: string }>

/** Null where the database already holds an account that is no demo of this folder. */
export async function openDemo(
  options: Omit<AppOptions, 'clock' | 'works' | 'webRoot'>,
  { dataDir, say }: { dataDir: string; say: (line: string) => void },
): Promise<((url: string) => DemoFile) | null> {
  const path = join(dataDir, 'demo.json')
  const now = new Date().toISOString()
  const time = standingClock(now)
  const app = await openApp({ ...options, clock: time, works: false, webRoot: null })
  try {
    if (await isSetUp(app.house.database.open))
      return existsSync(path) ? (url) => keep(path, { ...read(path), url }) : null
    say('Making the demo: five months of a shop. This takes less than a minute …')
    const access = await seedDemo(app, { seed, time, now })
    mkdirSync(dataDir, { recursive: true })
    const first = keep(path, { url: '', ...access })
    return (url) => keep(path, { ...first, url })
  } finally {
    await app.close()
  }
}

const read = (path: string): DemoFile => JSON.parse(readFileSync(path, 'utf8')) as DemoFile

/** Readable by its owner alone. */
function keep(path: string, demo: DemoFile): DemoFile {
  writeFileSync(path, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 })
  return demo
}

export const demoLines = ({ url, email, password, key }: DemoFile): string[] => [
  `Address:  ${url}`,
  `E-mail:   ${email}`,
  `Password: ${password}`,
  `API key:  ${key}`,
]
