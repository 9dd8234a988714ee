/**
 * server/modules/sellthrough/to-settle.ts — what customers report as sold on and cannot be, since what was sent or came back is otherwise: somebody finds out which is wrong.
 */
import { type Reckoned, reckonSoldOn } from '#domain/sold-on.ts'
import { pageOfAll, type SettleAsk, type SettlePage } from '#domain/to-settle.ts'
import type { Db } from '#platform/db.ts'
import { joinsAsWritten } from '#platform/plans.ts'
import { pairsInDoubt } from './store.ts'
import { withCustomers } from './with-customers.ts'

/** At no warehouse of ours. */
export async function sellThroughToSettle(db: Db, ask: SettleAsk): Promise<SettlePage> {
  await joinsAsWritten(db)
  const pairs = ask.warehouseId === null ? await pairsInDoubt(db) : []
  if (pairs.length === 0) return { total: 0, items: [] }
  const knownOf = await withCustomers(db, pairs, null)
  const rows = pairs.flatMap(({ customerId, customerName, productId, sku, since, by }) => {
    const reckoned = reckonSoldOn(knownOf({ customerId, productId }))
    if (reckoned.gap === 0) return []
    const where = { batchId: null, batchCode: null, warehouseId: null, warehouseCode: null, placeCode: null }
    return [
      {
        key: `${customerId} ${productId}`,
        documentId: customerId,
        number: customerName,
        skus: [sku],
        ...where,
        quantity: reckoned.gap,
        since,
        by,
        says: saysOf(reckoned),
      },
    ]
  })
  return pageOfAll(rows, ask)
}

function saysOf({ beyond, broughtBack }: Reckoned): string {
  if (beyond)
    return `${beyond.reported} reported as sold or lost by ${beyond.on}: ${Math.max(0, beyond.most)} at most can be`
  if (broughtBack)
    return `${broughtBack.reported} reported as brought back by ${broughtBack.on}: ${broughtBack.most} were sold by then`
  return ''
}
