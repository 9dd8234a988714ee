/**
 * server/modules/access/audit.ts — who changed what, when, from where, before, after and why; written with the change.
 */
import type { Origin, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'

export type AuditEntry = Readonly<{
  action: string
  subjectKind: string
  subjectId: string
  before?: unknown
  after?: unknown
  reason?: string | null
  /** Where one transaction serves several requests: which one of them it was. */
  origin?: Origin
}>

export const audit = (tx: Tx, entry: AuditEntry) => auditMany(tx, [entry])

const text = (value: unknown) => (value === undefined || value === null ? null : JSON.stringify(value))

export function auditMany(tx: Tx, entries: readonly AuditEntry[]): void {
  if (entries.length === 0) return
  const { accountId, at, actorId, actorName } = tx.act
  const origins = entries.map(({ origin }) => origin ?? tx.act)
  const written = tx`
    insert into access.audit (account_id, id, at, actor_id, actor_name, source, request_id, action, subject_kind,
      subject_id, before, after, reason)
    select ${accountId}, e.id, ${at}, ${actorId}::uuid, ${actorName}, e.source, e.request, e.action, e.kind, e.subject,
      e.before::jsonb, e.after::jsonb, e.reason
    from unnest(${entries.map(() => newId())}::uuid[], ${entries.map((e) => e.action)}::text[],
      ${entries.map((e) => e.subjectKind)}::text[], ${entries.map((e) => e.subjectId)}::uuid[],
      ${entries.map((e) => text(e.before))}::text[], ${entries.map((e) => text(e.after))}::text[],
      ${entries.map((e) => e.reason ?? null)}::text[], ${origins.map(({ source }) => source)}::text[],
      ${origins.map(({ requestId }) => requestId)}::text[])
      as e(id, action, kind, subject, before, after, reason, source, request)`
  tx.send(written.execute())
}
