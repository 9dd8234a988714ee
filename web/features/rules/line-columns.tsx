import { type Column, RowLink } from '../../shared/listing.tsx'

type Named = Readonly<{
  orderId: string
  orderNumber: string
  customerName: string | null
  sku: string
  kitSku: string | null
}>

/** Which line of an order it is, for people. */
export const lineColumns: readonly Column<Named>[] = [
  {
    title: 'Order',
    cell: ({ orderId, orderNumber }) => <RowLink to={`/orders/${orderId}`}>{orderNumber}</RowLink>,
  },
  { title: 'Customer', cell: ({ customerName }) => customerName ?? '–', deskOnly: true },
  { title: 'Product', cell: ({ sku, kitSku }) => (kitSku ? `${sku} in kit ${kitSku}` : sku) },
]
