/**
 * domain/labels/facts.ts — what a label says of one thing: in words by field, and by GS1 identifier.
 */
import type { LabelField } from './design.ts'
import type { Coded } from './symbol-content.ts'

export type LabelFacts = Coded &
  Readonly<{
    /** Without a text, the field is left out. */
    texts: Readonly<Partial<Record<LabelField, string>>>
    /** What stands before a text where the design asks for it. */
    names: Readonly<Partial<Record<LabelField, string>>>
  }>

export const fieldNames: Readonly<Partial<Record<LabelField, string>>> = {
  sku: 'SKU',
  batch: 'Batch',
  last_day: 'Last day',
  produced_on: 'Made',
  supplier_lot: 'Supplier lot',
  gtin: 'GTIN',
  serial: 'Serial',
  bin: 'Bin',
  warehouse: 'Warehouse',
  zone: 'Zone',
  parcel: 'Parcel',
  sscc: 'SSCC',
  order: 'Order',
  from: 'From',
  to: 'To',
  weight: 'Weight',
  packed_on: 'Packed',
  sample: 'Sample',
  quantity: 'Units',
  kept_at: 'Kept at',
  keep_until: 'Keep until',
  taken_on: 'Taken',
}
/** Of the last day, by the kind of date that decides it. */
export const lastDayNames = { best_before: 'Best before', use_by: 'Use by', expiry: 'Expires' } as const
