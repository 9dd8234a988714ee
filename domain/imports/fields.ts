/**
 * domain/imports/fields.ts — what a file of each kind may say: its fields, by the names that templates have.
 */
export const importKinds = ['stock', 'products', 'suppliers', 'customers', 'places', 'orders', 'shipments'] as const
export type ImportKind = (typeof importKinds)[number]

export type Field = Readonly<{
  name: string
  says: string // what a person reads
  isNeeded: boolean
  isDay: boolean
  /** The same for all rows, where the file has no column for it. */
  isFixable: boolean
  /** No template has it. */
  isRare: boolean
}>

type Mark = 'needed' | 'day' | 'fixable' | 'rare'
const field = (name: string, says: string, ...marks: readonly Mark[]): Field => ({
  name,
  says,
  isNeeded: marks.includes('needed'),
  isDay: marks.includes('day'),
  isFixable: marks.includes('fixable'),
  isRare: marks.includes('rare'),
})

/** A row of a product has so many packs beside the single unit: the names of their columns begin so. */
export const packSlots = ['pack', 'inner', 'pallet', 'pack_4', 'pack_5', 'pack_6'] as const
export type PackSlot = (typeof packSlots)[number]
/** How the pack is called where no column says it. */
export const packNames: Readonly<Record<PackSlot, string>> = {
  pack: 'case',
  inner: 'inner',
  pallet: 'pallet',
  pack_4: 'pack 4',
  pack_5: 'pack 5',
  pack_6: 'pack 6',
}

const packFields = packSlots.flatMap((slot) => {
  const called = slot === 'pack' ? 'pack' : packNames[slot]
  const rare: Mark[] = slot.startsWith('pack_') ? ['rare'] : []
  return [
    field(slot, slot === 'pack' ? 'Name of its pack' : `Name of its ${called}`, 'fixable', ...rare),
    field(`${slot}_quantity`, slot === 'pack' ? 'Units in a pack' : `Units in its ${called}`, 'fixable', ...rare),
    field(`${slot}_gtin`, `GTIN of the ${called}`, ...rare),
  ]
})

const partner = [
  field('code', 'Code', 'needed'),
  field('name', 'Name', 'needed'),
  field('email', 'E-mail'),
  field('phone', 'Phone'),
  field('address', 'Address'),
]

export const fieldsOf: Readonly<Record<ImportKind, readonly Field[]>> = {
  stock: [
    field('sku', 'Product (SKU)', 'needed'),
    field('quantity', 'Quantity, in base units', 'needed'),
    field('warehouse', 'Warehouse', 'needed', 'fixable'),
    field('batch', 'Batch'),
    field('expires_on', 'Expires on', 'day'),
    field('best_before', 'Best before', 'day'),
    field('use_by', 'Use by', 'day'),
    field('produced_on', 'Produced on', 'day'),
    field('place', 'Place (bin)', 'fixable'),
    field('boxes_of', 'Units in a closed box'),
    field('supplier', 'Supplier', 'fixable'),
    field('supplier_lot', 'Batch code of the supplier'),
    field('origin', 'Country of origin', 'fixable'),
    field('unit_cost', 'Cost of a unit, in cents'),
    field('cost', 'Cost of a unit, as 2.50'),
    field('currency', 'Currency', 'fixable'),
    field('condition', 'Condition', 'fixable'),
    field('batch_is', 'Same or different batch'),
    field('gtin', 'GTIN, to be checked'),
  ],
  products: [
    field('sku', 'SKU', 'needed'),
    field('name', 'Name', 'needed'),
    field('category', 'Category', 'fixable'),
    field('unit', 'Base unit', 'fixable'),
    field('tracking', 'Tracked by', 'fixable'),
    field('dates', 'Dates', 'fixable'),
    field('rotation', 'Rotation', 'fixable'),
    field('life_days', 'Life, in days', 'fixable'),
    field('receipt_life_min', 'Least life on arrival, in days', 'fixable'),
    field('delivery_life_min', 'Least life on delivery, in days', 'fixable'),
    field('storage', 'Storage', 'fixable'),
    field('hazard', 'Hazard', 'fixable'),
    field('allergens', 'Allergens'),
    field('gtin', 'GTIN'),
    ...packFields,
    field('kit', 'Parts of a kit'),
  ],
  suppliers: partner,
  customers: [
    ...partner,
    field('country', 'Country', 'fixable'),
    field('delivery_life_min', 'Least life on delivery, in days', 'fixable'),
    field('language', 'Language', 'fixable'),
    field('audience', 'Kind of customer', 'fixable'),
  ],
  places: [
    field('warehouse', 'Warehouse', 'needed', 'fixable'),
    field('code', 'Code of the place', 'needed'),
    field('zone', 'Zone', 'fixable'),
    field('kind', 'Kind of place', 'fixable'),
    field('capacity', 'Capacity, in base units', 'fixable'),
    field('mixing', 'What may lie together', 'fixable'),
    field('aisle', 'Aisle', 'fixable'),
    field('bay', 'Bay'),
    field('level', 'Level'),
  ],
  orders: [
    field('order', 'Order number', 'needed'),
    field('sku', 'Product (SKU)', 'needed'),
    field('quantity', 'Quantity', 'needed'),
    field('pack', 'Pack that is counted', 'fixable'),
    field('customer', 'Customer (code, e-mail or name)', 'fixable'),
    field('channel', 'Channel', 'fixable'),
    field('warehouse', 'Warehouse', 'fixable'),
    field('ordered_on', 'Ordered on', 'day', 'fixable'),
    field('deliver_on', 'Deliver on', 'day', 'fixable'),
    field('ship_to', 'Ship to (address)'),
    field('country', 'Country', 'fixable'),
    field('postal_code', 'Postal code'),
    field('service', 'Delivery service', 'fixable'),
    field('priority', 'Priority', 'fixable'),
    field('shortage', 'Where stock is short', 'fixable'),
    field('delivery_life_min', 'Least life on delivery, in days', 'fixable'),
    field('note', 'Note'),
  ],
  shipments: [
    field('shipped_on', 'Shipped on', 'needed', 'day', 'fixable'),
    field('sku', 'Product (SKU)', 'needed'),
    field('quantity', 'Quantity, in base units', 'needed'),
    field('batch', 'Batch'),
    field('expires_on', 'Expires on', 'day'),
    field('best_before', 'Best before', 'day'),
    field('use_by', 'Use by', 'day'),
    field('produced_on', 'Produced on', 'day'),
    field('order', 'Order number'),
    field('customer', 'Customer (code, e-mail or name)', 'fixable'),
    field('channel', 'Channel', 'fixable'),
    field('country', 'Country', 'fixable'),
    field('delivery_life_min', 'Least life on delivery, in days', 'fixable'),
    field('came_in', 'Units that came in of the batch'),
    field('cost', 'Cost of a unit, as 2.50'),
    field('currency', 'Currency', 'fixable'),
  ],
}

export const fieldNamed = (kind: ImportKind, name: string): Field | undefined =>
  fieldsOf[kind].find((one) => one.name === name)

/** The right that whoever adds such things one by one needs. */
export const needsOf = {
  stock: 'receive',
  products: 'change products',
  suppliers: 'change partners',
  customers: 'change partners',
  places: 'change places',
  orders: 'order',
  shipments: 'receive',
} as const satisfies Readonly<Record<ImportKind, string>>
