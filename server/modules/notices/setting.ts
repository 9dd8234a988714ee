/**
 * server/modules/notices/setting.ts — how the account tells its customers of a recall.
 */
import type { Audience, Language } from '#domain/notices/choices.ts'
import type { Db, Tx } from '#platform/db.ts'
import { audit } from '../access/index.ts'

export type NoticeSetting = Readonly<{
  language: Language
  audience: Audience
  contact: string | null
  silentDays: number
  againByItself: boolean
  retentionDays: number
}>

const usual: NoticeSetting = {
  language: 'en',
  audience: 'consumer',
  contact: null,
  silentDays: 3,
  againByItself: false,
  retentionDays: 730,
}

/** Of an account that never said, the usual ones. */
export async function noticeSetting(db: Db): Promise<NoticeSetting> {
  const [row] = await db<NoticeSetting[]>`
    select language, audience, contact, silent_days, again_by_itself, retention_days from notices.setting
    where account_id = ${db.act.accountId}`
  return row ?? usual
}

export async function setNotices(tx: Tx, after: NoticeSetting): Promise<NoticeSetting> {
  const before = await noticeSetting(tx)
  await tx`
    insert into notices.setting (account_id, language, audience, contact, silent_days, again_by_itself, retention_days, changed_by, changed_at)
    values (${tx.act.accountId}, ${after.language}, ${after.audience}, ${after.contact}, ${after.silentDays}, ${after.againByItself},
      ${after.retentionDays}, ${tx.act.actorName}, ${tx.act.at})
    on conflict (account_id) do update set language = excluded.language, audience = excluded.audience, contact = excluded.contact,
      silent_days = excluded.silent_days, again_by_itself = excluded.again_by_itself, retention_days = excluded.retention_days,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at`
  audit(tx, { action: 'notice.setting', subjectKind: 'account', subjectId: tx.act.accountId, before, after })
  return after
}

/** What is kept; where nothing is, what is given now, and it stays. Whoever tells customers may say so, whatever else of the account they may change. */
export async function keptContact(tx: Tx, given: string | undefined): Promise<string | null> {
  const setting = await noticeSetting(tx)
  if (setting.contact !== null || given === undefined) return setting.contact
  return (await setNotices(tx, { ...setting, contact: given })).contact
}
