import { groupBy } from '#domain/group-by.ts'
import type { Db } from '#platform/db.ts'
import { scopesOf, sentBatches } from './sent-batches.ts'
import { cameBack, type ReturnView, returnLines } from './store.ts'

/**
 * With what came back of each line, and which batches can still come; these only where it is known who had them. For one
 * return and for a wave of them.
 */
export async function returnsInFull(db: Db, returns: readonly ReturnView[]) {
  const ids = returns.map(({ id }) => id)
  const [lines, back, scopes] = await Promise.all([returnLines(db, ids), cameBack(db, ids), scopesOf(db, returns)])
  const linesOf = groupBy(lines, ({ returnId }) => returnId)
  const backOf = groupBy(back, ({ lineId }) => lineId)
  const open = returns
    .filter(({ id, closedAt }) => closedAt === null && scopes(id).every(({ kind }) => kind !== 'anybody'))
    .map(({ id }) => ({ id, scopes: scopes(id), productIds: productsOf(linesOf.get(id) ?? []) }))
  const sent = await sentBatches(db, open)
  return returns.map((row) => ({
    ...row,
    lines: (linesOf.get(row.id) ?? []).map(({ id, returnId: _, ...line }) => ({
      ...line,
      batches: backOf.get(id) ?? [],
      out: sent(row.id)
        .filter(({ productId, out }) => productId === line.productId && out > 0)
        .map(({ out, ...batch }) => ({ ...batch, quantity: out })),
    })),
  }))
}

const productsOf = (lines: readonly { productId: string }[]) => [...new Set(lines.map(({ productId }) => productId))]
