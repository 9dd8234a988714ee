/**
 * domain/allocation/fixture.ts — stock and demands as the tests of the planner write them.
 */
import type { AvailableStock, Demand } from './demand.ts'
import type { Plan } from './plan.ts'
import type { Pool } from './pools.ts'

export const today = '2025-11-23'
/** A batch whose code is its id. */
export const row = (
  batchCode: string,
  available: number,
  expiresOn: string | null,
  more: Partial<AvailableStock> = {},
): AvailableStock => ({
  batchId: batchCode,
  batchCode,
  placeId: 'MAIN',
  warehouseId: 'CHI',
  available,
  today,
  receivedOn: '2025-11-01',
  producedOn: null,
  expiresOn,
  obstacles: [],
  ...more,
})
export const wants = (quantity: number, more: Partial<Demand> = {}): Demand => ({
  quantity,
  rotation: 'fefo',
  deliverOn: null,
  rules: [],
  warehouseId: null,
  shortage: 'part',
  ...more,
})
/** Units of batch B, kept for Shopify. */
export const pool = (quantity: number, more: Partial<Pool> = {}): Pool => ({
  id: 'p1',
  name: 'Black Friday',
  channel: 'Shopify',
  batchId: 'B',
  warehouseId: null,
  quantity,
  until: '2025-11-30',
  ...more,
})
export const by = { ruleId: 'r1', name: 'Amazon' }
export const picked = ({ picks }: Plan) => picks.map(({ batchId, quantity }) => `${batchId} ${quantity}`).join(', ')
