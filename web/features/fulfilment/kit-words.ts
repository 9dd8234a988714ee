import type { Parcel } from '../../api/types.ts'
import { quantityText } from '../../shared/quantity.tsx'

/** Of which kit goods are a part; nothing where they were sold by themselves. */
export const ofKit = ({ kitSku }: Readonly<{ kitSku: string | null }>): string => (kitSku ? `, for kit ${kitSku}` : '')

/** How many whole kits are in it. */
export const kitInWords = ({ whole, sku, productName }: Parcel['kits'][number]): string =>
  whole > 0 ? `${quantityText(whole)} of kit ${sku} ${productName}` : `A part of kit ${sku} ${productName}`
