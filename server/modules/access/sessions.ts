/**
 * server/modules/access/sessions.ts — the SQL of sessions, and of the codes that open one on a phone.
 */
import type { Instant } from '#platform/clock.ts'
import type { Db, Sql, Tx } from '#platform/db.ts'

export type SessionRow = {
  id: string
  tokenHash: Buffer
  openedBy: 'password' | 'code' | null
  createdAt: Instant
  expiresAt: Instant
}
type PhoneCodeRow = {
  accountId: string
  subjectId: string
  label: string
  role: string
  expiresAt: Instant
  usedAt: Instant | null
}

/** Of the person who acts, the newest first. */
export const sessionsNow = (db: Db) => db<SessionRow[]>`
  select id, token_hash, opened_by, created_at, expires_at from access.credential
  where account_id = ${db.act.accountId} and subject_id = ${db.act.actorId} and kind = 'session' and expires_at > ${db.act.at}
  order by created_at desc, id`

export const endSession = (tx: Tx, id: string) => tx<{ id: string }[]>`
  delete from access.credential
  where account_id = ${tx.act.accountId} and subject_id = ${tx.act.actorId} and kind = 'session' and id = ${id} returning id`

/** Of the person who acts, until the end of the transaction: who changes that person waits, and so does who makes another code. */
export const lockOwnSignIn = (tx: Tx) => tx`
  select 1 from access.sign_in where account_id = ${tx.act.accountId} and person_id = ${tx.act.actorId} for update`

/** Empty where it has ended; else it stays until the end of the transaction. */
export const lockSession = (tx: Tx, tokenHash: Buffer) => tx`
  select 1 from access.credential where token_hash = ${tokenHash} and kind = 'session' for share`

export const deletePhoneCodes = (tx: Tx, personId: string) => tx`
  delete from access.credential where account_id = ${tx.act.accountId} and subject_id = ${personId} and kind = 'phone_code'`

export async function phoneCodeRow(sql: Sql, codeHash: Buffer): Promise<PhoneCodeRow | null> {
  const [row] = await sql<PhoneCodeRow[]>`
    select account_id, subject_id, label, role, expires_at, used_at from access.credential
    where token_hash = ${codeHash} and kind = 'phone_code'`
  return row ?? null
}

/** Only once, and only while the person may sign in: waits for whoever is changing that, as `openSession` does, and takes the rows in its order. */
export const openPhoneSession = (tx: Tx, session: { codeHash: Buffer; tokenHash: Buffer; expiresAt: Instant }) =>
  tx<{ id: string }[]>`
    with person as (
      select account_id, person_id, name, role from access.sign_in
      where account_id = ${tx.act.accountId} and person_id = ${tx.act.actorId} and disabled_at is null
      for share),
    used as (
      update access.credential c set used_at = ${tx.act.at} from person p
      where c.token_hash = ${session.codeHash} and c.kind = 'phone_code' and c.used_at is null and c.account_id = p.account_id
        and c.subject_id = p.person_id
      returning p.account_id, p.person_id, p.name, p.role)
    insert into access.credential (token_hash, account_id, kind, subject_id, label, role, created_at, expires_at, opened_by)
    select ${session.tokenHash}, account_id, 'session', person_id, name, role, ${tx.act.at}, ${session.expiresAt}, 'code' from used
    returning id`
