/**
 * server/platform/embedded/postmaster.ts — one run of PostgreSQL: started, ready, stopped, and what an earlier server
 * that was killed left running.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Binaries, program } from './binaries.ts'
import { cleanEnvironment } from './cluster.ts'
import type { Owner } from './owner.ts'
import { commandOf, isAlive } from './running.ts'

export type Place = Readonly<{ cluster: string; binaries: Binaries; owner: Owner; logPath: string }>

/** `ended` says why: in its first line how, and then the end of its log. */
export type Postmaster = Readonly<{ child: ChildProcess; ended: Promise<string>; stop(): Promise<void> }>

const logBytesMax = 10_000_000
const pollMs = 10
/** Recovery after a crash may have much to read again. */
const readyTimeoutMs = 300_000
const stopTimeoutMs = 30_000

/** Resolves once it takes connections; throws with the end of its log where it does not come up. */
export async function startPostmaster(place: Place, settings: Readonly<Record<string, string>>): Promise<Postmaster> {
  const log = await open(place.logPath, 'a', 0o600)
  if ((await log.stat()).size > logBytesMax) await log.truncate(0)
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(program(place.binaries, 'postgres'), ['-D', place.cluster, ...flags], {
    // A group of its own: Ctrl-C at the terminal is ours to pass on, after the work in flight has ended.
    detached: true,
    cwd: dirname(place.cluster),
    env: cleanEnvironment(),
    stdio: ['ignore', log.fd, log.fd],
    windowsHide: true,
    ...place.owner,
  })
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`))
  })
  await log.close()
  const reason = await Promise.race([ready(place.cluster, child), ended])
  const why = ended.then(async (how) => `${how}\n${await logEnd(place.logPath)}`)
  if (reason === 'ready') return { child, ended: why, stop: () => stopChild(child) }
  throw new Error(
    `PostgreSQL did not start (${reason}). Its log, ${place.logPath}, ends:\n${await logEnd(place.logPath)}`,
  )
}

async function ready(cluster: string, child: ChildProcess): Promise<'ready' | 'timeout'> {
  const until = Date.now() + readyTimeoutMs
  while (Date.now() < until && child.exitCode === null) {
    const { pid, status } = await pidFile(cluster)
    if (pid === child.pid && status === 'ready') return 'ready'
    await wait(pollMs)
  }
  return 'timeout'
}

/** Line 1 of `postmaster.pid` is the process, line 8 how far it is. */
async function pidFile(cluster: string): Promise<{ pid: number; status: string }> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  return { pid: Number(lines[0]), status: (lines[7] ?? '').trim() }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGINT') // fast: what is running is rolled back, nothing waits for clients
  const late = setTimeout(() => child.kill('SIGQUIT'), stopTimeoutMs)
  await gone
  clearTimeout(late)
}

/**
 * Stops the PostgreSQL which a killed server left on this cluster, and forgets a process id that is somebody else's now.
 * Where the system does not tell which of the two it is, it is refused in words: a stranger's process is not ended.
 */
export async function stopLeftOver(cluster: string): Promise<void> {
  const { pid } = await pidFile(cluster)
  if (!pid || !isAlive(pid)) return
  const command = await commandOf(pid)
  if (command === null) throw new Error(unknownProcess(pid, cluster))
  if (isPostmaster(command, cluster)) await stopPid(pid)
  else await rm(join(cluster, 'postmaster.pid'), { force: true })
}

const unknownProcess = (pid: number, cluster: string): string =>
  `The database was not stopped the last time, and process ${pid} may be what is left of it, or a program of yours. ` +
  `Look it up (Task Manager, Details): where it is postgres.exe, end it; where it is not, delete ${join(cluster, 'postmaster.pid')}. Then start again.`

function isPostmaster(command: string, cluster: string): boolean {
  return command.includes('postgres') && command.includes(join(basename(dirname(cluster)), basename(cluster)))
}

async function stopPid(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return // gone already
    }
    const until = Date.now() + stopTimeoutMs / 3
    while (isAlive(pid) && Date.now() < until) await wait(pollMs)
  }
}

/** Where its last words name a full disk: nothing is broken, and with space it goes on. */
export const isDiskFull = (words: string): boolean => /No space left on device/.test(words)

async function logEnd(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return text.split('\n').slice(-12).join('\n').trim()
}
