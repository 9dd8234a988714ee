/**
 * server/modules/mocks/store.ts — the SQL of rehearsals: what is due, the draw, and who did what.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { MockActKind, MockState } from '#domain/mocks/judge-mock.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'

export type MockRow = {
  id: string
  number: string
  batchId: string
  batchCode: string
  productId: string
  sku: string
  productName: string
  how: 'named' | 'drawn'
  cause: 'asked' | 'scheduled'
  openedBy: string
  openedAt: Instant
}
export type MockAct = {
  kind: MockActKind
  byName: string
  at: Instant
  note: string | null
  found: number | null
  passed: boolean | null
}

type NewMock = Pick<MockRow, 'id' | 'number' | 'batchId' | 'how' | 'cause'>

export const insertMock = (tx: Tx, m: NewMock) => tx`
  insert into mocks.mock (account_id, id, number, batch_id, how, cause, opened_by, opened_at)
  values (${tx.act.accountId}, ${m.id}, ${m.number}, ${m.batchId}, ${m.how}, ${m.cause}, ${tx.act.actorName}, ${tx.act.at})`

export type Draw = Readonly<{ seed: number; candidates: readonly string[] }>

export const insertDraw = (tx: Tx, mockId: string, { seed, candidates }: Draw) => tx`
  insert into mocks.draw (account_id, mock_id, seed, candidates)
  values (${tx.act.accountId}, ${mockId}, ${seed}, ${candidates as string[]}::uuid[])`

export const drawOf = (db: Db, mockId: string) => db<{ seed: number; candidates: string[] }[]>`
  select seed, candidates from mocks.draw where account_id = ${db.act.accountId} and mock_id = ${mockId}`

/** In the order of their ids, so that the same draw finds the same. */
export const shippedSince = (db: Db, since: Instant) => db<{ batchId: string }[]>`
  select distinct m.batch_id from fulfilment.shipment s
  join stock.net_move m on m.account_id = s.account_id and m.document_id = s.id and m.reason = 'shipment'
  where s.account_id = ${db.act.accountId} and s.shipped_at >= ${since} order by m.batch_id`

/** Nobody else goes on with it until the end. */
export const lockMock = (tx: Tx, id: string) => tx`
  select 1 from mocks.mock where account_id = ${tx.act.accountId} and id = ${id} for no key update`

type NewAct = Readonly<{
  mockId: string
  kind: MockActKind
  note?: string | null
  found?: number | null
  passed?: boolean
}>

export const insertAct = (tx: Tx, a: NewAct) => tx`
  insert into mocks.act (account_id, id, mock_id, kind, by_name, at, note, found, passed)
  values (${tx.act.accountId}, ${newId()}, ${a.mockId}, ${a.kind}, ${tx.act.actorName}, ${tx.act.at}, ${a.note ?? null}, ${a.found ?? null}, ${a.passed ?? null})`

export const actsOf = (db: Db, mockIds: readonly string[]) => db<(MockAct & { mockId: string })[]>`
  select mock_id, kind, by_name, at, note, found, passed from mocks.act
  where account_id = ${db.act.accountId} and mock_id = any(${mockIds as string[]}::uuid[]) order by mock_id, at, kind`

type Filter = Readonly<{
  id: string | null
  number: string | null
  state: MockState | null
  before: string | null
  limit: number | null
}>

const inState = (db: Db, state: MockState) => {
  const did = (kind: MockActKind) => db`exists (
    select from mocks.act a where a.account_id = m.account_id and a.mock_id = m.id and a.kind = ${kind})`
  if (state === 'ready') return db`and not ${did('start')} and not ${did('abandon')}`
  if (state === 'running') return db`and ${did('start')} and not ${did('end')}`
  return db`and ${did(state === 'ended' ? 'end' : 'abandon')}`
}

/** Newest first. */
export const mockList = (db: Db, f: Filter) => db<MockRow[]>`
  select m.id, m.number, m.batch_id, b.code as batch_code, b.product_id, p.sku, p.name as product_name, m.how, m.cause, m.opened_by, m.opened_at
  from mocks.mock m
  join batches.batch b on b.account_id = m.account_id and b.id = m.batch_id
  join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
  where m.account_id = ${db.act.accountId}
    ${f.id === null ? db`` : db`and m.id = ${f.id}`}
    ${f.number === null ? db`` : db`and m.number = ${f.number}`}
    ${f.state === null ? db`` : inState(db, f.state)}
    ${f.before === null ? db`` : db`and m.id < ${f.before}`}
  order by m.id desc limit ${f.limit}`

export type SettingRow = {
  everyMonths: number | null
  nextOn: CalendarDate | null
  minutesMax: number
  foundMin: number
  contactsMin: number
}

/** Percent in hundredths, as they are kept. */
export const settingRow = (db: Db) => db<SettingRow[]>`
  select every_months, next_on, minutes_max, found_min, contacts_min from mocks.setting where account_id = ${db.act.accountId}`

export const saveSetting = (tx: Tx, s: SettingRow) => tx`
  insert into mocks.setting (account_id, every_months, next_on, minutes_max, found_min, contacts_min, changed_by, changed_at)
  values (${tx.act.accountId}, ${s.everyMonths}, ${s.nextOn}, ${s.minutesMax}, ${s.foundMin}, ${s.contactsMin}, ${tx.act.actorName}, ${tx.act.at})
  on conflict (account_id) do update set every_months = excluded.every_months, next_on = excluded.next_on, minutes_max = excluded.minutes_max,
    found_min = excluded.found_min, contacts_min = excluded.contacts_min, changed_by = excluded.changed_by, changed_at = excluded.changed_at`

/** Whoever comes second finds it moved on. */
export const lockSchedule = (tx: Tx) => tx<{ everyMonths: number; nextOn: CalendarDate }[]>`
  select every_months, next_on from mocks.setting where account_id = ${tx.act.accountId} and next_on is not null for no key update`

export const moveSchedule = (tx: Tx, nextOn: CalendarDate) => tx`
  update mocks.setting set next_on = ${nextOn} where account_id = ${tx.act.accountId}`

export const insertTarget = (
  tx: Tx,
  mockId: string,
  t: Pick<SettingRow, 'minutesMax' | 'foundMin' | 'contactsMin'>,
) => tx`
  insert into mocks.target (account_id, mock_id, minutes_max, found_min, contacts_min)
  values (${tx.act.accountId}, ${mockId}, ${t.minutesMax}, ${t.foundMin}, ${t.contactsMin})`

export const targetOf = (db: Db, mockId: string) => db<Pick<SettingRow, 'minutesMax' | 'foundMin' | 'contactsMin'>[]>`
  select minutes_max, found_min, contacts_min from mocks.target where account_id = ${db.act.accountId} and mock_id = ${mockId}`
