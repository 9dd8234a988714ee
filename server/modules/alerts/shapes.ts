/**
 * server/modules/alerts/shapes.ts — alerts as the API speaks them.
 */
import { alertStates, stepDaysMax, stepsMax } from '#domain/alerts.ts'
import { Choice, Count, Day, Exactly, Id, Instant, Nullable, Text, Type } from '#platform/http/index.ts'

const text = () => Nullable(Type.String())

export const Step = () =>
  Type.Integer({ minimum: 0, maximum: stepDaysMax, description: 'Days before the last day; 0: on the day after it' })

export const Alert = Type.Object({
  id: Id(),
  kind: Choice(['expiry']),
  state: Choice(alertStates),
  stepDays: { ...Step(), description: 'The step that was reached; 0: the last day is over' },
  judgedBy: { ...Day(), description: 'The last day by which it was reached' },
  unitsThen: { ...Count(), description: 'On hand when it was' },
  raisedAt: Instant(),
  batchId: Id(),
  batchCode: Type.String(),
  expiresOn: { ...Nullable(Day()), description: 'The last day it has now' },
  daysLeft: {
    ...Nullable(Type.Integer()),
    description: 'Of the warehouses where it lies, in the one where it is latest; negative once expired',
  },
  productId: Id(),
  sku: Type.String(),
  productName: Type.String(),
  baseUnit: Choice(['each', 'gram', 'millilitre']),
  units: { ...Count(), description: 'On hand now, held, opened and set aside as well' },
  places: Type.Array(
    Type.Object({
      placeId: Id(),
      placeCode: Type.String(),
      placeKind: Type.String(),
      warehouseId: Id(),
      warehouseCode: Type.String(),
      quantity: Count(),
    }),
  ),
  answeredBy: { ...text(), description: 'Who saw it or snoozed it last' },
  answeredAt: Nullable(Instant()),
  snoozedUntil: { ...Nullable(Day()), description: 'The last day on which it is quiet' },
  snoozeReason: text(),
  closedAt: Nullable(Instant()),
  closedBecause: { ...text(), description: 'In words, as "date moved to 2026-02-01"' },
})

export const NewSnooze = Exactly({
  until: { ...Day(), description: 'The last day on which it is quiet; a tighter step is told of nevertheless' },
  reason: Text(1000),
})

export const NewSteps = Exactly({
  days: Type.Array(Type.Integer({ minimum: 1, maximum: stepDaysMax }), {
    maxItems: stepsMax,
    uniqueItems: true,
    description: 'Days before the last day, in any order; none: only once it is over',
  }),
})
const steps = { days: Type.Array(Type.Integer(), { description: 'The widest first' }) }
export const Steps = Type.Object({
  account: Type.Object({ ...steps, setBy: text(), setAt: Nullable(Instant()) }),
  products: Type.Array(
    Type.Object({
      productId: Id(),
      sku: Type.String(),
      productName: Type.String(),
      ...steps,
      setBy: Type.String(),
      setAt: Instant(),
    }),
    { description: 'Those with steps of their own' },
  ),
})
