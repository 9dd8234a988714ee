/**
 * server/platform/id.ts — UUIDv7 (RFC 9562 §5.7): identifiers that sort by the time they were made.
 */
import { randomFillSync } from 'node:crypto'

const pool = new Uint8Array(16 * 256)
let used = pool.length
let lastMs = 0
let sequence = 0

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Increases strictly within one process, so that rows made in one wave keep their order. */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = pool.subarray(used, used + 16)
  used += 16
  const ms = Math.max(Date.now(), lastMs)
  sequence = ms === lastMs ? sequence + 1 : (bytes[6] ?? 0) & 0x07
  lastMs = sequence > 0xfff ? ms + 1 : ms
  if (sequence > 0xfff) sequence = 0
  return format(lastMs, sequence, bytes)
}

function format(ms: number, counter: number, random: Uint8Array): string {
  const at = (index: number) => hex[random[index] ?? 0] ?? '00'
  const time = ms.toString(16).padStart(12, '0')
  const version = (0x7000 | counter).toString(16)
  const variant = hex[((random[8] ?? 0) & 0x3f) | 0x80] ?? '80'
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}${at(9)}-${at(10)}${at(11)}${at(12)}${at(13)}${at(14)}${at(15)}`
}
