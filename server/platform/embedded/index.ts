/**
 * server/platform/embedded — a PostgreSQL of our own, started and stopped with the server: nothing to install, nothing
 * to set, reached through a private socket only.
 *
 * In the data folder: `postgres/` the cluster, `postgres.log`, `lock.json` (who runs on it), `socket` (where it listens).
 */
import { mkdir, readFile, realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { connect, type Target } from '../db.ts'
import { findBinaries } from './binaries.ts'
import { clusterMajor, clusterPassword, clusterPath, makeCluster } from './cluster.ts'
import { type Keeper, keepRunning } from './keeper.ts'
import { isLocked, type Lock, lockFolder } from './lock.ts'
import { chooseOwner } from './owner.ts'
import { type Place, stopLeftOver } from './postmaster.ts'
import { durability, loopbackEndpoint, socketEndpoint, tuning } from './settings.ts'

export type EmbeddedOptions = Readonly<{
  dataDir: string
  log: (line: string) => void
  /** `lasting` unless the database may be lost in a power cut. */
  durability?: keyof typeof durability
  listens?: 'socket' | 'loopback'
}>

export type Embedded = Keeper & Readonly<{ superuser: Target; app: Target }>

export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = resolve(options.dataDir)
  await mkdir(dataDir, { recursive: true, mode: 0o755 })
  const lock = await lockFolder(dataDir)
  try {
    return await startLocked({ ...options, dataDir }, lock)
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** The superuser's way to the database that another process runs on this folder; null where none does. */
export async function reachEmbedded(dataDir: string): Promise<Target | null> {
  if (!(await isLocked(dataDir))) return null
  const cluster = await realpath(join(dataDir, 'postgres')).catch(() => null)
  const [, , , port = '', socket = '', address = ''] = (
    await readFile(join(cluster ?? dataDir, 'postmaster.pid'), 'utf8').catch(() => '')
  ).split('\n')
  if (port === '') return null
  const to = { port: Number(port), username: 'postgres', database: 'firstout' }
  return socket ? { ...to, host: socket } : { ...to, host: address, password: await clusterPassword(dataDir) }
}

async function startLocked(options: EmbeddedOptions, lock: Lock): Promise<Embedded> {
  const { dataDir, log } = options
  const overLoopback = (options.listens ?? (process.platform === 'win32' ? 'loopback' : 'socket')) === 'loopback'
  const password = overLoopback ? await clusterPassword(dataDir) : null
  const place = await openCluster(options, password)
  const endpoint = overLoopback ? await loopbackEndpoint() : await socketEndpoint(dataDir, place.owner)
  const stops = [lock.release, endpoint.remove]
  const stop = async () => {
    for (const end of stops.splice(0).toReversed()) await end()
  }
  const to = (username: string, database: string): Target => {
    const { host, port } = endpoint
    return { host, port, username, database, ...(password === null ? {} : { password }) }
  }
  try {
    const settings = { ...tuning, ...durability[options.durability ?? 'lasting'], ...endpoint.settings }
    const keeper = await keepRunning(place, settings, log)
    stops.push(keeper.stop)
    await makeDatabase(to('postgres', 'postgres'), password)
    return { ...keeper, superuser: to('postgres', 'firstout'), app: to('firstout_app', 'firstout'), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function openCluster({ dataDir, log }: EmbeddedOptions, password: string | null): Promise<Place> {
  const owner = await chooseOwner(join(dataDir, 'postgres'))
  const cluster = await clusterPath(dataDir, owner)
  const major = await clusterMajor(cluster)
  const binaries = await findBinaries(major, { owner, dataDir })
  if (major === null) {
    log(`Making a new database in ${dataDir}`)
    await makeCluster(cluster, { binaries, owner, password })
  } else await stopLeftOver(cluster)
  return { cluster, binaries, owner, logPath: join(dataDir, 'postgres.log') }
}

/** Role and database, where they are not there yet: a kill between the two leaves nothing half made. */
async function makeDatabase(target: Target, password: string | null): Promise<void> {
  const sql = connect(target, { max: 1 })
  try {
    const [found] = await sql<{ role: boolean; database: boolean }[]>`
      select exists (select from pg_roles where rolname = 'firstout_app') as role,
             exists (select from pg_database where datname = 'firstout') as database`
    if (!found?.role)
      await sql.unsafe(
        `create role firstout_app login nosuperuser nobypassrls nocreatedb nocreaterole ${password ? `password '${password}'` : ''}`,
      )
    if (!found?.database) await sql.unsafe('create database firstout')
  } finally {
    await sql.end({ timeout: 5 })
  }
}
