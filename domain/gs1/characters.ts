/**
 * domain/gs1/characters.ts — the sets of characters that values are made of: digits (N), the 82 of text (X), the 39 of component identifiers
 * (Y) and the 64 of file-safe base64 (Z) (GS1 General Specifications §7.11).
 */
import { type Fault, fault } from './fault.ts'

const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const smalls = capitals.toLowerCase()
const digits = '0123456789'
const ofSet = {
  N: digits,
  X: `!"%&'()*+,-./${digits}:;<=>?${capitals}_${smalls}`,
  Y: `#-/${digits}${capitals}`,
  Z: `-${digits}${capitals}_${smalls}`,
} as const

export type CharacterSet = keyof typeof ofSet

/** A byte a character of ASCII, 1 where it belongs; what lies beyond has none, and so does not belong. */
const tableOf = (characters: string) => {
  const table = new Uint8Array(128)
  for (const character of characters) table[character.charCodeAt(0)] = 1
  return table
}
const tables = { N: tableOf(ofSet.N), X: tableOf(ofSet.X), Y: tableOf(ofSet.Y), Z: tableOf(ofSet.Z) } as const

/** Where the first character stands that does not belong; −1 where all do. */
export function strangerIn(value: string, set: CharacterSet): number {
  const table = tables[set]
  for (let at = 0; at < value.length; at += 1) if (table[value.charCodeAt(at)] !== 1) return at
  return -1
}

const codes = {
  N: 'non_digit_character',
  X: 'invalid_cset82_character',
  Y: 'invalid_cset39_character',
  Z: 'invalid_cset64_character',
} as const

const ofOneSet =
  (set: CharacterSet) =>
  (value: string): Fault | null => {
    const at = strangerIn(value, set)
    return at === -1 ? null : fault(codes[set], at, 1)
  }

/** `=` fills up to a multiple of three, as the tests of GS1 have it; without any, the length is free. */
function base64(value: string): Fault | null {
  const text = value.replace(/=+$/, '')
  const at = strangerIn(text, 'Z')
  if (at !== -1) return fault(codes.Z, at, 1)
  const filling = value.length - text.length
  return filling > 0 && (filling > 2 || value.length % 3 !== 0)
    ? fault('invalid_cset64_padding', text.length, filling)
    : null
}

export const charactersOf = { N: ofOneSet('N'), X: ofOneSet('X'), Y: ofOneSet('Y'), Z: base64 } as const
