/** web/shared/paths.ts — where a thing is shown, by what kind of thing it is. */
const folders = {
  product: '/products/',
  batch: '/batches/',
  serial: '/batches/',
  sample: '/batches/',
  lot: '/lots/',
  order: '/orders/',
  shipment: '/shipments/',
  receipt: '/receipts/',
  inbound: '/inbounds/',
  return: '/returns/',
  customer: '/partners/customers/',
  supplier: '/partners/suppliers/',
  hold: '/holds/',
  rule: '/rules/',
  pool: '/pools/',
  wave: '/pick/',
  parcel: '/parcels/',
  transfer: '/transfers/',
  count: '/counts/',
  bin: '/bins/',
  disposal: '/disposals/',
} as const

export type ShownKind = keyof typeof folders

export const isShown = (kind: string): kind is ShownKind => kind in folders
/** A serial is shown on the page of its batch, by its code; a sample on that of its batch as well, whose id is the one that is found. */
export const pathOf = (kind: ShownKind, id: string, title = ''): string =>
  kind === 'serial' ? `${folders.serial}${id}?serial=${encodeURIComponent(title)}` : folders[kind] + id
