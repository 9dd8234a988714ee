/**
 * domain/gs1/identifiers.ts — the application identifiers that a warehouse meets, and what may follow each (GS1 General
 * Specifications §3.2). An identifier that is not here is told as not known, never guessed.
 */
import { isCalendarDate } from '../calendar-date.ts'
import { checkDigit } from './check-digit.ts'

type Rule = 'check digit' | 'date'
export type Identifier = Readonly<{
  ai: string
  title: string
  /** `digits`, or the 82 characters of §7.11. */
  set: 'digits' | 'text'
  lengthMin: number
  lengthMax: number
  rule: Rule | null
}>

/** `N14` is fourteen digits, `X..20` at most twenty characters; an `n` in the identifier is any digit. */
const rows: readonly (readonly [ai: string, form: string, title: string, rule?: Rule])[] = [
  ['00', 'N18', 'SSCC', 'check digit'],
  ['01', 'N14', 'GTIN', 'check digit'],
  ['02', 'N14', 'GTIN of the content', 'check digit'],
  ['10', 'X..20', 'batch'],
  ['11', 'N6', 'production date', 'date'],
  ['12', 'N6', 'due date', 'date'],
  ['13', 'N6', 'packaging date', 'date'],
  ['15', 'N6', 'best before date', 'date'],
  ['16', 'N6', 'sell by date', 'date'],
  ['17', 'N6', 'expiration date', 'date'],
  ['20', 'N2', 'variant'],
  ['21', 'X..20', 'serial'],
  ['22', 'X..20', 'consumer product variant'],
  ['30', 'N..8', 'count'],
  ['310n', 'N6', 'net weight in kilograms'],
  ['37', 'N..8', 'count of the content'],
  ['235', 'X..28', 'serial of a third party'],
  ['240', 'X..30', 'additional product identification'],
  ['241', 'X..30', 'customer part number'],
  ['242', 'N..6', 'made-to-order variation'],
  ['243', 'X..20', 'packaging component'],
  ['250', 'X..30', 'secondary serial'],
  ['251', 'X..30', 'reference to the source'],
  ['400', 'X..30', 'customer order'],
  ['410', 'N13', 'ship to', 'check digit'],
  ['414', 'N13', 'location', 'check digit'],
  ['420', 'X..20', 'postal code'],
  ['90', 'X..30', 'agreed between partners'],
  ['9n', 'X..90', 'internal'],
]

const read = ([ai, form, title, rule]: (typeof rows)[number]): Identifier => {
  const [, set, upTo, length] = /^([NX])(\.\.)?(\d+)$/.exec(form) ?? []
  const lengthMax = Number(length)
  return {
    ai,
    title,
    rule: rule ?? null,
    set: set === 'N' ? 'digits' : 'text',
    lengthMin: upTo ? 1 : lengthMax,
    lengthMax,
  }
}
const anyDigit = /n$/
const known = new Map(
  rows.flatMap((row): (readonly [string, Identifier])[] => {
    const identifier = read(row)
    if (!anyDigit.test(identifier.ai)) return [[identifier.ai, identifier]]
    return Array.from({ length: 10 }, (_, digit) => identifier.ai.replace(anyDigit, String(digit)))
      .filter((ai) => !rows.some(([own]) => own === ai))
      .map((ai) => [ai, { ...identifier, ai }])
  }),
)

/** What begins at a place of a message; no identifier is the beginning of another. */
export const identifierAt = (message: string, at: number): Identifier | null =>
  [2, 3, 4].map((length) => known.get(message.slice(at, at + length))).find((found) => found !== undefined) ?? null

/** By the first two digits: identifier and value together, where no separator need follow (figure 7.8.5-2). */
const predefined: Readonly<Record<string, number>> = {
  '00': 20,
  '01': 16,
  '02': 16,
  '03': 16,
  '04': 18,
  ...Object.fromEntries(['11', '12', '13', '14', '15', '16', '17', '18', '19'].map((start) => [start, 8])),
  '20': 4,
  ...Object.fromEntries(['31', '32', '33', '34', '35', '36'].map((start) => [start, 10])),
  '41': 16,
}

export const predefinedLength = (message: string, at: number): number | null =>
  predefined[message.slice(at, at + 2)] ?? null

const sets = { digits: /^\d*$/, text: /^[!"%&'()*+,\-./\d:;<=>?A-Z_a-z]*$/ } as const

/** What is wrong with a value, in words that follow it; null where nothing is. */
export function complaintAbout({ set, lengthMin, lengthMax, rule }: Identifier, value: string): string | null {
  const length = lengthMin === lengthMax ? `${lengthMax}` : `${lengthMin} to ${lengthMax}`
  if (!sets[set].test(value))
    return set === 'digits' ? 'must be digits' : 'holds a character that GS1 does not allow there'
  if (value.length < lengthMin || value.length > lengthMax) return `must have ${length} characters, not ${value.length}`
  if (rule === 'date' && !isGs1Date(value)) return 'is no day of the calendar'
  if (rule !== 'check digit') return null
  const right = checkDigit(value.slice(0, -1))
  return right === Number(value.at(-1)) ? null : `has the check digit ${value.at(-1)}, but needs ${right}`
}

/** Day 00 is the last of the month. 2000 is a leap year: which century is meant is not asked here. */
const isGs1Date = (value: string): boolean => {
  const day = value.slice(4)
  return isCalendarDate(`20${value.slice(0, 2)}-${value.slice(2, 4)}-${day === '00' ? '01' : day}`)
}
