/**
 * server/modules/identifying/store.ts — the SQL of products on their way from untracked to tracked.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { PathState } from '#domain/identifying/meter.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'

export type PathRow = {
  id: string
  productId: string
  sku: string
  productName: string
  baseUnit: 'each' | 'gram' | 'millilitre'
  batchId: string // the goods without batch
  quantity: number
  shipped: number
  openToAny: boolean
  reason: string
  startedBy: string
  startedAt: Instant
  givenUpBy: string | null
  givenUpAt: Instant | null
  giveUpReason: string | null
  identified: number
  here: number // with what is between warehouses
}

export type PathFilter = Readonly<{
  id: string | null
  productId: string | null
  state: PathState | null
  before: string | null
  limit: number
}>

export const noFilter: PathFilter = { id: null, productId: null, state: null, before: null, limit: 1 }

const inState = (db: Db, state: PathState) => {
  if (state === 'given_up') return db`and p.given_up_at is not null`
  return state === 'open' ? db`and p.given_up_at is null and s.here > 0` : db`and p.given_up_at is null and s.here = 0`
}

/** Newest first. */
export const pathList = (db: Db, f: PathFilter) => db<PathRow[]>`
  select p.id, p.product_id, pr.sku, pr.name as product_name, pr.base_unit, p.batch_id, p.quantity, p.shipped, p.open_to_any, p.reason,
    p.started_by, p.started_at, p.given_up_by, p.given_up_at, p.give_up_reason, i.identified, s.here
  from identifying.path p
  join catalog.product pr on pr.account_id = p.account_id and pr.id = p.product_id
  cross join lateral (
    select coalesce(sum(i.quantity), 0)::bigint as identified from identifying.identified i
    where i.account_id = p.account_id and i.path_id = p.id and i.undone_at is null) i
  cross join lateral (
    select coalesce(sum(s.on_hand), 0)::bigint as here from stock.balance s where s.account_id = p.account_id and s.batch_id = p.batch_id) s
  where p.account_id = ${db.act.accountId}
    ${f.id === null ? db`` : db`and p.id = ${f.id}`}
    ${f.productId === null ? db`` : db`and p.product_id = ${f.productId}`}
    ${f.state === null ? db`` : inState(db, f.state)}
    ${f.before === null ? db`` : db`and p.id < ${f.before}`}
  order by p.id desc limit ${f.limit}`

export type PathOfProduct = Pick<PathRow, 'id' | 'productId' | 'batchId' | 'sku' | 'givenUpAt'>

/** Of those of these products that have one. */
export const pathsOfProducts = (db: Db, productIds: readonly string[]) => db<PathOfProduct[]>`
  select p.id, p.product_id, p.batch_id, pr.sku, p.given_up_at from identifying.path p
  join catalog.product pr on pr.account_id = p.account_id and pr.id = p.product_id
  where p.account_id = ${db.act.accountId} and p.product_id = any(${productIds as string[]}::uuid[])`

type NewPath = Pick<PathRow, 'id' | 'productId' | 'batchId' | 'quantity' | 'shipped' | 'openToAny' | 'reason'>

export const insertPath = (tx: Tx, p: NewPath) => tx`
  insert into identifying.path (account_id, id, product_id, batch_id, quantity, shipped, open_to_any, reason, started_by, started_at)
  values (${tx.act.accountId}, ${p.id}, ${p.productId}, ${p.batchId}, ${p.quantity}, ${p.shipped}, ${p.openToAny}, ${p.reason},
    ${tx.act.actorName}, ${tx.act.at})`

export const markOpenToAny = (tx: Tx, id: string, openToAny: boolean) => tx`
  update identifying.path set open_to_any = ${openToAny} where account_id = ${tx.act.accountId} and id = ${id}`

export const markGivenUp = (tx: Tx, id: string, reason: string | null) => tx`
  update identifying.path set given_up_by = ${reason === null ? null : tx.act.actorName}, given_up_at = ${reason === null ? null : tx.act.at},
    give_up_reason = ${reason}
  where account_id = ${tx.act.accountId} and id = ${id}`

export type CandidateRow = {
  batchId: string
  batchCode: string
  expiresOn: CalendarDate | null
  identified: number
  namedBy: string
  namedAt: Instant
}

export const candidatesOf = (db: Db, pathId: string) => db<CandidateRow[]>`
  select c.batch_id, b.code as batch_code, b.expires_on, c.named_by, c.named_at, (
    select coalesce(sum(i.quantity), 0)::bigint from identifying.identified i
    where i.account_id = c.account_id and i.path_id = c.path_id and i.batch_id = c.batch_id and i.undone_at is null) as identified
  from identifying.candidate c join batches.batch b on b.account_id = c.account_id and b.id = c.batch_id
  where c.account_id = ${db.act.accountId} and c.path_id = ${pathId}
  order by b.expires_on nulls last, b.code, c.batch_id`

export const insertCandidates = (tx: Tx, pathId: string, batchIds: readonly string[]) => tx`
  insert into identifying.candidate (account_id, path_id, batch_id, named_by, named_at)
  select ${tx.act.accountId}, ${pathId}, c.batch, ${tx.act.actorName}, ${tx.act.at} from unnest(${batchIds as string[]}::uuid[]) as c(batch)
  on conflict do nothing`

export const deleteCandidates = (tx: Tx, pathId: string, batchIds: readonly string[]) => tx`
  delete from identifying.candidate
  where account_id = ${tx.act.accountId} and path_id = ${pathId} and batch_id = any(${batchIds as string[]}::uuid[])`

export const foundBy = ['label', 'count', 'pick'] as const
export type FoundBy = (typeof foundBy)[number]
export type NewIdentified = Readonly<{
  id: string
  pathId: string
  batchId: string
  placeId: string
  quantity: number
  foundBy: FoundBy
  documentId: string | null
}>

export const insertIdentified = (tx: Tx, rows: readonly NewIdentified[]) => tx`
  insert into identifying.identified (account_id, id, path_id, batch_id, place_id, quantity, found_by, document_id, made_by, made_at)
  select ${tx.act.accountId}, i.id, i.path, i.batch, i.place, i.quantity, i.found, i.document, ${tx.act.actorName}, ${tx.act.at}
  from unnest(${rows.map((i) => i.id)}::uuid[], ${rows.map((i) => i.pathId)}::uuid[], ${rows.map((i) => i.batchId)}::uuid[],
    ${rows.map((i) => i.placeId)}::uuid[], ${rows.map((i) => i.quantity)}::bigint[], ${rows.map((i) => i.foundBy)}::text[],
    ${rows.map((i) => i.documentId)}::uuid[]) as i(id, path, batch, place, quantity, found, document)`

export type IdentifiedRow = {
  id: string
  pathId: string
  productId: string
  unknownBatchId: string
  batchId: string
  batchCode: string
  expiresOn: CalendarDate | null
  placeId: string
  placeCode: string
  warehouseCode: string | null
  quantity: number
  foundBy: FoundBy
  documentId: string | null
  madeBy: string
  madeAt: Instant
  undoneBy: string | null
  undoneAt: Instant | null
  undoReason: string | null
}
type IdentifiedFilter = Readonly<{ id: string | null; pathId: string | null; before: string | null; limit: number }>

/** Newest first. */
export const identifiedList = (db: Db, f: IdentifiedFilter) => db<IdentifiedRow[]>`
  select i.id, i.path_id, p.product_id, p.batch_id as unknown_batch_id, i.batch_id, b.code as batch_code, b.expires_on, i.place_id,
    pl.code as place_code, w.code as warehouse_code, i.quantity, i.found_by, i.document_id, i.made_by, i.made_at, i.undone_by, i.undone_at, i.undo_reason
  from identifying.identified i
  join identifying.path p on p.account_id = i.account_id and p.id = i.path_id
  join batches.batch b on b.account_id = i.account_id and b.id = i.batch_id
  join places.place pl on pl.account_id = i.account_id and pl.id = i.place_id
  left join places.warehouse w on w.account_id = pl.account_id and w.id = pl.warehouse_id
  where i.account_id = ${db.act.accountId}
    ${f.id === null ? db`` : db`and i.id = ${f.id}`}
    ${f.pathId === null ? db`` : db`and i.path_id = ${f.pathId}`}
    ${f.before === null ? db`` : db`and i.id < ${f.before}`}
  order by i.id desc limit ${f.limit}`

export const markUndone = (tx: Tx, id: string, reason: string) => tx`
  update identifying.identified set undone_by = ${tx.act.actorName}, undone_at = ${tx.act.at}, undo_reason = ${reason}
  where account_id = ${tx.act.accountId} and id = ${id}`

export type Found = { batchId: string; warehouseId: string | null; quantity: number }

/** What stands, by batch and warehouse. */
export const identifiedSums = (db: Db, pathId: string) => db<Found[]>`
  select i.batch_id, pl.warehouse_id, sum(i.quantity)::bigint as quantity
  from identifying.identified i join places.place pl on pl.account_id = i.account_id and pl.id = i.place_id
  where i.account_id = ${db.act.accountId} and i.path_id = ${pathId} and i.undone_at is null
  group by i.batch_id, pl.warehouse_id`
