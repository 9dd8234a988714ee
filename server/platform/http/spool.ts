/**
 * server/platform/http/spool.ts — a long answer that is made in pieces, and kept in a file until it is sent: however slowly it is taken, no transaction waits for it, and
 * where its making fails, nothing of it was sent.
 */
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

/** Read to its end or destroyed, it is gone. */
export async function spooled(pieces: AsyncIterable<Uint8Array>): Promise<Readable> {
  const folder = await mkdtemp(join(tmpdir(), 'firstout-'))
  const gone = () => rm(folder, { recursive: true, force: true })
  const file = await open(join(folder, 'answer'), 'wx+', 0o600)
  try {
    for await (const piece of pieces) await file.writeFile(piece)
  } catch (error) {
    await file.close()
    await gone()
    throw error
  }
  return file.createReadStream({ start: 0 }).once('close', () => void gone())
}
