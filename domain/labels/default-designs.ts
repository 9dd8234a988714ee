/**
 * domain/labels/default-designs.ts — the labels there are before anybody designs one. Texts of the logistic label stand in the order of the GS1 Logistic
 * Label Guideline: who and what above, codes below, the SSCC last.
 */
import type { LabelDesign, LabelKind, TextPart } from './design.ts'

export type DefaultLabel = Readonly<{ key: string; kind: LabelKind; name: string; design: LabelDesign }>

type Placed = readonly [x: number, y: number, width: number, size: number]

const plain = (field: TextPart['field'], [x, y, width, size]: Placed, more: Partial<TextPart> = {}): TextPart => ({
  field,
  x,
  y,
  width,
  size,
  bold: false,
  lines: 1,
  named: false,
  ...more,
})
const named = (field: TextPart['field'], placed: Placed, more: Partial<TextPart> = {}): TextPart =>
  plain(field, placed, { named: true, ...more })
const goods = ['01', '17', '10']

const batchLarge: LabelDesign = {
  width: 100,
  height: 50,
  texts: [
    plain('product', [3, 3, 66, 4.5], { bold: true, lines: 2 }),
    named('sku', [3, 14, 66, 3]),
    named('batch', [3, 18, 66, 4.5], { bold: true }),
    named('last_day', [3, 23.5, 66, 4]),
  ],
  symbols: [
    { symbology: 'gs1_128', x: 2, y: 29, width: 96, height: 19, says: goods },
    { symbology: 'qr_link', x: 71, y: 2, width: 27, height: 26, says: goods },
  ],
}
const batchSmall: LabelDesign = {
  width: 50,
  height: 30,
  texts: [
    plain('product', [2, 2, 24, 2.8], { bold: true, lines: 3 }),
    named('batch', [2, 13, 24, 2.6], { bold: true, lines: 2 }),
    named('last_day', [2, 20, 24, 2.4], { lines: 2 }),
    plain('sku', [2, 26, 24, 2.2]),
  ],
  symbols: [{ symbology: 'gs1_datamatrix', x: 27, y: 2, width: 21, height: 26, says: goods }],
}
const bin: LabelDesign = {
  width: 100,
  height: 50,
  texts: [
    plain('bin', [3, 3, 94, 14], { bold: true }),
    plain('warehouse', [3, 19, 60, 3.5]),
    plain('zone', [63, 19, 34, 3.5]),
  ],
  symbols: [{ symbology: 'code_128', x: 3, y: 24, width: 94, height: 24, says: [] }],
}
/** A6, as parcel printers take it. */
const logistic: LabelDesign = {
  width: 105,
  height: 148,
  texts: [
    named('from', [4, 4, 45, 3], { lines: 5 }),
    named('to', [53, 4, 48, 3.6], { bold: true, lines: 5 }),
    named('parcel', [4, 27, 45, 3.4]),
    named('order', [53, 27, 48, 3.4]),
    plain('contents', [4, 33, 97, 3.2], { lines: 5 }),
    named('gtin', [4, 54, 97, 3.4]),
    named('batch', [4, 59, 60, 4], { bold: true }),
    named('last_day', [4, 64.5, 60, 3.6]),
    named('packed_on', [65, 64.5, 36, 3]),
    named('sscc', [4, 70, 97, 4.2], { bold: true }),
  ],
  symbols: [
    { symbology: 'gs1_128', x: 2, y: 77, width: 101, height: 31, says: ['02', '17', '37', '10'] },
    { symbology: 'gs1_128', x: 2, y: 110, width: 101, height: 36, says: ['00'] },
  ],
}
const unit: LabelDesign = {
  width: 40,
  height: 25,
  texts: [
    plain('product', [1.5, 1.5, 19, 2.2], { bold: true, lines: 3 }),
    named('batch', [1.5, 10, 19, 2], { lines: 2 }),
    named('last_day', [1.5, 15, 19, 2], { lines: 2 }),
    named('serial', [1.5, 20, 19, 2], { lines: 2 }),
  ],
  symbols: [{ symbology: 'gs1_datamatrix', x: 21, y: 1, width: 18, height: 23, says: [...goods, '21'] }],
}
const sample: LabelDesign = {
  width: 60,
  height: 40,
  texts: [
    plain('text', [2, 2, 38, 3], { text: 'Retention sample', bold: true }),
    plain('sample', [2, 6, 38, 4.5], { bold: true }),
    plain('product', [2, 12, 38, 2.8], { lines: 2 }),
    named('batch', [2, 19, 38, 3], { bold: true }),
    named('last_day', [2, 23, 38, 2.6]),
    named('keep_until', [2, 27, 38, 2.6]),
    named('kept_at', [2, 31, 38, 2.6]),
    named('taken_on', [2, 35, 38, 2.6]),
  ],
  symbols: [{ symbology: 'qr', x: 40, y: 4, width: 18, height: 24, says: [] }],
}

export const defaultLabels: readonly DefaultLabel[] = [
  { key: 'batch-100x50', kind: 'batch', name: 'Carton, 100 × 50 mm', design: batchLarge },
  { key: 'batch-50x30', kind: 'batch', name: 'Small, 50 × 30 mm', design: batchSmall },
  { key: 'bin-100x50', kind: 'bin', name: 'Bin, 100 × 50 mm', design: bin },
  { key: 'parcel-105x148', kind: 'parcel', name: 'Logistic label, 105 × 148 mm', design: logistic },
  { key: 'unit-40x25', kind: 'unit', name: 'Unit, 40 × 25 mm', design: unit },
  { key: 'sample-60x40', kind: 'sample', name: 'Sample, 60 × 40 mm', design: sample },
]
