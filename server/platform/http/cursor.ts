/**
 * server/platform/http/cursor.ts — where a page ended: the sort key of its last row, opaque to the caller.
 */
import { isId } from '../references.ts'
import { Refusal } from '../refusal.ts'

export type Cursor = readonly (string | number | null)[]

export const writeCursor = (key: Cursor): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/** The key, or null where no cursor was given; refuses `invalid_input` for one that is not ours. */
export function readCursor(text: string | undefined, length: number): Cursor | null {
  if (text === undefined) return null
  try {
    const key: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (Array.isArray(key) && key.length === length && key.every(isPart)) return key as Cursor
  } catch {
    // falls through to the refusal
  }
  throw new Refusal('invalid_input', { problems: [{ at: 'cursor', message: 'is not one that this list gave out' }] })
}

/** Where a list goes by its ids: the last one of the page before. */
export function idAfter(text: string | undefined): string | null {
  const [after] = readCursor(text, 1) ?? [null]
  return typeof after === 'string' && isId(after) ? after : null
}

const isPart = (part: unknown) =>
  part === null || typeof part === 'number' || (typeof part === 'string' && !part.includes('\u0000'))

/** Cuts one row too many into a page and the way to the next. */
export function pageOf<Row>(rows: readonly Row[], limit: number, keyOf: (row: Row) => Cursor) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? writeCursor(keyOf(last)) : null }
}
