/**
 * domain/gs1/link-paths.ts — what may stand in the path of a Digital Link: a primary key, and behind it some of its qualifiers in their order.
 */
import { identifiers } from './identifiers.ts'

/** Whether the identifiers come in this order, some left out and none twice. */
function inOrder(ais: readonly string[], order: readonly string[]): boolean {
  let next = 0
  for (const ai of ais) {
    const at = order.indexOf(ai, next)
    if (at === -1) return false
    next = at + 1
  }
  return true
}

export function isLinkPath([key = '', ...qualifiers]: readonly string[]): boolean {
  return identifiers.get(key)?.keys?.some((order) => inOrder(qualifiers, order)) ?? false
}

/** In words, what may follow a key. */
export function pathWords(key: string): string {
  const orders = (identifiers.get(key)?.keys ?? []).filter((order) => order.length > 0)
  if (orders.length === 0) return 'nothing'
  return orders.map((order) => order.map((ai) => `(${ai})`).join(', then ')).join(', or ')
}

/** Whether an attribute should have stood in the path: with it, at some place behind the key, the path would be one as well. */
export const fitsInPath = (path: readonly string[], ai: string): boolean =>
  path.some((_, at) => isLinkPath([...path.slice(0, at + 1), ai, ...path.slice(at + 1)]))
