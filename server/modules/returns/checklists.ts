import { usualChecks } from '#domain/inspected.ts'
import type { Db, Tx } from '#platform/db.ts'
import { audit } from '../access/index.ts'
import { checklists, keepChecklist } from './inspection-store.ts'

/** Of each category that has its own, and of all others; the usual ones until the account has said otherwise. */
export async function checklistsOf(db: Db) {
  const own = await checklists(db)
  return own.some(({ category }) => category === '') ? own : [{ category: '', checks: usualChecks }, ...own]
}

/** What was looked at before keeps its checks. */
export async function setChecklist(
  tx: Tx,
  { category, checks }: Readonly<{ category: string; checks: readonly string[] }>,
) {
  const before = (await checklistsOf(tx)).find((one) => one.category === category)
  const after = [...new Set(checks)]
  await keepChecklist(tx, category, after)
  audit(tx, {
    action: 'account.return_checks',
    subjectKind: 'account',
    subjectId: tx.act.accountId,
    before: { category, checks: before?.checks ?? null },
    after: { category, checks: after },
  })
  return checklistsOf(tx)
}
