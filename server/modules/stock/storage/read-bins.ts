/**
 * server/modules/stock/storage/read-bins.ts — bins as the rules of storage judge them.
 */
import { groupBy } from '#domain/group-by.ts'
import { byPosition, isAbove, positionOf } from '#domain/storage/bin-position.ts'
import type { PlacedBin } from '#domain/storage/propose-bin.ts'
import type { Db } from '#platform/db.ts'
import { type BinRow, binsKeptFree, binsOfWarehouses, type LyingRow, lyingInWarehouses } from './store.ts'

/** `lying` is as it was read; who puts goods there holds the lock of the bin. */
export type StoredBin = Omit<PlacedBin, 'lying'> &
  Omit<BinRow, 'aisle' | 'bay' | 'level'> &
  Readonly<{ lying: readonly LyingRow[] }>

/** Every bin of these warehouses with what lies in it, in the order of the route. */
export async function storageBins(db: Db, warehouseIds: readonly string[]): Promise<StoredBin[]> {
  const [rows, lying] = await Promise.all([binsOfWarehouses(db, warehouseIds), lyingInWarehouses(db, warehouseIds)])
  const keptFree = rows.filter(({ freeFrom }) => freeFrom.length > 0)
  const bins = withFacts(rows, lying, keptFree)
  return bins.sort((a, b) => byPosition({ ...a.position, code: a.code }, { ...b.position, code: b.code }))
}

/** `allergens`: whether any of the goods holds one, so that the bins below matter. */
export async function binsWithFacts(
  db: Db,
  rows: readonly BinRow[],
  { lying, allergens }: Readonly<{ lying: readonly LyingRow[]; allergens: boolean }>,
): Promise<StoredBin[]> {
  const warehouseIds = [...new Set(rows.map(({ warehouseId }) => warehouseId))]
  return withFacts(rows, lying, allergens ? await binsKeptFree(db, warehouseIds) : [])
}

function withFacts(rows: readonly BinRow[], lying: readonly LyingRow[], keptFree: readonly BinRow[]): StoredBin[] {
  const byBin = groupBy(lying, ({ binId }) => binId)
  const free = groupBy(
    keptFree.map((row) => ({ ...row, position: positionOf(row) })),
    ({ warehouseId, position }) => columnOf(warehouseId, position),
  )
  return rows.map(({ aisle, bay, level, ...row }) => {
    const position = positionOf({ code: row.code, aisle, bay, level })
    const column = free.get(columnOf(row.warehouseId, position)) ?? []
    return {
      ...row,
      position,
      below: column.filter((lower) => isAbove(position, lower.position)),
      lying: byBin.get(row.id) ?? [],
    }
  })
}

const columnOf = (warehouseId: string, { aisle, bay }: { aisle: string; bay: number }) =>
  `${warehouseId} ${bay} ${aisle}`
