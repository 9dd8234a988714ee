import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../../access/index.ts'
import { candidates, serveBackOrders } from '../../allocation/index.ts'
import { adjust, giveBackParts, releaseReservations } from '../../stock/index.ts'
import { refuseCutBox } from '../whole-boxes.ts'
import { openTask } from './pick.ts'
import { insertPicked } from './store.ts'
import type { PickRow } from './wave-detail.ts'

export type ShortPick = Readonly<{
  orderLine: string
  batch: string
  place: string
  found: number
  reason: string
  /** Of what is missing, where the product is tracked by serial. */
  serials?: readonly string[]
}>
/** `gone`: what left the stock, with what was free there. */
export type Shorted = Readonly<{ picked: number; missing: number; gone: number }>

/**
 * Fewer are at the bin than were to be picked. What is found is picked; what is missing leaves the promise and the stock,
 * and with it what was free there, for a bin that lacks what was promised has nothing to spare. So nobody is promised it
 * again, and the line is served anew from other stock. Goods tracked by serial leave one by one, as they are named.
 * Refuses `no_such_task`, `pick_beyond_task`, `closed_box`, `serials_needed`, `wave_closed`.
 */
export async function shortPick(tx: Tx, waveId: string, ask: ShortPick): Promise<Shorted> {
  const { wave, aim: task } = await openTask(tx, waveId, (seen, rows) => taskOf(ask, rows, seen.number))
  const { orderLineId, productId, batchId, placeId, placeKind, toPick } = task
  const missing = toPick - ask.found
  if (missing <= 0) throw new Refusal('pick_beyond_task', { asked: ask.found, toPick: toPick - 1 })
  refuseCutBox({ ...task, where: 'Short pick', quantity: ask.found })
  const goods = { orderLineId, productId, batchId, placeId }
  if (ask.found > 0) await insertPicked(tx, [{ ...goods, waveId, kind: 'pick', quantity: ask.found, scan: null }])
  const gone = missing + (await freeThere(tx, task))
  await releaseReservations(tx, [{ demandId: orderLineId, productId, batchId, placeId, quantity: missing }])
  const place = { id: placeId, kind: placeKind }
  const line = { where: 'Short pick', batchId, productId, place, quantity: -gone, note: null }
  await adjust(tx, {
    reason: `short pick: ${ask.reason}`,
    occurredAt: tx.act.at,
    promised: 'take_back',
    lines: [{ ...line, serials: ask.serials ?? [] }],
  })
  audit(tx, {
    action: 'pick_wave.short',
    subjectKind: 'pick_wave',
    subjectId: waveId,
    after: { number: wave.number, orderNumber: task.orderNumber, batchCode: task.batchCode, missing, gone },
    reason: ask.reason,
  })
  const parts = await giveBackParts(tx, [orderLineId])
  const concerned = [orderLineId, ...parts.map(({ demandId }) => demandId)]
  await serveBackOrders(tx, [productId], { cause: 'short', concerned: [...new Set(concerned)] })
  return { picked: ask.found, missing, gone }
}

function taskOf({ orderLine, batch, place }: ShortPick, rows: readonly PickRow[], wave: string): PickRow {
  const task = rows.find((row) => row.orderLineId === orderLine && row.batchId === batch && row.placeId === place)
  if (!task || task.toPick === 0) throw new Refusal('no_such_task', { batch: task?.batchCode ?? batch, wave })
  return task
}

async function freeThere(tx: Tx, { productId, batchId, placeId, tracking }: PickRow): Promise<number> {
  if (tracking === 'serial') return 0
  const rows = (await candidates(tx, [productId])).get(productId) ?? []
  return rows.find((row) => row.batchId === batchId && row.placeId === placeId)?.available ?? 0
}
