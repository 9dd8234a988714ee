/**
 * server/test/small-disk.ts — disks that can be filled: for the ledger, and for the write-ahead log. Where the test may mount,
 * they are real ones of some megabytes. Elsewhere the database is made to answer as on a full disk (SQLSTATE 53100) by a trigger
 * on the ledger, and the folder of its log is closed to new files, which ends it in the same way.
 */
import { execFile } from 'node:child_process'
import { chmod, chown, type FileHandle, mkdtemp, open, rm, statfs, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Sql } from '../platform/db.ts'

export type SmallDisk = Readonly<{
  kind: string
  /** The database itself says that there is no space left. */
  real: boolean
  fill(): Promise<void>
  clear(): Promise<void>
  remove(): Promise<void>
}>

const run = promisify(execFile)

export async function smallDisk(owner: Sql, uid: number): Promise<SmallDisk> {
  const folder = await mounted('8m')
  if (folder === null) return pretended(owner)
  await chown(folder, uid, 0)
  await owner.unsafe(`create tablespace small location '${folder}'`)
  await owner.unsafe('alter table stock.move set tablespace small')
  const filler = join(folder, 'filler')
  return {
    kind: 'a disk of 8 MB',
    real: true,
    fill: () => fillUp(filler),
    clear: () => rm(filler, { force: true }),
    remove: () => unmount(folder),
  }
}

const logDiskSize = '1g'

/** While nothing runs on the cluster. It is full because it shrinks to what lies on it. */
export async function smallLogDisk(cluster: string): Promise<SmallDisk> {
  const log = join(cluster, 'pg_wal')
  const folder = await mounted(logDiskSize)
  if (folder === null) return closedFolder(log)
  await run('cp', ['-a', log, folder])
  await rm(log, { recursive: true })
  await symlink(join(folder, 'pg_wal'), log)
  const resize = async (size: string | number) => void (await run('mount', ['-o', `remount,size=${size}`, folder]))
  return {
    kind: 'a disk that shrinks',
    real: true,
    async fill() {
      const { blocks, bfree, bsize } = await statfs(folder)
      await resize((blocks - bfree) * bsize)
    },
    clear: () => resize(logDiskSize),
    remove: () => unmount(folder),
  }
}

/** Null where the test may not mount. */
async function mounted(size: string): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'firstout-disk-'))
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=755`, 'tmpfs', folder])
    return folder
  } catch {
    await rm(folder, { recursive: true })
    return null
  }
}

async function unmount(folder: string): Promise<void> {
  await run('umount', ['-l', folder])
  await rm(folder, { recursive: true, force: true })
}

async function fillUp(path: string): Promise<void> {
  const filler = await open(path, 'w')
  try {
    await writeUntilFull(filler, 65_536)
    await writeUntilFull(filler, 4096)
  } finally {
    await filler.close()
  }
}

async function writeUntilFull(file: FileHandle, size: number): Promise<void> {
  const block = Buffer.alloc(size)
  let written = size
  while (written === size) written = (await file.write(block).catch(() => ({ bytesWritten: 0 }))).bytesWritten
}

async function pretended(owner: Sql): Promise<SmallDisk> {
  await owner.unsafe(`
    create function stock.full_disk() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`)
  return {
    kind: 'a trigger that says so',
    real: false,
    async fill() {
      await owner.unsafe('create trigger full_disk after insert on stock.move execute function stock.full_disk()')
    },
    async clear() {
      await owner.unsafe('drop trigger if exists full_disk on stock.move')
    },
    remove: async () => {},
  }
}

const closedFolder = (path: string): SmallDisk => ({
  kind: 'a folder closed to new files',
  real: false,
  fill: () => chmod(path, 0o500),
  clear: () => chmod(path, 0o700),
  remove: async () => {},
})
