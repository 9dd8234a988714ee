import { Choice, Exactly, type House, Id, read, Text, Type } from '#platform/http/index.ts'
import { foundKinds, search } from './search.ts'

export function searchRoute(house: House): void {
  read(
    house,
    {
      url: '/v1/search',
      needs: 'look',
      tells: 'Find a thing by any of its identifiers',
      tag: 'reports',
      query: Exactly({ q: Text(200) }),
      answer: Type.Object({
        items: Type.Array(
          Type.Object({
            kind: Choice(foundKinds),
            id: Id(),
            title: Type.String(),
            detail: Type.String(),
            exact: Type.Boolean({ description: 'Is called so, and does not only begin so' }),
          }),
        ),
      }),
    },
    async (db, { query: { q } }) => ({ items: q.trim() === '' ? [] : await search(db, q) }),
  )
}
