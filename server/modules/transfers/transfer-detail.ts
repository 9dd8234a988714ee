/**
 * server/modules/transfers/transfer-detail.ts — a transfer with its lines: what each asks, what is promised to it and why no other batch,
 * what left, what arrived, and what people said of the rest.
 */
import { explainPassedOver } from '#domain/allocation/planner.ts'
import { groupBy } from '#domain/group-by.ts'
import { transferState } from '#domain/transfers.ts'
import type { Db } from '#platform/db.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { latestDecisions } from '../allocation/index.ts'
import { batchesById } from '../batches/index.ts'
import { demandsOfDocuments } from '../stock/index.ts'
import { type Standing, standingsOf } from './standings.ts'
import { discrepanciesOf, promisedParts, type TransferLineRow, transferLines } from './store.ts'
import { type TransferFilter, type TransferSummary, transferList } from './transfer-list.ts'

export const everything: Omit<TransferFilter, 'limit'> = {
  ids: null,
  number: null,
  warehouseId: null,
  batchId: null,
  next: null,
  before: null,
}

export const withState = (row: TransferSummary) => ({
  ...row,
  state: transferState({ approved: row.approvedAt !== null, cancelled: row.cancelledAt !== null }, row),
})

/** By id or number. Refuses `not_found`. */
export async function transferByRef(db: Db, ref: string) {
  const named = isId(ref) ? { ids: [ref] } : { number: ref }
  const [row] = await transferList(db, { ...everything, ...named, limit: 1 })
  if (!row) throw new Refusal('not_found', { kind: 'transfer', id: ref })
  return withState(row)
}

export async function transferInFull(db: Db, ref: string) {
  const summary = await transferByRef(db, ref)
  const { id } = summary
  const [lines, demands, promised, standings, discrepancies] = await Promise.all([
    transferLines(db, id),
    demandsOfDocuments(db, [id]),
    promisedParts(db, id),
    standingsOf(db, id),
    discrepanciesOf(db, id),
  ])
  const short = demands.filter(({ quantity, reserved, shipped }) => reserved + shipped < quantity)
  const [decisions, batches] = await Promise.all([
    latestDecisions(
      db,
      short.map((demand) => demand.id),
    ),
    batchesById(db, [...new Set(standings.map(({ batchId }) => batchId))]),
  ])
  const codeOf = new Map(batches.map((batch) => [batch.id, batch]))
  const demandOf = new Map(demands.map((demand) => [demand.id, demand]))
  const whyOf = new Map(decisions.map(({ demandId, passedOver }) => [demandId, passedOver]))
  const partsOf = groupBy(promised, ({ lineId }) => lineId)
  const movedOf = groupBy(standings, ({ lineId }) => lineId)
  const named = (rows: readonly Standing[]) =>
    rows.map((row) => ({
      ...row,
      batchCode: codeOf.get(row.batchId)?.code ?? '',
      expiresOn: codeOf.get(row.batchId)?.expiresOn ?? null,
    }))
  return {
    ...summary,
    lines: lines.map((line) => ({
      ...ofDemand(line, demandOf.get(line.id), summary.cancelledAt !== null),
      promised: partsOf.get(line.id) ?? [],
      batches: named(movedOf.get(line.id) ?? []),
      passedOver: (whyOf.get(line.id) ?? []).map((one) => ({ ...one, says: explainPassedOver(one) })),
    })),
    discrepancies,
  }
}

type Demand = Awaited<ReturnType<typeof demandsOfDocuments>>[number]

/** What a line asks now; before it is approved, what it asked first. */
const ofDemand = (line: TransferLineRow, demand: Demand | undefined, cancelled: boolean) => ({
  ...line,
  requested: line.quantity,
  quantity: demand?.quantity ?? (cancelled ? 0 : line.quantity),
  reserved: demand?.reserved ?? 0,
  sent: demand?.shipped ?? 0,
})
