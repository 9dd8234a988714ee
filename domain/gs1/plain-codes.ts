/**
 * domain/gs1/plain-codes.ts — codes that carry nothing but a GTIN: EAN-13, EAN-8, UPC-A, UPC-E, ITF-14 (GS1 General Specifications §5.2, §5.3).
 */
import { checkDigit, normaliseGtin } from './check-digit.ts'
import { type PlacedElement, problem, type ScanProblem } from './problem.ts'

export type NumberRead = Readonly<{ elements: readonly PlacedElement[]; problems: readonly ScanProblem[] }>

/** Twelve digits of the eight that a UPC-E shows, of which zeros were left out (§5.2.2.4); null where it is none. */
export function expandUpcE(digits: string): string | null {
  if (!/^[01]\d{7}$/.test(digits)) return null
  const [system, a, b, c, d, e, last = '', check] = digits
  const [three, four] = [`${a}${b}${c}`, `${a}${b}${c}${d}`]
  const codes: Readonly<Record<string, string>> = { '3': `${three}00000${d}${e}`, '4': `${four}00000${e}` }
  const code = last <= '2' ? `${a}${b}${last}0000${c}${d}${e}` : (codes[last] ?? `${four}${e}0000${last}`)
  const whole = `${system}${code}`
  return String(checkDigit(whole)) === check ? `${whole}${check}` : null
}

/** What somebody typed, or a reader sent without saying what it is; null where it is no GTIN. */
export function gtinOf(text: string): string | null {
  const read = normaliseGtin(text)
  if (read.ok) return read.gtin
  return expandUpcE(text)?.padStart(14, '0') ?? null
}

/** Of a code that has so many digits. `begin`: how many characters of the scan stand before them. */
export function readNumber(digits: string, { begin, length }: Readonly<{ begin: number; length: number }>): NumberRead {
  const wrong = wrongNumber(digits, { begin, length })
  return wrong
    ? { elements: [], problems: [wrong] }
    : { elements: [{ ai: '01', value: digits.padStart(14, '0'), at: begin }], problems: [] }
}

export function wrongNumber(
  digits: string,
  { begin, length }: Readonly<{ begin: number; length: number }>,
): ScanProblem | null {
  if (digits.length !== length || !/^\d*$/.test(digits))
    return problem('wrong_digits', begin, { right: `${length}`, text: JSON.stringify(digits) })
  const right = checkDigit(digits.slice(0, -1))
  const bad = digits.slice(-1)
  return String(right) === bad ? null : problem('wrong_check_digit', begin + length - 1, { bad, right: `${right}` })
}
