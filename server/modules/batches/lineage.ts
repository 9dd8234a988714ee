/**
 * server/modules/batches/lineage.ts — which batches were made of which. Walks by index, so that it costs what it finds.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'

export const linkKinds = ['opened', 'frozen', 'thawed', 'split', 'merged', 'identified'] as const
export type LinkKind = (typeof linkKinds)[number]

export type NewLink = Readonly<{ childId: string; parentId: string; kind: LinkKind; quantity: number }>

export const insertLinks = (tx: Tx, rows: readonly NewLink[]) => tx`
  insert into batches.batch_link (account_id, id, child_id, parent_id, kind, quantity, made_by, made_at)
  select ${tx.act.accountId}, l.id, l.child, l.parent, l.kind, l.quantity, ${tx.act.actorName}, ${tx.act.at}
  from unnest(${rows.map(() => newId())}::uuid[], ${rows.map((l) => l.childId)}::uuid[], ${rows.map((l) => l.parentId)}::uuid[], ${rows.map((l) => l.kind)}::text[],
    ${rows.map((l) => l.quantity)}::bigint[]) as l(id, child, parent, kind, quantity)`

type Identified = Readonly<{ childId: string; parentId: string }>

/** So many units of the goods without batch are a known batch; none any more where it is 0. What was said before of the two ends. */
export async function linkIdentified(tx: Tx, { childId, parentId }: Identified, quantity: number): Promise<void> {
  await tx`
    update batches.batch_link set ended_at = ${tx.act.at}
    where account_id = ${tx.act.accountId} and child_id = ${childId} and parent_id = ${parentId} and kind = 'identified' and ended_at is null`
  if (quantity > 0) await insertLinks(tx, [{ childId, parentId, kind: 'identified', quantity }])
}

/**
 * These batches, those they are one with, and all that was made of them. Whoever holds or recalls a batch means them as well; but not
 * what was identified among goods without batch, for that is not unknown any more.
 */
export async function withDescendants(db: Db, batchIds: readonly string[]): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    with recursive made as (
      select id from unnest(${batchIds as string[]}::uuid[]) as id
      union
      select r.reached_id from made join batches.reached r on r.account_id = ${db.act.accountId} and r.batch_id = made.id)
    select id from made`
  return rows.map(({ id }) => id)
}

/** These batches, and all of which a hold reaches them: the same way, walked back. */
export async function reachedFrom(db: Db, batchIds: readonly string[]): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    with recursive holder as (
      select id from unnest(${batchIds as string[]}::uuid[]) as id
      union
      select r.batch_id from holder join batches.reached r on r.account_id = ${db.act.accountId} and r.reached_id = holder.id)
    select id from holder`
  return rows.map(({ id }) => id)
}

/** Each of these batches with itself, those it is one with, and all that it was made of. */
export const ancestryOf = (db: Db, batchIds: readonly string[]) => db<{ batchId: string; ancestorId: string }[]>`
  with recursive made_of as (
    select id as batch_id, id as ancestor_id from unnest(${batchIds as string[]}::uuid[]) as id
    union
    select m.batch_id, o.origin_id from made_of m join batches.origin o on o.account_id = ${db.act.accountId} and o.batch_id = m.ancestor_id)
  select batch_id, ancestor_id from made_of`

/** The batch that this one was made of at first, itself where it was made of none. Merging is no way up: then there may be several; nor are goods without batch. */
export async function topmostOf(db: Db, batchId: string): Promise<string> {
  const [top] = await db<{ id: string }[]>`
    with recursive up as (
      select ${batchId}::uuid as id, 0 as step
      union
      select l.parent_id, u.step + 1 from up u
      join batches.batch_link l on l.account_id = ${db.act.accountId} and l.child_id = u.id and l.ended_at is null
        and l.kind not in ('merged', 'identified'))
    select id from up order by step desc limit 1`
  return top?.id ?? batchId
}

export type LinkRow = {
  batchId: string // at the other end
  batchCode: string
  expiresOn: CalendarDate | null
  productId: string
  sku: string
  kind: LinkKind
  quantity: number
  madeBy: string
  madeAt: Instant
  endedAt: Instant | null
}

/** What a batch was made of, or what was made of it; oldest first. */
export const linksOf = (db: Db, batchId: string, towards: 'parents' | 'children') => {
  const own = towards === 'parents' ? db`l.child_id` : db`l.parent_id`
  const other = towards === 'parents' ? db`l.parent_id` : db`l.child_id`
  return db<LinkRow[]>`
    select b.id as batch_id, b.code as batch_code, b.expires_on, b.product_id, p.sku, l.kind, l.quantity, l.made_by, l.made_at, l.ended_at
    from batches.batch_link l
    join batches.batch b on b.account_id = l.account_id and b.id = ${other}
    join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
    where l.account_id = ${db.act.accountId} and ${own} = ${batchId} and (l.ended_at is null or l.kind <> 'identified')
    order by l.made_at, b.id`
}

/**
 * What was done to goods of this batch, oldest first: the way from the batch they came as. Merging and identifying do nothing to goods, and
 * what was opened, frozen or thawed is not merged.
 */
export const whatItBecame = async (db: Db, batchId: string): Promise<LinkKind[]> =>
  (
    await db<{ kind: LinkKind }[]>`
      with recursive way as (
        select l.parent_id, l.kind, 1 as step from batches.batch_link l where l.account_id = ${db.act.accountId} and l.child_id = ${batchId}
          and l.ended_at is null and l.kind not in ('merged', 'identified')
        union all
        select l.parent_id, l.kind, w.step + 1 from way w join batches.batch_link l on l.account_id = ${db.act.accountId} and l.child_id = w.parent_id
        where w.step < 100 and l.ended_at is null and l.kind not in ('merged', 'identified'))
      select kind from way order by step desc`
  ).map(({ kind }) => kind)

/** Of these batches, those of opened units; also what was frozen or thawed after it was opened. */
export async function openedAmong(db: Db, batchIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db<{ batchId: string }[]>`
    with recursive way as (
      select l.child_id as batch_id, l.parent_id, l.kind from batches.batch_link l
      where l.account_id = ${db.act.accountId} and l.child_id = any(${batchIds as string[]}::uuid[]) and l.ended_at is null
        and l.kind in ('opened', 'frozen', 'thawed')
      union
      select w.batch_id, l.parent_id, l.kind from way w join batches.batch_link l on l.account_id = ${db.act.accountId} and l.child_id = w.parent_id
        and l.ended_at is null and l.kind in ('opened', 'frozen', 'thawed'))
    select distinct batch_id from way where kind = 'opened'`
  return new Set(rows.map(({ batchId }) => batchId))
}
