/**
 * server/platform/embedded/settings.ts — how the embedded PostgreSQL is set: for one busy machine, durable by default.
 */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { give, type Owner } from './owner.ts'

/** Where clients reach it: `host` is the folder of the socket, or the loopback address. */
export type Endpoint = Readonly<{
  host: string
  port: number
  settings: Record<string, string>
  remove(): Promise<void>
}>

/** The system cuts longer names of sockets off. */
const socketPathMax = 103
const socketPort = 5432

/** A private folder for the socket, with a short name; noted in the data folder to be removed after a kill. */
export async function socketEndpoint(dataDir: string, owner: Owner): Promise<Endpoint> {
  const note = join(dataDir, 'socket')
  const leftOver = await readFile(note, 'utf8').catch(() => '')
  if (/[\\/]firstout-[A-Za-z0-9]{6}$/.test(leftOver)) await rm(leftOver, { recursive: true, force: true })
  const fits = `${tmpdir()}/firstout-123456/.s.PGSQL.${socketPort}.lock`.length <= socketPathMax
  const host = await mkdtemp(join(fits ? tmpdir() : '/tmp', 'firstout-')) // mode 0700
  await give(owner, host)
  await writeFile(note, host)
  return {
    host,
    port: socketPort,
    settings: { listen_addresses: '', unix_socket_directories: host, port: String(socketPort) },
    async remove() {
      await rm(host, { recursive: true, force: true })
      await rm(note, { force: true })
    },
  }
}

/** For systems without sockets; behind a password. */
export async function loopbackEndpoint(): Promise<Endpoint> {
  const port = await freePort()
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port) }
  return { host: '127.0.0.1', port, settings, remove: async () => {} }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

/** `lasting` survives a power cut; `passing` is for databases that nobody will miss. */
export const durability = {
  lasting: { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' },
  passing: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
} as const

export const tuning: Readonly<Record<string, string>> = {
  max_connections: '200',
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  // No replica reads this log, so it may be short.
  wal_level: 'minimal',
  max_wal_senders: '0',
  wal_buffers: '16MB',
  min_wal_size: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  // Containers give little shared memory, and parallel queries fail for want of it.
  max_parallel_workers_per_gather: '0',
  log_min_messages: 'warning',
  log_min_error_statement: 'panic', // no statement, so no personal data, in the log
  timezone: 'UTC',
  log_timezone: 'UTC',
}
