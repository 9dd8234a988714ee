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
