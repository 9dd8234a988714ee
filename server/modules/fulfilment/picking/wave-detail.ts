/**
 * server/modules/fulfilment/picking/wave-detail.ts — a wave as it stands now: what to pick, bin by bin, and what is to go back. Read from the
 * promises of its orders each time, so that what was taken back is gone from it at once.
 */
import { groupBy } from '#domain/group-by.ts'
import { type Progress, progressOf, type StopReason, stopWords } from '#domain/picking/progress.ts'
import { byRoute } from '#domain/picking/route.ts'
import { isExpired } from '#domain/shelf-life.ts'
import { dayIn } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { gtinsOf } from '../../catalog/index.ts'
import { resolveWarehouses } from '../../places/index.ts'
import { activeHolds, covers } from '../../quality/index.ts'
import { type StandingRow, standingsOf } from './standings.ts'
import { type WaveFilter, type WaveOrder, type WaveRow, waveList, waveOrders } from './store.ts'

/** Of one line, one batch at one place; `why` where some of it is stopped. */
export type PickRow = StandingRow & Progress & { readonly why: string | null }
export type Tally = Readonly<{ orderCount: number; units: number; pickedUnits: number; stoppedUnits: number }>

/** In the order in which a picker walks. */
export async function pickRows(db: Db, of: Parameters<typeof standingsOf>[1]): Promise<PickRow[]> {
  const rows = await standingsOf(db, of)
  const whyOf = await reasons(db, rows)
  return rows
    .map((row) => ({ ...row, ...progressOf({ ...row, reserved: row.quantity }), why: whyOf(row) }))
    .sort(byRoute)
}

/** Why goods may not go on, for all that is promised as well as for what is not any more. */
async function reasons(db: Db, rows: readonly StandingRow[]): Promise<(row: StandingRow) => string | null> {
  const [holds, warehouses] = await Promise.all([
    activeHolds(db, [...new Set(rows.map(({ productId }) => productId))]),
    resolveWarehouses(db),
  ])
  return (row) => {
    const today = dayIn(warehouses.get(row.warehouseId)?.timeZone ?? 'UTC', db.act.at)
    const hold = holds.find((one) => covers(one, row))
    const why = whyStopped(row, { hold: hold ? { kind: 'held', hold: hold.number, reason: hold.reason } : null, today })
    return why && stopWords(why)
  }
}

type Facts = Readonly<{ hold: StopReason | null; today: string }>

function whyStopped(row: StandingRow, { hold, today }: Facts): StopReason | null {
  if (hold) return hold
  if (row.expiresOn !== null && isExpired(row.expiresOn, today)) return { kind: 'expired', expiresOn: row.expiresOn }
  if (row.quantity >= row.picked) return null
  return { kind: row.orderCancelled ? 'cancelled' : 'released' }
}

const sum = (rows: readonly PickRow[], key: 'quantity' | 'stopped' | 'picked') =>
  rows.reduce((total, row) => total + row[key], 0)

export async function waveSummaries(db: Db, filter: WaveFilter) {
  const waves = await waveList(db, filter)
  const orders = await waveOrders(
    db,
    waves.map(({ id }) => id),
  )
  const open = waves.filter(({ closedAt }) => closedAt === null)
  const openIds = new Set(open.map(({ id }) => id))
  const orderIds = orders.filter(({ waveId }) => openIds.has(waveId)).map(({ orderId }) => orderId)
  const rows = orderIds.length > 0 ? await pickRows(db, { orderIds, warehouseId: null }) : []
  const rowsOf = groupBy(rows, ({ warehouseId, orderId }) => `${warehouseId} ${orderId}`)
  const ordersOf = groupBy(orders, ({ waveId }) => waveId)
  return waves.map((wave) => {
    const own = ordersOf.get(wave.id) ?? []
    const here =
      wave.closedAt === null ? own.flatMap((one) => rowsOf.get(`${wave.warehouseId} ${one.orderId}`) ?? []) : []
    return { ...wave, ...tally(own, here) }
  })
}

const tally = (orders: readonly WaveOrder[], rows: readonly PickRow[]): Tally => ({
  orderCount: orders.length,
  units: sum(rows, 'quantity'),
  pickedUnits: sum(rows, 'picked') - sum(rows, 'stopped'),
  stoppedUnits: sum(rows, 'stopped'),
})

/** By id or number; refuses `not_found`. */
export async function waveByRef(db: Db, ref: string): Promise<WaveRow> {
  const named = isId(ref) ? { id: ref, ref: null } : { id: null, ref }
  const [wave] = await waveList(db, { ...named, warehouseId: null, state: null, before: null, limit: 1 })
  if (!wave) throw new Refusal('not_found', { kind: 'pick wave', id: ref })
  return wave
}

/** Nothing is to be picked of a wave that is closed. */
export async function rowsOfWave(db: Db, wave: WaveRow): Promise<PickRow[]> {
  if (wave.closedAt !== null) return []
  const orders = await waveOrders(db, [wave.id])
  return pickRows(db, { orderIds: orders.map(({ orderId }) => orderId), warehouseId: wave.warehouseId })
}

export async function waveDetail(db: Db, ref: string) {
  const wave = await waveByRef(db, ref)
  const [orders, rows] = await Promise.all([waveOrders(db, [wave.id]), rowsOfWave(db, wave)])
  const tasks = rows.filter(({ quantity }) => quantity > 0)
  const codes = groupBy(
    await gtinsOf(db, [...new Set(tasks.map(({ productId }) => productId))]),
    (pack) => pack.productId,
  )
  return {
    ...wave,
    ...tally(orders, rows),
    orders,
    tasks: tasks.map((row) => ({ ...row, gtins: (codes.get(row.productId) ?? []).map(({ gtin }) => gtin) })),
    stopped: rows.filter(({ stopped }) => stopped > 0).map((row) => ({ ...row, why: row.why ?? '' })),
  }
}
