/** web/shared/paths.ts — where a thing is shown, by what kind of thing it is. */
import type { Found } from '../api/types.ts'

const folders = {
  product: '/products/',
  batch: '/batches/',
  serial: '/batches/',
  sample: '/batches/',
  lot: '/lots/',
  order: '/orders/',
  shipment: '/shipments/',
  receipt: '/receipts/',
  run: '/production/',
  inbound: '/inbounds/',
  return: '/returns/',
  customer: '/partners/customers/',
  supplier: '/partners/suppliers/',
  hold: '/holds/',
  recall: '/recalls/',
  rule: '/rules/',
  pool: '/pools/',
  wave: '/pick/',
  parcel: '/parcels/',
  transfer: '/transfers/',
  count: '/counts/',
  bin: '/bins/',
  disposal: '/disposals/',
  import: '/imports/',
  mock: '/mock-recalls/',
} as const

export type ShownKind = keyof typeof folders

export const isShown = (kind: string): kind is ShownKind => kind in folders
/** What is called by an id alone. */
export const pathOf = (kind: ShownKind, id: string): string => folders[kind] + id

/** A serial is shown on the page of its batch, by its code; samples and repairs on that of their batch as well, whose id is the one that is found. */
const elsewhere: Record<Exclude<Found['kind'], ShownKind> | 'serial', (found: Found) => string> = {
  serial: ({ id, title }) => `${folders.serial}${id}?serial=${encodeURIComponent(title)}`,
  repair: ({ id }) => folders.batch + id,
  warehouse: ({ title }) => `/map?warehouse=${encodeURIComponent(title)}`,
  zone: () => '/settings?tab=warehouses',
  client: () => '/settings?tab=clients',
  print: () => '/labels',
  service: () => '/settings?tab=delivery',
}

export function pathOfFound(found: Found): string {
  const { kind, id } = found
  return kind !== 'serial' && isShown(kind) ? pathOf(kind, id) : elsewhere[kind](found)
}
