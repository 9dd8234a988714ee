import { judgeOf } from '#domain/allocation/judge.ts'
import { explainPassedOver } from '#domain/allocation/planner.ts'
import type { Tx } from '#platform/db.ts'
import { demandsById, type ReservationRow } from '../stock/index.ts'
import { promisedStock, ruledLines, stockByProduct } from './rejudge.ts'
import { rulesInForce } from './rules/rules-in-force.ts'

/** Of one promise. */
export const promiseKey = ({ demandId, batchId, placeId }: Pick<ReservationRow, 'demandId' | 'batchId' | 'placeId'>) =>
  `${demandId} ${batchId} ${placeId}`

/** What concerns the goods themselves; that another batch would be better breaks nothing. */
const forbidding: readonly string[] = ['too_short', 'undated', 'not_approved', 'barred']

/**
 * Promises that the rules of this moment forbid, were they to leave now, with the sentence why. A job takes them back within
 * seconds of a change; this is for what leaves within those. The products must be locked.
 */
export async function forbiddenPromises(tx: Tx, reserved: readonly ReservationRow[]): Promise<Map<string, string>> {
  if (reserved.length === 0) return new Map()
  const rules = await rulesInForce(tx)
  const [demands, stockOf] = await Promise.all([
    demandsById(tx, [...new Set(reserved.map(({ demandId }) => demandId))]),
    promisedStock(tx, reserved),
  ])
  const judged = await ruledLines(tx, demands, { stock: stockByProduct(reserved, stockOf), rules })
  const whyNot = new Map(judged.map(({ ask, demand }) => [ask.demand.id, judgeOf(demand)]))
  return new Map(
    reserved.flatMap((row) => {
      const reason = whyNot.get(row.demandId)?.(stockOf(row)) ?? null
      if (reason === null || !forbidding.includes(reason.kind)) return []
      return [
        [promiseKey(row), explainPassedOver({ batchCode: row.batchCode, quantity: row.quantity, reason })] as const,
      ]
    }),
  )
}
