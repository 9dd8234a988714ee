import type { Db, Tx } from '#platform/db.ts'
import type { SentMove } from '../../stock/index.ts'
import { insertPicked } from './store.ts'

type LeftRow = { orderLineId: string; batchId: string; placeId: string; quantity: number }

/** What left with a shipment had lain picked, less what lies picked again since. */
const leftWith = (db: Db, shipmentId: string) => db<LeftRow[]>`
  select order_line_id, batch_id, place_id, sum(case kind when 'ship' then quantity else -quantity end)::bigint as quantity
  from fulfilment.picked where account_id = ${db.act.accountId} and shipment_id = ${shipmentId}
  group by order_line_id, batch_id, place_id`

const keyOf = ({ batchId, placeId }: Pick<LeftRow, 'batchId' | 'placeId'>, lineId: string) =>
  `${lineId} ${batchId} ${placeId}`

/** What did not leave after all lies picked as it did before, in its parcel or loose. */
export async function pickAgain(tx: Tx, shipmentId: string, back: readonly SentMove[]): Promise<void> {
  const left = new Map((await leftWith(tx, shipmentId)).map((row) => [keyOf(row, row.orderLineId), row.quantity]))
  const again = back.flatMap(({ demandId: orderLineId, productId, batchId, placeId, quantity }) => {
    const key = keyOf({ batchId, placeId }, orderLineId)
    const units = Math.min(quantity, left.get(key) ?? 0)
    left.set(key, (left.get(key) ?? 0) - units)
    const goods = { waveId: null, orderLineId, productId, batchId, placeId, scan: null, shipmentId }
    return units > 0 ? [{ ...goods, kind: 'unship' as const, quantity: units }] : []
  })
  await insertPicked(tx, again)
}
