/** web/shared/paths.ts — where a thing is shown, by what kind of thing it is. */
const folders = {
  product: '/products/',
  batch: '/batches/',
  serial: '/batches/',
  lot: '/lots/',
  order: '/orders/',
  shipment: '/shipments/',
  receipt: '/receipts/',
  inbound: '/inbounds/',
  return: '/returns/',
  customer: '/partners/customers/',
  supplier: '/partners/suppliers/',
  hold: '/holds/',
} as const

export type ShownKind = keyof typeof folders

export const isShown = (kind: string): kind is ShownKind => kind in folders
export const pathOf = (kind: ShownKind, id: string): string => folders[kind] + id
