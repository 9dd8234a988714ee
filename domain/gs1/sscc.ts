/**
 * domain/gs1/sscc.ts — the Serial Shipping Container Code of a parcel: extension digit, GS1 company prefix, serial reference,
 * check digit; 18 digits in all (GS1 General Specifications, AI 00).
 */
import { checkDigit } from './check-digit.ts'

/** Extension digit, prefix and serial reference. */
const digitsBeforeCheck = 17

export const isCompanyPrefix = (text: string): boolean => /^\d{4,12}$/.test(text)

/** How many parcels a prefix can number. The extension digit has no meaning of its own, so it counts along. */
export const ssccMax = (prefix: string): number => 10 ** (digitsBeforeCheck - prefix.length)

/** Of the parcel with this number, from 0; null where the prefix has no such number, or is none. */
export function sscc(prefix: string, serial: number): string | null {
  if (!isCompanyPrefix(prefix) || !Number.isInteger(serial) || serial < 0 || serial >= ssccMax(prefix)) return null
  const counted = String(serial).padStart(digitsBeforeCheck - prefix.length, '0')
  const digits = `${counted.slice(0, 1)}${prefix}${counted.slice(1)}`
  return `${digits}${checkDigit(digits)}`
}

/** That one end of a code may mean. */
const endingsMax = 1000

/** Of the parcels numbered below `below`, the codes that end in these digits, the newest first; at most a thousand. */
export function ssccsEnding(prefix: string, digits: string, below: number): string[] {
  if (!isCompanyPrefix(prefix) || !/^\d+$/.test(digits)) return []
  // The check digit comes last; before it stand the last digits of the serial reference, as far as this goes.
  const known = Math.min(digits.length - 1, digitsBeforeCheck - 1 - prefix.length)
  const step = 10 ** known
  const end = known === 0 ? 0 : Number(digits.slice(-1 - known, -1))
  const found: string[] = []
  const last = Math.min(below, ssccMax(prefix)) - 1
  const rest = (((last - end) % step) + step) % step
  for (let serial = last - rest; serial >= 0 && found.length < endingsMax; serial -= step) {
    const code = sscc(prefix, serial)
    if (code?.endsWith(digits)) found.push(code)
  }
  return found
}
