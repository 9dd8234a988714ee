/**
 * server/modules/labels/setting.ts — whether links on labels lead to a page of ours, and what they begin with.
 */
import { canonicalStem } from '#domain/gs1/build-link.ts'
import type { Db, Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'

export type LabelSetting = Readonly<{ publicPage: boolean; address: string | null }>
const usual: LabelSetting = { publicPage: false, address: null }

export async function labelSetting(db: Db): Promise<LabelSetting> {
  const [row] = await db<LabelSetting[]>`
    select public_page, address from labels.setting where account_id = ${db.act.accountId}`
  return row ?? usual
}

/** Refuses `invalid_input` for a page without an address. */
export async function setLabels(tx: Tx, after: LabelSetting): Promise<LabelSetting> {
  if (after.publicPage && after.address === null)
    throw new Refusal('invalid_input', {
      problems: [{ at: 'address', message: 'is needed for a page that links lead to' }],
    })
  const before = await labelSetting(tx)
  await tx`
    insert into labels.setting (account_id, public_page, address, changed_by, changed_at)
    values (${tx.act.accountId}, ${after.publicPage}, ${after.address}, ${tx.act.actorName}, ${tx.act.at})
    on conflict (account_id) do update set public_page = excluded.public_page, address = excluded.address, changed_by = excluded.changed_by, changed_at = excluded.changed_at`
  audit(tx, { action: 'label.setting', subjectKind: 'account', subjectId: tx.act.accountId, before, after })
  return after
}

/** The account's id in 22 characters: two accounts may hold goods of one GTIN, and each has its own page. */
export const accountKey = (accountId: string): string =>
  Buffer.from(accountId.replaceAll('-', ''), 'hex').toString('base64url')

/** Null for what was never one. */
export function accountOfKey(key: string): string | null {
  if (!/^[A-Za-z0-9_-]{22}$/.test(key)) return null
  const hex = Buffer.from(key, 'base64url').toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Without a page of ours, links are those of GS1, which tell what the thing is and lead nowhere. */
export async function linkStem(db: Db): Promise<string> {
  const { publicPage, address } = await labelSetting(db)
  return publicPage && address !== null ? `${address}/b/${accountKey(db.act.accountId)}` : canonicalStem
}
