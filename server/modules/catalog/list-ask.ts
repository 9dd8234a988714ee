/**
 * server/modules/catalog/list-ask.ts — what the lists of the catalog are asked, and the shapes its routes share.
 */
import { Exactly, PageQuery, readCursor, SearchText, type Static, Type } from '#platform/http/index.ts'

export const Days = () => Type.Integer({ minimum: 0, maximum: 36500 })

export const CatalogQuery = Exactly({
  archived: Type.Optional(Type.Boolean({ description: 'List what is archived too' })),
  text: Type.Optional(SearchText(100)),
  ...PageQuery,
})

export function listAsk({ text, archived = false, cursor, limit = 100 }: Static<typeof CatalogQuery>) {
  const [after] = readCursor(cursor, 1) ?? [null]
  return { text: text ?? null, archived, after: typeof after === 'string' ? after : null, limit }
}
