/**
 * domain/gs1/digital-link.ts — addresses that name things by GS1: `https://id.gs1.org/01/09506000134352/10/ABC?17=261231` (GS1 Digital Link
 * Standard: URI Syntax). The right-most key of the path counts, so that what stands before it may look like anything.
 */
import { faultOf, type Identifier, identifiers, unlisted } from './identifiers.ts'
import { fitsInPath, isLinkPath, pathWords } from './link-paths.ts'
import { type PlacedElement, problem, problemOf, type ScanProblem } from './problem.ts'
import { type UriPlace, unescapeUri } from './uri-text.ts'

/** What is read although the standard in force does not have it, or says nothing of it. */
export type LinkTolerance = Readonly<{
  /** Identifiers that are in no list. */
  unlisted: boolean
  /** … and these behind the question mark as well. */
  unlistedInQuery: boolean
  /** GTINs of 8, 12 and 13 digits. */
  shortGtins: boolean
  /** Names for identifiers, as `/gtin/` for `/01/`: withdrawn in 2020. */
  names: boolean
}>
export type LinkRead = Readonly<{ elements: readonly PlacedElement[]; problems: readonly ScanProblem[] }>

const names: ReadonlyMap<string, string> = new Map([
  ['gtin', '01'],
  ['cpv', '22'],
  ['lot', '10'],
  ['ser', '21'],
  ['sscc', '00'],
  ['itip', '8006'],
  ['gln', '414'],
  ['glnx', '254'],
  ['party', '417'],
  ['gdti', '253'],
  ['gcn', '255'],
  ['grai', '8003'],
  ['giai', '8004'],
  ['ginc', '401'],
  ['gsin', '402'],
  ['gmn', '8013'],
  ['gsrn', '8018'],
  ['gsrnp', '8017'],
  ['srin', '8019'],
  ['cpid', '8010'],
  ['cpsn', '8011'],
  ['refno', '8020'],
])

const strangeCharacter = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/
const strangeInDomain = /[_~?#@!$&'()*+,;=%]/
const scheme = /^(?:https?|HTTPS?):\/\//

type Part = Readonly<{ ai: string; at: number; text: string; textAt: number }>
type Address = Readonly<{ path: readonly Part[]; query: readonly Part[] }>

export function readLink(uri: string, tolerance: LinkTolerance): LinkRead {
  const address = addressOf(uri, tolerance)
  if ('code' in address) return { elements: [], problems: [address] }
  const path = address.path.map((part) => partRead(part, 'path', tolerance))
  const query = address.query.map((part) => partRead(part, 'query', tolerance))
  const reads = [...path, ...query]
  const misplaced = misplacedIn(path, query, tolerance)
  return {
    elements: reads.flatMap(({ element }) => element ?? []),
    problems: [...reads.flatMap(({ wrong }) => wrong ?? []), ...misplaced],
  }
}

/** The address in its parts, or why it is none of GS1. */
function addressOf(uri: string, tolerance: LinkTolerance): Address | ScanProblem {
  const strange = strangeCharacter.exec(uri)
  if (strange) return problem('link_characters', strange.index, { text: JSON.stringify(strange[0]) })
  const domainAt = scheme.exec(uri)?.[0].length
  if (domainAt === undefined) return problem('link_scheme', 0)
  const pathAt = uri.indexOf('/', domainAt)
  const domain = uri.slice(domainAt, pathAt === -1 ? undefined : pathAt)
  if (pathAt === -1 || domain === '' || strangeInDomain.test(domain))
    return problem('link_domain', domainAt, { text: JSON.stringify(domain) })
  const [before = ''] = uri.split('#')
  const mark = before.indexOf('?', pathAt)
  const pathEnd = mark === -1 ? before.length : mark
  const path = pathParts(uri.slice(pathAt, pathEnd), pathAt, tolerance)
  if (path === null) return problem('link_without_key', pathAt)
  return { path, query: queryParts(before.slice(pathEnd + 1), pathEnd + 1) }
}

/** From the right-most key on; null where the path ends in none. */
function pathParts(path: string, begin: number, tolerance: LinkTolerance): Part[] | null {
  const parts: Part[] = []
  for (let end = path.length; end > 0; ) {
    const valueAt = path.lastIndexOf('/', end - 1)
    const nameAt = valueAt < 1 ? -1 : path.lastIndexOf('/', valueAt - 1)
    const name = path.slice(nameAt + 1, valueAt)
    const identifier = nameAt === -1 ? null : identifierNamed(name, tolerance)
    if (identifier === null) return null
    parts.unshift({
      ai: identifier.ai,
      at: begin + nameAt + 1,
      text: path.slice(valueAt + 1, end),
      textAt: begin + valueAt + 1,
    })
    if (identifier.keys !== null) return parts
    end = nameAt
  }
  return null
}

function identifierNamed(name: string, tolerance: LinkTolerance): Identifier | null {
  const ai = tolerance.names ? (names.get(name) ?? name) : name
  return identifiers.get(ai) ?? (tolerance.unlisted ? unlisted(ai) : null)
}

/** What has no value, or a name that is not all digits, is no concern of GS1. */
function queryParts(query: string, begin: number): Part[] {
  let at = begin
  return query.split('&').flatMap((pair) => {
    const own = at
    at += pair.length + 1
    const equals = pair.indexOf('=')
    const name = pair.slice(0, Math.max(equals, 0))
    return /^\d+$/.test(name) ? [{ ai: name, at: own, text: pair.slice(equals + 1), textAt: own + equals + 1 }] : []
  })
}

type PartRead = Readonly<{
  part: Part
  identifier: Identifier | null
  element: PlacedElement | null
  wrong: ScanProblem | null
}>

function partRead(part: Part, place: UriPlace, tolerance: LinkTolerance): PartRead {
  const { ai, at, text, textAt } = part
  const identifier = identifiers.get(ai) ?? (tolerance.unlisted ? unlisted(ai) : null)
  const wrong = (found: ScanProblem): PartRead => ({ part, identifier, element: null, wrong: found })
  if (identifier === null) return wrong(problem('link_unknown_query', at, { text: ai }))
  if (text === '') return wrong(problem('link_empty_value', at, { ai }))
  const said = unescapeUri(text, place)
  if (said === '') return wrong(problem('link_null', at, { ai }))
  const short = tolerance.shortGtins && ai === '01' && [8, 12, 13].includes(said.length)
  const value = short ? said.padStart(14, '0') : said
  const fault = faultOf(identifier, value)
  if (fault) return wrong(problemOf(identifier, fault, { value, at: textAt }))
  return { part, identifier, element: { ai, value, at }, wrong: null }
}

function misplacedIn(path: readonly PartRead[], query: readonly PartRead[], tolerance: LinkTolerance): ScanProblem[] {
  const order = path.map(({ part }) => part.ai)
  const [key = '', ...qualifiers] = order
  const problems: ScanProblem[] = isLinkPath(order)
    ? []
    : [
        problem('link_order', path[1]?.part.at ?? 0, {
          ai: key,
          right: pathWords(key),
          text: qualifiers.map((ai) => `(${ai})`).join(', '),
        }),
      ]
  const before = new Set(order)
  for (const { part, identifier } of query) {
    const { ai, at } = part
    if (identifier === null) continue
    const barred = !identifier.inLink || (!identifiers.has(ai) && !tolerance.unlistedInQuery)
    if (before.has(ai)) problems.push(problem('link_repeated', at, { ai }))
    else if (fitsInPath(order, ai)) problems.push(problem('link_belongs_in_path', at, { ai }))
    else if (barred) problems.push(problem('link_not_an_attribute', at, { ai }))
    before.add(ai)
  }
  return problems
}
