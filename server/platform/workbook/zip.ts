/**
 * server/platform/workbook/zip.ts — the entries of a ZIP file on disk (APPNOTE.TXT 4.3), each inflated as it is read.
 */
import type { FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { Unreadable } from './unreadable.ts'

type Entry = Readonly<{ method: number; offset: number; packedBytes: number }>
export type Zip = Readonly<{ has(name: string): boolean; texts(name: string): AsyncIterable<string> }>

const endBytes = 22
const commentMax = 65_535
/** A small file may be made to grow without end. */
const inflatedMax = 4_000_000_000

/** Throws `Unreadable`, also for archives of more than 4 GB. */
export async function openZip(file: FileHandle): Promise<Zip> {
  const entries = await directoryOf(file)
  return {
    has: (name) => entries.has(name.toLowerCase()),
    texts: (name) => textsOf(file, entries.get(name.toLowerCase())),
  }
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  if (bytesRead < length) throw new Unreadable('its end is missing')
  return buffer
}

async function directoryOf(file: FileHandle): Promise<Map<string, Entry>> {
  const { size } = await file.stat()
  const length = Math.min(size, endBytes + commentMax)
  const tail = await bytesAt(file, size - length, length)
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + endBytes > tail.length) throw new Unreadable('its end is missing')
  const [bytes, from] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
  if (from + bytes > size) throw new Unreadable('it is damaged')
  return entriesIn(await bytesAt(file, from, bytes))
}

function entriesIn(directory: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  let at = 0
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50) {
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((from) => directory.readUInt16LE(at + from))
    const name = directory.toString('utf8', at + 46, at + 46 + (nameBytes ?? 0))
    entries.set(name.replaceAll('\\', '/').toLowerCase(), {
      method: directory.readUInt16LE(at + 10),
      packedBytes: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    })
    at += 46 + (nameBytes ?? 0) + (extraBytes ?? 0) + (commentBytes ?? 0)
  }
  return entries
}

async function* textsOf(file: FileHandle, entry: Entry | undefined): AsyncGenerator<string> {
  if (!entry) throw new Unreadable('a part of it is missing')
  const head = await bytesAt(file, entry.offset, 30)
  const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  const packed = file.createReadStream({ start, end: start + entry.packedBytes - 1, autoClose: false })
  if (entry.method !== 0 && entry.method !== 8)
    throw new Unreadable('it is packed in an unknown way, or has a password')
  const bytes = entry.method === 0 ? packed : pipeline(packed, createInflateRaw(), () => undefined)
  try {
    yield* decoded(bytes as AsyncIterable<Buffer>)
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('it is damaged')
  }
}

async function* decoded(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let count = 0
  for await (const piece of bytes) {
    count += piece.length
    if (count > inflatedMax) throw new Unreadable('it is too large: save it as CSV')
    yield decoder.decode(piece, { stream: true })
  }
  yield decoder.decode()
}
