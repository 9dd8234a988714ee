/**
 * domain/labels/design.ts — how a label looks: its size, the texts on it and its codes, in millimetres from the upper left corner.
 */
export const labelKinds = ['batch', 'bin', 'parcel', 'unit', 'sample'] as const
export type LabelKind = (typeof labelKinds)[number]

/** What bears GS1 identifiers, then what bears a GTIN alone, then what bears any text. */
export const labelSymbologies = ['gs1_128', 'gs1_datamatrix', 'qr_link', 'ean', 'itf_14', 'code_128', 'qr'] as const
export type LabelSymbology = (typeof labelSymbologies)[number]
export type OfIdentifiers = 'gs1_128' | 'gs1_datamatrix' | 'qr_link'
export const bearsIdentifiers = (symbology: LabelSymbology): symbology is OfIdentifiers =>
  symbology === 'gs1_128' || symbology === 'gs1_datamatrix' || symbology === 'qr_link'

export const labelFields = [
  'text',
  'brand',
  'product',
  'sku',
  'batch',
  'last_day',
  'produced_on',
  'supplier_lot',
  'gtin',
  'serial',
  'bin',
  'warehouse',
  'zone',
  'parcel',
  'sscc',
  'order',
  'from',
  'to',
  'contents',
  'weight',
  'packed_on',
  'sample',
  'quantity',
  'kept_at',
  'keep_until',
  'taken_on',
] as const
export type LabelField = (typeof labelFields)[number]

type Box = Readonly<{ x: number; y: number; width: number }>
export type TextPart = Box &
  Readonly<{
    field: LabelField
    /** Of the field `text`: what stands there on every label. */
    text?: string
    /** Height of the letters, from the top of a capital to the foot of a small p. */
    size: number
    bold: boolean
    lines: number
    /** Whether what it is stands before it: `Batch A1`, not `A1`. */
    named: boolean
  }>
export type SymbolPart = Box &
  Readonly<{
    symbology: LabelSymbology
    height: number // with the text under it
    /** GS1 identifiers in their order; 17 is the last day, and becomes 15 where that is a best-before day. */
    says: readonly string[]
  }>
export type LabelDesign = Readonly<{
  width: number
  height: number
  texts: readonly TextPart[]
  symbols: readonly SymbolPart[]
}>

const goods = ['text', 'brand', 'product', 'sku', 'batch', 'last_day', 'produced_on', 'supplier_lot', 'gtin'] as const
const outgoing = ['parcel', 'sscc', 'order', 'from', 'to', 'contents', 'weight', 'packed_on'] as const
const kept = ['sample', 'product', 'sku', 'batch', 'last_day', 'quantity', 'kept_at', 'keep_until', 'taken_on'] as const

type OfKind = Readonly<{ fields: readonly LabelField[]; says: readonly string[] }>
/** What a label of each kind can tell. Bins and samples have no key of GS1. */
export const ofKind: Readonly<Record<LabelKind, OfKind>> = {
  batch: { fields: goods, says: ['01', '11', '17', '10'] },
  unit: { fields: [...goods, 'serial'], says: ['01', '11', '17', '10', '21'] },
  bin: { fields: ['text', 'brand', 'bin', 'warehouse', 'zone'], says: [] },
  parcel: {
    fields: ['text', 'brand', ...outgoing, 'batch', 'last_day', 'gtin'],
    says: ['00', '02', '11', '17', '37', '10'],
  },
  sample: { fields: ['text', 'brand', ...kept], says: [] },
}

export const labelSymbologiesOf = (kind: LabelKind): readonly LabelSymbology[] =>
  labelSymbologies.filter((one) => {
    if (bearsIdentifiers(one)) return ofKind[kind].says.length > 0
    return (one !== 'ean' && one !== 'itf_14') || ofKind[kind].says.includes('01')
  })
