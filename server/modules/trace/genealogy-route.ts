import { Choice, Count, Day, Exactly, type House, Id, Nullable, Quantity, read, Type } from '#platform/http/index.ts'
import { linkKinds } from '../batches/index.ts'
import { batchesMax, batchStates, genealogy, linksMax } from './genealogy.ts'
import { askedScope, scopeOf } from './scope/asked.ts'
import { knownOn } from './shapes.ts'

const Genealogy = Type.Object({
  batches: Type.Array(
    Type.Object({
      batchId: Id(),
      batchCode: Type.String(),
      productId: Id(),
      sku: Type.String(),
      expiresOn: Nullable(Day()),
      onHand: { ...Count(), description: 'Here or on the way' },
      state: { ...Choice(batchStates), description: 'Recalled: held by a recall that runs' },
      generation: Type.Integer({
        description: '0 is what is asked of, 1 what was made of it, -1 what it was made of; the longest way counts',
      }),
    }),
    { description: `Up to ${batchesMax}, the nearest` },
  ),
  links: Type.Array(
    Type.Object({
      parentId: Id(),
      childId: Id(),
      kind: Choice(linkKinds),
      quantity: { ...Quantity(), description: 'Of the parent, in the child' },
    }),
    { description: `Up to ${linksMax}` },
  ),
  batchesLeftOut: Type.Integer(),
  linksCut: Type.Boolean(),
})

export function genealogyRoute(house: House): void {
  read(
    house,
    {
      url: '/v1/genealogy',
      needs: 'look',
      tells: 'What was made of what is named, and what that was made of, generation by generation',
      tag: 'trace',
      query: Exactly({ ...askedScope, knownOn }),
      answer: Genealogy,
    },
    (db, { query }) => genealogy(db, scopeOf(query), query.knownOn ?? null),
  )
}
