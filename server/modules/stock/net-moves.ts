import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'

/**
 * The rows of `stock.net_move` to select from: each move less what was undone of it; of the moves, and of what was undone, only what was recorded until `knownOn`,
 * where that is a moment.
 */
export const netMoves = (db: Db, knownOn: Instant | null) =>
  knownOn === null
    ? db`stock.net_move`
    : db`(
    select m.account_id, m.id, m.batch_id, m.product_id, m.from_place_id, m.to_place_id, m.quantity - coalesce(undone.quantity, 0::bigint) as quantity,
      m.reason, m.document_kind, m.document_id, m.document_line_id, m.occurred_at, m.recorded_at
    from stock.move m
    left join lateral (
      select sum(u.quantity)::bigint as quantity from stock.move u
      where u.account_id = m.account_id and u.reverses_id = m.id and u.recorded_at <= ${knownOn}) undone on true
    where m.reverses_id is null and m.recorded_at <= ${knownOn} and m.quantity > coalesce(undone.quantity, 0::bigint))`
