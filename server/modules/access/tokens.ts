/**
 * server/modules/access/tokens.ts — random tokens and what is kept of them: the hash alone, so that a stolen database
 * opens no door. 256 bits of randomness need no slow hash.
 */
import { createHash, randomBytes } from 'node:crypto'

export const newToken = (prefix: string): string => `${prefix}${randomBytes(32).toString('base64url')}`
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()
