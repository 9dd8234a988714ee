/**
 * server/modules/stock/undo-shipment.ts — what was shipped by mistake comes back by the opposite of its moves: both stay in the ledger.
 */
import type { Db, Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import type { MoveAsk, PlaceOf } from './move-ask.ts'
import { recordMoves } from './record-moves.ts'

/** A move to the customer, as far as it stands. */
export type SentMove = {
  id: string
  demandId: string
  batchId: string
  batchCode: string
  productId: string
  placeId: string
  placeKind: PlaceOf['kind']
  customerPlaceId: string
  quantity: number
  serialIds: string[]
}

/** What left with a shipment and is not undone, in the order it left. */
export const sentMoves = (db: Db, shipmentId: string) => db<SentMove[]>`
  select m.id, m.document_line_id as demand_id, m.batch_id, b.code as batch_code, m.product_id, m.from_place_id as place_id, p.kind as place_kind,
    m.to_place_id as customer_place_id, m.quantity, coalesce(s.ids, '{}') as serial_ids
  from stock.net_move m
  join batches.batch b on b.account_id = m.account_id and b.id = m.batch_id
  join places.place p on p.account_id = m.account_id and p.id = m.from_place_id
  left join lateral (
    select array_agg(ms.serial_id) as ids from stock.move_serial ms
    where ms.account_id = m.account_id and ms.move_id = m.id
      and not exists (select from stock.move u join stock.move_serial us on us.account_id = u.account_id and us.move_id = u.id
        where u.account_id = m.account_id and u.reverses_id = m.id and us.serial_id = ms.serial_id)) s on true
  where m.account_id = ${db.act.accountId} and m.document_id = ${shipmentId} and m.reason = 'shipment' order by m.id`

/** Serials of these moves that were moved again since: their codes. */
const movedSince = (db: Db, moves: readonly SentMove[]) => db<{ code: string }[]>`
  select s.code from unnest(${moves.flatMap(({ id, serialIds }) => serialIds.map(() => id))}::uuid[], ${moves.flatMap(({ serialIds }) => serialIds)}::uuid[])
    as sent(move_id, serial_id)
  join batches.serial s on s.account_id = ${db.act.accountId} and s.id = sent.serial_id
  where exists (select from stock.move_serial later
    where later.account_id = s.account_id and later.serial_id = s.id and later.move_id > sent.move_id)
  order by s.code`

/** `moves`: of each as much, and as many of its serials, as is to be undone. */
export type ToUnship = Readonly<{ shipmentId: string; moves: readonly SentMove[]; reason: string }>

/**
 * Goods lie again at the places they left, now, and the demands have so much less shipped; nothing is promised by it. The
 * products must be locked. Refuses `serial_elsewhere`, and what `recordMoves` refuses.
 */
export async function unship(tx: Tx, { shipmentId, moves, reason }: ToUnship): Promise<void> {
  const [serial] = await movedSince(tx, moves)
  if (serial) throw new Refusal('serial_elsewhere', { serial: serial.code, place: 'moved again since it was shipped' })
  await recordMoves(
    tx,
    moves.map(
      (row): MoveAsk => ({
        where: 'cancellation',
        batchId: row.batchId,
        productId: row.productId,
        from: { id: row.customerPlaceId, kind: 'customer' },
        to: { id: row.placeId, kind: row.placeKind },
        quantity: row.quantity,
        reason: 'reversal',
        document: { kind: 'shipment', id: shipmentId, lineId: row.demandId },
        occurredAt: tx.act.at,
        note: reason,
        reversesId: row.id,
        ...(row.serialIds.length > 0 ? { serialIds: row.serialIds } : {}),
      }),
    ),
  )
  await tx`
    update stock.demand d set shipped = d.shipped - u.quantity
    from (select id, sum(quantity)::bigint as quantity
      from unnest(${moves.map(({ demandId }) => demandId)}::uuid[], ${moves.map(({ quantity }) => quantity)}::bigint[]) as u(id, quantity) group by id) u
    where d.account_id = ${tx.act.accountId} and d.id = u.id`
}
