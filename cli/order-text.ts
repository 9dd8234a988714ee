/**
 * cli/order-text.ts — an order for people: each line, the batches it has, and why others were passed over.
 */
import { batchText } from '../domain/batch-code.ts'
import { fields, table } from './table.ts'

export type OrderDetail = Readonly<{
  id: string
  number: string
  customerName: string | null
  orderedAt: string
  deliverOn: string | null
  priority: number
  state: string
  note: string | null
  shipTo: string | null
  country: string | null
  postalCode: string | null
  serviceCode: string | null
  routing: readonly { says: string; ruleName: string; passedOver: readonly { says: string }[] }[]
  lines: readonly (OrderLine & { readonly components: readonly OrderLine[] })[]
}>
type OrderLine = Readonly<{
  id: string
  lineNo: number
  sku: string
  productName: string
  quantity: number
  allocated: number
  shipped: number
  backOrdered: number
  batches: readonly {
    batchId: string
    batchCode: string
    expiresOn: string | null
    placeId: string
    placeCode: string
    warehouseCode: string
    quantity: number
  }[]
  sent: readonly { batchCode: string; expiresOn: string | null; quantity: number; shippedAt: string }[]
  passedOver: readonly { says: string }[]
}>

export function orderText(order: OrderDetail): string {
  const top = fields([
    ['Order', order.number],
    ['Customer', order.customerName],
    ['State', order.state],
    ['Ordered', order.orderedAt],
    ['Deliver on', order.deliverOn],
    ['Priority', order.priority],
    ['Ship to', order.shipTo],
    ['Country', order.country],
    ['Postal code', order.postalCode],
    ['Service', order.serviceCode],
    ['Note', order.note],
  ])
  return [top, '', table(soldAndParts(order), columns), ...detail(order), ...routing(order)].join('\n')
}

/** The lines that have batches: those of its parts, of one that sells kits. */
export const stockLines = ({ lines }: OrderDetail): OrderLine[] =>
  lines.flatMap((line): readonly OrderLine[] => (line.components.length > 0 ? line.components : [line]))

type Line = OrderLine & Readonly<{ indent: string }>

/** Under each kit its parts. */
const soldAndParts = ({ lines }: OrderDetail): Line[] =>
  lines.flatMap(({ components, ...line }) => [
    { ...line, indent: '' },
    ...components.map((part) => ({ ...part, indent: '· ' })),
  ])

const columns = [
  { title: 'Line', of: ({ lineNo }: Line) => lineNo },
  { title: 'SKU', of: ({ indent, sku }: Line) => `${indent}${sku}` },
  { title: 'Product', of: ({ productName }: Line) => productName },
  { title: 'Ordered', of: ({ quantity }: Line) => quantity },
  { title: 'Allocated', of: ({ allocated }: Line) => allocated },
  { title: 'Shipped', of: ({ shipped }: Line) => shipped },
  { title: 'Back-ordered', of: ({ backOrdered }: Line) => backOrdered },
]

function detail(order: OrderDetail): string[] {
  const lines = stockLines(order)
  const rows = lines.flatMap(({ lineNo, sku, batches, sent }) => [
    ...sent.map((one) => ({ lineNo, sku, ...one, where: `shipped ${one.shippedAt.slice(0, 10)}` })),
    ...batches.map((one) => ({ lineNo, sku, ...one, where: `${one.warehouseCode} ${one.placeCode}` })),
  ])
  const passed = lines.flatMap(({ lineNo, passedOver }) => passedOver.map(({ says }) => `  line ${lineNo}: ${says}`))
  return [
    ...(rows.length > 0
      ? [
          '',
          table(rows, [
            { title: 'Line', of: (row) => row.lineNo },
            { title: 'SKU', of: (row) => row.sku },
            { title: 'Batch', of: (row) => batchText(row.batchCode) },
            { title: 'Expires', of: (row) => row.expiresOn },
            { title: 'Quantity', of: (row) => row.quantity },
            { title: 'Where', of: (row) => row.where },
          ]),
        ]
      : []),
    ...(passed.length > 0 ? ['', 'Passed over:', ...passed] : []),
  ]
}

/** The newest decision; those before it are in the JSON. */
function routing({ routing: [newest] }: OrderDetail): string[] {
  if (!newest) return []
  const passed = newest.passedOver.map(({ says }) => `  ${says}`)
  return ['', `From where: ${newest.says}, by the rule "${newest.ruleName}"`, ...passed]
}
