/**
 * server/modules/stock/in-turn.ts — whose turn it is among those who wait for stock, for SQL; `domain/turn.ts` says the same. The
 * demand is `d`. Whoever asks in another order finds no index.
 */
import type { Db } from '#platform/db.ts'

/** To order by: whose turn comes first. */
export const inTurn = (db: Db) => db`d.priority desc, d.due_on, d.asked_at, d.id`

/** To order by: whose turn comes last. */
export const lastInTurn = (db: Db) => db`d.priority, d.due_on desc, d.asked_at desc, d.id desc`

/** Whether it stands behind the point that the offer `o` has reached. */
export const behindOffer = (db: Db) => db`(o.demand_id is null or d.priority < o.priority
  or (d.priority = o.priority and (d.due_on, d.asked_at, d.id) > (o.due_on, o.asked_at, o.demand_id)))`
