import { Choice, Exactly, type House, Id, read, Type } from '#platform/http/index.ts'
import { isId } from '#platform/references.ts'
import { namedKinds, namesOf } from './names.ts'

const namedMax = 200

export function namesRoute(house: House): void {
  read(
    house,
    {
      url: '/v1/names',
      needs: 'look',
      tells: 'What ids are called, whatever they are of',
      tag: 'reports',
      query: Exactly({
        ids: Type.String({
          maxLength: namedMax * 37,
          pattern: '^[0-9a-fA-F-]{36}(,[0-9a-fA-F-]{36})*$',
          description: `Up to ${namedMax} ids, with commas between`,
        }),
      }),
      answer: Type.Object({
        items: Type.Array(
          Type.Object({ id: Id(), kind: Choice(namedKinds), title: Type.String(), detail: Type.String() }),
        ),
      }),
    },
    async (db, { query: { ids } }) => ({ items: await namesOf(db, ids.split(',').filter(isId)) }),
  )
}
