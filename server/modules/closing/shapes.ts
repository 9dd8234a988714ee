import { checkLevels } from '#domain/recalls/effectiveness.ts'
import { Choice, Count, Day, Id, Instant, Nullable, Type } from '#platform/http/index.ts'
import { happeningKinds } from './timeline.ts'

const text = () => Nullable(Type.String())
const units = {
  returned: Count(),
  have: Count(),
  destroyed: Count(),
  returning: Count(),
  used: Count(),
  unknown: Count(),
}

export const StatusShape = Type.Object({
  consignees: Count(),
  notified: Type.Object({
    count: Count(),
    byWay: Type.Object({ email: Count(), letter: Count(), phone: Count() }),
    first: Nullable(Instant()),
    last: Nullable(Instant()),
  }),
  responded: Type.Object({ count: Count(), have: { ...Count(), description: 'Units that they have, by their word' } }),
  silent: Count(),
  notNotified: Count(),
  units: Type.Object({ distributed: Count(), ...units }),
  accounted: { ...Count(), description: 'Returned, destroyed and used' },
  checks: Type.Object({
    level: Nullable(Choice(checkLevels)),
    percent: Nullable(Type.Number()),
    drawn: Count(),
    open: Count(),
    effective: Count(),
    notEffective: Count(),
    notReached: Count(),
    passRate: Nullable(Type.Number()),
  }),
  each: Type.Array(
    Type.Object({
      id: Id(),
      customerCode: text(),
      orderNumbers: Type.Array(Type.String()),
      quantity: Count(),
      ...units,
      isNotified: Type.Boolean(),
      isSilent: Type.Boolean(),
    }),
    { description: 'By code and order, never by name' },
  ),
})
export const Report = Type.Object({
  number: Type.Integer(),
  facts: StatusShape,
  doneOn: Nullable(Day()),
  note: text(),
  madeBy: Type.String(),
  madeAt: Instant(),
})
export const HappeningShape = Type.Object({
  at: Instant(),
  kind: Choice(happeningKinds),
  version: Nullable(Type.Integer({ description: 'Of what is meant, where that was said' })),
  byName: { ...text(), description: 'Null where it was somebody outside' },
  says: Type.String(),
  detail: text(),
})
export const ClosingFile = Type.Object({
  number: Type.Integer(),
  sha256: Type.String(),
  bytes: Type.Integer(),
  madeBy: Type.String(),
  madeAt: Instant(),
})
