/**
 * server/modules/stock/keep-whole.ts — a demand that wants the whole keeps all of it or nothing, whatever took a part away.
 */
import type { Db, Tx } from '#platform/db.ts'
import { type Promised, releaseReservations } from './reservations.ts'

export type Released = Promised & Readonly<{ documentId: string }>

const partsOfWhole = (db: Db, demandIds: readonly string[]) => db<Released[]>`
  select r.demand_id, d.document_id, r.batch_id, r.place_id, r.product_id, r.quantity
  from stock.demand d join stock.reservation r on r.account_id = d.account_id and r.demand_id = d.id
  where d.account_id = ${db.act.accountId} and d.id = any(${demandIds as string[]}::uuid[]) and d.shortage = 'whole'
    and d.reserved + d.shipped < d.quantity
  order by r.demand_id, r.batch_id, r.place_id`

/** What these demands still hold, where they want the whole and no longer have it, is given back. The products must be locked. */
export async function giveBackParts(tx: Tx, demandIds: Iterable<string>): Promise<Released[]> {
  const ids = [...new Set(demandIds)]
  const parts = ids.length > 0 ? await partsOfWhole(tx, ids) : []
  await releaseReservations(tx, parts)
  return parts
}

/** Takes promises back, and with a part of what is wanted whole the rest of it, which is the answer. */
export async function takeBack(tx: Tx, releases: readonly Promised[]): Promise<Released[]> {
  await releaseReservations(tx, releases)
  return giveBackParts(
    tx,
    releases.map(({ demandId }) => demandId),
  )
}
