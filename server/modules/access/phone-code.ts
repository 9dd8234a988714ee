/**
 * server/modules/access/phone-code.ts — makes the code by which a phone is signed in, and what is kept of it.
 */
import { randomBytes } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import bwip from 'bwip-js/node'
import { phoneCodeAlphabet, phoneCodeLength } from '#domain/phone-code.ts'

/** 40 bits; each of the 256 values of a byte falls on a sign as often as on any other. */
export const newPhoneCode = (): string =>
  [...randomBytes(phoneCodeLength)].map((byte) => phoneCodeAlphabet[byte % phoneCodeAlphabet.length]).join('')

/**
 * 40 bits could be guessed from a fast hash within the minutes that a code lives, so it is a slow one. Its salt is always the same, for a code is
 * looked up by its hash.
 */
export const hashPhoneCode = (code: string): Promise<Buffer> =>
  hashRaw(code, { memoryCost: 19456, timeCost: 2, parallelism: 1, salt: Buffer.from('firstout phone code') })

/** `dark`: 1 for dark and 0 for light, row by row. */
export function drawnQr(text: string): { side: number; dark: string } {
  const [drawn] = bwip.raw('qrcode', text, 'eclevel=M')
  if (!drawn || !('pixs' in drawn)) throw new Error('a QR code without squares')
  return { side: drawn.pixx, dark: drawn.pixs.join('') }
}
