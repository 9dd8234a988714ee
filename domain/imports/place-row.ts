/**
 * domain/imports/place-row.ts — a row of a sheet of places: bins, docks and quarantine places of warehouses.
 */
import { mixings } from '../storage/classes.ts'
import { type CellProblem, cellsOf, type Reading } from './read-cells.ts'
import { given, refuseLong } from './row-fields.ts'

export type PlaceItem = Readonly<{
  warehouse: string
  code: string
  zone?: string
  kind?: 'storage' | 'dock' | 'quarantine'
  capacity?: number // base units
  mixing?: (typeof mixings)[number]
  aisle?: string
  bay?: number
  level?: number
}>

export function placeRow(
  cells: readonly string[],
  reading: Reading,
): Readonly<{ item: PlaceItem; problems: CellProblem[] }> {
  const problems: CellProblem[] = []
  const read = cellsOf({ cells, ...reading, problems })
  const item = given({
    warehouse: read.needed('warehouse'),
    code: read.needed('code'),
    zone: read.text('zone'),
    kind: read.choice('kind', ['storage', 'dock', 'quarantine']),
    capacity: read.whole('capacity', { least: 1, most: 1e12 }),
    mixing: read.choice('mixing', mixings),
    aisle: read.text('aisle'),
    bay: read.whole('bay', { least: 0, most: 100_000 }),
    level: read.whole('level', { least: 0, most: 1000 }),
  }) as PlaceItem
  refuseLong(read, { warehouse: 200, code: 40, zone: 200, aisle: 20 })
  return { item, problems }
}

/** A code is one within its warehouse. */
export const placeName = ({ warehouse, code }: Pick<PlaceItem, 'warehouse' | 'code'>): string =>
  code === '' ? '' : `${code} of ${warehouse}`

export function placeRowKey(cells: readonly string[], { columns, fixed }: Reading): string {
  const at = (name: string) => (cells[columns[name] ?? -1] || fixed[name] || '').slice(0, 200)
  return `${at('warehouse')} ${at('code')}`
}
