/**
 * server/modules/corrective/store.ts — the SQL of what is to be put right.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'

export const causes = ['contact', 'source', 'balance', 'check', 'other'] as const

/** What showed it. */
export type Shown = Readonly<{ kind: 'mock' | 'recall'; id: string; number: string }>
export type ActionRow = {
  id: string
  mockId: string | null
  recallId: string | null
  number: string
  cause: (typeof causes)[number]
  says: string
  owner: string
  dueOn: CalendarDate
  openedBy: string
  openedAt: Instant
  doneBy: string | null
  doneAt: Instant | null
  note: string | null
}
type Opened = Pick<ActionRow, 'id' | 'cause' | 'says' | 'owner' | 'dueOn'>

export const insertActions = (tx: Tx, { kind, id, number }: Shown, rows: readonly Opened[]) => tx`
  insert into corrective.action (account_id, id, mock_id, recall_id, number, cause, says, owner, due_on, opened_by, opened_at)
  select ${tx.act.accountId}, r.id, ${kind === 'mock' ? id : null}, ${kind === 'recall' ? id : null}, ${number}, r.cause, r.says, r.owner, r.due_on,
    ${tx.act.actorName}, ${tx.act.at}
  from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.cause)}::text[], ${rows.map((r) => r.says)}::text[],
    ${rows.map((r) => r.owner)}::text[], ${rows.map((r) => r.dueOn)}::date[]) as r(id, cause, says, owner, due_on)`

const columns = (db: Db) => db`
  id, mock_id, recall_id, number, cause, says, owner, due_on, opened_by, opened_at, done_by, done_at, note from corrective.action`

type Filter = Readonly<{
  of: Pick<Shown, 'kind' | 'id'> | null
  state: 'open' | 'done' | null
  after: string | null
  limit: number | null
}>

const shownBy = (db: Db, of: Filter['of']) => {
  if (of === null) return db``
  return of.kind === 'mock' ? db`and mock_id = ${of.id}` : db`and recall_id = ${of.id}`
}

/** In the order in which they were opened. */
export const actionsOf = (db: Db, f: Filter) => db<ActionRow[]>`
  select ${columns(db)}
  where account_id = ${db.act.accountId} ${shownBy(db, f.of)}
    ${f.state === null ? db`` : f.state === 'open' ? db`and done_at is null` : db`and done_at is not null`}
    ${f.after === null ? db`` : db`and id > ${f.after}`}
  order by id limit ${f.limit}`

/** Nobody else changes it until the end. */
export const lockAction = (tx: Tx, id: string) => tx`
  select 1 from corrective.action where account_id = ${tx.act.accountId} and id = ${id} for no key update`

export const actionById = (db: Db, id: string) => db<ActionRow[]>`
  select ${columns(db)} where account_id = ${db.act.accountId} and id = ${id}`

export const updateAction = (tx: Tx, a: Pick<ActionRow, 'id' | 'owner' | 'dueOn'>) => tx`
  update corrective.action set owner = ${a.owner}, due_on = ${a.dueOn} where account_id = ${tx.act.accountId} and id = ${a.id}`

export const closeAction = (tx: Tx, { id, note }: { id: string; note: string }) => tx`
  update corrective.action set done_by = ${tx.act.actorName}, done_at = ${tx.act.at}, note = ${note} where account_id = ${tx.act.accountId} and id = ${id}`
