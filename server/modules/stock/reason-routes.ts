import {
  Choice,
  Exactly,
  type House,
  Id,
  IdParams,
  Instant,
  Nullable,
  read,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { addReason, archiveReason, directions, reasonList } from './reasons.ts'

const tag = 'stock'
const Reason = Type.Object({
  id: Id(),
  name: Type.String(),
  direction: Choice(directions),
  setsAside: Type.Boolean({ description: 'The units go to quarantine and stay on hand; else they are not there' }),
  archivedAt: Nullable(Instant()),
})

export function reasonRoutes(house: House): void {
  read(
    house,
    {
      url: '/v1/stock-reasons',
      needs: 'look',
      tells: 'Why stock is corrected or set aside: the list that the account keeps',
      tag,
      answer: Type.Object({ items: Type.Array(Reason) }),
    },
    async (db) => ({ items: await reasonList(db) }),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/stock-reasons',
      needs: 'change account',
      tells: 'Add a reason for which stock is corrected or set aside',
      tag,
      status: 201,
      body: Exactly({
        id: Type.Optional(Id()),
        name: Text(80),
        direction: Choice(directions),
        setsAside: Type.Boolean(),
      }),
      answer: Reason,
    },
    (tx, { body }) => addReason(tx, body),
  )
  write(
    house,
    'PATCH',
    {
      url: '/v1/stock-reasons/:id',
      needs: 'change account',
      tells: 'Offer a reason no more, or again; what was corrected for it keeps it',
      tag,
      params: IdParams(),
      body: Exactly({ archived: Type.Boolean() }),
      answer: Reason,
    },
    (tx, { params: { id }, body: { archived } }) => archiveReason(tx, id, archived),
  )
}
