/**
 * server/test/own-server.ts — a PostgreSQL that one test has for itself, to do it harm, and the real server process on it.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, realpath, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Target } from '../platform/db.ts'
import { type Embedded, startEmbedded } from '../platform/embedded/index.ts'
import { migrate } from '../platform/migrate.ts'
import type { TestDatabase } from './database.ts'

export type OwnServer = Readonly<{
  embedded: Embedded
  database: TestDatabase
  /** For DATABASE_URL. */
  url: string
  /** Whom the files of the cluster belong to. */
  uid: number
}>

/**
 * Over loopback, so that it keeps its address through every restart and can be named by a URL. `arrange` is given the folder of
 * the cluster while nothing runs on it.
 */
export async function openOwnServer(
  durability: 'lasting' | 'passing',
  arrange?: (cluster: string) => Promise<void>,
): Promise<OwnServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'firstout-own-'))
  await chmod(dataDir, 0o755)
  const start = () => startEmbedded({ dataDir, log: () => {}, durability, listens: 'loopback' })
  let embedded = await start()
  if (arrange) {
    await embedded.stop()
    await arrange(await realpath(join(dataDir, 'postgres')))
    embedded = await start()
  }
  await migrate(embedded.superuser, new URL('../migrations/', import.meta.url))
  const { uid } = await stat(join(dataDir, 'postgres', 'PG_VERSION')).catch(() => ({ uid: process.getuid?.() ?? 0 }))
  const drop = async () => {
    await embedded.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  const database = { owner: embedded.superuser, app: embedded.app, drop }
  return { embedded, database, url: urlOf(embedded.superuser), uid }
}

const urlOf = ({ host, port, username, password = '', database }: Target) =>
  `postgres://${username}:${encodeURIComponent(password)}@${host}:${port}/${database}`

/** `kill` throws where the server had ended by itself, as `until` does while it waits. */
export type ServerProcess = Readonly<{
  address: string
  kill(): Promise<void>
  until(isSo: () => boolean): Promise<void>
}>

/** The server as it is built for people, so that it starts as fast as theirs. */
export async function builtServer(): Promise<string> {
  const outfile = fileURLToPath(new URL(`../../dist/test-server-${process.pid}.mjs`, import.meta.url))
  const entry = fileURLToPath(new URL('../main.ts', import.meta.url))
  await build({ entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', packages: 'external', outfile })
  return outfile
}

/** Not ready yet. */
export const spawnServer = (file: string, url: string, ...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [file, '--port', '0', ...args], { env: { ...process.env, DATABASE_URL: url } })

export async function startProcess(file: string, url: string, ...args: readonly string[]): Promise<ServerProcess> {
  const child = spawnServer(file, url, ...args)
  let told = ''
  child.stderr?.on('data', (text: Buffer) => {
    told += text
  })
  const address = await ready(child)
  const refuseEnded = () => {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`the server ended by itself: ${child.exitCode ?? child.signalCode} ${told}`)
  }
  return {
    address,
    async until(isSo) {
      while (!isSo()) {
        refuseEnded()
        await wait(5)
      }
    },
    async kill() {
      refuseEnded()
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

async function ready(child: ChildProcess): Promise<string> {
  let told = ''
  return new Promise((resolve, reject) => {
    const hear = (text: Buffer) => {
      told += text
      const [, address] = /Firstout is ready: (\S+)/.exec(told) ?? []
      if (address) resolve(address)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', () => reject(new Error(`the server did not start: ${told}`)))
  })
}
