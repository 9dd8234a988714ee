/**
 * server/modules/notices/see.ts — names and addresses are told to those who may see them, and that they looked is audited, once a day.
 */
import type { Tx } from '#platform/db.ts'
import { audit } from '../access/index.ts'

/** In UTC: which day it is does not depend on who looks. */
export async function noteLook(tx: Tx, recallId: string): Promise<void> {
  const [first] = await tx`
    insert into notices.looked (account_id, recall_id, by_name, day)
    values (${tx.act.accountId}, ${recallId}, ${tx.act.actorName}, ${tx.act.at.slice(0, 10)}) on conflict do nothing returning 1`
  if (first) audit(tx, { action: 'notice.contacts_seen', subjectKind: 'recall', subjectId: recallId })
}
