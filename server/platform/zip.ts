/**
 * server/platform/zip.ts — several files as one (PKWARE APPNOTE 6.3.10): the same parts at the same moment make the same bytes.
 */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Instant } from './clock.ts'

export type ZipPart = Readonly<{ name: string; content: Uint8Array }>

/** Names are plain ASCII; `at` is the time that each part shows. */
export function zipOf(parts: readonly ZipPart[], at: Instant): Uint8Array {
  const stamp = dosTime(at)
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content } of parts) {
    const [title, packed] = [Buffer.from(name, 'ascii'), deflateRawSync(content, { level: 9 })]
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0) // version needed
    about.writeUInt16LE(8, 4) // deflated
    about.writeUInt32LE(stamp, 6)
    about.writeUInt32LE(crc32(content), 10)
    about.writeUInt32LE(packed.length, 14)
    about.writeUInt32LE(content.length, 18)
    about.writeUInt16LE(title.length, 22)
    const own = Buffer.alloc(14)
    own.writeUInt32LE(offset, 10)
    directory.push(word(0x02014b50), half(20), about, own, title)
    const local = [word(0x04034b50), about, title, packed]
    chunks.push(...local)
    offset += local.reduce((sum, { length }) => sum + length, 0)
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const count = half(parts.length)
  return Buffer.concat([
    ...chunks,
    ...directory,
    word(0x06054b50),
    word(0),
    count,
    count,
    word(size),
    word(offset),
    half(0),
  ])
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function half(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

/** To two seconds, in UTC; before 1980 there is none. */
function dosTime(at: Instant): number {
  const date = new Date(at)
  const day =
    ((Math.max(date.getUTCFullYear(), 1980) - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate()
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1)
  return day * 65_536 + time
}

/** What is in it, in its order; of the plain form that offices write, without encryption and below 4 GB. */
export function partsOf(zip: Uint8Array): ZipPart[] {
  const bytes = Buffer.from(zip)
  const end = bytes.lastIndexOf(word(0x06054b50))
  const parts: ZipPart[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const size = bytes.readUInt32LE(at + 20)
    const name = bytes.readUInt16LE(at + 28)
    const behind = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    const local = bytes.readUInt32LE(at + 42)
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(from, from + size)
    const isPacked = bytes.readUInt16LE(at + 10) === 8
    parts.push({
      name: bytes.subarray(at + 46, at + 46 + name).toString('utf8'),
      content: isPacked ? inflateRawSync(packed) : packed,
    })
    at += 46 + name + behind
  }
  return parts
}
