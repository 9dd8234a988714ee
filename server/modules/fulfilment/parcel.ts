/**
 * server/modules/fulfilment/parcel.ts — what is asked to leave, and the parcels it leaves in.
 */
import type { Instant } from '#platform/clock.ts'
import type { Origin } from '#platform/db.ts'

export type ShipmentInput = Readonly<{
  id?: string
  order: string
  warehouse?: string
  carrier?: string
  trackingNumber?: string
  shippedAt?: Instant
  /** That parts of kits may go alone. */
  partKits?: boolean
  /** By number, id or SSCC: these leave together, and nothing else. */
  parcels?: readonly string[]
  lines?: readonly Readonly<{
    orderLine: string
    batch: string
    place?: string
    quantity: number
    serials?: readonly string[]
  }>[]
}>

export type ParcelLine = Readonly<{
  where: string
  orderLineId: string
  productId: string
  batchId: string
  batchCode: string
  place: { id: string; kind: 'storage' | 'dock' | 'quarantine' }
  warehouseId: string
  quantity: number
  serialIds: readonly string[]
}>
export type PlannedShipment = Readonly<{
  id: string | null
  origin: Origin
  orderId: string
  carrier: string | null
  trackingNumber: string | null
  shippedAt: Instant
  lines: readonly ParcelLine[]
  packed: readonly Readonly<{ parcelId: string; warehouseId: string }>[]
  /** Kits that are left half, on purpose. */
  half: readonly unknown[]
}>
export type Parcel = Omit<PlannedShipment, 'id' | 'packed' | 'half'> & Readonly<{ id: string; warehouseId: string }>
