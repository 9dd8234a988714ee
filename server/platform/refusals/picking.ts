/**
 * server/platform/refusals/picking.ts — what a picker or packer cannot do, in words for the floor.
 */
import { batchName } from '#domain/batch-code.ts'
import { scanWords } from '#domain/picking/scan-words.ts'
import { refuse } from './refuse.ts'

type Goods = { batch: string; place: string }

export const pickingRefusals = {
  order_in_wave: refuse<{ number: string; wave: string }>(
    409,
    ({ number, wave }) => `Order ${number} is in pick wave ${wave} already. Close that wave first, or pick it there.`,
  ),
  nothing_to_pick: refuse<{ warehouse: string }>(
    409,
    ({ warehouse }) =>
      `In warehouse ${warehouse} there is nothing to pick of what was asked for, or all of it is in an open wave already.`,
  ),
  wave_closed: refuse<{ number: string }>(
    409,
    ({ number }) => `Pick wave ${number} is closed. Put the order into a new wave.`,
  ),
  wave_has_stopped: refuse<{ number: string; units: number }>(
    409,
    ({ number, units }) => `${units} picked units of wave ${number} are stopped. Put them back, then close the wave.`,
  ),
  no_such_task: refuse<{ batch: string; wave: string }>(
    409,
    ({ batch, wave }) =>
      `Nothing of ${batchName(batch)} is to be picked in wave ${wave}, nor anything it could stand in for. Leave it where it is.`,
  ),
  scan_unreadable: refuse(422, scanWords.scan_unreadable),
  scan_of_other: refuse(409, scanWords.scan_of_other),
  scan_without_batch: refuse(409, scanWords.scan_without_batch),
  pick_beyond_task: refuse(409, scanWords.pick_beyond_task),
  pick_not_allowed: refuse<{ batch: string; says: string; forcible: boolean }>(409, ({ says, forcible }) =>
    forcible
      ? `${says}. Pick another batch, or ask someone who may force it.`
      : `${says}. It cannot be picked; leave it where it is.`,
  ),
  put_back_beyond: refuse<Goods & { asked: number; loose: number; packed: number }>(
    409,
    ({ batch, place, asked, loose, packed }) =>
      `${asked} of ${batchName(batch)} are to go back to ${place}, but ${loose} are picked and in no parcel${packed > 0 ? `; ${packed} are in a parcel: cancel that first` : ''}.`,
  ),
  // Parcels
  nothing_to_pack: refuse<{ number: string }>(
    409,
    ({ number }) => `Nothing of order ${number} is picked and in no parcel yet. Pick it first.`,
  ),
  pack_beyond_picked: refuse<{ batch: string; asked: number; packable: number; why: string | null }>(
    409,
    ({ batch, asked, packable, why }) =>
      why === null
        ? `${asked} of ${batchName(batch)} to pack, but ${packable} are picked for this order and in no parcel.`
        : `${batchName(batch)} cannot be packed: ${why}. Put it back.`,
  ),
  parcel_gone: refuse<{ parcel: string }>(
    409,
    ({ parcel }) => `Parcel ${parcel} is not here any more: it was shipped or cancelled, or is of another order.`,
  ),
  goods_stopped: refuse<{ parcel: string; batch: string; quantity: number; why: string }>(
    409,
    ({ parcel, batch, quantity, why }) =>
      `Parcel ${parcel} must not leave: its ${quantity} of ${batchName(batch)} are ${why}. Cancel the parcel and put them back.`,
  ),
  packed_in_parcel: refuse<{ number: string; parcels: string }>(
    409,
    ({ number, parcels }) => `Of order ${number} some is packed in ${parcels}. Ship the parcel, or cancel it first.`,
  ),
} as const
