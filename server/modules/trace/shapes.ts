import { Count, Id, Instant, idAfter, Nullable, Page, Quantity, Type } from '#platform/http/index.ts'

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
  unlabelled: Type.Object(
    { least: Count(), most: Count() },
    {
      description:
        'Of what is kept, so many units are back without a label: nobody knows yet whether they are of this batch',
    },
  ),
  shipments: Page(Consignment),
}

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
}
