/** server/modules/seal/hashes.ts — SHA-256 of facts and blocks. */
import { createHash } from 'node:crypto'
import { type BlockHead, blockText } from '#domain/seal.ts'

export const hashBytes = 32

export const sha256 = (text: string | Uint8Array): Buffer => createHash('sha256').update(text).digest()

/** Of each fact, one after the other. */
export const leavesOf = (texts: readonly string[]): Buffer => Buffer.concat(texts.map(sha256))

export const leafAt = (leaves: Uint8Array, at: number): string =>
  Buffer.from(leaves.subarray(at * hashBytes, (at + 1) * hashBytes)).toString('hex')

export const blockHash = ({ leaves, ...head }: Omit<BlockHead, 'leaves'> & Readonly<{ leaves: Uint8Array }>): Buffer =>
  sha256(blockText({ ...head, leaves: sha256(leaves).toString('hex') }))
