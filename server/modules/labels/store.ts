/**
 * server/modules/labels/store.ts — the SQL of designs and prints.
 */
import type { LabelDesign, LabelKind } from '#domain/labels/design.ts'
import type { LabelFacts } from '#domain/labels/facts.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import type { Resolution } from './print/lay-out.ts'

export type TemplateRow = {
  id: string
  kind: LabelKind
  name: string
  design: LabelDesign
  changedBy: string
  changedAt: Instant
}

export const templateRows = (db: Db, { id, kind }: { id: string | null; kind: LabelKind | null }) => db<TemplateRow[]>`
  select id, kind, name, design, changed_by, changed_at from labels.template
  where account_id = ${db.act.accountId} and archived_at is null
    ${id === null ? db`` : db`and id = ${id}`} ${kind === null ? db`` : db`and kind = ${kind}`}
  order by kind, name`

/** Those whose name is taken come back empty. */
export const insertTemplate = (tx: Tx, t: Pick<TemplateRow, 'id' | 'kind' | 'name' | 'design'>) => tx<{ id: string }[]>`
  insert into labels.template (account_id, id, kind, name, design, changed_by, changed_at)
  values (${tx.act.accountId}, ${t.id}, ${t.kind}, ${t.name}, ${JSON.stringify(t.design)}::text::jsonb, ${tx.act.actorName}, ${tx.act.at})
  on conflict (account_id, kind, name) where archived_at is null do nothing returning id`

export const updateTemplate = (tx: Tx, t: Pick<TemplateRow, 'id' | 'name' | 'design'>) => tx`
  update labels.template set name = ${t.name}, design = ${JSON.stringify(t.design)}::text::jsonb, changed_by = ${tx.act.actorName}, changed_at = ${tx.act.at}
  where account_id = ${tx.act.accountId} and id = ${t.id}`

export const archiveTemplate = (tx: Tx, id: string) => tx`
  update labels.template set archived_at = ${tx.act.at}, changed_by = ${tx.act.actorName}, changed_at = ${tx.act.at}
  where account_id = ${tx.act.accountId} and id = ${id}`

export type PrintRow = {
  id: string
  number: string
  kind: LabelKind
  template: string
  design: LabelDesign
  format: 'pdf' | 'zpl'
  resolution: Resolution
  stem: string
  subjects: number
  copies: number
  reason: string | null
  madeBy: string
  madeAt: Instant
}
export type PrintView = PrintRow & {
  first: string
  station: string | null
  takenBy: string | null
  takenAt: Instant | null
}

export const insertPrint = (tx: Tx, p: Omit<PrintRow, 'madeBy' | 'madeAt'>) => tx`
  insert into labels.print (account_id, id, number, kind, template, design, format, resolution, stem, subjects, copies, reason, made_by, made_at)
  values (${tx.act.accountId}, ${p.id}, ${p.number}, ${p.kind}, ${p.template}, ${JSON.stringify(p.design)}::text::jsonb, ${p.format}, ${p.resolution}, ${p.stem},
    ${p.subjects}, ${p.copies}, ${p.reason}, ${tx.act.actorName}, ${tx.act.at})`

export type Said = { id: string; name: string; facts: LabelFacts }

export const insertPrinted = (tx: Tx, { id, kind }: Pick<PrintRow, 'id' | 'kind'>, said: readonly Said[]) => tx`
  insert into labels.printed (account_id, print_id, line, kind, subject_id, says)
  select ${tx.act.accountId}, ${id}, s.line, ${kind}, s.subject, s.says::jsonb
  from unnest(${said.map((one) => one.id)}::uuid[], ${said.map(({ name, facts }) => JSON.stringify({ name, facts }))}::text[])
    with ordinality as s(subject, says, line)`

export const printedOf = (db: Db, printId: string) => db<Said[]>`
  select subject_id as id, says->>'name' as name, says->'facts' as facts from labels.printed
  where account_id = ${db.act.accountId} and print_id = ${printId} order by line`

export type Before = { subjectId: string; number: string; madeBy: string; madeAt: Instant }

/** The last print of each of these. */
export const printedBefore = (db: Db, kind: LabelKind, ids: readonly string[]) => db<Before[]>`
  select distinct on (d.subject_id) d.subject_id, p.number, p.made_by, p.made_at
  from labels.printed d join labels.print p on p.account_id = d.account_id and p.id = d.print_id
  where d.account_id = ${db.act.accountId} and d.kind = ${kind} and d.subject_id = any(${ids as string[]}::uuid[])
  order by d.subject_id, d.print_id desc`

export type PrintFilter = Readonly<{
  id: string | null
  of: string | null
  kind: LabelKind | null
  state: 'queued' | 'printed' | null
  /** Of those that wait, the oldest is the next. */
  before: string | null
  limit: number
}>

/** Newest first. */
export const printList = (db: Db, f: PrintFilter) => db<PrintView[]>`
  select p.id, p.number, p.kind, p.template, p.design, p.format, p.resolution, p.stem, p.subjects, p.copies, p.reason, p.made_by, p.made_at,
    d.says->>'name' as first, t.station, t.taken_by, t.taken_at
  from labels.print p
  join labels.printed d on d.account_id = p.account_id and d.print_id = p.id and d.line = 1
  left join labels.taking t on t.account_id = p.account_id and t.print_id = p.id
  where p.account_id = ${db.act.accountId}
    ${f.id === null ? db`` : db`and p.id = ${f.id}`}
    ${f.kind === null ? db`` : db`and p.kind = ${f.kind}`}
    ${f.state === null ? db`` : f.state === 'queued' ? db`and t.taken_at is null` : db`and t.taken_at is not null`}
    ${
      f.of === null
        ? db``
        : db`and exists (
      select from labels.printed o where o.account_id = p.account_id and o.print_id = p.id and o.subject_id = ${f.of})`
    }
    ${f.before === null ? db`` : db`and p.id < ${f.before}`}
  order by p.id desc limit ${f.limit}`

/** Nothing comes back where it was taken before. */
export const insertTaking = (tx: Tx, printId: string, station: string | null) => tx<{ takenAt: Instant }[]>`
  insert into labels.taking (account_id, print_id, station, taken_by, taken_at)
  values (${tx.act.accountId}, ${printId}, ${station}, ${tx.act.actorName}, ${tx.act.at})
  on conflict do nothing returning taken_at`
