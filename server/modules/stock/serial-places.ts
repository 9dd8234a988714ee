/**
 * server/modules/stock/serial-places.ts — where each serial is; one place at a time, moved with the ledger.
 */
import type { PlaceKind } from '#domain/ledger.ts'
import { isPhysical } from '#domain/ledger.ts'
import type { Db, Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'

type PlaceOf = Readonly<{ id: string; kind: PlaceKind }>
export type SerialMove = Readonly<{ serialId: string; moveId: string; batchId: string; from: PlaceOf; to: PlaceOf }>

const serialPlaces = (db: Db, serialIds: readonly string[]) => db<
  { serialId: string; placeId: string; code: string; place: string; kind: PlaceKind }[]
>`
  select sp.serial_id, sp.place_id, s.code, p.code as place, p.kind
  from stock.serial_place sp
  join batches.serial s on s.account_id = sp.account_id and s.id = sp.serial_id
  join places.place p on p.account_id = sp.account_id and p.id = sp.place_id
  where sp.account_id = ${db.act.accountId} and sp.serial_id = any(${serialIds as string[]}::uuid[])`

/** Refuses `serial_elsewhere` where a serial is not at the place it leaves, `serial_twice` where it is in stock already. */
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
  for (const { serialId, from } of moves) {
    const at = now.get(serialId)
    if (seen.has(serialId)) throw new Refusal('serial_twice', { serial: at?.code ?? serialId })
    seen.add(serialId)
    if (!isPhysical(from.kind) && at && isPhysical(at.kind)) throw new Refusal('serial_twice', { serial: at.code })
    if (isPhysical(from.kind) && at?.placeId !== from.id) {
      throw new Refusal('serial_elsewhere', {
        serial: at?.code ?? serialId,
        place: at ? `at ${at.place}` : 'not in stock',
      })
    }
  }
  await tx`
    insert into stock.move_serial (account_id, move_id, serial_id)
    select ${tx.act.accountId}, m.move_id, m.serial_id
    from unnest(${moves.map((m) => m.moveId)}::uuid[], ${moves.map((m) => m.serialId)}::uuid[]) as m(move_id, serial_id)`
  await tx`
    insert into stock.serial_place as sp (account_id, serial_id, batch_id, place_id)
    select ${tx.act.accountId}, m.serial_id, m.batch_id, m.place_id
    from unnest(${moves.map((m) => m.serialId)}::uuid[], ${moves.map((m) => m.batchId)}::uuid[], ${moves.map((m) => m.to.id)}::uuid[])
      as m(serial_id, batch_id, place_id)
    on conflict (account_id, serial_id) do update set place_id = excluded.place_id, batch_id = excluded.batch_id`
}
