/**
 * server/modules/returns/lots.ts — what came back, lot by lot: the units of a line that are of one batch, or of one set of candidates, and
 * as what they stand.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { groupBy } from '#domain/group-by.ts'
import { type Standings, standingsOf } from '#domain/inspected.ts'
import type { Db } from '#platform/db.ts'
import {
  type CameToLook,
  cameToLook,
  type DecisionRow,
  decisionsOf,
  type UnlabelledRow,
  unlabelledRows,
} from './inspection-store.ts'

export type LotPlace = Readonly<{ id: string; code: string; warehouseId: string; warehouseCode: string }>
export type Lot = Readonly<{
  returnId: string
  lineId: string
  batchId: string | null
  unlabelledId: string | null
  batchCode: string | null
  expiresOn: CalendarDate | null
  candidates: readonly Readonly<{ batchId: string; batchCode: string }>[]
  /** Where it was put at first. */
  places: LotPlace[]
  quantity: number
  standings: Standings
}>

export async function lotsOf(db: Db, returnIds: readonly string[]): Promise<Lot[]> {
  const [came, unlabelled, decisions] = await Promise.all([
    cameToLook(db, returnIds),
    unlabelledRows(db, { returnIds }),
    decisionsOf(db, returnIds),
  ])
  const standing = groupBy(
    decisions.filter(({ stands }) => stands),
    keyOf,
  )
  const known = [...groupBy(came, keyOf)].map(([key, rows]) => knownLot(rows, standing.get(key) ?? []))
  return [...known.flat(), ...unlabelled.map((row) => unknownLot(row, standing.get(keyOfUnlabelled(row)) ?? []))]
}

const keyOf = (row: { lineId: string; batchId: string | null; unlabelledId?: string | null }) =>
  `${row.lineId} ${row.unlabelledId ?? row.batchId}`
const keyOfUnlabelled = ({ id, lineId }: UnlabelledRow) => keyOf({ lineId, batchId: null, unlabelledId: id })

const placeOf = (row: Pick<CameToLook, 'placeId' | 'placeCode' | 'warehouseId' | 'warehouseCode'>): LotPlace => ({
  id: row.placeId,
  code: row.placeCode,
  warehouseId: row.warehouseId,
  warehouseCode: row.warehouseCode,
})

function knownLot(rows: readonly CameToLook[], decided: readonly DecisionRow[]): Lot[] {
  const [first] = rows
  if (!first) return []
  const { returnId, lineId, batchId, batchCode, expiresOn } = first
  const quantity = rows.reduce((sum, row) => sum + row.quantity, 0)
  const shared = { returnId, lineId, batchId, batchCode, expiresOn, unlabelledId: null, candidates: [] }
  return [{ ...shared, places: rows.map(placeOf), quantity, standings: standingsOf(quantity, decided) }]
}

function unknownLot(row: UnlabelledRow, decided: readonly DecisionRow[]): Lot {
  const { returnId, lineId, quantity } = row
  return {
    returnId,
    lineId,
    batchId: null,
    unlabelledId: row.id,
    batchCode: null,
    expiresOn: null,
    candidates: row.candidates.map((batchId, at) => ({ batchId, batchCode: row.candidateCodes[at] ?? '' })),
    places: [placeOf(row)],
    quantity,
    standings: standingsOf(quantity, decided),
  }
}
