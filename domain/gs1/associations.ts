/**
 * domain/gs1/associations.ts — what elements say of each other: which must stand together, which must not, and that none contradicts itself (GS1
 * General Specifications §4.14). A thing may bear several codes; then all of them together must keep these rules.
 */
import { type Identifier, identifiers, type Pattern } from './identifiers.ts'
import { type PlacedElement, problem, type ScanProblem } from './problem.ts'

type Elements = readonly PlacedElement[]
type Rule = (elements: Elements) => ScanProblem[]

/** One thing has one batch, one last day: the same identifier twice must say the same. Told where it says something else for the first time. */
export const repeats: Rule = (elements) => {
  const problems: ScanProblem[] = []
  for (let at = 1; at < elements.length; at += 1) {
    const element = elements[at]
    const first = element && firstOf(elements, element.ai)
    if (element && first && first.value !== element.value)
      problems.push(problem('repeated_identifier', element.at, { ai: element.ai }))
  }
  return problems
}

function firstOf(elements: Elements, ai: string): PlacedElement | null {
  for (const element of elements) if (element.ai === ai) return element
  return null
}

/** The first that fits, besides the identifier that asks. */
function fitting(elements: Elements, { text, begin }: Pattern, own: string): string | null {
  for (const { ai } of elements) if (ai.length === text.length && ai.startsWith(begin) && ai !== own) return ai
  return null
}

export const exclusions: Rule = (elements) => {
  const problems: ScanProblem[] = []
  for (const { ai, at } of elements) {
    const bars = identifiers.get(ai)?.bars ?? []
    if (bars.length > 0) problems.push(...barredBy(elements, bars, { ai, at }))
  }
  return problems
}

const barredBy = (elements: Elements, bars: Identifier['bars'], { ai, at }: Pick<PlacedElement, 'ai' | 'at'>) =>
  bars.flatMap((pattern) => {
    const other = fitting(elements, pattern, ai)
    return other === null ? [] : [problem('barred_identifier', at, { ai, other })]
  })

export const requisites: Rule = (elements) => {
  const problems: ScanProblem[] = []
  for (const { ai, at } of elements) {
    const needs = identifiers.get(ai)?.needs ?? []
    if (needs.length > 0 && !isMet(elements, needs, ai))
      problems.push(problem('missing_identifier', at, { ai, needs: inWords(needs) }))
  }
  return problems
}

type Needs = Identifier['needs']

function isMet(elements: Elements, needs: Needs, own: string): boolean {
  for (const all of needs) if (all.every((pattern) => fitting(elements, pattern, own) !== null)) return true
  return false
}

const inWords = (needs: Needs) => needs.map((all) => all.map(({ text }) => `(${text})`).join(' with ')).join(' or ')

/** Keys whose serial number may be absent, and how long they are without it. */
const serialised: ReadonlyMap<string, number> = new Map([
  ['253', 13],
  ['255', 13],
  ['8003', 14],
])

export const signedKeys: Rule = (elements) => {
  if (firstOf(elements, '8030') === null) return []
  return elements
    .filter(({ ai, value }) => value.length === serialised.get(ai))
    .map(({ ai, at }) => problem('unserialised_key', at, { ai }))
}

/** All rules, of one code that stands alone or of all codes of a thing. */
export const associations: Rule = (elements) => [
  ...repeats(elements),
  ...exclusions(elements),
  ...requisites(elements),
  ...signedKeys(elements),
]
