/**
 * server/modules/recalls/store.ts — the SQL of recalls.
 */
import type { Act, RecallClass, RecallKind, RecallState } from '#domain/recalls/state.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { unitsPicked } from '../fulfilment/index.ts'
import type { TraceScope } from '../trace/index.ts'

export type RecallRow = {
  id: string
  number: string
  kind: RecallKind
  class: RecallClass | null
  title: string
  reason: string
  hazard: string | null
  openedBy: string
  openedAt: Instant
}
export type ActRow = Act & { id: string; byName: string; at: Instant; reason: string | null }
export type VersionRow = { version: number; scope: TraceScope; reason: string | null; madeBy: string; madeAt: Instant }

type Texts = Pick<RecallRow, 'id' | 'class' | 'title' | 'reason' | 'hazard'>

export const insertRecall = (tx: Tx, r: Omit<RecallRow, 'openedBy' | 'openedAt'>) => tx`
  insert into recalls.recall (account_id, id, number, kind, class, title, reason, hazard, opened_by, opened_at)
  values (${tx.act.accountId}, ${r.id}, ${r.number}, ${r.kind}, ${r.class}, ${r.title}, ${r.reason}, ${r.hazard}, ${tx.act.actorName}, ${tx.act.at})`

export const updateTexts = (tx: Tx, r: Texts) => tx`
  update recalls.recall set class = ${r.class}, title = ${r.title}, reason = ${r.reason}, hazard = ${r.hazard}
  where account_id = ${tx.act.accountId} and id = ${r.id}`

/** Taken before any product. */
export const lockRecall = (tx: Tx, id: string) => tx`
  select 1 from recalls.recall where account_id = ${tx.act.accountId} and id = ${id} for no key update`

type Filter = Readonly<{
  ref: string | null
  id: string | null
  state: RecallState | null
  before: string | null
  limit: number | null
}>

const inState = (db: Db, state: RecallState) => {
  const did = (kind: string) => db`exists (
    select from recalls.act a where a.account_id = r.account_id and a.recall_id = r.id and a.kind = ${kind})`
  if (state === 'draft') return db`and not ${did('start')} and not ${did('abandon')}`
  if (state === 'running') return db`and ${did('start')} and not ${did('end')}`
  return db`and ${did(state === 'ended' ? 'end' : 'abandon')}`
}

/** Newest first. */
export const recallList = (db: Db, f: Filter) => db<RecallRow[]>`
  select r.id, r.number, r.kind, r.class, r.title, r.reason, r.hazard, r.opened_by, r.opened_at
  from recalls.recall r
  where r.account_id = ${db.act.accountId}
    ${f.ref === null ? db`` : db`and r.number = ${f.ref}`}
    ${f.id === null ? db`` : db`and r.id = ${f.id}`}
    ${f.state === null ? db`` : inState(db, f.state)}
    ${f.before === null ? db`` : db`and r.id < ${f.before}`}
  order by r.id desc limit ${f.limit}`

export const insertVersion = (
  tx: Tx,
  v: { recallId: string; version: number; scope: TraceScope; reason: string | null },
) => tx`
  insert into recalls.version (account_id, recall_id, version, scope, reason, made_by, made_at)
  values (${tx.act.accountId}, ${v.recallId}, ${v.version}, ${JSON.stringify(v.scope)}::text::jsonb, ${v.reason}, ${tx.act.actorName}, ${tx.act.at})`

export const versionsOf = (db: Db, recallIds: readonly string[]) => db<(VersionRow & { recallId: string })[]>`
  select recall_id, version, scope, reason, made_by, made_at from recalls.version
  where account_id = ${db.act.accountId} and recall_id = any(${recallIds as string[]}::uuid[]) order by recall_id, version`

export const insertAct = (
  tx: Tx,
  a: { recallId: string; kind: Act['kind']; version: number; reason: string | null },
) => tx`
  insert into recalls.act (account_id, id, recall_id, kind, version, by_id, by_name, at, reason)
  values (${tx.act.accountId}, ${newId()}, ${a.recallId}, ${a.kind}, ${a.version}, ${tx.act.actorId}, ${tx.act.actorName}, ${tx.act.at}, ${a.reason})`

export const actsOf = (db: Db, recallIds: readonly string[]) => db<(ActRow & { recallId: string })[]>`
  select id, recall_id, kind, version, by_id, by_name, at, reason from recalls.act
  where account_id = ${db.act.accountId} and recall_id = any(${recallIds as string[]}::uuid[]) order by recall_id, id`

type Put = Readonly<{ recallId: string; version: number; batchIds: readonly string[] }>

/** What lies of these batches now, and what of it lies picked. */
export const insertFrozen = (tx: Tx, { recallId, version, batchIds }: Put) => tx`
  insert into recalls.frozen (account_id, recall_id, version, batch_id, place_id, on_hand, picked)
  select s.account_id, ${recallId}, ${version}, s.batch_id, s.place_id, s.on_hand, greatest(coalesce(k.picked, 0), 0)
  from stock.balance s
  left join lateral (
    select ${unitsPicked(tx)} as picked from fulfilment.picked k
    where k.account_id = s.account_id and k.batch_id = s.batch_id and k.place_id = s.place_id offset 0) k on true
  where s.account_id = ${tx.act.accountId} and s.batch_id = any(${batchIds as string[]}::uuid[]) and s.on_hand > 0`

type Taken = Readonly<{ demandId: string; batchId: string; placeId: string; quantity: number }>

export const insertReleased = (tx: Tx, { recallId, version }: Omit<Put, 'batchIds'>, rows: readonly Taken[]) => tx`
  insert into recalls.released (account_id, recall_id, version, demand_id, batch_id, place_id, quantity)
  select ${tx.act.accountId}, ${recallId}, ${version}, r.demand, r.batch, r.place, sum(r.quantity)
  from unnest(${rows.map((r) => r.demandId)}::uuid[], ${rows.map((r) => r.batchId)}::uuid[], ${rows.map((r) => r.placeId)}::uuid[],
    ${rows.map((r) => r.quantity)}::bigint[]) as r(demand, batch, place, quantity)
  group by r.demand, r.batch, r.place`

export type Isolated = {
  version: number
  places: number
  batches: number
  onHand: number
  picked: number
  released: number
  orderLines: number
}

/** What each version that was put in force froze and took back. */
export const isolatedBy = (db: Db, recallId: string) => db<Isolated[]>`
  select v.version, f.places, f.batches, f.on_hand, f.picked, r.released, r.order_lines
  from recalls.version v
  cross join lateral (
    select count(distinct place_id)::int as places, count(distinct batch_id)::int as batches, coalesce(sum(on_hand), 0)::bigint as on_hand,
      coalesce(sum(picked), 0)::bigint as picked
    from recalls.frozen f where f.account_id = v.account_id and f.recall_id = v.recall_id and f.version = v.version) f
  cross join lateral (
    select coalesce(sum(quantity), 0)::bigint as released, count(distinct demand_id)::int as order_lines
    from recalls.released r where r.account_id = v.account_id and r.recall_id = v.recall_id and r.version = v.version) r
  where v.account_id = ${db.act.accountId} and v.recall_id = ${recallId} and (f.batches > 0 or r.order_lines > 0) order by v.version`

export const settingOf = async (db: Db): Promise<{ twoPeople: boolean }> => {
  const [row] = await db<{ twoPeople: boolean }[]>`
    select two_people from recalls.setting where account_id = ${db.act.accountId}`
  return row ?? { twoPeople: false }
}

export const saveSetting = (tx: Tx, { twoPeople }: { twoPeople: boolean }) => tx`
  insert into recalls.setting (account_id, two_people, changed_by, changed_at)
  values (${tx.act.accountId}, ${twoPeople}, ${tx.act.actorName}, ${tx.act.at})
  on conflict (account_id) do update set two_people = excluded.two_people, changed_by = excluded.changed_by, changed_at = excluded.changed_at`
