/**
 * domain/gs1/parse-scan.ts — what a scanner read: the elements of a GS1 code, a GTIN, or a text that is neither.
 *
 * A GS1 code says that it is one by its symbology identifier or by FNC1 at its begin (General Specifications §5.1.2, §7.8). Many
 * scanners send neither; then it is one only where it begins with what it identifies, and nothing is wrong that the warehouse goes by.
 */
import { normaliseGtin } from './check-digit.ts'
import { complaintAbout, type Identifier, identifierAt, predefinedLength } from './identifiers.ts'

export type Element = Readonly<{ ai: string; value: string }>
/** `at` counts the characters of the scan, from 0. */
export type ScanProblem = Readonly<{
  at: number
  says: string
  /** Whose value is wrong; null where the scan itself is. */
  ai: string | null
}>
export type UnknownElement = Readonly<{ at: number; text: string }>
export type Scan = Readonly<{
  /** Without the symbology identifier. */
  text: string
  elements: readonly Element[]
  problems: readonly ScanProblem[]
  /** What begins with no identifier that is known here: read over, and no fault of the label. */
  unknown: readonly UnknownElement[]
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

/** What a warehouse goes by. Another identifier that is wrong stands in the way of nothing. */
const goneBy: ReadonlySet<string | null> = new Set([null, '00', '01', '02', '10', '11', '15', '17', '21'])

export const hinders = ({ ai }: ScanProblem): boolean => goneBy.has(ai)

export const elementValue = ({ elements }: Pick<Scan, 'elements'>, ai: string): string | null =>
  elements.find((element) => element.ai === ai)?.value ?? null

type Read = Omit<Scan, 'text'>

function unannounced(text: string, begin: number): Read {
  if (text.startsWith(separator)) return elementsOf(text, begin)
  if (/^\(\d{2,4}\)/.test(text)) return bracketed(text, begin)
  const whole = /^0[012]/.test(text) ? elementsOf(text, begin) : null
  if (whole && !whole.problems.some(hinders)) return whole
  const gtin = normaliseGtin(text)
  return { ...none, elements: gtin.ok ? [{ ai: '01', value: gtin.gtin }] : [] }
}

function gtinOf(text: string, { begin, length }: { begin: number; length: number }): Read {
  const [digits = '', more] = text.split(composite)
  const gtin = normaliseGtin(digits)
  const says = digits.length === length ? (gtin.ok ? null : gtin.problem) : `must have ${length} digits`
  const rest = more === undefined ? none : elementsOf(more, begin + digits.length + composite.length)
  if (!gtin.ok || says !== null)
    return { ...rest, problems: [{ at: begin, says: says ?? '', ai: null }, ...rest.problems] }
  return { ...rest, elements: [{ ai: '01', value: gtin.gtin }, ...rest.elements] }
}

const none: Read = { elements: [], problems: [], unknown: [] }

/** Elements one behind the other. After a problem it goes on behind the next separator, if there is one. */
function elementsOf(message: string, begin: number): Read {
  const elements: Element[] = []
  const problems: ScanProblem[] = []
  const unknown: UnknownElement[] = []
  let at = message.startsWith(separator) ? 1 : 0
  if (at === message.length) problems.push({ at: begin + at, says: 'nothing follows', ai: null })
  while (at < message.length) {
    const { end, element, wrong } = elementAt(message, at)
    if (element) elements.push(element)
    else if (wrong) problems.push({ at: begin + at, ...wrong })
    else unknown.push({ at: begin + at, text: message.slice(at, end) })
    at = message[end] === separator ? end + 1 : end
  }
  return { elements, problems: [...problems, ...contradictions(elements, begin)], unknown }
}

/** Neither element nor wrong: its identifier is not known. */
type ElementRead = Readonly<{ end: number; element: Element | null; wrong: Omit<ScanProblem, 'at'> | null }>

function elementAt(message: string, at: number): ElementRead {
  const next = message.indexOf(separator, at)
  const behind = next === -1 ? message.length : next
  const identifier = identifierAt(message, at)
  const length = predefinedLength(message, at)
  const end = length === null ? behind : Math.min(at + length, message.length)
  if (identifier === null) return { end, element: null, wrong: null }
  const read = readValue(identifier, message.slice(at + identifier.ai.length, end))
  return { end: read.wrong ? behind : end, ...read }
}

function readValue(identifier: Identifier, value: string): Omit<ElementRead, 'end'> {
  const { ai, title } = identifier
  const complaint = complaintAbout(identifier, value)
  if (complaint === null) return { element: { ai, value }, wrong: null }
  return { element: null, wrong: { ai, says: `${title} (${ai}) ${complaint}` } }
}

/** As people write it: `(01)09506000134352(10)ABC`. */
function bracketed(text: string, begin: number): Read {
  const parts = [...text.matchAll(/\((\d{2,4})\)((?:(?!\(\d{2,4}\)).)*)/gs)]
  const reads = parts.map(({ 0: whole, 1: ai = '', 2: value = '', index }) => {
    const identifier = identifierAt(ai, 0)
    const read = identifier?.ai === ai ? readValue(identifier, value) : { element: null, wrong: null }
    return { at: begin + index, whole, ...read }
  })
  const elements = reads.flatMap(({ element }) => element ?? [])
  const problems = reads.flatMap(({ at, wrong }) => (wrong ? [{ at, ...wrong }] : []))
  const unknown = reads.flatMap(({ at, whole, element, wrong }) => (element || wrong ? [] : [{ at, text: whole }]))
  return { elements, problems: [...problems, ...contradictions(elements, begin)], unknown }
}

/** One thing has one batch, one last day: the same identifier twice must say the same. */
const contradictions = (elements: readonly Element[], begin: number): ScanProblem[] =>
  elements
    .filter(({ ai, value }) => elements.find((other) => other.ai === ai)?.value !== value)
    .map(({ ai }) => ({ at: begin, says: `(${ai}) is there twice, and says two things`, ai }))
