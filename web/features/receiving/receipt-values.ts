/**
 * web/features/receiving/receipt-values.ts — a receipt as it is typed, and as it is sent.
 */
import { given } from '../../api/client.ts'
import type { Inbound, NewReceipt, NewReceiptLine } from '../../api/types.ts'
import { newKey } from '../../shared/new-key.ts'
import { serialsIn } from '../../shared/serials-in.ts'

export type LineValues = {
  key: string
  product: string
  quantity: number | string
  pack: string
  closedPackOf: number | string // base units in each box that stays closed
  batch: string
  expiresOn: string | null
  place: string | null
  producedOn: string | null
  bestBefore: string | null
  supplierLot: string
  originCountry: string | null
  condition: 'good' | 'damaged'
  serials: string
  sample: number | string // of it, kept as a sample
  unitCost: number | string // minor units of the account's currency
  /** A person's answer to whether this batch is one already known. */
  batchIs: 'same' | 'different' | null
}
export type ReceiptValues = {
  warehouse: string | null
  supplier: string | null
  reference: string
  inbound: string
  lot: string | null
  lines: LineValues[]
}

export const emptyLine = (fields: Partial<LineValues> = {}): LineValues => ({
  key: newKey(),
  product: '',
  quantity: '',
  pack: '',
  closedPackOf: '',
  batch: '',
  expiresOn: null,
  place: null,
  producedOn: null,
  bestBefore: null,
  supplierLot: '',
  originCountry: null,
  condition: 'good',
  serials: '',
  sample: '',
  unitCost: '',
  batchIs: null,
  ...fields,
})

/** An empty line was left behind by the last Enter, and is not sent. */
export const isUntouched = ({ product, quantity, batch }: LineValues): boolean =>
  product.trim() === '' && quantity === '' && batch.trim() === ''

/** The lines that are sent, in the order in which refusals count them: their places among all lines. */
export const sentLines = (lines: readonly LineValues[]): number[] =>
  lines.flatMap((line, index) => (isUntouched(line) ? [] : [index]))

/** What of an announced shipment has not come yet, ready to be confirmed. */
export const expectedLines = ({ lines }: Inbound): LineValues[] =>
  lines
    .filter(({ quantity, received, damaged }) => quantity > received + damaged)
    .map(({ sku, quantity, received, damaged, batchCode, expiresOn }) =>
      emptyLine({ product: sku, quantity: quantity - received - damaged, batch: batchCode ?? '', expiresOn }),
    )

export function bodyOf({ lines, ...header }: ReceiptValues, currency: string): NewReceipt {
  return {
    ...given(header),
    warehouse: header.warehouse ?? '',
    lines: lines.filter((line) => !isUntouched(line)).map((line) => lineBody(line, currency)),
  }
}

function lineBody({ key: _, ...line }: LineValues, currency: string): NewReceiptLine {
  const serials = serialsIn(line.serials)
  const dated = line.expiresOn ?? line.producedOn ?? line.bestBefore
  return {
    ...given({
      pack: line.pack,
      batch: line.batch.trim(),
      expiresOn: line.expiresOn,
      place: line.place,
      producedOn: line.producedOn,
      bestBefore: line.bestBefore,
      supplierLot: line.supplierLot.trim(),
      originCountry: line.originCountry,
      batchIs: line.batchIs,
    }),
    product: line.product.trim(),
    quantity: Number(line.quantity),
    ...(line.sample === '' ? {} : { sample: Number(line.sample) }),
    ...(line.closedPackOf === '' ? {} : { closedPackOf: Number(line.closedPackOf) }),
    ...(dated ? { dateSource: 'typed' as const } : {}),
    ...(line.condition === 'damaged' ? { condition: 'damaged' as const } : {}),
    ...(serials.length > 0 ? { serials } : {}),
    ...(line.unitCost === '' ? {} : { unitCost: Number(line.unitCost), currency }),
  }
}
