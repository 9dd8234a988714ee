/**
 * server/backup/commands.ts — `backup`, `restore`, `move-to` and `verify-seal`, as the person at the terminal asks for them.
 */
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { PassThrough, type Readable, type Writable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { Config } from '#platform/config.ts'
import type { Connection } from '#platform/db.ts'
import { reachEmbedded, startEmbedded } from '#platform/embedded/index.ts'
import { explainOwnDatabase, judgeOwnDatabase } from '#platform/own-database.ts'
import { type Restored, restoreBackup, type Target } from './restore-backup.ts'
import { type WalkedAccount, walkAll } from './walk-all.ts'
import { noAccount, writeBackup } from './write-backup.ts'

type Here = Pick<Config, 'dataDir' | 'databaseUrl' | 'operand' | 'account'> &
  Readonly<{ say: (line: string) => void; migrations: URL }>

/** By the command. */
export const tending: Readonly<Partial<Record<Config['command'], (here: Here) => Promise<void>>>> = {
  backup: backUp,
  restore,
  'move-to': moveTo,
  'verify-seal': verifySeals,
}

/** Of a database in use or not. `file` must not be there yet; half a backup never has its name. */
async function backUp(here: Here): Promise<void> {
  const path = resolve(here.operand ?? '')
  if (existsSync(path)) throw new Error(`${path} is there already. Choose another name.`)
  const source = await toRead(here)
  try {
    const at = new Date().toISOString()
    const { accounts, rows } = await wholeFile(path, (sink) =>
      writeBackup(source.owner, sink, { at, accountId: here.account }),
    )
    here.say(`Backup of ${counted(accounts, 'account')}, ${counted(rows, 'row')}: ${path}`)
  } finally {
    await source.stop()
  }
}

/** Into an empty database only. */
async function restore(here: Here): Promise<void> {
  const path = resolve(here.operand ?? '')
  if (!existsSync(path)) throw new Error(`There is no file ${path}.`)
  const target = await toFill(here)
  try {
    const text = createGunzip()
    const fed = pipeline(createReadStream(path), text).catch(() => {}) // the reader of the backup tells what is wrong
    tell(here, await restoreBackup(asBuffers(text), target))
    await fed
  } finally {
    await target.stop()
  }
}

/** From the embedded database, which nobody may be using, to a server of one's own. */
async function moveTo(here: Here): Promise<void> {
  const url = here.operand ?? ''
  judgeOwnDatabase(url, 'The address')
  if (here.databaseUrl)
    throw new Error('This moves the embedded database. With DATABASE_URL set, use backup and restore.')
  const source = await startEmbedded({ dataDir: resolve(here.dataDir), log: here.say })
  try {
    const pipe = new PassThrough()
    const written = writeBackup(source.superuser, pipe, { at: new Date().toISOString(), accountId: null }).then(
      () => pipe.end(),
      (error: Error) => pipe.destroy(error),
    )
    const restored = restoreBackup(asBuffers(pipe), ownTarget(url, here.migrations)).catch((error: unknown) => {
      pipe.destroy()
      throw explainOwnDatabase(url, error, 'The address')
    })
    tell(here, await restored)
    await written
    here.say(`From now on start Firstout with DATABASE_URL set to that address. ${resolve(here.dataDir)} is as it was.`)
  } finally {
    await source.stop()
  }
}

/** As the command line has it. */
const differs = 5

/** Of all accounts, or of one, also while others work. */
async function verifySeals(here: Here): Promise<void> {
  const source = await toRead(here)
  try {
    let wrong = 0
    const walked = await walkAll(source.owner, here.account, (one) => {
      tellChain(here, one)
      wrong += one.chain.found
    })
    if (walked === 0) throw new Error(noAccount(here.account))
    if (wrong > 0) process.exitCode = differs
  } finally {
    await source.stop()
  }
}

const counted = (many: number, name: string) => `${many.toLocaleString('en-US')} ${name}${many === 1 ? '' : 's'}`
const asBuffers = (stream: Readable): AsyncIterable<Buffer> => stream

function tellChain({ say }: Here, { accountId, chain }: WalkedAccount): void {
  const { blocks, facts, found, waiting, findings } = chain
  const scope = `${counted(facts, 'fact')} in ${counted(blocks, 'block')}, ${waiting.toLocaleString('en-US')} not sealed yet`
  say(`Account ${accountId}: ${scope}: ${found === 0 ? 'as they were sealed' : `${found} wrong`}.`)
  for (const { message } of findings) say(`  ${message}`)
}

function tell(here: Here, { accounts, takenAt, differences, chains }: Restored): void {
  const { say } = here
  say(`Restored ${counted(accounts, 'account')} as of ${takenAt}.`)
  say(`Verifier: ${counted(differences.length, 'difference')}.`)
  for (const { message } of differences) say(message)
  say('Seal:')
  for (const one of chains) tellChain(here, one)
  if (differences.length > 0) throw new Error('The stock that was restored is not what its moves say.')
  const broken = chains.find(({ chain }) => chain.found > 0)
  if (broken)
    throw new Error(
      `What was restored is not what was sealed: ${broken.chain.findings[0]?.message ?? broken.accountId}`,
    )
}

/** Written under another name until it is whole and on the disk. */
async function wholeFile<T>(path: string, write: (sink: Writable) => Promise<T>): Promise<T> {
  const part = `${path}.part`
  const zip = createGzip()
  const onDisk = pipeline(zip, createWriteStream(part, { mode: 0o600 }))
  try {
    const value = await Promise.race([write(zip), onDisk.then(() => Promise.reject(new Error('ended too early')))])
    zip.end()
    await onDisk
    const file = await open(part, 'r+')
    await file.sync()
    await file.close()
    await rename(part, path)
    return value
  } catch (error) {
    zip.destroy()
    await finished(zip).catch(() => {})
    await rm(part, { force: true })
    throw error
  }
}

type Source = Readonly<{ owner: Connection; stop: () => Promise<void> }>

async function toRead({ dataDir, databaseUrl, say }: Here): Promise<Source> {
  if (databaseUrl) {
    judgeOwnDatabase(databaseUrl)
    return { owner: { url: databaseUrl }, stop: async () => {} }
  }
  const running = await reachEmbedded(resolve(dataDir))
  if (running) return { owner: running, stop: async () => {} }
  const embedded = await startEmbedded({ dataDir: resolve(dataDir), log: say })
  return { owner: embedded.superuser, stop: embedded.stop }
}

const ownTarget = (url: string, migrations: URL): Target => ({
  owner: { url },
  app: { url },
  role: 'firstout_app',
  migrations,
})

async function toFill({ dataDir, databaseUrl, say, migrations }: Here): Promise<Target & Pick<Source, 'stop'>> {
  if (databaseUrl) {
    judgeOwnDatabase(databaseUrl)
    return { ...ownTarget(databaseUrl, migrations), stop: async () => {} }
  }
  const { superuser, app, stop } = await startEmbedded({ dataDir: resolve(dataDir), log: say })
  return { owner: superuser, app, migrations, stop }
}
