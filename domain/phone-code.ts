/**
 * domain/phone-code.ts — the code by which a phone is signed in: eight letters and digits that are not taken for each other (Crockford's base 32).
 */
export const phoneCodeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const phoneCodeLength = 8
const meant: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }

/** As a person types it: small letters, spaces, dashes, and letters that look like digits are all right. Null where it cannot be a code. */
export function readPhoneCode(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll(/[OIL]/g, (letter) => meant[letter] ?? letter)
  const isCode = code.length === phoneCodeLength && [...code].every((sign) => phoneCodeAlphabet.includes(sign))
  return isCode ? code : null
}

/** `7KQ4 M2XP`: read out and typed in two breaths. */
export const phoneCodeText = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`
