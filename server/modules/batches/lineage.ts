/**
 * server/modules/batches/lineage.ts — which batches were made of which. Walks by index, so that it costs what it finds.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'

export const linkKinds = ['opened', 'frozen', 'thawed', 'split', 'merged', 'identified', 'made'] as const
export type LinkKind = (typeof linkKinds)[number]

export type NewLink = Readonly<{
  childId: string
  parentId: string
  kind: LinkKind
  quantity: number
  documentId?: string // the run, of what was made
}>

export const insertLinks = (tx: Tx, rows: readonly NewLink[]) => tx`
  insert into batches.batch_link (account_id, id, child_id, parent_id, kind, quantity, document_id, made_by, made_at)
  select ${tx.act.accountId}, l.id, l.child, l.parent, l.kind, l.quantity, l.document, ${tx.act.actorName}, ${tx.act.at}
  from unnest(${rows.map(() => newId())}::uuid[], ${rows.map((l) => l.childId)}::uuid[], ${rows.map((l) => l.parentId)}::uuid[], ${rows.map((l) => l.kind)}::text[],
    ${rows.map((l) => l.quantity)}::bigint[], ${rows.map((l) => l.documentId ?? null)}::uuid[]) as l(id, child, parent, kind, quantity, document)`

/** So many units of each parent were used in a run for its child. */
export const linkMade = (tx: Tx, runs: readonly Required<Omit<NewLink, 'kind'>>[]) =>
  insertLinks(
    tx,
    runs.map((link) => ({ ...link, kind: 'made' })),
  )

/** The run did not happen. */
export const endMade = (tx: Tx, documentId: string) => tx`
  update batches.batch_link set ended_at = ${tx.act.at}
  where account_id = ${tx.act.accountId} and document_id = ${documentId} and ended_at is null`

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
export async function withDescendants(db: Db, batchIds: readonly string[], knownOn: Instant | null = null) {
  const rows = await db<{ id: string }[]>`
    with recursive made as (
      select id from unnest(${batchIds as string[]}::uuid[]) as id
      union
      select r.reached_id from made join ${reachedAs(db, knownOn)} r on r.account_id = ${db.act.accountId} and r.batch_id = made.id)
    select id from made`
  return rows.map(({ id }) => id)
}

/** `batches.reached`, or what it was by the links that were made until then and had not ended. */
export const reachedAs = (db: Db, knownOn: Instant | null) =>
  knownOn === null
    ? db`batches.reached`
    : db`(
      select account_id, parent_id as batch_id, child_id as reached_id from batches.batch_link where ${stood(db, knownOn)} and kind <> 'identified'
      union all
      select account_id, child_id, parent_id from batches.batch_link where ${stood(db, knownOn)} and kind = 'merged')`

/** `batches.origin`, in the same way. */
const originAs = (db: Db, knownOn: Instant | null) =>
  knownOn === null
    ? db`batches.origin`
    : db`(
      select account_id, child_id as batch_id, parent_id as origin_id from batches.batch_link where ${stood(db, knownOn)}
      union all
      select account_id, parent_id, child_id from batches.batch_link where ${stood(db, knownOn)} and kind = 'merged')`

const stood = (db: Db, knownOn: Instant) => db`made_at <= ${knownOn} and (ended_at is null or ended_at > ${knownOn})`

export type LinkBetween = { parentId: string; childId: string; kind: LinkKind; quantity: number }

/** What was made of which, where both are among these; how much of the parent went into the child in all. */
export const linksAmong = (
  db: Db,
  batchIds: readonly string[],
  { knownOn, linksMax }: Readonly<{ knownOn: Instant | null; linksMax: number }>,
) => db<LinkBetween[]>`
  select parent_id, child_id, kind, sum(quantity)::bigint as quantity from batches.batch_link
  where account_id = ${db.act.accountId} and child_id = any(${batchIds as string[]}::uuid[]) and parent_id = any(${batchIds as string[]}::uuid[])
    and ${knownOn === null ? db`ended_at is null` : stood(db, knownOn)}
  group by parent_id, child_id, kind order by child_id, parent_id, kind limit ${linksMax}`

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
export const ancestryOf = (db: Db, batchIds: readonly string[], knownOn: Instant | null = null) => db<
  { batchId: string; ancestorId: string }[]
>`
  with recursive made_of as (
    select id as batch_id, id as ancestor_id from unnest(${batchIds as string[]}::uuid[]) as id
    union
    select m.batch_id, o.origin_id from made_of m join ${originAs(db, knownOn)} o on o.account_id = ${db.act.accountId} and o.batch_id = m.ancestor_id)
  select batch_id, ancestor_id from made_of`

/** As `ancestryOf`, but only as far as they are the same goods under another code or with another day: what a label on them may still say. */
export const sameGoodsOf = (db: Db, batchIds: readonly string[]) => db<{ batchId: string; ancestorId: string }[]>`
  with recursive made_of as (
    select id as batch_id, id as ancestor_id from unnest(${batchIds as string[]}::uuid[]) as id
    union
    select m.batch_id, case when l.child_id = m.ancestor_id then l.parent_id else l.child_id end from made_of m
    join batches.batch_link l on l.account_id = ${db.act.accountId} and l.ended_at is null and l.kind <> 'made'
      and (l.child_id = m.ancestor_id or (l.parent_id = m.ancestor_id and l.kind = 'merged')))
  select batch_id, ancestor_id from made_of`

/** The batch that its goods came as, itself where nothing was done to them. What is made of several comes as itself; merging is no way up either, nor are goods without batch. */
export async function topmostOf(db: Db, batchId: string): Promise<string> {
  const [top] = await db<{ id: string }[]>`
    with recursive up as (
      select ${batchId}::uuid as id, 0 as step
      union
      select l.parent_id, u.step + 1 from up u
      join batches.batch_link l on l.account_id = ${db.act.accountId} and l.child_id = u.id and l.ended_at is null
        and l.kind not in ('merged', 'identified', 'made'))
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
  documentId: string | null // the run, of what was made
  madeBy: string
  madeAt: Instant
  endedAt: Instant | null
}

/** What a batch was made of, or what was made of it; oldest first. An undone split is told by the merge that the labels need. */
export const linksOf = (db: Db, batchId: string, towards: 'parents' | 'children') => {
  const own = towards === 'parents' ? db`l.child_id` : db`l.parent_id`
  const other = towards === 'parents' ? db`l.parent_id` : db`l.child_id`
  return db<LinkRow[]>`
    select b.id as batch_id, b.code as batch_code, b.expires_on, b.product_id, p.sku, l.kind, l.quantity, l.document_id, l.made_by, l.made_at, l.ended_at
    from batches.batch_link l
    join batches.batch b on b.account_id = l.account_id and b.id = ${other}
    join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
    where l.account_id = ${db.act.accountId} and ${own} = ${batchId} and (l.ended_at is null or l.kind not in ('identified', 'split'))
    order by l.made_at, b.id`
}

/**
 * What was done to goods of this batch, oldest first: the way from the batch they came as, or were made as. Merging and identifying do nothing to goods, and
 * what was opened, frozen or thawed is not merged.
 */
export const whatItBecame = async (db: Db, batchId: string): Promise<LinkKind[]> =>
  (
    await db<{ kind: LinkKind }[]>`
      with recursive way as (
        select l.parent_id, l.kind, 1 as step from batches.batch_link l where l.account_id = ${db.act.accountId} and l.child_id = ${batchId}
          and l.ended_at is null and l.kind not in ('merged', 'identified', 'made')
        union all
        select l.parent_id, l.kind, w.step + 1 from way w join batches.batch_link l on l.account_id = ${db.act.accountId} and l.child_id = w.parent_id
        where w.step < 100 and l.ended_at is null and l.kind not in ('merged', 'identified', 'made'))
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
