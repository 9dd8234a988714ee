/**
 * server/modules/returns/unlabelled.ts — units that are here and of which nobody can read the batch, held against what is out: in every scope
 * that their returns speak of.
 */
import type { Known, UnlabelledUnits } from '#domain/unlabelled.ts'
import { boundsOf } from '#domain/unlabelled.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { type UnlabelledRow, unlabelledRows, unlabelledThen } from './inspection-store.ts'
import { type Scope, scopesOf, sentBatches } from './sent-batches.ts'

const keyOf = ({ kind, value }: Scope) => `${kind} ${value}`
export const scopeKeys = (scopes: readonly Scope[]): string[] => scopes.map(keyOf)

export type Fit = Known & Readonly<{ rows: readonly UnlabelledRow[] }>

/**
 * All sets of these products that are still open, and what is out in their scopes and in those asked for. Where there is none, nothing else is
 * read: the room is then empty.
 */
export async function fitOf(db: Db, productIds: readonly string[], asked: readonly Scope[]): Promise<Fit> {
  const rows = productIds.length > 0 ? await unlabelledRows(db, { productIds }) : []
  if (rows.length === 0) return { rows, sets: [], room: () => 0 }
  const scopes = await scopesOf(
    db,
    rows.map(({ returnId, orderNumber, customerId }) => ({ id: returnId, orderNumber, customerId })),
  )
  const sets = rows.map(
    ({ id, returnId, quantity, candidates }): UnlabelledUnits => ({
      id,
      quantity,
      batches: candidates,
      scopes: scopeKeys(scopes(returnId)),
    }),
  )
  const every = [...asked, ...rows.flatMap(({ returnId }) => scopes(returnId))]
  return { rows, sets, room: await roomIn(db, every, productIds) }
}

/** What is out of each batch, scope by scope. */
export async function roomIn(db: Db, scopes: readonly Scope[], productIds: readonly string[]): Promise<Known['room']> {
  const distinct = [...new Map(scopes.map((scope) => [keyOf(scope), scope])).values()]
  const asks = distinct.map((scope) => ({ id: newId(), scopes: [scope], productIds }))
  const sent = await sentBatches(db, asks)
  const out = new Map(
    asks.flatMap(({ id, scopes: [scope] }) =>
      scope ? sent(id).map((row) => [`${keyOf(scope)} ${row.batchId}`, row.out] as const) : [],
    ),
  )
  return (scope, batch) => out.get(`${scope} ${batch}`) ?? 0
}

/** Units without a label of which the batch is not known, now or as it was known at a moment, and whose they are; null where nobody knows. */
export async function unreadUnits(db: Db, productIds: readonly string[], knownOn: Instant | null) {
  const rows = await unlabelledThen(db, { productIds }, knownOn)
  const scopes = await scopesOf(
    db,
    rows.map(({ returnId, orderNumber, customerId }) => ({ id: returnId, orderNumber, customerId })),
  )
  return rows.map((row) => ({
    ...row,
    customerId: scopes(row.returnId).find(({ kind }) => kind === 'customer')?.value ?? null,
  }))
}

/** Of all units without a label, how many are of any of these batches at least and at most. */
export async function unlabelledOf(db: Db, batchIds: readonly string[]): Promise<{ least: number; most: number }> {
  const touched = await unlabelledRows(db, { batchIds })
  if (touched.length === 0) return { least: 0, most: 0 }
  const fit = await fitOf(db, [...new Set(touched.map(({ productId }) => productId))], [])
  return boundsOf(batchIds, new Set(fit.sets.map(({ id }) => id)), fit)
}
