import { Choice, Count, Day, type House, Id, Nullable, read, Type } from '#platform/http/index.ts'
import { proposals } from './proposals.ts'

const Proposal = Type.Object({
  productId: Id(),
  sku: Type.String(),
  productName: Type.String(),
  from: Id(),
  fromCode: Type.String(),
  to: Id(),
  toCode: Type.String(),
  quantity: Count(),
  batchId: Nullable(Id()),
  batchCode: Nullable(Type.String()),
  why: Choice(['waiting', 'expires']),
  waiting: Nullable(Count()),
  expiresOn: Nullable(Day()),
  unsold: Nullable(Count()),
  says: Type.String(),
})

export function proposalRoutes(house: House): void {
  read(
    house,
    {
      url: '/v1/transfer-proposals',
      needs: 'look',
      tells:
        'What should go to which warehouse, and why: somebody waits there, or it sells there before its last day and not here',
      tag: 'transfers',
      answer: Type.Object({ items: Type.Array(Proposal) }),
    },
    async (db) => ({ items: await proposals(db) }),
  )
}
