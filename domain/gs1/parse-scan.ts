/**
 * domain/gs1/parse-scan.ts — what a scanner read: the elements of a GS1 code, a GTIN, or a text that is neither.
 *
 * A GS1 code says that it is one by its symbology identifier or by FNC1 at its begin (General Specifications §5.1.2, §7.8). Many
 * scanners send neither; then it is one only where all of it can be read and it begins with what it identifies.
 */
import { normaliseGtin } from './check-digit.ts'
import { complaintAbout, identifierAt, predefinedLength } from './identifiers.ts'

export type Element = Readonly<{ ai: string; value: string }>
/** `at` counts the characters of the scan, from 0. */
export type ScanProblem = Readonly<{ at: number; says: string }>
export type Scan = Readonly<{
  /** Without the symbology identifier. */
  text: string
  elements: readonly Element[]
  problems: readonly ScanProblem[]
}>

/** FNC1 as scanners send it: the group separator of ASCII. */
const separator = '\u001d'
const elementSymbologies = new Set([']C1', ']e0', ']d2', ']Q3', ']J1'])
const gtinLengths = new Map([
  [']E0', 13],
  [']E4', 8],
  [']I1', 14],
])
/** The two-dimensional part of a composite symbol. */
const composite = `|]e0`

export function parseScan(scan: string): Scan {
  const symbology = /^\][A-Za-z]\d/.exec(scan)?.[0] ?? null
  const begin = symbology?.length ?? 0
  const text = scan.slice(begin)
  if (symbology !== null && elementSymbologies.has(symbology)) return { text, ...elementsOf(text, begin) }
  const length = symbology === null ? undefined : gtinLengths.get(symbology)
  if (length !== undefined) return { text, ...gtinOf(text, { begin, length }) }
  return { text, ...unannounced(text, begin) }
}

export const elementValue = ({ elements }: Pick<Scan, 'elements'>, ai: string): string | null =>
  elements.find((element) => element.ai === ai)?.value ?? null

type Read = Omit<Scan, 'text'>

function unannounced(text: string, begin: number): Read {
  if (text.startsWith(separator)) return elementsOf(text, begin)
  if (/^\(\d{2,4}\)/.test(text)) return bracketed(text, begin)
  const whole = /^0[012]/.test(text) ? elementsOf(text, begin) : null
  if (whole?.problems.length === 0) return whole
  const gtin = normaliseGtin(text)
  return { elements: gtin.ok ? [{ ai: '01', value: gtin.gtin }] : [], problems: [] }
}

function gtinOf(text: string, { begin, length }: { begin: number; length: number }): Read {
  const [digits = '', more] = text.split(composite)
  const gtin = normaliseGtin(digits)
  const says = digits.length === length ? (gtin.ok ? null : gtin.problem) : `must have ${length} digits`
  const rest = more === undefined ? none : elementsOf(more, begin + digits.length + composite.length)
  if (!gtin.ok || says !== null) return { ...rest, problems: [{ at: begin, says: says ?? '' }, ...rest.problems] }
  return { ...rest, elements: [{ ai: '01', value: gtin.gtin }, ...rest.elements] }
}

const none: Read = { elements: [], problems: [] }

/** Elements one behind the other. After a problem it goes on behind the next separator, if there is one. */
function elementsOf(message: string, begin: number): Read {
  const elements: Element[] = []
  const problems: ScanProblem[] = []
  let at = message.startsWith(separator) ? 1 : 0
  if (at === message.length) problems.push({ at: begin + at, says: 'nothing follows' })
  while (at < message.length) {
    const { end, element, says } = elementAt(message, at)
    if (element) elements.push(element)
    if (says !== null) problems.push({ at: begin + at, says })
    at = message[end] === separator ? end + 1 : end
  }
  return { elements, problems: [...problems, ...contradictions(elements, begin)] }
}

type ElementRead = Readonly<{ end: number; element: Element | null; says: string | null }>

function elementAt(message: string, at: number): ElementRead {
  const next = message.indexOf(separator, at)
  const behind = next === -1 ? message.length : next
  const identifier = identifierAt(message, at)
  const length = predefinedLength(message, at)
  const end = length === null ? behind : Math.min(at + length, message.length)
  if (identifier === null)
    return { end, element: null, says: `"${message.slice(at, at + 4)}" begins with no identifier that is known here` }
  const value = message.slice(at + identifier.ai.length, end)
  const complaint = complaintAbout(identifier, value)
  if (complaint === null) return { end, element: { ai: identifier.ai, value }, says: null }
  return { end: behind, element: null, says: `${identifier.title} (${identifier.ai}) ${complaint}` }
}

/** As people write it: `(01)09506000134352(10)ABC`. */
function bracketed(text: string, begin: number): Read {
  const parts = [...text.matchAll(/\((\d{2,4})\)((?:(?!\(\d{2,4}\)).)*)/gs)]
  const reads = parts.map(({ 1: ai = '', 2: value = '', index }) => {
    const identifier = identifierAt(ai, 0)
    const at = begin + index
    if (identifier?.ai !== ai)
      return { element: null, problem: { at, says: `(${ai}) is no identifier that is known here` } }
    const complaint = complaintAbout(identifier, value)
    return complaint === null
      ? { element: { ai, value }, problem: null }
      : { element: null, problem: { at, says: `${identifier.title} (${ai}) ${complaint}` } }
  })
  const elements = reads.flatMap(({ element }) => element ?? [])
  return { elements, problems: [...reads.flatMap(({ problem }) => problem ?? []), ...contradictions(elements, begin)] }
}

/** One thing has one batch, one last day: the same identifier twice must say the same. */
const contradictions = (elements: readonly Element[], begin: number): ScanProblem[] =>
  elements
    .filter(({ ai, value }) => elements.find((other) => other.ai === ai)?.value !== value)
    .map(({ ai }) => ({ at: begin, says: `(${ai}) is there twice, and says two things` }))
