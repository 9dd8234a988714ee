import { expect, test } from 'vitest'
import { outletRows } from './outlet-rows.ts'

const from = (warehouseCode: string, lastShipDay: string | null, says: string | null = null) => ({
  warehouseId: warehouseCode,
  warehouseCode,
  may: says === null,
  says,
  lastDeliveryDay: lastShipDay,
  lastShipDay,
})

test('what has to leave first stands on top, what may leave any day below it, what may not go at the bottom', () => {
  const rows = outletRows(
    [
      { name: 'amazon', from: [from('CHI', null, 'A: 89 days left on 2025-12-01, Amazon needs 90')] },
      { name: 'gala', from: [from('CHI', null)] },
      { name: 'shop', from: [from('CHI', '2026-02-01'), from('OSL', '2026-01-05'), from('AMS', '2026-02-01')] },
    ],
    'A',
  )
  expect(
    rows.map(({ about, warehouses, lastShipDay, says }) => [about.name, ...warehouses, lastShipDay, says]),
  ).toEqual([
    ['shop', 'OSL', '2026-01-05', ''],
    ['shop', 'CHI', 'AMS', '2026-02-01', ''],
    ['gala', 'CHI', null, ''],
    ['amazon', 'CHI', null, '89 days left on 1 Dec 2025, Amazon needs 90'],
  ])
})

test('of a batch that is nowhere there is no row', () => {
  expect(outletRows([{ from: [] }], 'A')).toEqual([])
})
