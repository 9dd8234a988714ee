/**
 * server/modules/fulfilment/picking/pick.ts — goods are taken off their bin for a line: those that were planned, or others in their stead.
 */
import { beyondTask } from '#domain/picking/progress.ts'
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { allows, audit } from '../../access/index.ts'
import { type Swapped, swapPromises } from '../../allocation/index.ts'
import { lockProducts } from '../../catalog/index.ts'
import { refuseCutBox } from '../whole-boxes.ts'
import { type Aim, aimOf, type Scan, type Taken, takenFrom } from './scan.ts'
import { pickedAt } from './standings.ts'
import { insertPicked, shareWave, type WaveRow } from './store.ts'
import { type PickRow, rowsOfWave, waveByRef } from './wave-detail.ts'

export type PickAsk = Scan & Readonly<{ quantity: number; scan?: string; force?: Readonly<{ reason: string }> }>
export type Picked = Readonly<{
  orderLineId: string
  batchId: string
  batchCode: string
  placeId: string
  placeCode: string
  quantity: number
  /** What it was picked instead of, and what other lines lost by it. */
  swap: Readonly<{ batchCode: string; quantity: number; lines: number; forced: boolean }> | null
  notes: string[]
}>

/**
 * Other stock than planned is swapped under the lock of the product, so that nobody is promised what is picked. Refuses
 * `pick_not_allowed`, `pick_beyond_task`, `closed_box`, `no_such_task`, `insufficient_stock`, `ambiguous`, `wave_closed`, `not_allowed`.
 */
export async function pick(tx: Tx, waveId: string, ask: PickAsk): Promise<Picked> {
  if (ask.force && !allows(tx.act.role, 'force picks'))
    throw new Refusal('not_allowed', { needs: 'force picks', role: tx.act.role })
  const { wave, aim, rows } = await openTask(tx, waveId, (seen, all) => aimOf(tx, ask, seen, all))
  const taken = await takenFrom(tx, ask, { aim, wave, rows })
  const planned = Math.min(ask.quantity, taken.task?.toPick ?? 0)
  refuseBeyond(ask, { taken, planned })
  refuseStopped(taken, planned)
  refuseCutBox({ ...taken.from, where: 'Pick', batchCode: aim.batch.code, quantity: ask.quantity })
  const swapped = planned < ask.quantity ? await swap(tx, ask, { aim, taken, quantity: ask.quantity - planned }) : null
  const goods = {
    orderLineId: aim.orderLineId,
    batchId: aim.batch.id,
    placeId: taken.from.placeId,
    quantity: ask.quantity,
  }
  await insertPicked(tx, [{ ...goods, waveId, productId: aim.productId, kind: 'pick', scan: ask.scan ?? null }])
  const answer = {
    ...goods,
    batchCode: aim.batch.code,
    placeCode: taken.from.placeCode,
    swap: told(taken, swapped, ask.quantity - planned),
    notes: aim.notes,
  }
  audit(tx, {
    action: 'pick_wave.pick',
    subjectKind: 'pick_wave',
    subjectId: waveId,
    after: { number: wave.number, ...answer },
    reason: ask.force?.reason ?? null,
  })
  return answer
}

type Opened<Meant> = Readonly<{ wave: WaveRow; rows: readonly PickRow[]; aim: Meant }>

/** Looks which product is meant, takes its lock, and reads the wave anew under it. */
export async function openTask<Meant extends { productId: string }>(
  tx: Tx,
  waveId: string,
  meant: (wave: WaveRow, rows: readonly PickRow[]) => Meant | Promise<Meant>,
): Promise<Opened<Meant>> {
  const seen = await openWave(tx, waveId)
  const { productId } = await meant(seen, await rowsOfWave(tx, seen))
  await lockProducts(tx, [productId])
  await shareWave(tx, waveId)
  const wave = await openWave(tx, waveId)
  const rows = await rowsOfWave(tx, wave)
  return { wave, rows, aim: await meant(wave, rows) }
}

async function openWave(tx: Tx, id: string): Promise<WaveRow> {
  const wave = await waveByRef(tx, id)
  if (wave.closedAt !== null) throw new Refusal('wave_closed', { number: wave.number })
  return wave
}

function refuseBeyond({ quantity }: PickAsk, { taken, planned }: Readonly<{ taken: Taken; planned: number }>): void {
  const toPick = planned + (taken.instead?.toPick ?? 0)
  if (beyondTask(quantity, toPick)) throw new Refusal('pick_beyond_task', { asked: quantity, toPick })
}

/** A batch may have expired since it was promised, or come under a hold by joining a lot. */
function refuseStopped({ task }: Taken, planned: number): void {
  if (!task?.why || planned === 0) return
  throw new Refusal('pick_not_allowed', {
    batch: task.batchCode,
    says: `${task.batchCode}: ${task.why}`,
    forcible: false,
  })
}

type Swapping = Readonly<{ aim: Aim; taken: Taken; quantity: number }>

async function swap(tx: Tx, ask: PickAsk, { aim, taken: { from, instead }, quantity }: Swapping): Promise<Swapped> {
  if (!instead) throw new Error('a swap without a task it stands in for')
  const { id: batchId, code: batchCode, expiresOn } = aim.batch
  const picked = new Map((await pickedAt(tx, batchId, from.placeId)).map((row) => [row.orderLineId, row.quantity]))
  return swapPromises(tx, {
    demandId: aim.orderLineId,
    productId: aim.productId,
    give: instead,
    take: { batchId, batchCode, expiresOn, ...from },
    quantity,
    spare: (promise) => Math.max(0, promise.quantity - (picked.get(promise.demandId) ?? 0)),
    force: ask.force?.reason ?? null,
  })
}

function told({ instead }: Taken, swapped: Swapped | null, quantity: number): Picked['swap'] {
  if (!swapped || !instead) return null
  return { batchCode: instead.batchCode, quantity, lines: swapped.others.length, forced: swapped.forced }
}
