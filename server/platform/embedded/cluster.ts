/**
 * server/platform/embedded/cluster.ts — PostgreSQL's own folder within the data folder: made once, whole or not at all.
 */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readFile, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Binaries, program, sharedFolder } from './binaries.ts'
import { canEnter, give, letThrough, type Owner } from './owner.ts'

const run = promisify(execFile)

/** The major version that made the cluster, as PostgreSQL itself recorded it; null where there is none yet. */
export async function clusterMajor(cluster: string): Promise<number | null> {
  const text = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => null)
  return text === null ? null : Number.parseInt(text, 10)
}

/**
 * Where the cluster lies: `postgres` in the data folder. Under a folder that the owner may not enter (root's home), it
 * is a link to a place that the owner can reach.
 */
export async function clusterPath(dataDir: string, owner: Owner): Promise<string> {
  const path = join(dataDir, 'postgres')
  const existing = await realpath(path).catch(() => null)
  if (existing) return existing
  await letThrough(owner, dataDir)
  if (await canEnter(owner, dataDir)) return path
  await mkdir(sharedFolder, { recursive: true, mode: 0o755 })
  const home = await mkdtemp(join(sharedFolder, 'cluster-')) // a new one each time: a deleted data folder stays deleted
  await chmod(home, 0o755)
  const elsewhere = join(home, 'postgres')
  await mkdir(elsewhere, { mode: 0o700 })
  await rm(path, { force: true })
  await symlink(elsewhere, path)
  return elsewhere
}

/** `password` null: whoever reaches the private socket is let in; else everybody must know it. */
export async function makeCluster(
  cluster: string,
  { binaries, owner, password }: { binaries: Binaries; owner: Owner; password: string | null },
): Promise<void> {
  const fresh = `${cluster}.new`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { mode: 0o700 })
  await give(owner, fresh)
  const secret = password === null ? null : await secretFile(cluster, password, owner)
  // The builtin locale sorts and upcases alike on every platform; before 17 only the system's own C.UTF-8 does.
  const locale =
    binaries.major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
      : ['--locale=C.UTF-8']
  await run(
    program(binaries, 'initdb'),
    [
      '-D',
      fresh,
      '--username=postgres',
      '--encoding=UTF8',
      '--data-checksums',
      '--no-instructions',
      ...locale,
      ...(secret ? ['--auth=scram-sha-256', `--pwfile=${secret}`] : ['--auth=trust']),
    ],
    { cwd: dirname(fresh), env: cleanEnvironment(), ...owner },
  )
  if (secret) await rm(secret)
  await rm(cluster, { recursive: true, force: true })
  await rename(fresh, cluster)
}

async function secretFile(cluster: string, password: string, owner: Owner): Promise<string> {
  const path = `${cluster}.password`
  await writeFile(path, password, { mode: 0o600 })
  await give(owner, path)
  return path
}

/** Made with the cluster and kept beside it. */
export async function clusterPassword(dataDir: string): Promise<string> {
  const path = join(dataDir, 'password')
  const known = await readFile(path, 'utf8').catch(() => null)
  if (known) return known
  const password = randomBytes(24).toString('base64url')
  await writeFile(path, password, { mode: 0o600 })
  return password
}

/** Nothing of the caller's PG… settings or language reaches the database. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'))
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }
}
