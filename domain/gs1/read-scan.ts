/**
 * domain/gs1/read-scan.ts — what a reader sent, read strictly: every rule of GS1 is held against it, and everything that is wrong is told. What the
 * warehouse does with a label that is not quite right is in `parse-scan.ts`.
 */
import { associations } from './associations.ts'
import { readBracketed } from './bracketed.ts'
import { type LinkTolerance, readLink } from './digital-link.ts'
import { type ElementsRead, readElements, separator } from './element-string.ts'
import { missingSeparator } from './missing-separator.ts'
import { gtinOf, readNumber } from './plain-codes.ts'
import { type PlacedElement, problem, type ScanProblem } from './problem.ts'
import { isSpelled, withSeparators } from './spelled-separators.ts'
import { announced, type Carrier, composite, withoutAddOn } from './symbologies.ts'

export type ScanKind = 'element-string' | 'digital-link' | 'ean' | 'plain'
export type Scanned = Readonly<{
  kind: ScanKind
  elements: readonly PlacedElement[]
  problems: readonly ScanProblem[]
  /** What an identifier needs beside it and has not, where that may stand on another code of the same thing. */
  remarks: readonly ScanProblem[]
}>
export type ScanTolerance = LinkTolerance &
  Readonly<{
    /** A scanned code is all there is on its thing. Else what an identifier needs beside it may stand on another one. */
    whole: boolean
  }>

export const strict: ScanTolerance = {
  unlisted: false,
  unlistedInQuery: false,
  shortGtins: false,
  names: false,
  whole: true,
}

const plain: Scanned = { kind: 'plain', elements: [], problems: [], remarks: [] }

export function readScan(scan: string, tolerance: ScanTolerance): Scanned {
  if (!isSpelled(scan)) return readSent(scan, tolerance)
  const { text, placeOf } = withSeparators(scan)
  return replaced(readSent(text, tolerance), placeOf)
}

/** The same where every place is another. */
function replaced({ kind, elements, problems, remarks }: Scanned, placeOf: (at: number) => number): Scanned {
  const placed = <T extends { at: number }>(one: T): T => ({ ...one, at: placeOf(one.at) })
  return { kind, elements: elements.map(placed), problems: problems.map(placed), remarks: remarks.map(placed) }
}

function readSent(scan: string, tolerance: ScanTolerance): Scanned {
  if (scan === '') return { ...plain, problems: [problem('nothing_scanned', 0)] }
  const text = withoutAddOn(scan)
  const said = announced(text)
  if (said?.carrier) return readCarried(text, { begin: said.begin, ...said.carrier }, tolerance)
  if (said) return replaced(readUnannounced(text.slice(said.begin), tolerance), (at) => at + said.begin)
  if (text.startsWith(']')) return { ...plain, problems: [problem('unknown_symbology', 0, { text: text.slice(0, 3) })] }
  return readUnannounced(text, tolerance)
}

/** Of a code whose kind the reader said. `]Q1`, `]Q3` … */
export function readAnnounced(scan: string, tolerance: ScanTolerance): Scanned {
  return announced(withoutAddOn(scan))?.carrier
    ? readScan(scan, tolerance)
    : { ...plain, problems: [problem('symbology_missing', 0)] }
}

function readCarried(scan: string, { begin, carries }: Carrier & { begin: number }, tolerance: ScanTolerance): Scanned {
  const message = scan.slice(begin)
  if (carries === 'elements') return elementsOf(message, begin, tolerance)
  if (carries === 'text') return readText(scan, begin, tolerance)
  const [digits = '', more] = message.split(composite)
  const number = readNumber(digits, { begin, length: carries })
  if (more === undefined) return { kind: 'ean', ...number, remarks: [] }
  const read = readElements(more, { begin: begin + digits.length + composite.length, unlisted: tolerance.unlisted })
  return judged(
    'ean',
    { ...read, elements: [...number.elements, ...read.elements], problems: [...number.problems, ...read.problems] },
    tolerance,
  )
}

const oneCase = /^(?:https?|HTTPS?):\/\//

/** The code is none of GS1 by its kind, but it may hold a link; and printers forget FNC1, so it may be one after all where nothing is wrong with it. */
function readText(scan: string, begin: number, tolerance: ScanTolerance): Scanned {
  const text = scan.slice(begin)
  const read = readUnannounced(text, tolerance)
  const isLink = oneCase.test(text)
  return isLink || (read.problems.length === 0 && read.kind !== 'digital-link')
    ? replaced(read, (at) => at + begin)
    : plain
}

function readUnannounced(text: string, tolerance: ScanTolerance): Scanned {
  if (text.startsWith(separator)) return elementsOf(text, 0, tolerance)
  // A circumflex cannot be in a value; in writing it stands for FNC1.
  if (/^\^\d\d/.test(text)) return elementsOf(text.replaceAll('^', separator), 0, tolerance)
  if (/^\([\d)]/.test(text))
    return judged('element-string', readBracketed(text, { begin: 0, unlisted: tolerance.unlisted }), written(tolerance))
  if (/^https?:\/\//i.test(text)) return linkOf(text, tolerance)
  const whole = /^0[0-3]/.test(text) || text.includes(separator) ? elementsOf(text, 0, tolerance) : null
  // A key whose check digit is right is no accident.
  if (whole && (whole.elements[0]?.at === 0 || text.includes(separator))) return whole
  const gtin = gtinOf(text)
  return gtin === null
    ? plain
    : { kind: 'ean', elements: [{ ai: '01', value: gtin, at: 0 }], problems: [], remarks: [] }
}

function elementsOf(message: string, begin: number, tolerance: ScanTolerance): Scanned {
  const read = readElements(message, { begin, unlisted: tolerance.unlisted })
  const doubt = read.problems.length === 0 ? missingSeparator(message, read.elements) : null
  return judged('element-string', doubt ? { ...read, problems: [doubt] } : read, tolerance)
}

const linkOf = (uri: string, tolerance: ScanTolerance): Scanned =>
  judged('digital-link', { ...readLink(uri, tolerance), unknown: [] }, written(tolerance))

/** What elements say of each other is asked where each is right by itself. */
function judged(kind: ScanKind, { elements, problems, unknown }: ElementsRead, tolerance: ScanTolerance): Scanned {
  const own =
    unknown.length === 0 ? problems : [...problems, ...unknown.map(unknownProblem)].sort((a, b) => a.at - b.at)
  if (own.length > 0) return { kind, elements, problems: own, remarks: [] }
  const between = associations(elements)
  if (tolerance.whole || between.length === 0) return { kind, elements, problems: between, remarks: [] }
  const [remarks, counted] = [between.filter(isMissing), between.filter((one) => !isMissing(one))]
  return { kind, elements, problems: counted, remarks }
}

const isMissing = ({ code }: ScanProblem): boolean => code === 'missing_identifier'

/** Brackets and links are written as a whole. */
const written = (tolerance: ScanTolerance): ScanTolerance =>
  tolerance.whole ? tolerance : { ...tolerance, whole: true }

const unknownProblem = ({ at, text }: { at: number; text: string }): ScanProblem =>
  problem('unknown_identifier', at, { text: JSON.stringify(text.slice(0, 4)) })
