/**
 * server/platform/references.ts — a thing is named in a request by its id or by its code; which it is, its form tells.
 */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const isId = (text: string): boolean => uuid.test(text)

export function splitReferences(references: Iterable<string>): { ids: string[]; codes: string[] } {
  const all = [...new Set(references)]
  return { ids: all.filter(isId), codes: all.filter((text) => !isId(text)) }
}
