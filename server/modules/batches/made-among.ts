/**
 * server/modules/batches/made-among.ts — what was made in runs among some batches, of what, and by what its last day stands.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Db } from '#platform/db.ts'
import type { DateSource } from './store.ts'

export type MadeRow = {
  id: string
  code: string
  productId: string
  sku: string
  producedOn: CalendarDate | null
  expiresOn: CalendarDate | null
  /** Of the statement of the last day that stands; null where none was made of an expiry. */
  source: DateSource | null
  /** It comes from another batch by a split, by opening or freezing, and follows that one. */
  derived: boolean
  /** Counted from the production day and the life of the product. */
  ownOn: CalendarDate | null
  ownSays: string | null
  inputIds: string[]
}

/** Merged ones as the batches that they are now, on both sides. */
export const madeAmong = (db: Db, batchIds: readonly string[]) => db<MadeRow[]>`
  select b.id, b.code, b.product_id, p.sku, b.produced_on, b.expires_on, stands.source, own.on_date as own_on, own.explanation as own_says, made.input_ids,
    exists (select from batches.batch_link d where d.account_id = b.account_id and d.child_id = b.id and d.ended_at is null
      and d.kind in ('split', 'opened', 'frozen', 'thawed')) as derived
  from (
    select coalesce(c.merged_into, c.id) as id, array_agg(distinct coalesce(f.merged_into, f.id)) as input_ids
    from batches.batch_link l
    join batches.batch c on c.account_id = l.account_id and c.id = l.child_id
    join batches.batch f on f.account_id = l.account_id and f.id = l.parent_id
    where l.account_id = ${db.act.accountId} and l.child_id = any(${batchIds as string[]}::uuid[]) and l.kind = 'made' and l.ended_at is null
    group by 1) made
  join batches.batch b on b.account_id = ${db.act.accountId} and b.id = made.id
  join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
  left join lateral (
    select d.source from batches.batch_date d
    where d.account_id = b.account_id and d.batch_id = b.id and d.kind = 'expiry' and d.withdrawn_at is null order by d.id desc limit 1) stands on true
  left join lateral (
    select d.on_date, d.explanation from batches.batch_date d
    where d.account_id = b.account_id and d.batch_id = b.id and d.kind = 'expiry' and d.source = 'computed' and d.withdrawn_at is null
    order by d.id desc limit 1) own on true
  order by p.sku, b.code, b.id`

/** What people call these batches, with the day that stands. */
export const namesOf = (db: Db, batchIds: readonly string[]) => db<
  { id: string; code: string; sku: string; expiresOn: CalendarDate | null }[]
>`
  select b.id, b.code, p.sku, b.expires_on from batches.batch b join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
  where b.account_id = ${db.act.accountId} and b.id = any(${batchIds as string[]}::uuid[])`
