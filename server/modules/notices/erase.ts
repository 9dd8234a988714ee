/**
 * server/modules/notices/erase.ts — names, addresses and words of recipients go after the time that the account keeps them; every count stays.
 */
import type { Instant } from '#platform/clock.ts'
import type { Act, Database, Tx } from '#platform/db.ts'
import { audit } from '../access/index.ts'
import { noticeSetting } from './setting.ts'

const dayMs = 24 * 3_600_000

/** Of each account, recalls that have ended long enough ago. */
export async function eraseDue(database: Database, act: Act): Promise<void> {
  const due = await database.read(act, async (db) => {
    const { retentionDays } = await noticeSetting(db)
    const before: Instant = new Date(Date.parse(act.at) - retentionDays * dayMs).toISOString()
    return db<{ recallId: string }[]>`
      select a.recall_id from recalls.act a where a.account_id = ${act.accountId} and a.kind = 'end' and a.at <= ${before}
        and exists (select from notices.recipient r where r.account_id = a.account_id and r.recall_id = a.recall_id)
        and not exists (select from notices.erasure e where e.account_id = a.account_id and e.recall_id = a.recall_id)`
  })
  for (const { recallId } of due) await database.write(act, (tx) => erase(tx, recallId))
}

/** The links die with it. Whoever comes second does nothing. */
async function erase(tx: Tx, recallId: string): Promise<void> {
  const { accountId } = tx.act
  const [first] = await tx`
    insert into notices.erasure (account_id, recall_id, rows, at)
    select ${accountId}, ${recallId}, count(*)::int, ${tx.act.at} from notices.notice n
    where n.account_id = ${accountId} and n.recall_id = ${recallId} and n.sent_to is not null
    on conflict do nothing returning 1`
  if (!first) return
  const photos = await tx`
    delete from notices.proof p using notices.answer a
    where a.account_id = ${accountId} and a.recall_id = ${recallId} and p.account_id = a.account_id and p.answer_id = a.id returning p.id`
  await tx`
    delete from notices.link l using notices.notice n
    where n.account_id = ${accountId} and n.recall_id = ${recallId} and l.account_id = n.account_id and l.notice_id = n.id`
  await tx`
    update notices.bounce b set detail = null from notices.notice n
    where n.account_id = ${accountId} and n.recall_id = ${recallId} and b.account_id = n.account_id and b.notice_id = n.id`
  await tx`update notices.notice set sent_to = null where account_id = ${accountId} and recall_id = ${recallId}`
  await tx`update notices.answer set signed_by = null, remark = null where account_id = ${accountId} and recall_id = ${recallId}`
  await tx`update notices.call set said = null where account_id = ${accountId} and recall_id = ${recallId}`
  audit(tx, { action: 'notice.erase', subjectKind: 'recall', subjectId: recallId, after: { photos: photos.length } })
}
