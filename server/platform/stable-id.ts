/**
 * server/platform/stable-id.ts — the same thing gets the same id however often it comes.
 */
import { createHash } from 'node:crypto'

/** UUIDv8 (RFC 9562 §5.8) from the SHA-256 of its parts: as the command line makes them, whose imports are known here too. */
export function stableId(...parts: readonly (string | number)[]): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify(['firstout import', ...parts]))
    .digest()
    .subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
