import { Choice, Count, Id, Instant, idAfter, Nullable, PackOf, Page, Quantity, Type } from '#platform/http/index.ts'
import { BatchLink } from '../batches/index.ts'
import { runKinds } from '../production/index.ts'
import { SoldOnNumbers } from '../sellthrough/index.ts'

const text = () => Nullable(Type.String())
export const MassBalance = Type.Object({
  received: Count(),
  made: Count(),
  found: Count(),
  onHand: Count(),
  inTransit: Count(),
  consumed: Count(),
  shipped: Count(),
  disposed: Count(),
  samples: Count(),
  lost: Count(),
  in: Count(),
  out: Count(),
  gap: Count(),
  percent: Type.Number(),
  alarm: text(),
})
export const TracedLink = Type.Object({
  ...BatchLink.properties,
  run: Nullable(
    Type.Object(
      {
        id: Id(),
        number: Type.String(),
        kind: Choice(runKinds),
        made: { ...Quantity(), description: 'Of the batch that was made' },
      },
      { description: 'The production run through which one became the other' },
    ),
  ),
})
export const CameFrom = Type.Object({
  receiptId: Id(),
  number: Type.String(),
  receivedAt: Instant(),
  supplierId: Nullable(Id()),
  supplierName: text(),
  supplierLot: text(),
  quantity: Quantity(),
})
export const Lies = Type.Object({
  batchId: Id(),
  batchCode: Type.String(),
  placeId: Id(),
  placeCode: Type.String(),
  placeKind: Type.String(),
  packOf: Nullable(PackOf()),
  binId: Nullable(Id()),
  warehouseId: Nullable(Id()),
  warehouseCode: text(),
  onHand: Count(),
  reserved: Count(),
  available: Count(),
  holds: Type.Array(Type.String()),
})
/** For which units are promised or lie picked. */
export const OpenOrder = Type.Object({
  orderId: Id(),
  orderNumber: Type.String(),
  customerId: Nullable(Id()),
  customerName: text(),
  quantity: { ...Count(), description: 'Promised' },
  picked: { ...Count(), description: 'And out of the bin, promised still or not' },
})
/** Beside each quantity that was sent. */
export const keptOf = {
  returned: { ...Count(), description: 'Of it, what came back and was taken in' },
  kept: { ...Count(), description: 'Sent less returned' },
}
const Consignment = Type.Object({
  batchId: Id(),
  batchCode: Type.String(),
  sku: Type.String(),
  shipmentId: Id(),
  shipmentNumber: Type.String(),
  shippedAt: Instant(),
  orderId: Id(),
  orderNumber: Type.String(),
  orderLineId: Id(),
  customerId: Nullable(Id()),
  customerCode: text(),
  customerName: text(),
  customerEmail: text(),
  shipTo: text(),
  quantity: Quantity(),
  ...keptOf,
})
export const whoGot = {
  customers: Count(),
  orders: Count(),
  shipped: Count(),
  returned: Count(),
  kept: Count(),
  returnedByUnknown: {
    ...Count(),
    description: 'Of what was returned, what names neither an order of ours nor a customer',
  },
  unlabelled: Nullable(
    Type.Object(
      { least: Count(), most: Count() },
      {
        description:
          'Of what is kept, so many units are back without a label: nobody knows yet whether they are of this batch; of a moment before now not told',
      },
    ),
  ),
  soldOn: Type.Array(SoldOnNumbers, {
    description:
      'By customer who sells on and reports how many: of these batches, sold on and there still, at least and at most',
  }),
  shipments: Page(Consignment),
}

export const knownOn = Type.Optional({
  ...Instant(),
  description: 'As it was known at this moment; what was promised then is not kept, and is left in what is available',
})
export const pageAsk = ({ cursor, limit = 100 }: { cursor?: string; limit?: number }) => {
  return { after: idAfter(cursor), limit }
}

/** Of the spreadsheet of who got it. */
export const traceColumns = {
  sku: 'Product',
  batchCode: 'Batch',
  quantity: 'Quantity',
  returned: 'Returned',
  kept: 'Kept',
  customerCode: 'Customer code',
  customerName: 'Customer',
  customerEmail: 'E-mail',
  shipTo: 'Ship to',
  orderNumber: 'Order',
  shipmentNumber: 'Shipment',
  shippedAt: 'Shipped at',
  soldOnLeast: 'Of this batch, customer sold on, at least',
  soldOnMost: 'At most',
  thereLeast: 'There still, at least',
  thereMost: 'There still, at most',
}
