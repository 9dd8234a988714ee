/**
 * server/modules/stock/serial-places.ts — where each serial is; one place at a time, moved with the ledger.
 */
import type { PlaceKind } from '#domain/ledger.ts'
import { isPhysical } from '#domain/ledger.ts'
import type { Db, Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import type { BalanceKey } from './store.ts'

type PlaceOf = Readonly<{ id: string; kind: PlaceKind }>
export type SerialMove = Readonly<{ serialId: string; moveId: string; batchId: string; from: PlaceOf; to: PlaceOf }>

const serialPlaces = (db: Db, serialIds: readonly string[]) => db<
  { serialId: string; placeId: string; batchId: string; code: string; place: string; kind: PlaceKind }[]
>`
  select sp.serial_id, sp.place_id, sp.batch_id, s.code, p.code as place, p.kind
  from stock.serial_place sp
  join batches.serial s on s.account_id = sp.account_id and s.id = sp.serial_id
  join places.place p on p.account_id = sp.account_id and p.id = sp.place_id
  where sp.account_id = ${db.act.accountId} and sp.serial_id = any(${serialIds as string[]}::uuid[])`

/** Which lie at these places, of these batches. */
export const serialsAt = (db: Db, keys: readonly BalanceKey[]) => db<(BalanceKey & { serialId: string })[]>`
  select sp.serial_id, sp.batch_id, sp.place_id
  from unnest(${keys.map((k) => k.batchId)}::uuid[], ${keys.map((k) => k.placeId)}::uuid[]) as k(batch_id, place_id)
  join stock.serial_place sp on sp.account_id = ${db.act.accountId} and sp.batch_id = k.batch_id and sp.place_id = k.place_id`

/**
 * One after another: what a move brought to a place, the next may take from there. Refuses `serial_elsewhere` where a serial is not at the place that it leaves, or
 * is of another batch there, `serial_twice` where it is in stock already.
 */
export async function moveSerials(tx: Tx, moves: readonly SerialMove[]): Promise<void> {
  if (moves.length === 0) return
  const now = new Map(
    (
      await serialPlaces(
        tx,
        moves.map(({ serialId }) => serialId),
      )
    ).map((row) => [row.serialId, row]),
  )
  const seen = new Set<string>()
  for (const { serialId, batchId, from, to } of moves) {
    const at = now.get(serialId)
    if (seen.has(serialId) && at?.placeId !== from.id)
      throw new Refusal('serial_twice', { serial: at?.code ?? serialId })
    seen.add(serialId)
    if (!isPhysical(from.kind) && at && isPhysical(at.kind)) throw new Refusal('serial_twice', { serial: at.code })
    if (isPhysical(from.kind) && (at?.placeId !== from.id || at.batchId !== batchId)) {
      const place = at?.placeId === from.id ? 'of another batch' : at ? `at ${at.place}` : 'not in stock'
      throw new Refusal('serial_elsewhere', { serial: at?.code ?? serialId, place })
    }
    now.set(serialId, { serialId, batchId, placeId: to.id, code: at?.code ?? serialId, place: '', kind: to.kind })
  }
  await tx`
    insert into stock.move_serial (account_id, move_id, serial_id)
    select ${tx.act.accountId}, m.move_id, m.serial_id
    from unnest(${moves.map((m) => m.moveId)}::uuid[], ${moves.map((m) => m.serialId)}::uuid[]) as m(move_id, serial_id)`
  const last = [...new Map(moves.map((move) => [move.serialId, move])).values()]
  await tx`
    insert into stock.serial_place as sp (account_id, serial_id, batch_id, place_id)
    select ${tx.act.accountId}, m.serial_id, m.batch_id, m.place_id
    from unnest(${last.map((m) => m.serialId)}::uuid[], ${last.map((m) => m.batchId)}::uuid[], ${last.map((m) => m.to.id)}::uuid[])
      as m(serial_id, batch_id, place_id)
    on conflict (account_id, serial_id) do update set place_id = excluded.place_id, batch_id = excluded.batch_id`
}
