/**
 * server/modules/production/store.ts — the SQL of production.
 */
import type { ExpiryRule } from '#domain/production/last-day.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { unitsPicked } from '../fulfilment/index.ts'

export const runKinds = ['produce', 'repack', 'kit', 'dekit', 'mix', 'rework'] as const
export type RunKind = (typeof runKinds)[number]

export type ExpiryRuleRow = { productId: string; sku: string; rule: ExpiryRule; setBy: string; setAt: Instant }

/** Of these products, or of all; those without a row are as stated. */
export const expiryRulesOf = (db: Db, productIds: readonly string[] | null) => db<ExpiryRuleRow[]>`
  select r.product_id, p.sku, r.rule, r.set_by, r.set_at
  from production.expiry_rule r join catalog.product p on p.account_id = r.account_id and p.id = r.product_id
  where r.account_id = ${db.act.accountId} ${productIds === null ? db`` : db`and r.product_id = any(${productIds as string[]}::uuid[])`}
  order by p.sku`

export const writeExpiryRule = (tx: Tx, { productId, rule }: { productId: string; rule: ExpiryRule }) => tx`
  insert into production.expiry_rule (account_id, product_id, rule, set_by, set_at)
  values (${tx.act.accountId}, ${productId}, ${rule}, ${tx.act.actorName}, ${tx.act.at})
  on conflict (account_id, product_id) do update set rule = excluded.rule, set_by = excluded.set_by, set_at = excluded.set_at`

/** Batches of each product by a code that they have or had; of merged ones the one that is meant now. */
export const batchesCalled = (db: Db, names: readonly { productId: string; code: string }[]) => db<
  { productId: string; code: string; batchId: string }[]
>`
  select distinct k.product_id, k.code, k.batch_id
  from unnest(${names.map((n) => n.productId)}::uuid[], ${names.map((n) => n.code)}::text[]) as n(product_id, code)
  join batches.known_as k on k.account_id = ${db.act.accountId} and k.product_id = n.product_id and k.code = n.code`

export type LyingRow = {
  batchId: string
  warehouseId: string
  placeId: string
  placeCode: string
  placeKind: 'storage' | 'dock' | 'quarantine' | 'opened'
  packOf: number | null
  /** Neither promised nor in the hands of somebody who picks. */
  free: number
}

/** Where these batches lie in these warehouses: bins first, then docks. The products must be locked. */
export const lyingIn = (db: Db, warehouseIds: readonly string[], batchIds: readonly string[]) => db<LyingRow[]>`
  select s.batch_id, p.warehouse_id, s.place_id, p.code as place_code, p.kind as place_kind, p.pack_of,
    (s.on_hand - greatest(s.reserved, coalesce(k.picked, 0)))::bigint as free
  from stock.balance s
  join places.place p on p.account_id = s.account_id and p.id = s.place_id
  left join lateral (
    select ${unitsPicked(db)} as picked from fulfilment.picked k
    where k.account_id = s.account_id and k.batch_id = s.batch_id and k.place_id = s.place_id) k on true
  where s.account_id = ${db.act.accountId} and s.batch_id = any(${batchIds as string[]}::uuid[])
    and p.warehouse_id = any(${warehouseIds as string[]}::uuid[])
  order by s.batch_id, p.kind = 'storage' desc, p.code, p.id`

export type RunRow = {
  id: string
  number: string
  kind: RunKind
  warehouseId: string
  happenedAt: Instant
  reference: string | null
  note: string | null
  reason: string | null
  wasteReason: string | null
}
export type RunLineRow = {
  id: string
  runId: string
  side: 'in' | 'out'
  lineNo: number
  productId: string
  batchId: string
  placeId: string
  quantity: number
  waste: number
}

export const insertRuns = (tx: Tx, rows: readonly RunRow[]) => tx`
  insert into production.run (account_id, id, number, kind, warehouse_id, happened_at, reference, note, reason, waste_reason, made_by, made_at)
  select ${tx.act.accountId}, r.id, r.number, r.kind, r.warehouse, r.happened, r.reference, r.note, r.reason, r.waste_reason, ${tx.act.actorName}, ${tx.act.at}
  from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.number)}::text[], ${rows.map((r) => r.kind)}::text[],
    ${rows.map((r) => r.warehouseId)}::uuid[], ${rows.map((r) => r.happenedAt)}::timestamptz[], ${rows.map((r) => r.reference)}::text[],
    ${rows.map((r) => r.note)}::text[], ${rows.map((r) => r.reason)}::text[], ${rows.map((r) => r.wasteReason)}::text[])
    as r(id, number, kind, warehouse, happened, reference, note, reason, waste_reason)`

export const insertRunLines = (tx: Tx, rows: readonly RunLineRow[]) => tx`
  insert into production.run_line (account_id, id, run_id, side, line_no, product_id, batch_id, place_id, quantity, waste)
  select ${tx.act.accountId}, l.id, l.run, l.side, l.line_no, l.product, l.batch, l.place, l.quantity, l.waste
  from unnest(${rows.map((l) => l.id)}::uuid[], ${rows.map((l) => l.runId)}::uuid[], ${rows.map((l) => l.side)}::text[],
    ${rows.map((l) => l.lineNo)}::int[], ${rows.map((l) => l.productId)}::uuid[], ${rows.map((l) => l.batchId)}::uuid[],
    ${rows.map((l) => l.placeId)}::uuid[], ${rows.map((l) => l.quantity)}::bigint[], ${rows.map((l) => l.waste)}::bigint[])
    as l(id, run, side, line_no, product, batch, place, quantity, waste)`

export const markUndone = (tx: Tx, id: string, reason: string) => tx`
  update production.run set undone_by = ${tx.act.actorName}, undone_at = ${tx.act.at}, undo_reason = ${reason}
  where account_id = ${tx.act.accountId} and id = ${id}`

export type RunMove = {
  id: string
  batchId: string
  productId: string
  fromPlaceId: string
  toPlaceId: string
  reason: string
  quantity: number
  serialIds: string[]
}

/** Every move that a run wrote, oldest first. */
export const movesOfRun = (db: Db, runId: string) => db<RunMove[]>`
  select m.id, m.batch_id, m.product_id, m.from_place_id, m.to_place_id, m.reason, m.quantity,
    array(select s.serial_id from stock.move_serial s where s.account_id = m.account_id and s.move_id = m.id) as serial_ids
  from stock.move m
  where m.account_id = ${db.act.accountId} and m.document_id = ${runId} and m.document_kind = 'production_run' and m.reverses_id is null order by m.id`

export type UsedRow = { batchCode: string; quantity: number; reason: string; placeCode: string; documentId: string }

/** What left, since the run, where its batches were made: to customers, into other runs, to other bins. What was undone does not count. */
export const usedSince = (db: Db, runId: string) => db<UsedRow[]>`
  select b.code as batch_code, n.quantity, n.reason, t.code as place_code, n.document_id
  from production.run_line l
  join stock.move made on made.account_id = l.account_id and made.document_line_id = l.id and made.reason = 'make'
  join stock.net_move n on n.account_id = l.account_id and n.batch_id = l.batch_id and n.id > made.id and n.document_id <> ${runId}
  join places.place f on f.account_id = n.account_id and f.id = n.from_place_id and f.kind in ('storage', 'dock', 'quarantine', 'opened', 'transit')
  join places.place t on t.account_id = n.account_id and t.id = n.to_place_id
  join batches.batch b on b.account_id = l.account_id and b.id = l.batch_id
  where l.account_id = ${db.act.accountId} and l.run_id = ${runId} and l.side = 'out' order by n.id`

/** Of what the run made, what is promised or picked so that too little is free where it was made. */
export const promisedOf = (db: Db, runId: string) => db<
  { batchCode: string; placeCode: string; free: number; quantity: number }[]
>`
  select b.code as batch_code, p.code as place_code, l.quantity,
    coalesce(s.on_hand - greatest(s.reserved, coalesce(k.picked, 0)), 0)::bigint as free
  from (select account_id, batch_id, place_id, sum(quantity)::bigint as quantity from production.run_line
    where account_id = ${db.act.accountId} and run_id = ${runId} and side = 'out' group by account_id, batch_id, place_id) l
  join batches.batch b on b.account_id = l.account_id and b.id = l.batch_id
  join places.place p on p.account_id = l.account_id and p.id = l.place_id
  left join stock.balance s on s.account_id = l.account_id and s.batch_id = l.batch_id and s.place_id = l.place_id
  left join lateral (
    select ${unitsPicked(db)} as picked from fulfilment.picked k
    where k.account_id = l.account_id and k.batch_id = l.batch_id and k.place_id = l.place_id) k on true
  where coalesce(s.on_hand - greatest(s.reserved, coalesce(k.picked, 0)), 0) < l.quantity`
