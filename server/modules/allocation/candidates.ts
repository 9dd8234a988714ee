/**
 * server/modules/allocation/candidates.ts — the stock that could serve, with all that stands against each row.
 */
import type { AvailableStock, Obstacle } from '#domain/allocation/planner.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import { groupBy } from '#domain/group-by.ts'
import { dayIn } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { type ActiveHold, activeHolds, covers } from '../quality/index.ts'

/** Stock as the planner sees it, with the names that people read. */
export type Candidate = AvailableStock & Readonly<{ placeCode: string; warehouseCode: string }>

type CandidateRow = {
  productId: string
  batchId: string
  batchCode: string
  placeId: string
  placeCode: string
  placeKind: string
  packOf: number | null
  warehouseId: string
  warehouseCode: string
  timeZone: string
  available: number
  producedOn: CalendarDate | null
  expiresOn: CalendarDate | null
  firstReceivedOn: CalendarDate | null
}

const candidateRows = (db: Db, productIds: readonly string[]) => db<CandidateRow[]>`
  select s.product_id, s.batch_id, b.code as batch_code, s.place_id, p.code as place_code, p.kind as place_kind, p.pack_of, p.warehouse_id,
    w.code as warehouse_code, w.time_zone,
    s.on_hand - s.reserved as available, b.produced_on, b.expires_on, b.first_received_on
  from stock.balance s
  join batches.batch b on b.account_id = s.account_id and b.id = s.batch_id
  join places.place p on p.account_id = s.account_id and p.id = s.place_id
  join places.warehouse w on w.account_id = p.account_id and w.id = p.warehouse_id
  where s.account_id = ${db.act.accountId} and s.product_id = any(${productIds as string[]}::uuid[]) and s.on_hand > s.reserved`

type Subject = Pick<CandidateRow, 'productId' | 'batchId' | 'placeId' | 'placeKind'>

/** By product. Two statements, sent together, behind the one that locks the products. */
export async function candidates(db: Db, productIds: readonly string[]): Promise<Map<string, Candidate[]>> {
  const [rows, holds] = await Promise.all([candidateRows(db, productIds), activeHolds(db, productIds)])
  const stock = groupBy(rows, ({ productId }) => productId)
  return new Map(
    [...stock].map(([productId, found]) => [productId, found.map((row) => availableStock(db, row, holds))]),
  )
}

function availableStock(db: Db, row: CandidateRow, holds: readonly ActiveHold[]): Candidate {
  const today = dayIn(row.timeZone, db.act.at)
  return {
    batchId: row.batchId,
    batchCode: row.batchCode,
    placeId: row.placeId,
    placeCode: row.placeCode,
    warehouseId: row.warehouseId,
    warehouseCode: row.warehouseCode,
    available: row.available,
    today,
    receivedOn: row.firstReceivedOn ?? today,
    producedOn: row.producedOn,
    expiresOn: row.expiresOn,
    obstacles: obstacles(row, holds),
    ...closedPack(row.packOf),
  }
}

/** Boxes go out whole until somebody opens one. */
export const closedPack = (packOf: number | null | undefined): Pick<AvailableStock, 'closedPackOf'> =>
  packOf === null || packOf === undefined ? {} : { closedPackOf: packOf }

/** What stands against stock whatever is asked. */
export function obstacles(row: Subject, holds: readonly ActiveHold[]): Obstacle[] {
  const held = holds
    .filter((hold) => covers(hold, row))
    .map(({ number, reason }): Obstacle => ({ kind: 'held', hold: number, reason }))
  return row.placeKind === 'storage' ? held : [...held, { kind: 'place', placeKind: row.placeKind }]
}
