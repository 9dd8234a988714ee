/**
 * server/modules/access/store.ts — the SQL of access.
 */
import type { Instant } from '#platform/clock.ts'
import type { Act, Db, Sql, Tx } from '#platform/db.ts'

export type SignInRow = {
  email: string
  accountId: string
  personId: string
  name: string
  role: string
  passwordHash: string
  disabledAt: string | null
}
export type PersonRow = {
  id: string
  email: string
  name: string
  role: string
  createdAt: Instant
  disabledAt: Instant | null
}
export type KeyRow = {
  id: string
  name: string
  hint: string
  role: string
  createdAt: Instant
  createdBy: string
  expiresAt: Instant
  revokedAt: Instant | null
}

export async function signInRow(sql: Sql, email: string): Promise<SignInRow | null> {
  const [row] = await sql<SignInRow[]>`select * from access.sign_in where email = ${email}`
  return row ?? null
}

export async function signInOf(sql: Sql, act: Act): Promise<SignInRow | null> {
  const [row] = await sql<SignInRow[]>`
    select * from access.sign_in where account_id = ${act.accountId} and person_id = ${act.actorId}`
  return row ?? null
}

export const updatePassword = (tx: Tx, p: { id: string; passwordHash: string }) => tx`
  update access.sign_in set password_hash = ${p.passwordHash}
  where account_id = ${tx.act.accountId} and person_id = ${p.id}`

export type Credential = {
  tokenHash: Buffer
  accountId: string
  kind: 'session' | 'key' | 'phone_code'
  subjectId: string
  label: string
  role: string
  createdAt: Instant
  expiresAt: Instant
}
export const insertCredential = (sql: Sql | Tx, c: Credential) => (sql as Sql)`
  insert into access.credential (token_hash, account_id, kind, subject_id, label, role, created_at, expires_at)
  values (${c.tokenHash}, ${c.accountId}, ${c.kind}, ${c.subjectId}, ${c.label}, ${c.role}, ${c.createdAt}, ${c.expiresAt})`

/** Only while the person is still as the row says: waits for whoever is changing that, and opens nothing then. */
export async function openSession(
  sql: Sql,
  row: SignInRow,
  session: Pick<Credential, 'tokenHash' | 'createdAt' | 'expiresAt'>,
): Promise<boolean> {
  const opened = await sql`
    with person as (
      select account_id, person_id, name, role from access.sign_in
      where email = ${row.email} and person_id = ${row.personId} and disabled_at is null and role = ${row.role} and password_hash = ${row.passwordHash}
      for share)
    insert into access.credential (token_hash, account_id, kind, subject_id, label, role, created_at, expires_at, opened_by)
    select ${session.tokenHash}, account_id, 'session', person_id, name, role, ${session.createdAt}, ${session.expiresAt}, 'password' from person
    returning token_hash`
  return opened.length > 0
}

export const deleteCredential = (sql: Sql, tokenHash: Buffer) =>
  sql`delete from access.credential where token_hash = ${tokenHash}`

export const deleteCredentialsOf = (tx: Tx, subjectId: string) =>
  tx`delete from access.credential where account_id = ${tx.act.accountId} and subject_id = ${subjectId}`

export const isSetUp = async (sql: Sql | Tx) => (await (sql as Sql)`select 1 from access.sign_in limit 1`).length > 0

/** For work that goes through all accounts, each in a transaction of its own. */
export async function accountIds(sql: Pick<Sql, 'unsafe'>): Promise<string[]> {
  const rows = await sql.unsafe<{ accountId: string }[]>(
    'select distinct account_id from access.sign_in order by account_id',
  )
  return rows.map(({ accountId }) => accountId)
}

/** One set-up at a time; held to the end of the transaction. */
export const lockSetUp = (tx: Tx) => tx`select pg_advisory_xact_lock(4711000002)`

export const insertAccount = (tx: Tx, account: { name: string; currency: string }) => tx`
  insert into access.account (account_id, name, currency, created_at)
  values (${tx.act.accountId}, ${account.name}, ${account.currency}, ${tx.act.at})`

export const account = (db: Db) =>
  db<
    { name: string; currency: string }[]
  >`select name, currency from access.account where account_id = ${db.act.accountId}`

export const insertPerson = (tx: Tx, p: { id: string; email: string; name: string; role: string }) => tx`
  insert into access.person (account_id, id, email, name, role, created_at)
  values (${tx.act.accountId}, ${p.id}, ${p.email}, ${p.name}, ${p.role}, ${tx.act.at})`

export const insertSignIn = (
  tx: Tx,
  p: { id: string; email: string; name: string; role: string; passwordHash: string },
) => tx`
  insert into access.sign_in (email, account_id, person_id, name, role, password_hash)
  values (${p.email}, ${tx.act.accountId}, ${p.id}, ${p.name}, ${p.role}, ${p.passwordHash})`

export const people = (db: Db) => db<PersonRow[]>`
  select id, email, name, role, created_at, disabled_at from access.person where account_id = ${db.act.accountId} order by name, id`

export type AccountSettings = {
  name: string
  currency: string
  gs1Prefix: string | null
  /** Worth more, a difference of a count is approved by somebody else; in minor units of the currency. */
  countLimit: number | null
}

export const accountSettings = (db: Db) => db<AccountSettings[]>`
  select name, currency, gs1_prefix, count_limit from access.account where account_id = ${db.act.accountId}`

export const setGs1Prefix = (tx: Tx, prefix: string | null) => tx`
  update access.account set gs1_prefix = ${prefix} where account_id = ${tx.act.accountId}`

export const setCountLimit = (tx: Tx, limit: number | null) => tx`
  update access.account set count_limit = ${limit} where account_id = ${tx.act.accountId}`

export const lockPeople = (tx: Tx) => tx`select 1 from access.account where account_id = ${tx.act.accountId} for update`

export const updatePerson = (tx: Tx, p: { id: string; name: string; role: string; disabledAt: Instant | null }) => tx`
  update access.person set name = ${p.name}, role = ${p.role}, disabled_at = ${p.disabledAt}
  where account_id = ${tx.act.accountId} and id = ${p.id}`

export const updateSignIn = (tx: Tx, p: { id: string; name: string; role: string; disabledAt: Instant | null }) => tx`
  update access.sign_in set name = ${p.name}, role = ${p.role}, disabled_at = ${p.disabledAt}
  where account_id = ${tx.act.accountId} and person_id = ${p.id}`

export const insertKey = (tx: Tx, k: Omit<KeyRow, 'revokedAt' | 'createdAt'> & { createdById: string | null }) => tx`
  insert into access.api_key (account_id, id, name, hint, role, created_at, created_by, created_by_id, expires_at)
  values (${tx.act.accountId}, ${k.id}, ${k.name}, ${k.hint}, ${k.role}, ${tx.act.at}, ${k.createdBy}, ${k.createdById}, ${k.expiresAt})`

export const keys = (db: Db) => db<KeyRow[]>`
  select id, name, hint, role, created_at, created_by, expires_at, revoked_at
  from access.api_key where account_id = ${db.act.accountId} order by id desc`

export type LastingKey = Pick<KeyRow, 'id' | 'name' | 'role' | 'expiresAt'>

/** What a person made and still opens something, also through a key that the person made. Before 0009 only names were kept. */
export const keysMadeBy = (db: Db, person: { id: string; name: string }) => db<LastingKey[]>`
  with recursive made as (
    select id, name, role, expires_at, revoked_at from access.api_key
    where account_id = ${db.act.accountId} and (created_by_id = ${person.id} or (created_by_id is null and created_by = ${person.name}))
    union
    select k.id, k.name, k.role, k.expires_at, k.revoked_at
    from made join access.api_key k on k.account_id = ${db.act.accountId} and k.created_by_id = made.id)
  select id, name, role, expires_at from made where revoked_at is null and expires_at > ${db.act.at} order by name, id`

export const revokeKey = (tx: Tx, id: string) => tx<{ name: string }[]>`
  update access.api_key set revoked_at = coalesce(revoked_at, ${tx.act.at}::timestamptz)
  where account_id = ${tx.act.accountId} and id = ${id} returning name`

export type AuditRow = {
  id: string
  at: Instant
  actorName: string
  source: string
  requestId: string | null
  action: string
  subjectKind: string
  subjectId: string
  before: unknown
  after: unknown
  reason: string | null
  /** The number, code or name of the subject as the entry itself knows it; null where it does not. */
  called: string | null
}
export type AuditFilter = Readonly<{
  subjectId: string | null
  kind: string | null
  who: string | null
  from: Instant | null
  until: Instant | null
  text: string | null
}>

const called = (db: Db) => db`coalesce(after->>'number', before->>'number', after->>'code', before->>'code',
  after->>'sku', before->>'sku', after->>'name', before->>'name')`

/** A text finds all entries of a thing that any entry calls so: most name it only when it was made. */
const fits = (db: Db, { text }: AuditFilter) =>
  text === null
    ? db`true`
    : db`(strpos(lower(concat_ws(' ', reason, source, request_id)), lower(${text})) > 0
      or subject_id in (select subject_id from access.audit
        where account_id = ${db.act.accountId} and strpos(lower(${called(db)}), lower(${text})) > 0))`

export const auditRows = (db: Db, filter: AuditFilter & { beforeId: string | null; limit: number }) => db<AuditRow[]>`
  select id, at, actor_name, source, request_id, action, subject_kind, subject_id, before, after, reason,
    ${called(db)} as called
  from access.audit
  where account_id = ${db.act.accountId}
    and (${filter.subjectId}::uuid is null or subject_id = ${filter.subjectId}::uuid)
    and (${filter.kind}::text is null or subject_kind = ${filter.kind})
    and (${filter.who}::text is null or strpos(lower(actor_name), lower(${filter.who})) > 0)
    and (${filter.from}::timestamptz is null or at >= ${filter.from}::timestamptz)
    and (${filter.until}::timestamptz is null or at <= ${filter.until}::timestamptz)
    and ${fits(db, filter)}
    and (${filter.beforeId}::uuid is null or id < ${filter.beforeId}::uuid)
  order by id desc limit ${filter.limit}`
