/**
 * server/demo/open-demo.ts — makes the demo once, on an empty database, and keeps how to get in beside it.
 *
 * A demo that was killed while it was made is begun anew. How to get in is written down before the account is made, as
 * unfinished, and gets its final name at the end. So an unfinished note on start means half a demo, and the account that its
 * random password opens is the demo's and nobody else's: that one is removed, and no other ever.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { standingClock } from '#platform/clock.ts'
import type { Connection, Sql } from '#platform/db.ts'
import { type AppOptions, openApp } from '../app.ts'
import { accountOf, isSetUp } from '../modules/access/index.ts'
import { type Colleague, colleagues, owner } from './people.ts'
import { removeAccount } from './remove-account.ts'
import { seedDemo } from './seed-demo.ts'

const seed = 2026

type DemoFile = Readonly<{
  url: string
  email: string
  password: string
  key: string
  /** The others who sign in with the same password. */
  people: readonly Colleague[]
}>
type Surroundings = Readonly<{ owner: Connection; dataDir: string; say: (line: string) => void }>

/** Null where the database already holds an account that is no demo of this folder. */
export async function openDemo(
  options: Omit<AppOptions, 'clock' | 'works' | 'webRoot'>,
  { owner: databaseOwner, dataDir, say }: Surroundings,
): Promise<((url: string) => DemoFile) | null> {
  const path = join(dataDir, 'demo.json')
  const unfinished = join(dataDir, 'demo-unfinished.json')
  const now = new Date().toISOString()
  const time = standingClock(now)
  const app = await openApp({ ...options, clock: time, works: false, webRoot: null })
  try {
    const { open } = app.house.database
    if (existsSync(unfinished) && (await removeHalf(open, databaseOwner, read(unfinished))))
      say('The demo was not finished the last time; it is made anew.')
    if (await isSetUp(open)) return existsSync(path) ? (url) => keep(path, { ...read(path), url }) : null
    say('Making the demo: five months of a shop. This takes less than a minute …')
    mkdirSync(dataDir, { recursive: true })
    const access = { email: owner.email, password: randomBytes(12).toString('base64url') }
    const begun = keep(unfinished, { url: '', ...access, key: '', people: colleagues })
    const finished = keep(unfinished, { ...begun, key: await seedDemo(app, { seed, time, now, access }) })
    renameSync(unfinished, path)
    return (url) => keep(path, { ...finished, url })
  } finally {
    await app.close()
  }
}

async function removeHalf(open: Sql, owner: Connection, demo: DemoFile): Promise<boolean> {
  const accountId = await accountOf(open, demo)
  if (accountId !== null) await removeAccount(owner, accountId)
  return accountId !== null
}

const read = (path: string): DemoFile => JSON.parse(readFileSync(path, 'utf8')) as DemoFile

/** Readable by its owner alone; there whole or not at all. */
function keep(path: string, demo: DemoFile): DemoFile {
  writeFileSync(`${path}.new`, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
  return demo
}

export const demoLines = ({ url, email: address, password, key }: DemoFile): string[] => [
  `Address:  ${url}`,
  `E-mail:   ${address}`,
  `Password: ${password}`,
  `API key:  ${key}`,
]
