/**
 * server/modules/repairs/preview.ts — what a repair would do, told by doing it, with what jobs would do after it. Whoever calls rolls all of it back.
 */
import { groupBy } from '#domain/group-by.ts'
import type { Tx } from '#platform/db.ts'
import { lockBatch, lockWithMade } from '../batches/index.ts'
import { madeChanged, madeNow } from './made-changed.ts'
import { type RepairAsk, repair } from './repair-ask.ts'
import { repairById } from './repair-detail.ts'
import { judgeRepaired } from './repaired.ts'
import { type Snapshot, type StockThere, snapshotOf } from './snapshot.ts'

const documentsMax = 100
const madeMax = 500
type Sides<T> = { before: T; after: T }

/** Refuses what the repair refuses. */
export async function repairPreview(tx: Tx, ask: RepairAsk) {
  await lockWithMade(tx, [ask.batch, ...(ask.into === undefined ? [] : [ask.into])])
  const { productId } = await lockBatch(tx, ask.batch)
  const [before, madeBefore] = [await snapshotOf(tx, productId), await madeNow(tx, ask.batch)]
  const id = await repair(tx, ask)
  const { batchId, otherId, parts } = await repairById(tx, id)
  const batchIds = [batchId, ...(otherId ? [otherId] : []), ...parts.map((part) => part.batchId)]
  await judgeRepaired(tx, { productId, batchIds })
  const after = await snapshotOf(tx, productId)
  const documents = documentsChanged({ before, after })
  const made = madeChanged(madeBefore, await madeNow(tx, ask.batch))
  return {
    batches: batchesChanged({ before, after }, batchId),
    places: placesChanged({ before, after }),
    documents: documents.slice(0, documentsMax),
    documentsChanged: documents.length,
    made: made.slice(0, madeMax),
    madeChanged: made.length,
    holds: holdsChanged({ before, after }),
    expired: { before: expiredIn(before), after: expiredIn(after) },
  }
}

const sum = (rows: readonly StockThere[], of: (row: StockThere) => number) =>
  rows.reduce((total, row) => total + of(row), 0)
const expiredIn = ({ stock }: Snapshot) =>
  sum(
    stock.filter(({ expired }) => expired),
    ({ onHand }) => onHand,
  )

function pairs<Row>({ before, after }: Sides<readonly Row[]>, keyOf: (row: Row) => string) {
  const [was, is] = [groupBy(before, keyOf), groupBy(after, keyOf)]
  return [...new Set([...was.keys(), ...is.keys()])].map((key) => {
    const sides = { before: was.get(key) ?? [], after: is.get(key) ?? [] }
    return { ...sides, row: sides.after[0] ?? sides.before[0] }
  })
}

const of = <T>({ before, after }: Sides<Snapshot>, part: (one: Snapshot) => T): Sides<T> => ({
  before: part(before),
  after: part(after),
})

function placesChanged(sides: Sides<Snapshot>) {
  const rows = pairs(
    of(sides, ({ stock }) => stock),
    ({ batchId, placeId }) => `${batchId} ${placeId}`,
  )
  return rows.flatMap(({ before, after, row }) => {
    const units = { before: sum(before, ({ onHand }) => onHand), after: sum(after, ({ onHand }) => onHand) }
    return row && units.before !== units.after ? [{ ...row, ...units }] : []
  })
}

/** The one that is repaired always, even where nothing of it is here. */
function batchesChanged(sides: Sides<Snapshot>, repairedId: string) {
  const rows = pairs(
    of(sides, ({ stock }) => stock),
    ({ batchId }) => batchId,
  )
  const dates = new Map(sides.before.dates.map((row) => [row.batchId, row]))
  return sides.after.dates.flatMap(({ batchId, batchCode, expiresOn }) => {
    const own = rows.find(({ row }) => row?.batchId === batchId) ?? { before: [], after: [] }
    const units = (key: 'onHand' | 'reserved') => ({
      before: sum(own.before, (row) => row[key]),
      after: sum(own.after, (row) => row[key]),
    })
    const was = dates.get(batchId)
    const row = {
      batchId,
      batchCode,
      onHand: units('onHand'),
      reserved: units('reserved'),
      expiresOn: { before: was ? was.expiresOn : expiresOn, after: expiresOn },
    }
    const differs = [row.onHand, row.reserved, row.expiresOn].some((side) => side.before !== side.after)
    return differs || !was || batchId === repairedId ? [row] : []
  })
}

function documentsChanged(sides: Sides<Snapshot>) {
  return pairs(
    of(sides, ({ promises }) => promises),
    ({ id }) => id,
  ).flatMap(({ before, after, row }) => {
    const units = { before: before[0]?.quantity ?? 0, after: after[0]?.quantity ?? 0 }
    return row && units.before !== units.after ? [{ ...row, ...units }] : []
  })
}

function holdsChanged(sides: Sides<Snapshot>) {
  const held = of(sides, ({ stock }) =>
    stock.flatMap(({ holds, onHand }) => holds.map((hold) => ({ ...hold, onHand }))),
  )
  return pairs(held, ({ number }) => number).flatMap(({ before, after, row }) => {
    const units = (rows: readonly { onHand: number }[]) => rows.reduce((total, { onHand }) => total + onHand, 0)
    const sides = { before: units(before), after: units(after) }
    return row && sides.before !== sides.after ? [{ number: row.number, reason: row.reason, ...sides }] : []
  })
}
