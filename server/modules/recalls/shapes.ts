import { recallClasses, recallKinds, recallStates } from '#domain/recalls/state.ts'
import { Choice, Count, Exactly, Id, Instant, Nullable, Quantity, Text, Type } from '#platform/http/index.ts'
import { Exposure, Scope } from '../trace/index.ts'

const text = () => Nullable(Type.String())
const texts = {
  class: Type.Optional(Nullable({ ...Choice(recallClasses), description: '21 CFR 7.3(m); of a recall only' })),
  hazard: Type.Optional(Nullable({ ...Text(4000), description: 'What it can do to people' })),
}

export const NewRecall = Exactly({
  id: Type.Optional(Id()),
  kind: Choice(recallKinds),
  title: Text(200),
  reason: { ...Text(4000), description: 'What is wrong with the goods' },
  ...texts,
  scope: Scope,
})
export const RecallChange = Exactly({
  title: Type.Optional(Text(200)),
  reason: Type.Optional(Text(4000)),
  ...texts,
})
export const NewScope = Exactly({ scope: Scope, reason: Text(1000) })

const Listed = {
  id: Id(),
  number: Type.String(),
  kind: Choice(recallKinds),
  class: Nullable(Choice(recallClasses)),
  title: Type.String(),
  reason: Type.String(),
  hazard: text(),
  state: Choice(recallStates),
  version: Type.Integer({ description: 'Of what is meant' }),
  openedBy: Type.String(),
  openedAt: Instant(),
  startedAt: Nullable(Instant()),
  endedAt: Nullable(Instant()),
}
export const ListedRecall = Type.Object(Listed)

export const RecallDetail = Type.Object({
  ...Listed,
  twoPeople: Type.Boolean({ description: 'The account asks for another person to approve start and end' }),
  needsSecond: Type.Boolean({
    description: 'Whoever asks may take the next step, start or end, only once another person has approved it',
  }),
  approvedByYou: Type.Boolean({ description: 'Whoever asks has approved the next step of this version' }),
  secondsToIsolate: Nullable(
    Type.Number({ description: 'From when it was opened to the commit that held everything; null until then' }),
  ),
  versions: Type.Array(
    Type.Object({
      version: Type.Integer(),
      scope: Scope,
      reason: text(),
      madeBy: Type.String(),
      madeAt: Instant(),
    }),
  ),
  acts: Type.Array(
    Type.Object({
      id: Id(),
      kind: Choice(['approve_start', 'start', 'approve_end', 'end', 'abandon']),
      version: Type.Integer(),
      byName: Type.String(),
      at: Instant(),
      reason: text(),
    }),
  ),
  isolated: Type.Array(
    Type.Object({
      version: Type.Integer(),
      batches: Type.Integer(),
      places: Type.Integer(),
      onHand: Count(),
      picked: { ...Count(), description: 'Of it, what lay picked: it is stopped, and put back by a person' },
      released: { ...Count(), description: 'Promises that were taken back' },
      orderLines: Type.Integer(),
    }),
    { description: 'What each version that was put in force froze and took back' },
  ),
  balance: Nullable(
    Type.Array(
      Type.Object({
        productId: Id(),
        sku: Type.String(),
        productName: Type.String(),
        distributed: { ...Count(), description: 'Customers had when it began' },
        sentSince: Count(),
        recovered: { ...Count(), description: 'Came back since' },
        outstanding: { ...Count(), description: 'Customers have now' },
        held: { ...Count(), description: 'Here and between warehouses now' },
        destroyed: { ...Count(), description: 'Since it began' },
        other: { ...Count(), description: 'Used, lost, found or taken as samples since, as a sum' },
        gap: { ...Count(), description: 'What is not accounted for; 0 unless the ledger is wrong' },
      }),
      { description: 'By product; null until it started' },
    ),
  ),
})
export const Preview = Type.Object({
  exposure: Exposure,
  named: Type.Integer({ description: 'Batches that are meant' }),
  serials: Type.Integer({ description: 'Units that are meant by themselves; their batches are held as a whole' }),
  undated: Type.Integer({ description: 'Batches that are meant because nobody knows when they were made' }),
  alreadyHeld: Type.Integer({ description: 'Of the batches reached, those that a hold covers now' }),
  stopped: Type.Array(
    Type.Object({
      orderId: Id(),
      orderNumber: Type.String(),
      customerName: text(),
      quantity: Quantity(),
      picked: Count(),
    }),
    { description: 'Orders that would lose what is promised or picked' },
  ),
})
