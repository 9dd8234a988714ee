/**
 * server/modules/trace/scope/trace.ts — one answer to where everything is that a scope names, and all that was made of it.
 */
import { groupBy } from '#domain/group-by.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { joinsAsWritten } from '#platform/plans.ts'
import { ancestryOf, batchesOf, withDescendants } from '../../batches/index.ts'
import { holdsKnownOn } from '../../quality/index.ts'
import { massBalanceOf, whereItLies } from '../balance-of.ts'
import { mayBeAmong } from '../may-be-among.ts'
import {
  type Asked,
  cameFrom,
  type Flow,
  flows,
  type Lying,
  lying,
  onTheWay,
  openOrders,
  returnedUnits,
} from '../store.ts'
import { type PageAsk, whoGot } from '../who-got.ts'
import { type Meant, whatIsMeant } from './resolve.ts'
import type { TraceScope } from './shape.ts'
import { madeOfSerials, whereSerialsAre } from './store.ts'

export type Reach = Readonly<{ meant: Meant; asked: Asked }>

/** What a scope names and all that was made of it, as it was known then. A serial that was used up reaches what it went into. Refuses what `whatIsMeant` refuses. */
export async function reachOf(db: Db, scope: TraceScope, knownOn: Instant | null): Promise<Reach> {
  const meant = await whatIsMeant(db, scope)
  const serialIds = meant.serials.map(({ serialId }) => serialId)
  const made = serialIds.length > 0 ? await madeOfSerials(db, { serialIds, knownOn }) : []
  const roots = [...meant.batchIds, ...made.map(({ batchId }) => batchId)]
  return { meant, asked: { batchIds: await withDescendants(db, roots, knownOn), knownOn } }
}

/** For what looks after whole batches: what is reached, and the batches of which single units are meant. */
export const withBatchesOfSerials = ({ meant, asked }: Reach): string[] => [
  ...new Set([...asked.batchIds, ...meant.serials.map(({ batchId }) => batchId)]),
]

/** What was promised, and who may have got goods without a batch, is of now; of a moment before it is not told. */
export async function scopeTrace(
  db: Db,
  scope: TraceScope,
  { knownOn, ...page }: PageAsk & { knownOn: Instant | null },
) {
  await joinsAsWritten(db)
  const { meant, asked } = await reachOf(db, scope, knownOn)
  const { batchIds } = asked
  const serialIds = meant.serials.map(({ serialId }) => serialId)
  const [batches, here, moved, origin, promised, transfers, serials, mayBe] = await Promise.all([
    batchesOf(db, batchIds),
    lying(db, asked),
    flows(db, asked),
    ancestryOf(db, batchIds, knownOn),
    openOrders(db, asked),
    onTheWay(db, asked),
    whereSerialsAre(db, { serialIds, knownOn }),
    knownOn === null ? mayBeAmong(db, batchIds) : null,
  ])
  const ancestors = [...new Set(origin.map(({ ancestorId }) => ancestorId))]
  const holds = await holdsKnownOn(db, [...new Set(batches.map(({ productId }) => productId))], knownOn)
  const batchOf = new Map(batches.map((one) => [one.id, one]))
  return {
    ...reachedBatches({ meant, batches, moved, here }),
    serials,
    upstream: await upstream(db, { ancestors, batchIds }),
    receipts: await cameFrom(db, { batchIds: ancestors, knownOn }),
    here: here.map((row) => {
      const batch = batchOf.get(row.batchId) ?? { expiresOn: null, code: '', sku: '' }
      return { ...whereItLies(row, { batch, holds, at: knownOn ?? db.act.at }), batchCode: batch.code, sku: batch.sku }
    }),
    openOrders: promised,
    transfers,
    mayBe,
    ...(await whoGot(db, asked, page)),
  }
}

type Reached = Readonly<{
  meant: Meant
  batches: Awaited<ReturnType<typeof batchesOf>>
  moved: readonly Flow[]
  here: readonly Lying[]
}>

/** Each with its own balance, and the products with the sums of theirs: units of different products do not add up. */
function reachedBatches({ meant, batches, moved, here }: Reached) {
  const [movedOf, hereOf] = [groupBy(moved, ({ batchId }) => batchId), groupBy(here, ({ batchId }) => batchId)]
  const [named, undated] = [new Set(meant.batchIds), new Set(meant.undatedIds)]
  const balance = (ids: readonly string[]) =>
    massBalanceOf(
      ids.flatMap((id) => movedOf.get(id) ?? []),
      ids.flatMap((id) => hereOf.get(id) ?? []),
    )
  const inOrder = batches.toSorted((a, b) => a.sku.localeCompare(b.sku) || a.code.localeCompare(b.code))
  return {
    batches: inOrder.map(({ id, code, sku, productId, expiresOn }) => ({
      batchId: id,
      batchCode: code,
      productId,
      sku,
      expiresOn,
      named: named.has(id),
      undated: undated.has(id),
      massBalance: balance([id]),
    })),
    products: [...groupBy(inOrder, ({ productId }) => productId)].map(([productId, own]) => ({
      productId,
      sku: own[0]?.sku ?? '',
      productName: own[0]?.productName ?? '',
      batches: own.length,
      massBalance: balance(own.map(({ id }) => id)),
    })),
  }
}

/** What the batches were made of, which is not asked for itself. */
async function upstream(
  db: Db,
  { ancestors, batchIds }: { ancestors: readonly string[]; batchIds: readonly string[] },
) {
  const own = new Set(batchIds)
  const rows = await batchesOf(
    db,
    ancestors.filter((id) => !own.has(id)),
  )
  return rows.map(({ id, code, sku, productId, expiresOn, supplierName, supplierLot }) => {
    return { batchId: id, batchCode: code, sku, productId, expiresOn, supplierName, supplierLot }
  })
}

/** The sums of each product, and what of it came back in all. */
export async function productBalances(db: Db, asked: Asked) {
  await joinsAsWritten(db)
  const [batches, here, moved, returned] = await Promise.all([
    batchesOf(db, asked.batchIds),
    lying(db, asked),
    flows(db, asked),
    returnedUnits(db, asked),
  ])
  const { products } = reachedBatches({ meant: { batchIds: [], serials: [], undatedIds: [] }, batches, moved, here })
  return products.map((row) => ({
    ...row,
    returned: returned.find(({ productId }) => productId === row.productId)?.quantity ?? 0,
  }))
}
