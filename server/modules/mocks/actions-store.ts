/**
 * server/modules/mocks/actions-store.ts — the SQL of what is to be put right.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'

export type NewAction = Readonly<{
  id?: string
  cause: 'contact' | 'source' | 'balance' | 'other'
  says: string
  owner: string
  dueOn: CalendarDate
}>
export type ActionRow = {
  id: string
  mockId: string
  mockNumber: string
  cause: NewAction['cause']
  says: string
  owner: string
  dueOn: CalendarDate
  openedBy: string
  openedAt: Instant
  doneBy: string | null
  doneAt: Instant | null
  note: string | null
}

export const insertActions = (tx: Tx, mockId: string, rows: readonly NewAction[]) => tx`
  insert into mocks.action (account_id, id, mock_id, cause, says, owner, due_on, opened_by, opened_at)
  select ${tx.act.accountId}, r.id, ${mockId}, r.cause, r.says, r.owner, r.due_on, ${tx.act.actorName}, ${tx.act.at}
  from unnest(${rows.map(({ id }) => id ?? newId())}::uuid[], ${rows.map((r) => r.cause)}::text[], ${rows.map((r) => r.says)}::text[],
    ${rows.map((r) => r.owner)}::text[], ${rows.map((r) => r.dueOn)}::date[]) as r(id, cause, says, owner, due_on)`

const columns = (db: Db) => db`
  a.id, a.mock_id, m.number as mock_number, a.cause, a.says, a.owner, a.due_on, a.opened_by, a.opened_at, a.done_by, a.done_at, a.note
  from mocks.action a join mocks.mock m on m.account_id = a.account_id and m.id = a.mock_id`

type Filter = Readonly<{ mockId: string | null; state: 'open' | 'done' | null; after: string | null; limit: number }>

/** In the order in which they were opened. */
export const actionsOf = (db: Db, f: Filter) => db<ActionRow[]>`
  select ${columns(db)}
  where a.account_id = ${db.act.accountId} ${f.mockId === null ? db`` : db`and a.mock_id = ${f.mockId}`}
    ${f.state === null ? db`` : f.state === 'open' ? db`and a.done_at is null` : db`and a.done_at is not null`}
    ${f.after === null ? db`` : db`and a.id > ${f.after}`}
  order by a.id limit ${f.limit}`

/** Nobody else changes it until the end. */
export const lockAction = (tx: Tx, id: string) => tx`
  select 1 from mocks.action where account_id = ${tx.act.accountId} and id = ${id} for no key update`

export const actionById = (db: Db, id: string) => db<ActionRow[]>`
  select ${columns(db)} where a.account_id = ${db.act.accountId} and a.id = ${id}`

export const updateAction = (tx: Tx, a: Pick<ActionRow, 'id' | 'owner' | 'dueOn'>) => tx`
  update mocks.action set owner = ${a.owner}, due_on = ${a.dueOn} where account_id = ${tx.act.accountId} and id = ${a.id}`

export const closeAction = (tx: Tx, { id, note }: { id: string; note: string }) => tx`
  update mocks.action set done_by = ${tx.act.actorName}, done_at = ${tx.act.at}, note = ${note} where account_id = ${tx.act.accountId} and id = ${id}`
