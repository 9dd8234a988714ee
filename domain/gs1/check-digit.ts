/**
 * domain/gs1/check-digit.ts — the modulo-10 check digit of GTIN and SSCC (GS1 General Specifications §7.9.1).
 */

/** The digit that completes `digits`: weights 3 and 1 in turn, from the right. */
export function checkDigit(digits: string): number {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10
}

const gtinLengths = new Set([8, 12, 13, 14])

export type GtinReading = Readonly<{ ok: true; gtin: string } | { ok: false; problem: string }>

/** As the 14 digits that databases compare. The problem says what would be right. */
export function normaliseGtin(text: string): GtinReading {
  if (!/^\d+$/.test(text) || !gtinLengths.has(text.length))
    return { ok: false, problem: 'must have 8, 12, 13 or 14 digits' }
  const right = checkDigit(text.slice(0, -1))
  if (right !== Number(text.at(-1)))
    return { ok: false, problem: `has the check digit ${text.at(-1)}, but ${text.slice(0, -1)} needs ${right}` }
  return { ok: true, gtin: text.padStart(14, '0') }
}
