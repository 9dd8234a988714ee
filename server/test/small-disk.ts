/**
 * server/test/small-disk.ts — a disk for the ledger that can be filled. Where the test may mount, it is a real one of a few
 * megabytes; elsewhere the database is made to answer as on a full disk (SQLSTATE 53100) by a trigger on the ledger.
 */
import { execFile } from 'node:child_process'
import { chown, type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Sql } from '../platform/db.ts'

export type SmallDisk = Readonly<{
  kind: string
  fill(): Promise<void>
  clear(): Promise<void>
  remove(): Promise<void>
}>

const run = promisify(execFile)

export async function smallDisk(owner: Sql, uid: number): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'firstout-disk-'))
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=8m,mode=755', 'tmpfs', folder])
  } catch {
    await rm(folder, { recursive: true })
    return pretended(owner)
  }
  await chown(folder, uid, 0)
  await owner.unsafe(`create tablespace small location '${folder}'`)
  await owner.unsafe('alter table stock.move set tablespace small')
  const filler = join(folder, 'filler')
  return {
    kind: 'a disk of 8 MB',
    fill: () => fillUp(filler),
    clear: () => rm(filler, { force: true }),
    async remove() {
      await run('umount', ['-l', folder])
      await rm(folder, { recursive: true, force: true })
    },
  }
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
    async fill() {
      await owner.unsafe('create trigger full_disk after insert on stock.move execute function stock.full_disk()')
    },
    async clear() {
      await owner.unsafe('drop trigger if exists full_disk on stock.move')
    },
    remove: async () => {},
  }
}
