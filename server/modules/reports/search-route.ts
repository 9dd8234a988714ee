/** server/modules/reports/search-route.ts — the search as the API speaks it. */
import { Choice, Exactly, type House, Id, Nullable, read, SearchText, Type } from '#platform/http/index.ts'
import { search } from './search.ts'
import { foundKinds } from './search-sources.ts'

export function searchRoute(house: House): void {
  read(
    house,
    {
      url: '/v1/search',
      needs: 'look',
      tells: 'Find a thing by any of its identifiers',
      tag: 'reports',
      query: Exactly({ q: SearchText(200) }),
      answer: Type.Object({
        items: Type.Array(
          Type.Object({
            kind: Choice(foundKinds),
            id: Id(),
            title: Type.String(),
            detail: Type.String(),
            exact: Type.Boolean({ description: 'Is called so, and does not only begin so' }),
            mistyped: Type.Boolean({ description: 'May have been meant: one character is another' }),
          }),
        ),
        remark: Nullable(Type.String({ description: 'What is wrong with a scan, or what it names that nobody knows' })),
      }),
    },
    async (db, { query: { q } }) => (q.trim() === '' ? { items: [], remark: null } : await search(db, q)),
  )
}
