/**
 * server/test/shop-floor.ts — what pickers and packers of the simulation do: mostly what the list says, at times another batch, an empty bin, or
 * too much.
 */
import type { Dice } from './hostile.ts'
import { type Asker, add, anyOf, ask, type Step, sendTo } from './shop-state.ts'
import type { Json } from './world.ts'

async function waveOf({ caller, roll, state }: Asker & { roll: Dice }): Promise<Json> {
  const id = anyOf(roll, state.waves)
  return id ? caller.get(`/v1/pick-waves/${id}`) : null
}

const someOf = (roll: Dice, rows: readonly Json[]): Json => (rows.length > 0 ? roll.of(rows) : null)

/** The serials that the planned place has, as a packer would read them. */
async function serialsAt({ caller }: Pick<Asker, 'caller'>, row: Json): Promise<string[]> {
  const { items } = await caller.get(`/v1/batches/${row.batchId}/serials?limit=500`)
  const here = items.filter(({ placeId }: Json) => placeId === row.placeId)
  return here.slice(0, row.packable).map(({ code }: Json) => code)
}

export const floorSteps: Readonly<Record<string, Step>> = {
  async wave({ caller, roll, state }) {
    const body = { warehouse: roll.of(['CHI', 'DAL']), ordersMax: 1 + roll.below(5) }
    const answer = await ask({ state, caller }, 'POST', '/v1/pick-waves', body)
    if (answer) state.waves.add(answer.body.id)
  },
  async pick({ caller, roll, state }) {
    const wave = await waveOf({ caller, roll, state })
    const open = wave?.tasks.filter(({ toPick }: Json) => toPick > 0 || roll.chance(10)) ?? []
    const task = someOf(roll, open)
    if (!task) return
    const { orderLineId: orderLine, batchId, placeId: place } = task
    const other = roll.chance(30) ? anyOf(roll, state.batches) : null
    const goods = other ? { batch: other } : { batch: batchId, place }
    const force = roll.chance(20) ? { force: { reason: 'they asked for it' } } : {}
    const scan = { orderLine, ...goods, quantity: 1 + roll.below(task.quantity), ...force }
    await ask({ state, caller }, 'POST', `/v1/pick-waves/${wave.id}/picks`, scan)
  },
  async shortPick({ caller, roll, state }) {
    const wave = await waveOf({ caller, roll, state })
    const task = wave && someOf(roll, wave.tasks)
    if (!task) return
    const { orderLineId: orderLine, batchId: batch, placeId: place } = task
    const body = { orderLine, batch, place, found: roll.below(task.quantity), reason: 'empty' }
    const answer = await ask({ state, caller }, 'POST', `/v1/pick-waves/${wave.id}/short`, body)
    if (answer) add(state.onHand, batch, -answer.body.gone)
  },
  async putBack({ caller, roll, state }) {
    const wave = await waveOf({ caller, roll, state })
    const row = wave && someOf(roll, wave.stopped)
    if (!row) return
    const body = { batch: row.batchId, place: row.placeId, quantity: row.stopped }
    await ask({ state, caller }, 'POST', `/v1/order-lines/${row.orderLineId}/put-backs`, body)
  },
  async closeWave({ caller, roll, state }) {
    const id = roll.chance(30) ? anyOf(roll, state.waves) : null
    if (id && (await ask({ state, caller }, 'POST', `/v1/pick-waves/${id}/closing`))) state.waves.delete(id)
  },
  async pack({ caller, roll, state }) {
    const wave = await waveOf({ caller, roll, state })
    const row =
      wave &&
      someOf(
        roll,
        wave.tasks.filter(({ packable }: Json) => packable > 0),
      )
    if (!row) return
    const serials = row.tracking === 'serial' ? { serials: await serialsAt({ caller }, row) } : {}
    const line = {
      orderLine: row.orderLineId,
      batch: row.batchId,
      place: row.placeId,
      quantity: row.packable,
      ...serials,
    }
    await ask({ state, caller }, 'POST', '/v1/parcels', { order: row.orderId, lines: [line] })
  },
  async openParcel({ caller, roll, state }) {
    const parcel = someOf(roll, (await caller.get('/v1/parcels?state=packed')).items)
    if (parcel) await ask({ state, caller }, 'POST', `/v1/parcels/${parcel.id}/cancellation`, { reason: 'wrong box' })
  },
  async shipParcels({ caller, roll, state }) {
    const { items } = await caller.get('/v1/parcels?state=packed')
    const parcel = someOf(roll, items)
    if (!parcel) return
    const all = items.filter(({ orderId }: Json) => orderId === parcel.orderId).map(({ id }: Json) => id)
    const body = { order: parcel.orderId, parcels: roll.chance(50) ? all : [parcel.id] }
    const answer = await ask({ state, caller }, 'POST', '/v1/shipments', body)
    for (const { lines } of answer?.body.items ?? [])
      for (const { batchId, quantity } of lines) sendTo(state, batchId, parcel.orderId, quantity)
  },
  async cancelShipment({ caller, roll, state }) {
    const { items: latest } = await caller.get('/v1/shipments?limit=20')
    const shipment = someOf(
      roll,
      latest.filter(({ state: now }: Json) => now !== 'cancelled' || roll.chance(10)),
    )
    if (!shipment) return
    const { items } = await caller.get(`/v1/parcels?shipment=${shipment.id}`)
    const part = items.length > 0 && roll.chance(50) ? { parcels: [roll.of<Json>(items).number] } : {}
    const url = `/v1/shipments/${shipment.id}/cancellation`
    const answer = await ask({ state, caller }, 'POST', url, { reason: 'too early', ...part })
    if (!answer) return
    // What of it was cancelled, now and before: remembered by line, for another cancellation may have been answered between.
    for (const { id, batchId, cancelled } of answer.body.shipment.lines) {
      const since = cancelled - (state.cancelled.get(id) ?? 0)
      if (since <= 0) continue
      state.cancelled.set(id, cancelled)
      sendTo(state, batchId, shipment.orderId, -since)
    }
  },
}
