/**
 * server/modules/disposals/store.ts — the SQL of disposals.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Meaning } from '#domain/disposal.ts'
import type { PlaceKind } from '#domain/ledger.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'

export type DisposalRow = {
  id: string
  number: string
  warehouseId: string
  reason: string
  method: string
  note: string | null
  byPassword: boolean
  cost: number | null
  currency: string
  madeBy: string
  madeById: string | null
  madeByKey: boolean
  madeAt: Instant
}
export type DisposalView = DisposalRow & {
  warehouseCode: string
  destroyedBy: string | null
  destroyedAt: Instant | null
  cancelledBy: string | null
  cancelledAt: Instant | null
  cancelReason: string | null
  reversedBy: string | null
  reversedAt: Instant | null
  reverseReason: string | null
  quantity: number
  skus: string[]
  signed: Meaning[]
}
export type LineRow = {
  id: string
  disposalId: string
  lineNo: number
  productId: string
  batchId: string | null
  placeId: string | null
  candidates: string[] | null
  quantity: number
  cost: number | null
  serials: string[]
}
export type LineView = LineRow & {
  sku: string
  productName: string
  baseUnit: 'each' | 'gram' | 'millilitre'
  batchCode: string | null
  expiresOn: CalendarDate | null
  placeCode: string | null
  placeKind: PlaceKind | null
  candidateCodes: string[] | null
}

export const insertDisposal = (tx: Tx, d: DisposalRow) => tx`
  insert into disposals.disposal (account_id, id, number, warehouse_id, reason, method, note, by_password, cost, currency, made_by, made_by_id,
    made_by_key, made_at)
  values (${tx.act.accountId}, ${d.id}, ${d.number}, ${d.warehouseId}, ${d.reason}, ${d.method}, ${d.note}, ${d.byPassword}, ${d.cost},
    ${d.currency}, ${d.madeBy}, ${d.madeById}, ${d.madeByKey}, ${d.madeAt})`

/** Arrays within arrays are no arrays of PostgreSQL, so candidates and serials go as JSON. */
export const insertLines = (tx: Tx, rows: readonly LineRow[]) => tx`
  insert into disposals.line (account_id, id, disposal_id, line_no, product_id, batch_id, place_id, candidates, quantity, cost, serials)
  select ${tx.act.accountId}, l.id, l.disposal, l.line_no, l.product, l.batch, l.place,
    case when l.candidates is not null then array(select jsonb_array_elements_text(l.candidates::jsonb)::uuid) end,
    l.quantity, l.cost, array(select jsonb_array_elements_text(l.serials::jsonb))
  from unnest(${rows.map((l) => l.id)}::uuid[], ${rows.map((l) => l.disposalId)}::uuid[], ${rows.map((l) => l.lineNo)}::int[],
    ${rows.map((l) => l.productId)}::uuid[], ${rows.map((l) => l.batchId)}::uuid[], ${rows.map((l) => l.placeId)}::uuid[],
    ${rows.map((l) => l.candidates && JSON.stringify(l.candidates))}::text[], ${rows.map((l) => l.quantity)}::bigint[],
    ${rows.map((l) => l.cost)}::bigint[], ${rows.map((l) => JSON.stringify(l.serials))}::text[])
    as l(id, disposal, line_no, product, batch, place, candidates, quantity, cost, serials)`

export type DisposalFilter = Readonly<{
  ids: readonly string[] | null
  number: string | null
  state: 'open' | 'destroyed' | 'cancelled' | 'reversed' | null
  batchId: string | null
  before: { at: Instant; id: string } | null
  limit: number
}>

/** Newest first. */
export const disposalList = (db: Db, f: DisposalFilter) => db<DisposalView[]>`
  select d.id, d.number, d.warehouse_id, w.code as warehouse_code, d.reason, d.method, d.note, d.by_password, d.cost, d.currency, d.made_by,
    d.made_by_id, d.made_by_key, d.made_at, d.destroyed_by, d.destroyed_at, d.cancelled_by, d.cancelled_at, d.cancel_reason, d.reversed_by,
    d.reversed_at, d.reverse_reason, l.quantity, l.skus,
    array(select s.meaning from disposals.signature s where s.account_id = d.account_id and s.disposal_id = d.id order by s.id) as signed
  from disposals.disposal d
  join places.warehouse w on w.account_id = d.account_id and w.id = d.warehouse_id
  cross join lateral (
    select sum(l.quantity)::bigint as quantity, array_agg(distinct p.sku order by p.sku) as skus
    from disposals.line l join catalog.product p on p.account_id = l.account_id and p.id = l.product_id
    where l.account_id = d.account_id and l.disposal_id = d.id) l
  where d.account_id = ${db.act.accountId}
    ${f.ids ? db`and d.id = any(${f.ids as string[]}::uuid[])` : db``} ${f.number ? db`and d.number = ${f.number}` : db``}
    ${f.state ? inState(db, f.state) : db``}
    ${
      f.batchId
        ? db`and d.id in (select disposal_id from disposals.line where account_id = ${db.act.accountId} and batch_id = ${f.batchId})`
        : db``
    }
    ${f.before ? db`and (d.made_at, d.id) < (${f.before.at}::timestamptz, ${f.before.id}::uuid)` : db``}
  order by d.made_at desc, d.id desc limit ${f.limit}`

const inState = (db: Db, state: NonNullable<DisposalFilter['state']>) =>
  ({
    open: db`and d.destroyed_at is null and d.cancelled_at is null`,
    destroyed: db`and d.destroyed_at is not null and d.reversed_at is null`,
    cancelled: db`and d.cancelled_at is not null`,
    reversed: db`and d.reversed_at is not null`,
  })[state]

export const linesOf = (db: Db, disposalId: string) => db<LineView[]>`
  select l.id, l.disposal_id, l.line_no, l.product_id, p.sku, p.name as product_name, p.base_unit, l.batch_id, b.code as batch_code, b.expires_on,
    l.place_id, pl.code as place_code, pl.kind as place_kind, l.candidates, l.quantity, l.cost, l.serials,
    case when l.candidates is not null then array(
      select c.code from batches.batch c where c.account_id = l.account_id and c.id = any(l.candidates) order by c.code) end as candidate_codes
  from disposals.line l
  join catalog.product p on p.account_id = l.account_id and p.id = l.product_id
  left join batches.batch b on b.account_id = l.account_id and b.id = l.batch_id
  left join places.place pl on pl.account_id = l.account_id and pl.id = l.place_id
  where l.account_id = ${db.act.accountId} and l.disposal_id = ${disposalId} order by l.line_no`

export type SignatureRow = {
  id: string
  meaning: Meaning
  signedBy: string
  signedById: string
  signedAt: Instant
  byPassword: boolean
}

export const signaturesOf = (db: Db, disposalId: string) => db<SignatureRow[]>`
  select id, meaning, signed_by, signed_by_id, signed_at, by_password from disposals.signature
  where account_id = ${db.act.accountId} and disposal_id = ${disposalId} order by id`

export const insertSignature = (tx: Tx, disposalId: string, s: SignatureRow) => tx`
  insert into disposals.signature (account_id, id, disposal_id, meaning, signed_by, signed_by_id, signed_at, by_password)
  values (${tx.act.accountId}, ${s.id}, ${disposalId}, ${s.meaning}, ${s.signedBy}, ${s.signedById}, ${s.signedAt}, ${s.byPassword})`

export const proofIds = (db: Db, disposalId: string) => db<{ fileId: string }[]>`
  select file_id from disposals.proof where account_id = ${db.act.accountId} and disposal_id = ${disposalId} order by added_at, file_id`

export const insertProofs = (tx: Tx, disposalId: string, fileIds: readonly string[]) => tx`
  insert into disposals.proof (account_id, disposal_id, file_id, added_by, added_at)
  select ${tx.act.accountId}, ${disposalId}, f.id, ${tx.act.actorName}, ${tx.act.at} from unnest(${[...new Set(fileIds)]}::uuid[]) as f(id)
  on conflict do nothing`

/** Held until the end, so that it is signed, destroyed, cancelled or reversed once. Taken after the products' locks. */
export async function lockDisposal(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx`
    select 1 from disposals.disposal where account_id = ${tx.act.accountId} and id = ${id} for no key update`.execute()
  return rows.length > 0
}

export const markDestroyed = (tx: Tx, id: string) => tx`
  update disposals.disposal set destroyed_by = ${tx.act.actorName}, destroyed_at = ${tx.act.at}
  where account_id = ${tx.act.accountId} and id = ${id}`

export const markCancelled = (tx: Tx, id: string, reason: string) => tx`
  update disposals.disposal set cancelled_by = ${tx.act.actorName}, cancelled_at = ${tx.act.at}, cancel_reason = ${reason}
  where account_id = ${tx.act.accountId} and id = ${id}`

export const markReversed = (tx: Tx, id: string, reason: string) => tx`
  update disposals.disposal set reversed_by = ${tx.act.actorName}, reversed_at = ${tx.act.at}, reverse_reason = ${reason}
  where account_id = ${tx.act.accountId} and id = ${id}`

export type DestroyedMove = {
  id: string
  batchId: string
  productId: string
  fromPlaceId: string
  fromKind: PlaceKind
  toPlaceId: string
  quantity: number
  lineId: string
}

export const movesOf = (db: Db, disposalId: string) => db<DestroyedMove[]>`
  select m.id, m.batch_id, m.product_id, m.from_place_id, p.kind as from_kind, m.to_place_id, m.quantity, m.document_line_id as line_id
  from stock.net_move m join places.place p on p.account_id = m.account_id and p.id = m.from_place_id
  where m.account_id = ${db.act.accountId} and m.document_id = ${disposalId} and m.reason = 'disposal' order by m.id`

export type LyingRow = {
  productId: string
  batchId: string
  batchCode: string
  placeId: string
  placeCode: string
  onHand: number
}

/** Quarantine first: what is destroyed mostly lies there. */
export const lyingAt = (db: Db, warehouseId: string, productIds: readonly string[]) => db<LyingRow[]>`
  select s.product_id, s.batch_id, b.code as batch_code, s.place_id, p.code || case when p.pack_of is null then '' else ' ×' || p.pack_of end as place_code,
    s.on_hand
  from stock.balance s
  join batches.batch b on b.account_id = s.account_id and b.id = s.batch_id
  join places.place p on p.account_id = s.account_id and p.id = s.place_id
  where s.account_id = ${db.act.accountId} and p.warehouse_id = ${warehouseId} and s.product_id = any(${productIds as string[]}::uuid[])
  order by (p.kind = 'quarantine') desc, p.code, p.id`

export type SerialRow = { code: string; batchId: string; placeId: string }

/** Of these units of a product, those that lie in the warehouse, and where. */
export const serialsLying = (db: Db, warehouseId: string, asked: readonly { productId: string; code: string }[]) => db<
  SerialRow[]
>`
  select s.code, sp.batch_id, sp.place_id
  from unnest(${asked.map(({ productId }) => productId)}::uuid[], ${asked.map(({ code }) => code)}::text[]) as a(product, code)
  join batches.serial s on s.account_id = ${db.act.accountId} and s.product_id = a.product and s.code = a.code
  join stock.serial_place sp on sp.account_id = s.account_id and sp.serial_id = s.id
  join places.place p on p.account_id = sp.account_id and p.id = sp.place_id
  where p.warehouse_id = ${warehouseId}`

export const choicesRow = (db: Db) => db<{ reasons: string[]; methods: string[] }[]>`
  select reasons, methods from disposals.choices where account_id = ${db.act.accountId}`

export const keepChoices = (tx: Tx, reasons: readonly string[], methods: readonly string[]) => tx`
  insert into disposals.choices (account_id, reasons, methods) values (${tx.act.accountId}, ${reasons as string[]}, ${methods as string[]})
  on conflict (account_id) do update set reasons = excluded.reasons, methods = excluded.methods`
