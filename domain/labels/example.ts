/**
 * domain/labels/example.ts — a thing of each kind that shows how a design looks before there is one.
 */
import type { LabelKind } from './design.ts'
import { fieldNames, type LabelFacts } from './facts.ts'

const goods = {
  brand: 'Your name',
  product: 'Face cream with rose, 50 ml',
  sku: 'CREAM-50',
  batch: 'L2451A',
  last_day: '2027-06-30',
  produced_on: '2025-06-30',
  supplier_lot: 'SUP-77',
  gtin: '09506000134352',
} as const
const ofGoods = { '01': '09506000134352', '11': '250630', '17': '270630', '10': 'L2451A' } as const
const names = { ...fieldNames, last_day: 'Expires' }

export const exampleFacts: Readonly<Record<LabelKind, LabelFacts>> = {
  batch: { code: 'L2451A', identifiers: ofGoods, texts: goods, names },
  unit: {
    code: 'SN-00042',
    identifiers: { ...ofGoods, '21': 'SN-00042' },
    texts: { ...goods, serial: 'SN-00042' },
    names,
  },
  bin: {
    code: 'A-01-02',
    identifiers: {},
    texts: { brand: 'Your name', bin: 'A-01-02', warehouse: 'EWR Newark', zone: 'Cool' },
    names,
  },
  parcel: {
    code: '095060000000000015',
    identifiers: { '00': '095060000000000015', '02': '09506000134352', '37': '40', '17': '270630', '10': 'L2451A' },
    texts: {
      ...goods,
      parcel: 'PA-1042',
      order: 'SO-1042',
      sscc: '095060000000000015',
      from: 'Your name\n9 Dock Road, Newark',
      to: 'Green Basket\n1 Market Street, Boston',
      contents: '40 × CREAM-50 Face cream with rose, L2451A',
      packed_on: '2025-11-23',
      weight: '4.2 kg',
    },
    names,
  },
  sample: {
    code: 'SA-12',
    identifiers: {},
    texts: {
      ...goods,
      sample: 'SA-12',
      quantity: '2',
      kept_at: 'Cupboard 3',
      keep_until: '2028-06-30',
      taken_on: '2025-11-23',
    },
    names,
  },
}
