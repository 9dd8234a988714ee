/** What lies of a batch at a place, as far as correcting and relocating it need to know. */
export type Balance = Readonly<{
  batchId: string
  batchCode: string
  sku: string
  placeId: string
  placeCode: string
  warehouseId: string
  warehouseCode: string
  onHand: number
  /** Promised to orders. */
  reserved: number
  available: number
  /** Base units in each of the closed boxes there; null of loose units. */
  packOf: number | null
}>
