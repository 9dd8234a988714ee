/**
 * server/modules/sellthrough/withdraw-report.ts — a report that was wrong counts no more; it stays, with who withdrew it and why.
 */
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { insertWithdrawal, reportList } from './store.ts'

/** Refuses `not_found`, and `report_withdrawn` where it is withdrawn already. */
export async function withdrawReport(tx: Tx, id: string, reason: string): Promise<void> {
  const seen = await reportById(tx, id)
  await lockProducts(tx, [seen.productId])
  const { withdrawnAt, customerId, sku, kind, quantity, on } = await reportById(tx, id)
  if (withdrawnAt !== null) throw new Refusal('report_withdrawn', { sku, on })
  await insertWithdrawal(tx, id, reason)
  const before = { product: sku, kind, quantity, on }
  audit(tx, { action: 'sell_through.withdraw', subjectKind: 'sell_through', subjectId: customerId, before, reason })
}

async function reportById(tx: Tx, id: string) {
  const [report] = await reportList(tx, { id, customerId: null, productId: null, before: null, limit: 1 })
  if (!report) throw new Refusal('not_found', { kind: 'report', id })
  return report
}
