/**
 * domain/gs1/element-string.ts — elements one behind the other, as codes carry them: an identifier, its value, and a separator where the length of the
 * value says not where it ends (GS1 General Specifications §7.8).
 */
import {
  faultOf,
  type Identifier,
  identifierAt,
  identifierLength,
  identifiers,
  predefinedLength,
  unlisted,
} from './identifiers.ts'
import { type Element, type PlacedElement, problem, problemOf, type ScanProblem } from './problem.ts'

/** FNC1 as scanners send it: the group separator of ASCII. At the begin of a message it says that it is of GS1. */
export const separator = '\u001d'

export type UnknownElement = Readonly<{ at: number; text: string }>
export type ElementsRead = Readonly<{
  elements: readonly PlacedElement[]
  problems: readonly ScanProblem[]
  /** What begins with no identifier that is known here: read over. */
  unknown: readonly UnknownElement[]
}>
/** `begin`: how many characters of the scan stand before the message. */
export type Reading = Readonly<{ begin: number; unlisted: boolean }>

/** That a message may have, as the GS1 Barcode Syntax Engine has it. */
const elementsMax = 64

/** After a problem it goes on behind the next separator, if there is one. */
export function readElements(message: string, { begin, unlisted: anyIdentifier }: Reading): ElementsRead {
  const elements: PlacedElement[] = []
  const problems: ScanProblem[] = []
  const unknown: UnknownElement[] = []
  let at = message.startsWith(separator) ? 1 : 0
  if (at === message.length) problems.push(problem('nothing_follows', begin + at))
  let behind = -1
  while (at < message.length) {
    if (behind < at) behind = nextSeparator(message, at)
    const identifier = identifierAt(message, at) ?? (anyIdentifier ? unlistedAt(message, at) : null)
    const end = endOf(message, { identifier, at, behind })
    if (identifier === null) unknown.push({ at: begin + at, text: message.slice(at, end) })
    const from = at + (identifier?.ai.length ?? 0)
    const value = message.slice(from, end)
    const fault = identifier && faultOf(identifier, value)
    if (identifier && fault) problems.push(problemOf(identifier, fault, { value, at: begin + from }))
    else if (identifier) elements.push({ ai: identifier.ai, value, at: begin + at })
    at = fault ? behind : end
    if (message[at] === separator) at += 1
  }
  const extra = elements[elementsMax]
  if (extra) problems.push(problem('too_many_identifiers', extra.at))
  return { elements, problems, unknown }
}

function nextSeparator(message: string, at: number): number {
  const next = message.indexOf(separator, at)
  return next === -1 ? message.length : next
}

type Place = Readonly<{ identifier: Identifier | null; at: number; behind: number }>

/** Where a value ends: by its length where that is predefined, before the next separator otherwise. */
function endOf(message: string, { identifier, at, behind }: Place): number {
  if (identifier?.separated) return behind
  const length = identifier ? identifier.ai.length + identifier.lengthMax : predefinedLength(message, at)
  return length === null ? behind : Math.min(at + length, behind)
}

/** Without a list only its length tells an identifier from its value. */
const unlistedAt = (message: string, at: number) => unlisted(message.slice(at, at + identifierLength(message, at)))

/** With FNC1 at the begin and no separator that need not be. */
export function elementString(elements: readonly Element[]): string {
  let separated = true
  return elements
    .map(({ ai, value }) => {
      const before = separated ? separator : ''
      separated = (identifiers.get(ai) ?? unlisted(ai))?.separated ?? true
      return `${before}${ai}${value}`
    })
    .join('')
}
