/**
 * domain/gs1/symbologies.ts — kinds of codes, and what a reader sends before what it read (ISO/IEC 15424): `]C1` is GS1-128. The names are those of
 * the GS1 Barcode Syntax Engine.
 */
export type Carrier = Readonly<{
  symbology: string
  /** Elements behind FNC1, a text of any kind, or a GTIN of so many digits. */
  carries: 'elements' | 'text' | number
}>

const carriers: ReadonlyMap<string, Carrier> = new Map<string, Carrier>([
  [']C1', { symbology: 'GS1_128_CCA', carries: 'elements' }],
  [']e0', { symbology: 'DataBarExpanded', carries: 'elements' }],
  [']d1', { symbology: 'DM', carries: 'text' }],
  [']d2', { symbology: 'DM', carries: 'elements' }],
  [']Q1', { symbology: 'QR', carries: 'text' }],
  [']Q3', { symbology: 'QR', carries: 'elements' }],
  [']J0', { symbology: 'DotCode', carries: 'text' }],
  [']J1', { symbology: 'DotCode', carries: 'elements' }],
  [']E0', { symbology: 'EAN13', carries: 13 }],
  [']E4', { symbology: 'EAN8', carries: 8 }],
  [']I1', { symbology: 'ITF14', carries: 14 }],
])

/** What stands before the message; it may be of no kind that carries GS1. */
export type Announced = Readonly<{ begin: number; carrier: Carrier | null }>

/** The two-dimensional part of a composite code, behind a number. */
export const composite = '|]e0'

/** Null where nothing is announced. An add-on of two or five digits (`]E3`) says nothing of the item and is left out. */
export function announced(scan: string): Announced | null {
  if (!scan.startsWith(']')) return null
  const carrier = carriers.get(scan.slice(0, 3))
  if (carrier) return { begin: 3, carrier }
  const id = /^\][A-Za-z][0-9A-Fa-f]/.exec(scan)?.[0]
  return id === undefined ? null : { begin: id.length, carrier: null }
}

export const withoutAddOn = (scan: string): string =>
  scan.startsWith(']E3') ? scan.replace(/^\]E3(\d{13})(?:\d{2}|\d{5})?$/, ']E0$1') : scan
