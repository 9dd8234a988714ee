/**
 * server/modules/quality/keep-holds.ts — holds on many batches at once that something else keeps, as a recall, and that are lifted by it alone.
 */
import type { Db, Tx } from '#platform/db.ts'
import { enqueue } from '#platform/jobs.ts'
import { nextNumbers } from '#platform/numbers.ts'
import { auditMany } from '../access/index.ts'
import { batchesById, withDescendants } from '../batches/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { lockWarehouses } from '../places/index.ts'
import { openOffers, takeBack } from '../stock/index.ts'
import {
  type CoveredReservation,
  type HoldRow,
  holdList,
  holdRow,
  insertHolds,
  markLifted,
  reservationsOfBatches,
} from './store.ts'

export type Keeper = Readonly<{ id: string; number: string }>
export type Keeping = Readonly<{
  keeper: Keeper
  reason: string
  /** The batches that are meant, read anew once everything is locked. */
  named: (db: Db) => Promise<readonly string[]>
}>
/** `reachedIds`: those that are meant, and all that was made of them. */
export type Kept = Readonly<{
  placed: readonly HoldRow[]
  lifted: readonly HoldRow[]
  reachedIds: readonly string[]
  released: readonly CoveredReservation[]
}>

/**
 * From the commit on this keeper holds each batch that is meant, by one hold each, and no other; holds of others stay. Nothing of what is reached is allocated or
 * shipped; what was promised of it is given back, and who lost it is for the caller to serve (`lookAgain`); what is free now is offered to those who wait. Takes the lock of every
 * product that is reached, in key order, and then waits for receipts that are just being recorded: no product may be locked before.
 */
export async function keepHolds(tx: Tx, { keeper, reason, named }: Keeping): Promise<Kept> {
  const { namedIds, before } = await lockReachedBy(tx, keeper.id, named)
  const reachedIds = await withDescendants(tx, namedIds)
  const [wanted, known] = [new Set(namedIds), new Set(before.map(({ batchId }) => batchId))]
  const lifted = before.filter(({ batchId }) => batchId !== null && !wanted.has(batchId))
  const placed = await place(tx, { keeper, reason, batchIds: namedIds.filter((id) => !known.has(id)) })
  await lift(tx, lifted, reason)
  const released = await releaseReached(tx, reachedIds)
  await openOffers(tx, [...new Set(released.map(({ productId }) => productId))], 'hold')
  return { placed, lifted, reachedIds, released }
}

/** A job looks for other batches for those who lost something, and has the keeper look once more at what came in meanwhile. */
export const lookAgain = (tx: Tx, keeperId: string, { released }: Pick<Kept, 'released'>) =>
  enqueue(tx, 'holds-kept', { keeperId, demandIds: [...new Set(released.map(({ demandId }) => demandId))] })

type Placing = Readonly<{ keeper: Keeper; reason: string; batchIds: readonly string[] }>

async function place(tx: Tx, { keeper, reason, batchIds }: Placing): Promise<HoldRow[]> {
  const numbers = await nextNumbers(tx, 'QA', batchIds.length)
  const kept = { reason, keeperId: keeper.id, keeperNumber: keeper.number }
  const holds = batchIds.map((batchId, index) =>
    holdRow(tx, { number: numbers[index] ?? '', scope: 'batch', batchId, ...kept }),
  )
  if (holds.length === 0) return holds
  await insertHolds(tx, holds)
  auditMany(
    tx,
    holds.map((hold) => ({ action: 'hold.place', subjectKind: 'hold', subjectId: hold.id, after: hold, reason })),
  )
  return holds
}

async function lift(tx: Tx, holds: readonly HoldRow[], reason: string): Promise<void> {
  if (holds.length === 0) return
  await markLifted(tx, { ids: holds.map(({ id }) => id), reason })
  auditMany(
    tx,
    holds.map(({ id, number, reason: placed }) => {
      return { action: 'hold.lift', subjectKind: 'hold', subjectId: id, before: { number, reason: placed }, reason }
    }),
  )
  await openOffers(tx, await productsOf(tx, await withDescendants(tx, batchesOf(holds))), 'lift')
  await enqueue(tx, 'hold-lifted', {})
}

async function releaseReached(tx: Tx, reachedIds: readonly string[]): Promise<CoveredReservation[]> {
  const covered = await reservationsOfBatches(tx, reachedIds)
  return [...covered, ...(await takeBack(tx, covered))]
}

type Reached = Readonly<{ namedIds: readonly string[]; before: readonly HoldRow[] }>

/**
 * What is meant, what is kept already, and all that was made of either. What came or was made while the locks were waited for is reached as well: then more products
 * may have to be locked, and all are let go and taken in their order.
 */
async function lockReachedBy(
  tx: Tx,
  keeperId: string,
  named: Keeping['named'],
  more: readonly string[] = [],
): Promise<Reached> {
  const look = async () => {
    const [namedIds, before] = await Promise.all([named(tx), keptNow(tx, keeperId)])
    const reachedIds = await withDescendants(tx, [...namedIds, ...batchesOf(before)])
    return { namedIds, before, productIds: await productsOf(tx, reachedIds) }
  }
  const locked = [...new Set([...more, ...(await look()).productIds])]
  await tx`savepoint reached_by`
  await lockProducts(tx, locked)
  await lockWarehouses(tx)
  const { productIds, ...reached } = await look()
  const since = productIds.filter((id) => !locked.includes(id))
  await (since.length === 0 ? tx`release savepoint reached_by` : tx`rollback to savepoint reached_by`)
  return since.length === 0 ? reached : lockReachedBy(tx, keeperId, named, [...locked, ...since])
}

const productsOf = async (db: Db, batchIds: readonly string[]): Promise<string[]> => [
  ...new Set((await batchesById(db, batchIds)).map(({ productId }) => productId)),
]

const noFilter = { ref: null, id: null, batchId: null, lotId: null, productId: null, after: null }
const holdsMax = 100_000

const keptNow = (db: Db, keeperId: string) => holdList(db, { ...noFilter, keeperId, active: 'active', limit: holdsMax })

const batchesOf = (holds: readonly HoldRow[]) => holds.flatMap(({ batchId }) => batchId ?? [])
