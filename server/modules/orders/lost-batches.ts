/**
 * server/modules/orders/lost-batches.ts — which orders wait because batches promised to them were held or ran out of life,
 * told from the decisions of their lines.
 */
import { groupBy } from '#domain/group-by.ts'
import { type LostPromise, lostPromises } from '#domain/lost-promises.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { decisionsOfAll } from '../allocation/index.ts'

/** Why, and on how many lines of the order. */
export type LostBatches = Readonly<{
  why: LostPromise['reason']['kind']
  hold: string | null
  lines: number
  quantity: number
  since: Instant
}>
type WaitingLine = { id: string; orderId: string; waiting: number }
type Kept = { demandId: string; batchId: string; quantity: number }

const waitingLines = (db: Db, orderIds: readonly string[]) => db<WaitingLine[]>`
  select id, document_id as order_id, quantity - reserved - shipped as waiting from stock.demand
  where account_id = ${db.act.accountId} and document_id = any(${orderIds as string[]}::uuid[]) and reserved + shipped < quantity`

const keptBatches = (db: Db, lineIds: readonly string[]) => db<Kept[]>`
  select demand_id, batch_id, sum(quantity)::bigint as quantity from (
    select demand_id, batch_id, quantity from stock.reservation
    where account_id = ${db.act.accountId} and demand_id = any(${lineIds as string[]}::uuid[])
    union all
    select document_line_id, batch_id, quantity from stock.net_move
    where account_id = ${db.act.accountId} and document_line_id = any(${lineIds as string[]}::uuid[]) and reason = 'shipment') as kept
  group by demand_id, batch_id`

/** By order; those that lost nothing are not in it. */
export async function lostBatches(db: Db, orderIds: readonly string[]): Promise<Map<string, LostBatches[]>> {
  const lines = orderIds.length > 0 ? await waitingLines(db, orderIds) : []
  if (lines.length === 0) return new Map()
  const ids = lines.map(({ id }) => id)
  const [decisions, kept] = await Promise.all([decisionsOfAll(db, ids), keptBatches(db, ids)])
  const toldOf = groupBy(decisions, ({ demandId }) => demandId)
  const keptOf = groupBy(kept, ({ demandId }) => demandId)
  const lost = lines.flatMap(({ id, orderId, waiting }) => {
    const has = new Map((keptOf.get(id) ?? []).map(({ batchId, quantity }) => [batchId, quantity]))
    return lostPromises(toldOf.get(id) ?? [], has, waiting).map((promise) => ({ ...promise, lineId: id, orderId }))
  })
  return new Map([...groupBy(lost, ({ orderId }) => orderId)].map(([orderId, rows]) => [orderId, summed(rows)]))
}

type LostOfLine = LostPromise & Readonly<{ lineId: string }>

function summed(rows: readonly LostOfLine[]): LostBatches[] {
  const holdOf = ({ reason }: LostPromise) => (reason.kind === 'held' ? reason.hold : null)
  return [...groupBy(rows, (row) => `${row.reason.kind} ${holdOf(row)}`).values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    return {
      why: first.reason.kind,
      hold: holdOf(first),
      lines: new Set(same.map(({ lineId }) => lineId)).size,
      quantity: same.reduce((sum, { quantity }) => sum + quantity, 0),
      since: same.map(({ since }) => since).sort()[0] ?? first.since,
    }
  })
}
