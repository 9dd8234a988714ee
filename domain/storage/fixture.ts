/**
 * domain/storage/fixture.ts — goods, bins and what lies in them, for the tests of storage.
 */
import { positionOf } from './bin-position.ts'
import type { Goods, Lying } from './may-lie.ts'
import type { PlacedBin } from './propose-bin.ts'

export const goods = (more: Partial<Goods> = {}): Goods => ({
  batchId: 'a',
  productId: 'p',
  quantity: 10,
  storage: null,
  hazard: null,
  allergens: [],
  rotation: 'fefo',
  expiresOn: '2026-01-01',
  ...more,
})
export const lying = (more: Partial<Lying> = {}): Lying => ({
  batchId: 'b',
  batchCode: 'B',
  productId: 'p',
  sku: 'P',
  quantity: 10,
  hazard: null,
  expiresOn: '2026-02-01',
  ...more,
})
export const bin = (more: Partial<PlacedBin> = {}): PlacedBin => ({
  id: more.code ?? 'A-1-1',
  code: 'A-1-1',
  zoneCode: null,
  position: positionOf({ code: more.code ?? 'A-1-1', aisle: null, bay: null, level: null }),
  storage: 'ambient',
  hazards: [],
  freeFrom: [],
  below: [],
  mixing: 'mixed',
  capacity: null,
  lying: [],
  ...more,
})
