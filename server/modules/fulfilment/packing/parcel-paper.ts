import { dayIn } from '#platform/clock.ts'
import type { Paper } from '../packing-slip.ts'
import type { Sender } from '../store.ts'
import type { ParcelDetail } from './parcel-detail.ts'

const gramsInKilogram = 1000

/** What the slip of one parcel says; the SSCC with its application identifier, as under a barcode. */
export const parcelPaper = (parcel: ParcelDetail, { timeZone, warehouseName }: Sender): Paper => ({
  number: parcel.number,
  facts: [
    `Parcel ${parcel.number}`,
    ...(parcel.sscc === null ? [] : [`SSCC (00) ${parcel.sscc}`]),
    `Order ${parcel.orderNumber}`,
    `Packed ${dayIn(timeZone, parcel.packedAt)} at ${warehouseName}`,
    ...(parcel.weightGrams === null ? [] : [`Weight ${parcel.weightGrams / gramsInKilogram} kg`]),
    ...(parcel.cancelledAt === null ? [] : ['CANCELLED']),
  ],
  customerName: parcel.customerName,
  shipTo: parcel.shipTo,
  kits: parcel.kits,
  lines: parcel.lines,
})
