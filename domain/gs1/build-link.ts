/**
 * domain/gs1/build-link.ts — elements as the address of a Digital Link: the first key and its qualifiers are the path, all else stands behind the
 * question mark, what has a predefined length first.
 */
import { type Identifier, identifiers, unlisted } from './identifiers.ts'
import { type Element, problem, type ScanProblem } from './problem.ts'
import { escapeUri } from './uri-text.ts'

export const canonicalStem = 'https://id.gs1.org'

type Wanted = Readonly<{ stem: string; unlistedInQuery: boolean }>
export type LinkBuilt = Readonly<{ ok: true; uri: string } | { ok: false; problem: ScanProblem }>

/** Of elements of which nothing is wrong. A problem counts elements from 0. */
export function buildLink(elements: readonly Element[], { stem, unlistedInQuery }: Wanted): LinkBuilt {
  const key = elements.find(({ ai }) => identifiers.get(ai)?.keys)
  if (!key) return { ok: false, problem: problem('link_key_missing', 0) }
  const order = [key.ai, ...qualifiersOf(key.ai, elements)]
  const rest = once(elements.filter(({ ai }) => !order.includes(ai)))
  const barred = rest.find(({ ai }) => !(identifiers.get(ai)?.inLink ?? unlistedInQuery))
  if (barred)
    return { ok: false, problem: problem('link_not_an_attribute', elements.indexOf(barred), { ai: barred.ai }) }
  const path = order.flatMap((own) => elements.find(({ ai }) => ai === own) ?? [])
  const query = [...rest.filter((element) => !isSeparated(element)), ...rest.filter(isSeparated)]
  const pathText = path.map(({ ai, value }) => `/${ai}/${escapeUri(value, 'path')}`).join('')
  const queryText = query.map(({ ai, value }) => `${ai}=${escapeUri(value, 'query')}`).join('&')
  return { ok: true, uri: `${stem.replace(/\/$/, '')}${pathText}${queryText === '' ? '' : `?${queryText}`}` }
}

const identifierOf = (ai: string): Identifier | null => identifiers.get(ai) ?? unlisted(ai)
const isSeparated = ({ ai }: Element) => identifierOf(ai)?.separated ?? true

/** Of the orders that a key allows, the one of which most is there. */
function qualifiersOf(key: string, elements: readonly Element[]): readonly string[] {
  const [best = []] = (identifiers.get(key)?.keys ?? [])
    .map((order) => ({ order, there: elements.filter(({ ai }) => order.includes(ai)).length }))
    .sort((a, b) => b.there - a.there)
    .map(({ order }) => order)
  return best
}

const once = (elements: readonly Element[]) =>
  elements.filter(({ ai }, at) => elements.findIndex((other) => other.ai === ai) === at)
