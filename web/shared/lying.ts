/** web/shared/lying.ts — what lies of a batch at a place, as far as taking some of it needs to know. */
export type LyingUnits = Readonly<{
  batchId: string
  batchCode: string
  sku: string
  placeId: string
  placeCode: string
  placeKind: string
  onHand: number
  reserved: number
  /** Base units in each of the closed boxes there; null of loose units. */
  packOf: number | null
}>

/** Promised to nobody. */
export const freeOf = ({ onHand, reserved }: LyingUnits): number => onHand - reserved
