/**
 * server/platform/references.ts — a thing is named in a request by its id or by its code; which it is, its form tells.
 *
 * Ids come in either case (RFC 9562 §4) and are kept, compared and answered in small letters; `inSmallLetters` is where
 * they come in. A code keeps its case, unless it has the form of an id: then it is taken for one.
 */
import { Refusal } from './refusal.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const uuidLength = 36

export const isId = (text: string): boolean => uuid.test(text)

export function inSmallLetters(reference: string): string {
  if (reference.length !== uuidLength) return reference
  const small = reference.toLowerCase()
  return isId(small) ? small : reference
}

/** What a reference names among what was found by it; null where none was given. Refuses `not_found`. */
export function found<Row>(rows: ReadonlyMap<string, Row>, kind: string, reference: string): Row
export function found<Row>(rows: ReadonlyMap<string, Row>, kind: string, reference: string | undefined): Row | null
export function found<Row>(rows: ReadonlyMap<string, Row>, kind: string, reference: string | undefined): Row | null {
  if (reference === undefined) return null
  const row = rows.get(reference)
  if (!row) throw new Refusal('not_found', { kind, id: reference })
  return row
}

export function splitReferences(references: Iterable<string>): { ids: string[]; codes: string[] } {
  const all = [...new Set(references)]
  return { ids: all.filter(isId), codes: all.filter((text) => !isId(text)) }
}
