import type { ImportKind } from '#domain/imports/fields.ts'

type Words = Readonly<{
  many: string
  one: string
  where: '/stock' | '/products' | '/partners' | '/settings' | '/orders'
  see: string
}>

/** How the kinds of files are called, and where to see what became of them. */
export const kindWords: Readonly<Record<ImportKind, Words>> = {
  stock: { many: 'Opening stock', one: 'Receipt', where: '/stock', see: 'See the stock' },
  products: { many: 'Products', one: 'Product', where: '/products', see: 'See the products' },
  suppliers: { many: 'Suppliers', one: 'Supplier', where: '/partners', see: 'See the partners' },
  customers: { many: 'Customers', one: 'Customer', where: '/partners', see: 'See the partners' },
  places: { many: 'Places', one: 'Place', where: '/settings', see: 'See the warehouses' },
  orders: { many: 'Open orders', one: 'Order', where: '/orders', see: 'See the orders' },
  shipments: { many: 'Past shipments, to be judged', one: 'Shipment', where: '/orders', see: 'See the orders' },
}
