/**
 * domain/gs1/bracketed.ts — elements as people write them: `(01)09506000134352(10)ABC`. A bracket within a value is written `\(`.
 */
import type { ElementsRead, Reading, UnknownElement } from './element-string.ts'
import { faultOf, identifiers, unlisted } from './identifiers.ts'
import { type Element, type PlacedElement, problem, problemOf, type ScanProblem } from './problem.ts'

/** As the standard has it: any bracket that is not escaped begins an identifier. */
export const readBracketed = (text: string, reading: Reading): ElementsRead =>
  readParts(text, reading, /\(([^()]*)\)((?:\\\(|[^(])*)/y)

/** As people type it: only digits in brackets begin an identifier, so a batch may be `A(B)1`. */
export const readTyped = (text: string, reading: Reading): ElementsRead =>
  readParts(text, reading, /\((\d{2,4})\)((?:\\\(|(?!\(\d{2,4}\))[\s\S])*)/y)

/** `part`: an identifier and its value. */
function readParts(text: string, { begin, unlisted: anyIdentifier }: Reading, part: RegExp): ElementsRead {
  const elements: PlacedElement[] = []
  const problems: ScanProblem[] = []
  const unknown: UnknownElement[] = []
  let end = 0
  for (let at = 0; at < text.length; at = end) {
    part.lastIndex = at
    const [whole, ai = '', escaped = ''] = part.exec(text) ?? []
    if (whole === undefined) {
      problems.push(problem(text[at] === '(' ? 'bracket_not_closed' : 'brackets_expected', begin + at))
      break
    }
    end = at + whole.length
    const identifier = identifiers.get(ai) ?? (anyIdentifier ? unlisted(ai) : null)
    if (identifier === null) {
      unknown.push({ at: begin + at, text: whole })
      continue
    }
    const value = escaped.replaceAll('\\(', '(')
    const fault = faultOf(identifier, value)
    if (fault) problems.push(problemOf(identifier, fault, { value, at: begin + at + ai.length + 2 }))
    else elements.push({ ai, value, at: begin + at })
  }
  if (text === '') problems.push(problem('brackets_expected', begin))
  return { elements, problems, unknown }
}

export const bracketed = (elements: readonly Element[]): string =>
  elements.map(({ ai, value }) => `(${ai})${value.replaceAll('(', '\\(')}`).join('')
