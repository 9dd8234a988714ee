/**
 * domain/gs1/reader-output.ts — what a reader sends of a code that carries a message: its symbology identifier, and the message with the group
 * separator for FNC1. The other way round is `read-scan.ts`.
 */
import { checkDigit } from './check-digit.ts'
import { readElements, separator } from './element-string.ts'
import { identifiers } from './identifiers.ts'
import { wrongNumber } from './plain-codes.ts'
import { problem, type ScanProblem } from './problem.ts'
import { composite } from './symbologies.ts'

const matrix = new Map([
  ['QR', { text: ']Q1', elements: ']Q3' }],
  ['DM', { text: ']d1', elements: ']d2' }],
  ['DotCode', { text: ']J0', elements: ']J1' }],
])
const linear = new Map([
  ['GS1_128_CCA', ']C1'],
  ['GS1_128_CCC', ']C1'],
  ['DataBarExpanded', ']e0'],
])
/** They carry a GTIN of fourteen digits, and readers send it as an element. */
const dataBars = new Set(['DataBarOmni', 'DataBarTruncated', 'DataBarStacked', 'DataBarStackedOmni', 'DataBarLimited'])
const limitedMax = '19999999999999'
/** Digits, and what a reader sets before them: UPC is sent as EAN-13. */
const retail = new Map([
  ['EAN13', { digits: 13, begin: ']E0' }],
  ['UPCA', { digits: 12, begin: ']E00' }],
  ['UPCE', { digits: 12, begin: ']E00' }],
  ['EAN8', { digits: 8, begin: ']E4' }],
])
export const symbologyNames: readonly string[] = [...matrix.keys(), ...linear.keys(), ...dataBars, ...retail.keys()]

export type Carried = Readonly<{
  /** Elements begin with FNC1; anything else is a text, or the digits of a number. */
  message: string
  /** Elements of the two-dimensional part. */
  more: string | null
  /** Whether the check digit of a number is still to be added. */
  checkDigit: 'given' | 'added'
}>
export type ReaderOutput = Readonly<{ ok: true; scan: string } | { ok: false; problem: ScanProblem }>

const refused = (found: ScanProblem): ReaderOutput => ({ ok: false, problem: found })
const isElements = (message: string) => message.startsWith(separator)

export function readerOutput(symbology: string, carried: Carried): ReaderOutput {
  const { message, more } = carried
  if (more !== null && !isElements(more)) return refused(problem('elements_expected', 0))
  const [wrong] = [message, more ?? '']
    .filter(isElements)
    .flatMap((part) => readElements(part, { begin: 0, unlisted: true }).problems)
  if (wrong) return refused(wrong)
  const square = matrix.get(symbology)
  if (square)
    return {
      ok: true,
      scan: isElements(message) ? `${square.elements}${message.slice(1)}` : `${square.text}${message}`,
    }
  const begin = linear.get(symbology)
  if (begin)
    return isElements(message)
      ? { ok: true, scan: inRow(begin, message, more) }
      : refused(problem('elements_expected', 0))
  return ofNumber(symbology, carried)
}

/** One message of both parts, with a separator between them where the first may run on. */
function inRow(begin: string, message: string, more: string | null): string {
  if (more === null) return `${begin}${message.slice(1)}`
  const last = readElements(message, { begin: 0, unlisted: true }).elements.at(-1)
  const open = (identifiers.get(last?.ai ?? '')?.separated ?? true) && !message.endsWith(separator)
  return `]e0${message.slice(1)}${open ? separator : ''}${more.slice(1)}`
}

function ofNumber(symbology: string, { message, more, checkDigit: how }: Carried): ReaderOutput {
  const { digits: length, begin } = retail.get(symbology) ?? { digits: 14, begin: ']e001' }
  const digits = digitsOf(message, length)
  if (how === 'added' && digits.length !== length - 1) return refused(wrongLengthOf(digits, length - 1))
  const whole = how === 'added' ? `${digits}${checkDigit(digits)}` : digits
  const wrong = wrongNumber(whole, { begin: 0, length })
  if (wrong) return refused(wrong)
  if (symbology === 'DataBarLimited' && whole > limitedMax)
    return refused(problem('number_too_large', 0, { right: limitedMax }))
  const joint = dataBars.has(symbology) ? '' : composite
  return { ok: true, scan: `${begin}${whole}${more === null ? '' : `${joint}${more.slice(1)}`}` }
}

const wrongLengthOf = (digits: string, length: number) =>
  problem('wrong_digits', 0, { right: `${length}`, text: JSON.stringify(digits) })

/** A GTIN as an element has fourteen digits; the zeros before it are no part of a shorter code. */
function digitsOf(message: string, length: number): string {
  const zeros = `${separator}01${'0'.repeat(14 - length)}`
  return message.startsWith(zeros) ? message.slice(zeros.length) : message
}
