/**
 * server/platform/embedded/owner.ts — the user of the operating system that PostgreSQL runs as. It refuses root, so a
 * server started by root lends it another user, and sees to it that this user can reach what it needs.
 */
import { execFile } from 'node:child_process'
import { chmod, chown, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Null: the user that this process runs as already. */
export type Owner = Readonly<{ uid: number; gid: number }> | null

/** An existing cluster keeps the user that it has. */
export async function chooseOwner(cluster: string): Promise<Owner> {
  if (process.getuid?.() !== 0) return null
  const existing = await stat(cluster).catch(() => null)
  if (existing && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid }
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all([identity('-u', name), identity('-g', name)])
    if (uid && gid) return { uid, gid }
  }
  throw new Error('PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as.')
}

async function identity(flag: '-u' | '-g', name: string): Promise<number | null> {
  try {
    return Number((await run('id', [flag, name])).stdout.trim())
  } catch {
    return null
  }
}

/** Whether the owner may read `path` (a folder: list it) and enter every folder above it. */
export async function canReach(owner: Owner, path: string): Promise<boolean> {
  if (!owner) return true
  const itself = await stat(path).catch(() => null)
  return itself !== null && allows(owner, itself, itself.isDirectory() ? 0o5 : 0o4) && canEnter(owner, dirname(path))
}

/** Whether the owner may enter `folder`, and so every one above it. */
export async function canEnter(owner: Owner, folder: string): Promise<boolean> {
  if (!owner) return true
  if (!allows(owner, await stat(folder), 0o1)) return false
  return folder === dirname(folder) || canEnter(owner, dirname(folder))
}

/** Lets others pass through a folder of ours that is closed; what lies in it keeps its own rights. */
export async function letThrough(owner: Owner, folder: string): Promise<void> {
  if ((await canEnter(owner, folder)) || !(await canEnter(owner, dirname(folder)))) return
  await chmod(folder, (await stat(folder)).mode | 0o011)
}

function allows(
  owner: NonNullable<Owner>,
  { uid, gid, mode }: { uid: number; gid: number; mode: number },
  bits: number,
) {
  const shift = uid === owner.uid ? 6 : gid === owner.gid ? 3 : 0
  return ((mode >> shift) & bits) === bits
}

export async function give(owner: Owner, path: string): Promise<void> {
  if (owner) await chown(path, owner.uid, owner.gid)
}
