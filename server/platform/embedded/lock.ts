/**
 * server/platform/embedded/lock.ts — one server a data folder. The lock names the run that holds it, so that one left
 * by a killed server is recognised even when its process id is in use again.
 */
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isAlive, runOf } from './running.ts'

type Holder = Readonly<{ pid: number; run: string | null }>
export type Lock = Readonly<{ release(): Promise<void> }>

const attemptsMax = 5

/** Throws a sentence for the person at the terminal where another server holds the folder. */
export async function lockFolder(folder: string): Promise<Lock> {
  const path = join(folder, 'lock.json')
  const own = JSON.stringify({ pid: process.pid, run: await runOf(process.pid) } satisfies Holder)
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    if (await create(path, own)) return { release: () => releaseOwn(path, own) }
    const text = await readFile(path, 'utf8').catch(() => null)
    if (text === null) continue
    const holder = parse(text)
    if (holder && (await holds(holder)))
      throw new Error(
        `Another Firstout (process ${holder.pid}) is using ${folder}. Stop it, or choose another folder with --data.`,
      )
    await removeStale(path, text)
  }
  throw new Error(`The lock ${path} keeps changing; another Firstout is starting on this folder.`)
}

/** Whether another server that is still alive holds the folder. */
export async function isLocked(folder: string): Promise<boolean> {
  const holder = parse(await readFile(join(folder, 'lock.json'), 'utf8').catch(() => ''))
  return holder !== null && (await holds(holder))
}

async function create(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function parse(text: string): Holder | null {
  try {
    const { pid, run } = JSON.parse(text)
    return Number.isInteger(pid) ? { pid, run } : null
  } catch {
    return null
  }
}

async function holds({ pid, run }: Holder): Promise<boolean> {
  if (!isAlive(pid)) return false
  return run === null || (await runOf(pid)) === run
}

/** Two servers may find the same stale lock: only what was judged is removed, never the new one of the other. */
async function removeStale(path: string, judged: string): Promise<void> {
  const aside = `${path}.${process.pid}`
  await rename(path, aside).catch(() => {})
  const moved = await readFile(aside, 'utf8').catch(() => null)
  if (moved !== null && moved !== judged) await rename(aside, path)
  else await rm(aside, { force: true })
}

async function releaseOwn(path: string, own: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => null)) === own) await rm(path, { force: true })
}
