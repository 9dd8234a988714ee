/**
 * domain/gs1/parse-scan.ts — what a scanner read, as the warehouse takes it: the elements of a GS1 code, a GTIN, or a text that is neither.
 *
 * A GS1 code says that it is one by its symbology identifier or by FNC1 at its begin (General Specifications §5.1.2, §7.8). Many
 * scanners send neither; then it is one only where it begins with what it identifies, and nothing is wrong that the warehouse goes by.
 */
import { repeats } from './associations.ts'
import { readTyped } from './bracketed.ts'
import { readLink } from './digital-link.ts'
import { type ElementsRead, readElements, separator, type UnknownElement } from './element-string.ts'
import { missingSeparator } from './missing-separator.ts'
import { gtinOf, readNumber } from './plain-codes.ts'
import type { Element, ScanProblem } from './problem.ts'
import { isSpelled, withSeparators } from './spelled-separators.ts'
import { announced, type Carrier, composite, withoutAddOn } from './symbologies.ts'

export type Scan = Readonly<{
  /** Without the symbology identifier. */
  text: string
  elements: readonly Element[]
  problems: readonly ScanProblem[]
  /** What begins with no identifier that is known here: read over, and no fault of the label. */
  unknown: readonly UnknownElement[]
  /** What may be meant otherwise: told where the batch that is read is not known. */
  doubt: ScanProblem | null
}>

export function parseScan(scan: string): Scan {
  if (!isSpelled(scan)) return parseSent(scan)
  const { text, placeOf } = withSeparators(scan)
  const read = parseSent(text)
  const placed = <T extends { at: number }>(one: T): T => ({ ...one, at: placeOf(one.at) })
  return {
    ...read,
    problems: read.problems.map(placed),
    unknown: read.unknown.map(placed),
    doubt: read.doubt && placed(read.doubt),
  }
}

function parseSent(scan: string): Scan {
  const sent = withoutAddOn(scan)
  const { begin, carrier } = announced(sent) ?? { begin: 0, carrier: null }
  const text = sent.slice(begin)
  if (carrier === null || carrier.carries === 'text') return { text, ...unannounced(text, begin) }
  return { text, ...carried(text, { begin, ...carrier }) }
}

/** What a warehouse goes by. Another identifier that is wrong stands in the way of nothing. */
const goneBy: ReadonlySet<string | null> = new Set([null, '00', '01', '02', '10', '11', '15', '17', '21'])

export const hinders = ({ ai }: ScanProblem): boolean => goneBy.has(ai)

export const elementValue = ({ elements }: Pick<Scan, 'elements'>, ai: string): string | null =>
  elements.find((element) => element.ai === ai)?.value ?? null

type Read = Omit<Scan, 'text'>
const none: Read = { elements: [], problems: [], unknown: [], doubt: null }

function carried(text: string, { begin, carries }: Carrier & { begin: number }): Read {
  if (typeof carries === 'string') return elementsOf(text, begin)
  const [digits = '', more] = text.split(composite)
  const number = readNumber(digits, { begin, length: carries })
  const rest = more === undefined ? none : elementsOf(more, begin + digits.length + composite.length)
  return { ...rest, elements: [...number.elements, ...rest.elements], problems: [...number.problems, ...rest.problems] }
}

/** Old packages bear links as they were allowed once. */
const oldLinks = { unlisted: false, unlistedInQuery: false, shortGtins: true, names: true } as const

function unannounced(text: string, begin: number): Read {
  if (text.startsWith(separator)) return elementsOf(text, begin)
  if (/^\(\d{2,4}\)/.test(text)) return accepted(readTyped(text, { begin, unlisted: false }))
  if (/^https?:\/\//i.test(text)) return linkOf(text, begin)
  const whole = /^0[012]/.test(text) || text.includes(separator) ? elementsOf(text, begin) : null
  if (whole && !whole.problems.some(hinders)) return whole
  const gtin = gtinOf(text)
  return gtin === null ? none : { ...none, elements: [{ ai: '01', value: gtin }] }
}

/** An address that names nothing by GS1 is a text as any other. */
function linkOf(uri: string, begin: number): Read {
  const { elements, problems } = readLink(uri, oldLinks)
  if (elements.length === 0 && problems.every(({ ai }) => ai === null)) return none
  return { ...none, elements, problems: problems.map((one) => ({ ...one, at: one.at + begin })) }
}

function elementsOf(message: string, begin: number): Read {
  const read = readElements(message, { begin, unlisted: false })
  return { ...accepted(read), doubt: missingSeparator(message, read.elements) }
}

const accepted = ({ elements, problems, unknown }: ElementsRead): Read => ({
  elements,
  problems: [...problems, ...repeats(elements)],
  unknown,
  doubt: null,
})
