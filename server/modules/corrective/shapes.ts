/**
 * server/modules/corrective/shapes.ts — corrective actions as the API speaks them.
 */
import { Choice, Day, Exactly, Id, Instant, Nullable, Text, Type } from '#platform/http/index.ts'
import { causes } from './store.ts'

const text = () => Nullable(Type.String())

export const NewAction = Exactly({ id: Type.Optional(Id()), says: Text(500), owner: Text(200), dueOn: Day() })
export const ActionChange = Exactly({ owner: Type.Optional(Text(200)), dueOn: Type.Optional(Day()) })

export const Action = Type.Object({
  id: Id(),
  mockId: { ...Nullable(Id()), description: 'The mock recall that showed it; null where a recall did' },
  recallId: { ...Nullable(Id()), description: 'The recall that showed it; null where a mock recall did' },
  number: { ...Type.String(), description: 'Of the one that showed it' },
  cause: Choice(causes),
  says: Type.String(),
  owner: Type.String(),
  dueOn: Day(),
  openedBy: Type.String(),
  openedAt: Instant(),
  doneBy: text(),
  doneAt: Nullable(Instant()),
  note: text(),
})
