/**
 * server/modules/identifying/shapes.ts — products on their way from untracked to tracked, as the API speaks it.
 */
import {
  Choice,
  Count,
  Day,
  Exactly,
  Id,
  Instant,
  Nullable,
  PackOf,
  Quantity,
  Reference,
  Text,
  Type,
} from '#platform/http/index.ts'
import { foundBy } from './store.ts'

const text = () => Nullable(Type.String())
export const dates = ['none', 'optional', 'required'] as const
export const states = ['open', 'done', 'given_up'] as const

const said = {
  batch: Type.String({
    minLength: 1,
    maxLength: 500,
    pattern: '^[^\\u0000]*$',
    description: 'Id or code of the batch, or all that its GS1 label says',
    says: 'text without null characters',
    anyCase: true,
  }),
  producedOn: Type.Optional(Day()),
  bestBefore: Type.Optional(Day()),
  useBy: Type.Optional(Day()),
  expiresOn: Type.Optional(Day()),
  supplierLot: Type.Optional(Text(200)),
  different: Type.Optional(Type.Boolean({ description: 'A code that looks like a known one is another batch' })),
}
const candidatesMax = 200
const Said = () => Exactly(said)

export const PreviewQuery = Exactly({ product: Reference(), dates: Type.Optional(Choice(dates)) })
export const NewPath = Exactly({
  id: Type.Optional(Id()),
  product: Reference(),
  dates: Type.Optional(Choice(dates)),
  candidates: Type.Optional(
    Type.Array(Said(), { maxItems: candidatesMax, description: 'Batches that the stock may be of' }),
  ),
  openToAny: Type.Optional(
    Type.Boolean({ description: 'Or of any other; true where nothing is said and no candidate is named' }),
  ),
  accept: Type.Optional(Type.Boolean({ description: 'Promises that the dates forbid are given back' })),
  reason: Text(1000),
})
export const NewCandidates = Exactly({
  id: Type.Optional(Id()),
  candidates: Type.Array(Said(), { maxItems: candidatesMax }),
  openToAny: Type.Boolean(),
  reason: Text(1000),
})
export const NewUnits = Exactly({
  id: Type.Optional(Id()),
  lines: Type.Array(
    Exactly({
      place: { ...Reference(), description: 'Id or code of a place where goods without batch lie' },
      ...said,
      quantity: { ...Quantity(), description: 'Base units' },
    }),
    { minItems: 1, maxItems: 500 },
  ),
})

const Place = Type.Object({
  placeId: Id(),
  placeCode: Type.String(),
  placeKind: Choice(['storage', 'dock', 'quarantine', 'opened', 'transit']),
  packOf: Nullable(PackOf()),
  warehouseId: Nullable(Id()),
  warehouseCode: text(),
  onHand: Count(),
  reserved: Count(),
  picked: Type.Integer({ description: 'Units of it that lie picked for orders, and stay without batch' }),
})

export const Preview = Type.Object({
  productId: Id(),
  sku: Type.String(),
  productName: Type.String(),
  dates: Choice(dates),
  quantity: Type.Integer({ description: 'Without batch, in all warehouses and between them' }),
  inTransit: Count(),
  places: Type.Array(Place),
  orders: Type.Object({ orders: Count(), lines: Count(), open: Count(), promised: Count() }),
  begins: Type.Array(Type.String(), { description: 'What holds from then on, in sentences' }),
  barred: Type.Object(
    {
      quantity: Count(),
      lines: Count(),
      orders: Count(),
      items: Type.Array(
        Type.Object({
          orderId: Id(),
          orderNumber: Type.String(),
          lineNo: Type.Integer(),
          customerName: text(),
          quantity: Quantity(),
          says: Type.String(),
        }),
      ),
    },
    { description: 'What is promised and could not be kept without a date' },
  ),
})

const summary = {
  id: Id(),
  productId: Id(),
  sku: Type.String(),
  productName: Type.String(),
  baseUnit: Choice(['each', 'gram', 'millilitre']),
  batchId: { ...Id(), description: 'The goods without batch' },
  state: Choice(states),
  meter: Type.Object({
    whole: Type.Integer({ description: 'What lay there when it began, and what came to it since' }),
    identified: Count(),
    here: Type.Integer({ description: 'On hand or on its way, and to be identified' }),
    gone: Type.Integer({ description: 'Left without a batch' }),
    percent: Type.Integer({ description: 'Of the whole that is identified; 100 only where all of it is' }),
  }),
  quantity: Type.Integer({ description: 'When it began' }),
  openToAny: Type.Boolean({ description: 'It may be of other batches than its candidates' }),
  reason: Type.String(),
  startedBy: Type.String(),
  startedAt: Instant(),
  givenUpBy: text(),
  givenUpAt: Nullable(Instant()),
  giveUpReason: text(),
}
export const PathSummary = Type.Object(summary)
export const Path = Type.Object({
  ...summary,
  left: Type.Object(
    {
      shipped: Type.Integer({ description: 'To customers since it began, less what came back' }),
      otherwise: Type.Integer({ description: 'Less than nothing where more was found than was there' }),
    },
    { description: 'What left without a batch' },
  ),
  candidates: Type.Array(
    Type.Object({
      batchId: Id(),
      batchCode: Type.String(),
      expiresOn: Nullable(Day()),
      identified: Count(),
      namedBy: Type.String(),
      namedAt: Instant(),
    }),
  ),
  places: Type.Array(Place, { description: 'Where goods without batch lie' }),
  warehouses: Type.Array(
    Type.Object({ warehouseId: Id(), warehouseCode: Type.String(), identified: Count(), here: Count() }),
  ),
})

export const Identified = Type.Object({
  id: Id(),
  pathId: Id(),
  batchId: Id(),
  batchCode: Type.String(),
  expiresOn: Nullable(Day()),
  placeId: Id(),
  placeCode: Type.String(),
  warehouseCode: text(),
  quantity: Quantity(),
  foundBy: Choice(foundBy),
  documentId: { ...Nullable(Id()), description: 'The count or the pick wave by which it was found' },
  madeBy: Type.String(),
  madeAt: Instant(),
  undoneBy: text(),
  undoneAt: Nullable(Instant()),
  undoReason: text(),
})

export const Unidentified = Type.Object({
  path: Nullable(Id()),
  unknownBatchId: Nullable(Id()),
  sku: text(),
  least: Type.Integer({ description: 'Units on hand without a batch that are of this one at least' }),
  most: Type.Integer({ description: 'And at most' }),
  places: Type.Array(Place),
})

export const PathProgress = Type.Object(
  {
    products: Count(),
    here: Type.Integer({ description: 'Units to be identified' }),
    percent: Type.Integer({ description: 'Of their goods that is identified' }),
    only: Nullable(Id()),
  },
  { description: 'Products whose stock is being identified batch by batch; `only` is the one where it is one' },
)
