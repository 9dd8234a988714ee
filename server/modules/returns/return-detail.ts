import { groupBy } from '#domain/group-by.ts'
import type { Db } from '#platform/db.ts'
import { scopesOf, sentBatches } from './sent-batches.ts'
import { cameBack, type ReturnView, returnLines } from './store.ts'

/** With what came back of each line, and which batches can still come; these only where it is known who had them. */
export async function linesWithBatches(db: Db, { id, ...of }: ReturnView) {
  const [lines, back, scopes] = await Promise.all([returnLines(db, id), cameBack(db, id), scopesOf(db, of)])
  const isKnown = of.closedAt === null && scopes.every(({ kind }) => kind !== 'anybody')
  const productIds = [...new Set(lines.map(({ productId }) => productId))]
  const sent = isKnown ? await sentBatches(db, scopes, productIds) : []
  const backOf = groupBy(back, ({ lineId }) => lineId)
  return lines.map(({ id: lineId, ...line }) => ({
    ...line,
    batches: backOf.get(lineId) ?? [],
    out: sent
      .filter(({ productId, out }) => productId === line.productId && out > 0)
      .map(({ out, ...batch }) => ({ ...batch, quantity: out })),
  }))
}
