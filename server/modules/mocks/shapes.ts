import { deliverables, mockActs, mockStates } from '#domain/mocks/judge-mock.ts'
import { Choice, Count, Day, Exactly, Id, Instant, Nullable, Quantity, Text, Type } from '#platform/http/index.ts'
import { Action } from '../corrective/index.ts'
import { MassBalance } from '../trace/index.ts'

const text = () => Nullable(Type.String())
const Percent = (description: string) => Type.Number({ minimum: 0, maximum: 100, description })

export const Setting = Exactly({
  everyMonths: Nullable(
    Type.Integer({ minimum: 1, maximum: 60, description: 'How often one is due; null: on demand only' }),
  ),
  nextOn: Nullable({ ...Day(), description: 'From this day on the next one is due; null where none is' }),
  minutesMax: Type.Integer({
    minimum: 1,
    maximum: 10080,
    description: 'From the start to the last thing that is delivered',
  }),
  foundMin: Percent('Of the units that came in'),
  contactsMin: Percent('Of those who got it, who can be reached'),
})

export const NewMock = Exactly({
  id: Type.Optional(Id()),
  batch: Type.Optional({ ...Id(), description: 'Without one, a batch is drawn from those shipped in the last year' }),
  seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1, description: 'Draws the same batch again' })),
})
export const Confirmation = Exactly({
  deliverable: Choice(deliverables),
  found: Type.Optional(
    Type.Integer({
      minimum: 0,
      description: 'Units that people went and found, of those on hand and in transit; of the balance only',
    }),
  ),
  note: Type.Optional(Text(2000)),
  owner: Type.Optional({ ...Text(200), description: 'Who puts right what is missing; else whoever confirms' }),
  dueOn: Type.Optional({ ...Day(), description: 'Until when; else in 14 days' }),
})
const Listed = {
  id: Id(),
  number: Type.String(),
  batchId: Id(),
  batchCode: Type.String(),
  productId: Id(),
  sku: Type.String(),
  productName: Type.String(),
  how: { ...Choice(['named', 'drawn']), description: 'The batch' },
  cause: Choice(['asked', 'scheduled']),
  state: Choice(mockStates),
  openedBy: Type.String(),
  openedAt: Instant(),
  startedAt: Nullable(Instant()),
  endedAt: Nullable(Instant()),
  passed: Nullable(Type.Boolean({ description: 'Null until it has ended' })),
  seconds: Nullable(Type.Number({ description: 'From the start to the last thing that was delivered' })),
}
export const ListedMock = Type.Object(Listed)

const Consignee = Type.Object({
  line: Type.Integer(),
  customerId: Nullable(Id()),
  orderId: Nullable(Id()),
  name: Type.String(),
  units: Count(),
  hasEmail: Type.Boolean(),
  hasAddress: Type.Boolean(),
  emailWrong: { ...text(), description: 'Why no mail goes to the e-mail address that is known, in words' },
})
const Lay = Type.Object({
  batchId: Id(),
  batchCode: Type.String(),
  sku: Type.String(),
  placeId: Id(),
  placeCode: Type.String(),
  placeKind: Type.String(),
  warehouseCode: text(),
  onHand: Count(),
})
const Origin = Type.Object({
  batchId: Id(),
  batchCode: Type.String(),
  sku: Type.String(),
  source: { ...Choice(['receipt', 'made', 'none']), description: 'None: no receipt and no production run tells' },
  receiptId: Nullable(Id()),
  receiptNumber: text(),
  receivedAt: Nullable(Instant()),
  supplierName: text(),
  supplierLot: text(),
  quantity: Quantity(),
})

export const MockDetail = Type.Object({
  ...Listed,
  acts: Type.Array(
    Type.Object({
      kind: Choice(mockActs),
      byName: Type.String(),
      at: Instant(),
      note: text(),
      found: Nullable(Count()),
    }),
  ),
  targets: Type.Object({ minutesMax: Type.Integer(), foundMin: Type.Number(), contactsMin: Type.Number() }),
  draw: Nullable(
    Type.Object(
      { seed: Type.Integer(), since: Instant(), candidates: Type.Integer() },
      { description: 'How the batch was drawn' },
    ),
  ),
  confirmed: Type.Array(Choice(deliverables)),
  secondsSoFar: Type.Number(),
  foundPercent: Type.Number(),
  contactsPercent: Type.Number(),
  failings: Type.Array(Type.String(), { description: 'What stands against a pass' }),
  unitsFound: Nullable({ ...Count(), description: 'What people went and found of what should lie here' }),
  variance: { ...Count(), description: 'Units that are missing; below 0 too many' },
  origins: Type.Array(Origin),
  sent: Type.Object({
    shipments: Count(),
    customers: Count(),
    orders: Count(),
    quantity: Count(),
    returned: Count(),
    consignees: Count(),
  }),
  withEmail: Count(),
  unreachable: Type.Array(Consignee, {
    description: 'The first 500 who have neither an e-mail address to which mail can go nor a postal address',
  }),
  unreachableCount: Count(),
  lay: Type.Array(Lay),
  balances: Type.Array(
    Type.Object({ productId: Id(), sku: Type.String(), productName: Type.String(), ...MassBalance.properties }),
  ),
  actions: Type.Array(Action),
})

export const SentRow = Type.Object({
  line: Type.Integer(),
  batchId: Id(),
  batchCode: Type.String(),
  sku: Type.String(),
  shipmentId: Id(),
  shipmentNumber: Type.String(),
  shippedAt: Instant(),
  orderId: Id(),
  orderNumber: Type.String(),
  customerId: Nullable(Id()),
  customerName: text(),
  quantity: Quantity(),
  returned: Count(),
})
