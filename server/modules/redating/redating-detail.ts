import { isExpired } from '#domain/shelf-life.ts'
import { dayIn } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { noFilter, type RedatingFilter, type RedatingView, redatingList } from './store.ts'

/** Refuses `not_found`. */
export async function redatingById(db: Db, id: string): Promise<RedatingView> {
  const [row] = await redatingList(db, { ...noFilter, id })
  if (!row) throw new Refusal('not_found', { kind: 'redating', id })
  return row
}

function told(db: Db, { timeZone, ...row }: RedatingView) {
  const past = isExpired(row.expiresOn, dayIn(timeZone, db.act.at))
  return { ...row, state: row.left === 0 ? ('gone' as const) : past ? ('past' as const) : ('here' as const) }
}

export const redatingDetail = async (db: Db, id: string) => told(db, await redatingById(db, id))

export async function redatingsTold(db: Db, filter: RedatingFilter) {
  return (await redatingList(db, filter)).map((row) => told(db, row))
}
