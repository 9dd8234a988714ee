/**
 * cli/import/stable-id.ts — the same document gets the same id in every run, so that a second run doubles nothing.
 */
import { createHash } from 'node:crypto'

/** UUIDv8 (RFC 9562 §5.8) from the SHA-256 of its parts. */
export function stableId(...parts: readonly (string | number)[]): string {
  const bytes = digest(parts).subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Whole numbers below `bounds`, drawn from the parts alone: the same in every run and on every machine. */
export function seededNumbers(parts: readonly (string | number)[], bounds: readonly number[]): number[] {
  const bytes = digest(parts)
  return bounds.map((bound, at) => bytes.readUInt32BE((at * 4) % 28) % bound)
}

const digest = (parts: readonly (string | number)[]): Buffer =>
  createHash('sha256')
    .update(JSON.stringify(['firstout import', ...parts]))
    .digest()
