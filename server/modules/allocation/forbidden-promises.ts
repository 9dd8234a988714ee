import { judgeOf } from '#domain/allocation/judge.ts'
import { explainPassedOver } from '#domain/allocation/planner.ts'
import type { Db, Tx } from '#platform/db.ts'
import type { ProductRow } from '../catalog/index.ts'
import { demandsById, type ReservationRow } from '../stock/index.ts'
import { promisedStock, ruledLines, stockByProduct } from './rejudge.ts'
import { type RulesInForce, rulesInForce, rulesNow } from './rules/rules-in-force.ts'

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
  return reserved.length === 0 ? new Map() : forbidden(tx, reserved, { rules: await rulesInForce(tx) })
}

/** Promises that would be forbidden were a product as it is given here; reads only. */
export async function promisesForbiddenAsIf(
  db: Db,
  reserved: readonly ReservationRow[],
  asIf: ProductRow,
): Promise<Map<string, string>> {
  return reserved.length === 0 ? new Map() : forbidden(db, reserved, { rules: await rulesNow(db), asIf })
}

type By = Readonly<{ rules: RulesInForce; asIf?: ProductRow }>

async function forbidden(db: Db, reserved: readonly ReservationRow[], by: By): Promise<Map<string, string>> {
  const [demands, stockOf] = await Promise.all([
    demandsById(db, [...new Set(reserved.map(({ demandId }) => demandId))]),
    promisedStock(db, reserved),
  ])
  const judged = await ruledLines(db, demands, { stock: stockByProduct(reserved, stockOf), ...by })
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
