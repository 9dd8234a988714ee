/** cli/scope-text.ts — where everything is of what was asked for, in tables. */
import { counted } from '../domain/counted.ts'
import { table } from './table.ts'

type Balance = Readonly<{ in: number; onHand: number; inTransit: number; shipped: number; percent: number }>
type Recipient = Readonly<{
  sku: string
  batchCode: string
  orderNumber: string
  shippedAt: string
  customerName: string | null
  customerEmail: string | null
  quantity: number
  kept: number
}>
export type ScopeTrace = Readonly<{
  products: readonly Readonly<{ sku: string; batches: number; massBalance: Balance }>[]
  batches: readonly Readonly<{ sku: string; batchCode: string; named: boolean; massBalance: Balance }>[]
  here: readonly Readonly<{
    sku: string
    batchCode: string
    warehouseCode: string | null
    placeCode: string
    onHand: number
    reserved: number
    holds: readonly string[]
  }>[]
  openOrders: readonly Readonly<{
    orderNumber: string
    customerName: string | null
    quantity: number
    picked: number
  }>[]
  customers: number
  orders: number
  shipped: number
  kept: number
  shipments: Readonly<{ items: readonly Recipient[]; next: string | null }>
}>

/** Lists that are empty are left out; of who got it, the first rows and how to get all. */
export function scopeText(trace: ScopeTrace): string {
  const { products, batches, here, openOrders, shipments, customers, orders, shipped, kept } = trace
  if (batches.length === 0) return 'Nothing here is called that.'
  const more = shipments.next === null ? [] : ['There are more: take all of them with --out file.csv.']
  return [
    `It reaches ${counted(batches.length, 'batch', 'batches')}.`,
    table(products, productColumns),
    table(batches, batchColumns),
    ...(here.length > 0 ? ['Where it lies', table(here, hereColumns)] : []),
    ...(openOrders.length > 0 ? ['Can be stopped', table(openOrders, orderColumns)] : []),
    `Who got it: ${counted(customers, 'customer')}, ${counted(orders, 'order')}, ${counted(shipped, 'unit')}; ${kept} kept`,
    ...(shipments.items.length > 0 ? [table(shipments.items, recipientColumns)] : []),
    ...more,
  ].join('\n\n')
}

type Summed = Readonly<{ massBalance: Balance }>
const sums = [
  { title: 'Came', of: ({ massBalance }: Summed) => massBalance.in },
  { title: 'On hand', of: ({ massBalance }: Summed) => massBalance.onHand },
  { title: 'On the way', of: ({ massBalance }: Summed) => massBalance.inTransit },
  { title: 'With customers', of: ({ massBalance }: Summed) => massBalance.shipped },
]
type Row<List extends keyof ScopeTrace> = ScopeTrace[List] extends readonly (infer One)[] ? One : never
const productColumns = [
  { title: 'Product', of: ({ sku }: Row<'products'>) => sku },
  { title: 'Batches', of: ({ batches }: Row<'products'>) => batches },
  ...sums,
  { title: 'Accounted for', of: ({ massBalance }: Row<'products'>) => `${massBalance.percent} %` },
]
const batchColumns = [
  { title: 'Batch', of: ({ batchCode }: Row<'batches'>) => batchCode },
  { title: 'Product', of: ({ sku }: Row<'batches'>) => sku },
  { title: 'Is', of: ({ named }: Row<'batches'>) => (named ? 'meant' : 'made of it') },
  ...sums,
]
const hereColumns = [
  { title: 'Product', of: ({ sku }: Row<'here'>) => sku },
  { title: 'Batch', of: ({ batchCode }: Row<'here'>) => batchCode },
  { title: 'Warehouse', of: ({ warehouseCode }: Row<'here'>) => warehouseCode },
  { title: 'Place', of: ({ placeCode }: Row<'here'>) => placeCode },
  { title: 'On hand', of: ({ onHand }: Row<'here'>) => onHand },
  { title: 'Promised', of: ({ reserved }: Row<'here'>) => reserved },
  { title: 'Holds', of: ({ holds }: Row<'here'>) => holds.join(' ') },
]
const orderColumns = [
  { title: 'Order', of: ({ orderNumber }: Row<'openOrders'>) => orderNumber },
  { title: 'Customer', of: ({ customerName }: Row<'openOrders'>) => customerName },
  { title: 'Promised', of: ({ quantity }: Row<'openOrders'>) => quantity },
  { title: 'Picked', of: ({ picked }: Row<'openOrders'>) => picked },
]
const recipientColumns = [
  { title: 'Shipped', of: ({ shippedAt }: Recipient) => shippedAt.slice(0, 10) },
  { title: 'Customer', of: ({ customerName }: Recipient) => customerName },
  { title: 'E-mail', of: ({ customerEmail }: Recipient) => customerEmail },
  { title: 'Order', of: ({ orderNumber }: Recipient) => orderNumber },
  { title: 'Product', of: ({ sku }: Recipient) => sku },
  { title: 'Batch', of: ({ batchCode }: Recipient) => batchCode },
  { title: 'Quantity', of: ({ quantity }: Recipient) => quantity },
  { title: 'Kept', of: ({ kept }: Recipient) => kept },
]
