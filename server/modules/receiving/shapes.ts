/**
 * server/modules/receiving/shapes.ts — receiving as the API speaks it.
 */
import {
  Choice,
  Count,
  Country,
  Currency,
  Day,
  Exactly,
  Id,
  Instant,
  Money,
  Nullable,
  PackOf,
  Quantity,
  Reference,
  Text,
  Type,
} from '#platform/http/index.ts'
import { StorageForce } from '../stock/index.ts'

const text = () => Nullable(Type.String())
const conditions = ['good', 'damaged'] as const
export const inboundKinds = ['purchase_order', 'asn', 'receiving_order'] as const

const receipt = {
  id: Id(),
  number: Type.String(),
  inboundId: Nullable(Id()),
  inboundNumber: text(),
  supplierId: Nullable(Id()),
  supplierName: text(),
  warehouseId: Id(),
  warehouseCode: Type.String(),
  lotId: Nullable(Id()),
  lotCode: text(),
  reference: text(),
  receivedAt: Instant(),
  recordedAt: Instant(),
  actorName: Type.String(),
  lineCount: Count(),
  quantity: Count(),
}
export const ReceiptSummary = Type.Object(receipt)
export const Receipt = Type.Object({
  ...receipt,
  lines: Type.Array(
    Type.Object({
      id: Id(),
      lineNo: Count(),
      productId: Id(),
      sku: Type.String(),
      productName: Type.String(),
      batchId: Id(),
      batchCode: Type.String(),
      expiresOn: Nullable(Day()),
      placeId: Id(),
      placeCode: Type.String(),
      packOf: Nullable(PackOf()),
      quantity: Quantity(),
      condition: Choice(conditions),
      lifeDaysLeft: Nullable(Type.Integer()),
      lifeDaysNeeded: Nullable(Type.Integer({ description: 'Least days on arrival, as the product asks for now' })),
      serials: Type.Array(Type.String()),
      outcome: Choice(['accepted', 'held']),
      unitCost: Nullable(Money()),
      currency: text(),
      supplierLot: text(),
      originCountry: text(),
      reversed: Type.Boolean({ description: 'Undone since: it was written down, but did not come' }),
    }),
  ),
})

export const NewReceipt = Exactly({
  id: Type.Optional(Id()),
  warehouse: Reference(),
  supplier: Type.Optional(Reference()),
  inbound: Type.Optional(Reference()),
  lot: Type.Optional(Reference()),
  reference: Type.Optional(Text(200)),
  receivedAt: Type.Optional(Instant()),
  force: Type.Optional(StorageForce()),
  lines: Type.Array(
    Exactly({
      product: Reference(),
      quantity: Quantity(),
      pack: Type.Optional(Text(80)),
      closedPackOf: Type.Optional(PackOf()),
      sample: Type.Optional(
        Type.Integer({
          minimum: 0,
          maximum: 1e12,
          description: 'Of it, base units kept as a sample; by the rule of the product where it says nothing',
        }),
      ),
      batch: Type.Optional(Type.String({ maxLength: 400, pattern: '^[^\\u0000]*$' })),
      place: Type.Optional(Reference()),
      producedOn: Type.Optional(Day()),
      bestBefore: Type.Optional(Day()),
      useBy: Type.Optional(Day()),
      expiresOn: Type.Optional(Day()),
      dateSource: Type.Optional(Choice(['scanned', 'typed', 'imported'])),
      supplierLot: Type.Optional(Text(200)),
      originCountry: Type.Optional(Country()),
      condition: Type.Optional(Choice(conditions)),
      unitCost: Type.Optional(Money()),
      currency: Type.Optional(Currency()),
      serials: Type.Optional(Type.Array(Text(80), { maxItems: 5000 })),
      serialRanges: Type.Optional(
        Type.Array(Exactly({ from: Text(80), to: Text(80) }), {
          maxItems: 10,
          description: 'Serials that follow one another, both ends with them: S-0998 to S-1002 are five',
        }),
      ),
      batchIs: Type.Optional(Choice(['same', 'different'])),
    }),
    { minItems: 1, maxItems: 5000 },
  ),
})

const inbound = {
  id: Id(),
  number: Type.String(),
  kind: Choice(inboundKinds),
  supplierId: Nullable(Id()),
  supplierName: text(),
  warehouseId: Id(),
  warehouseCode: Type.String(),
  expectedOn: Nullable(Day()),
  createdAt: Instant(),
  closedAt: Nullable(Instant()),
  announced: Count(),
  received: Count(),
}
export const InboundSummary = Type.Object(inbound)
export const Inbound = Type.Object({
  ...inbound,
  lines: Type.Array(
    Type.Object({
      id: Id(),
      lineNo: Count(),
      productId: Id(),
      sku: Type.String(),
      productName: Type.String(),
      quantity: Quantity(),
      batchCode: text(),
      expiresOn: Nullable(Day()),
      received: Count(),
      damaged: Count(),
    }),
  ),
  differences: Type.Array(
    Type.Object({
      kind: Choice(['short', 'over', 'damaged', 'wrong_batch', 'split', 'unannounced']),
      lineNo: Nullable(Count()),
      sku: Type.String(),
      batchCode: text(),
      quantity: Quantity(),
      message: Type.String(),
    }),
  ),
  receipts: Type.Array(Type.Object({ id: Id(), number: Type.String(), receivedAt: Instant() })),
})
export const NewInbound = Exactly({
  id: Type.Optional(Id()),
  number: Text(80),
  kind: Type.Optional(Choice(inboundKinds)),
  supplier: Type.Optional(Reference()),
  warehouse: Reference(),
  expectedOn: Type.Optional(Day()),
  lines: Type.Array(
    Exactly({
      id: Type.Optional(Id()),
      product: Reference(),
      quantity: Quantity(),
      batch: Type.Optional(Text(400)),
      expiresOn: Type.Optional(Day()),
    }),
    { minItems: 1, maxItems: 5000 },
  ),
})
