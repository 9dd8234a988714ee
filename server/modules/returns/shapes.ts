import { decisionKinds, openStandings } from '#domain/inspected.ts'
import { FileShape } from '#platform/files.ts'
import {
  Choice,
  Code,
  Count,
  Day,
  Exactly,
  Id,
  Instant,
  Nullable,
  Quantity,
  Reference,
  Text,
  Type,
} from '#platform/http/index.ts'
import { StorageForce } from '../stock/index.ts'
import { checkResults } from './inspection-store.ts'
import { returnKinds } from './store.ts'

const text = () => Nullable(Type.String())
export const ReturnKindShape = () => Choice(returnKinds)
export const summary = {
  id: Id(),
  number: Type.String(),
  kind: ReturnKindShape(),
  unannounced: Type.Boolean(),
  customerId: { ...Nullable(Id()), description: 'As the return says; else the customer of its order' },
  customerName: text(),
  orderId: Nullable(Id()),
  orderNumber: text(),
  announcedAt: Instant(),
  closedAt: Nullable(Instant()),
  note: text(),
  lineCount: Count(),
  quantity: Count(),
  toInspect: { ...Count(), description: 'Units that are here and of which nothing is decided' },
}

const Standings = Type.Object({
  undecided: Count(),
  restock: Count(),
  quarantine: Count(),
  refurbish: Count(),
  dispose: Count(),
  return_to_vendor: Count(),
})
const Candidate = Type.Object({
  batchId: Id(),
  batchCode: Type.String(),
  least: { ...Count(), description: 'So many of the units are of it at least' },
  most: { ...Count(), description: 'So many can be of it at most, all that came back counted together' },
})
const Lot = Type.Object({
  batchId: Nullable(Id()),
  batchCode: text(),
  expiresOn: Nullable(Day()),
  unlabelledId: Nullable(Id()),
  candidates: Type.Array(Candidate, { description: 'Where nobody can read the label: of one of these' }),
  places: Type.Array(Type.Object({ id: Id(), code: Type.String(), warehouseId: Id(), warehouseCode: Type.String() }), {
    description: 'Where it was put at first',
  }),
  quantity: Quantity(),
  standings: Standings,
})
const Decision = Type.Object({
  id: Id(),
  was: Choice(openStandings),
  becomes: Choice(decisionKinds),
  quantity: Quantity(),
  placeCode: Type.String(),
  moveId: Nullable(Id()),
  disposalId: Nullable(Id()),
  disposalNumber: text(),
  destroyed: Type.Boolean(),
  reason: text(),
  decidedBy: Type.String(),
  decidedAt: Instant(),
  undoneBy: text(),
  undoneAt: Nullable(Instant()),
  undoReason: text(),
  stands: Type.Boolean({ description: 'Not taken back, by itself, by its move, or with its disposal' }),
})
const Checked = Type.Object({ name: Type.String(), result: Choice(checkResults), note: text() })

export const Return = Type.Object({
  ...summary,
  lines: Type.Array(
    Type.Object({
      lineNo: Count(),
      productId: Id(),
      sku: Type.String(),
      productName: Type.String(),
      category: Type.String(),
      tracking: Choice(['none', 'batch', 'serial']),
      quantity: Quantity(),
      returned: Count(),
      batches: Type.Array(
        Type.Object({
          batchId: Id(),
          batchCode: Type.String(),
          warehouseCode: Type.String(),
          placeCode: Type.String(),
          quantity: Quantity(),
          receivedAt: Instant(),
        }),
        { description: 'What came back, and where it was put at first' },
      ),
      out: Type.Array(
        Type.Object({ batchId: Id(), batchCode: Type.String(), expiresOn: Nullable(Day()), quantity: Quantity() }),
        { description: 'What can come back of it: sent by the order or to the customer, and not back yet' },
      ),
      lots: Type.Array(Lot, { description: 'What came to where somebody looks at it, and as what it stands' }),
    }),
  ),
  inspections: Type.Array(
    Type.Object({
      id: Id(),
      lineNo: Count(),
      batchId: Nullable(Id()),
      unlabelledId: Nullable(Id()),
      quantity: Quantity(),
      note: text(),
      inspectedBy: Type.String(),
      inspectedAt: Instant(),
      checks: Type.Array(Checked),
      photos: Type.Array(FileShape),
      decisions: Type.Array(Decision),
    }),
  ),
})

const Back = {
  batch: Type.Optional(Reference()),
  place: Type.Optional(Reference()),
  serials: Type.Optional(Type.Array(Text(80), { maxItems: 5000 })),
  unlabelled: Type.Optional(
    Type.Boolean({ description: 'Nobody can read of which batch it is: it is kept as one of those that it can be' }),
  ),
  note: Type.Optional(Text(1000)),
}
const DespiteReports = () =>
  Type.Optional({
    ...Text(1000),
    description: 'Why they are taken in though by what the customer reports as sold or lost so many cannot be there',
  })
/** As its shop calls it, which may be an order that never stood here. */
const OrderNamed = () => ({ ...Reference(), maxLength: 80, description: 'Its number, or its id' })

export const NewReturnReceipt = Exactly({
  warehouse: Reference(),
  receivedAt: Type.Optional(Instant()),
  force: Type.Optional(StorageForce()),
  despiteReports: DespiteReports(),
  lines: Type.Array(Exactly({ line: Quantity(), quantity: Quantity(), ...Back }), { minItems: 1, maxItems: 1000 }),
})
export const NewReturn = Exactly({
  id: Type.Optional(Id()),
  number: Type.Optional(Code(80)),
  kind: Type.Optional(ReturnKindShape()),
  customer: Type.Optional(Reference()),
  orderNumber: Type.Optional(OrderNamed()),
  announcedAt: Type.Optional(Instant()),
  note: Type.Optional(Text(1000)),
  lines: Type.Array(Exactly({ product: Reference(), quantity: Quantity() }), {
    minItems: 1,
    maxItems: 5000,
    description:
      'Of a kit, whole kits: its parts are announced, as the order sold them that is named, else as it is made now',
  }),
})
export const NewUnannounced = Exactly({
  id: Type.Optional(Id()),
  number: Type.Optional(Code(80)),
  kind: Type.Optional(ReturnKindShape()),
  warehouse: Reference(),
  customer: Type.Optional(Reference()),
  orderNumber: Type.Optional(OrderNamed()),
  receivedAt: Type.Optional(Instant()),
  note: Type.Optional(Text(1000)),
  force: Type.Optional(StorageForce()),
  despiteReports: DespiteReports(),
  lines: Type.Array(
    Exactly({
      product: Type.Optional({ ...Reference(), description: 'May be left out where serials say it' }),
      quantity: Type.Optional({ ...Quantity(), description: 'May be left out where serials are named' }),
      ...Back,
    }),
    { minItems: 1, maxItems: 1000 },
  ),
})
export const NewInspection = Exactly({
  id: Type.Optional(Id()),
  line: Quantity(),
  batch: Type.Optional(Reference()),
  unlabelled: Type.Optional(Id()),
  of: Type.Optional(Choice(openStandings)),
  from: Type.Optional({ ...Reference(), description: 'Where it lies, where that is not clear' }),
  quantity: Type.Optional({ ...Quantity(), description: 'Looked at; as many as are decided where it is not said' }),
  checks: Type.Optional(
    Type.Array(Exactly({ name: Text(200), result: Choice(checkResults), note: Type.Optional(Text(1000)) }), {
      maxItems: 50,
    }),
  ),
  photos: Type.Optional(Type.Array(Id(), { maxItems: 20, description: 'Files that were kept before' })),
  note: Type.Optional(Text(1000)),
  decisions: Type.Optional(
    Type.Array(
      Exactly({
        decide: Choice(decisionKinds),
        quantity: Quantity(),
        place: Type.Optional(Reference()),
        serials: Type.Optional(Type.Array(Text(80), { maxItems: 5000 })),
        reason: Type.Optional(Text(1000)),
      }),
      { maxItems: 50 },
    ),
  ),
  disposal: Type.Optional(Exactly({ reason: Text(200), method: Text(200), note: Type.Optional(Text(1000)) })),
  force: Type.Optional(StorageForce()),
})
export const NewIdentification = Exactly({
  unlabelled: Id(),
  batch: Reference(),
  quantity: Quantity(),
  reason: { ...Text(1000), description: 'How it was found out' },
})
export const NewWithdrawal = Exactly({ unlabelled: Id(), quantity: Quantity(), reason: Text(1000) })
const Checks = () => Type.Array(Code(200), { maxItems: 20 })
export const Checklists = Type.Object({
  items: Type.Array(
    Type.Object({
      category: Type.String({ description: 'Of the product; empty: of all that have no list of their own' }),
      checks: Checks(),
    }),
  ),
})
export const NewChecklist = Exactly({
  category: Type.String({ maxLength: 200, pattern: '^[^\\u0000]*$' }),
  checks: Checks(),
})
