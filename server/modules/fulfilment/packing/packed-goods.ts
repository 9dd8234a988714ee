/**
 * server/modules/fulfilment/packing/packed-goods.ts — what lies in parcels when goods are to leave: parcels leave as they were packed, and
 * what is packed leaves in no other way.
 */
import { groupBy } from '#domain/group-by.ts'
import { type StopReason, stopWords } from '#domain/picking/progress.ts'
import { Refusal } from '#platform/refusal.ts'
import { type ActiveHold, covers } from '../../quality/index.ts'
import { parcelLine } from '../name-lines.ts'
import type { ParcelLine, PlannedShipment } from '../parcel.ts'
import type { AllocatedRow } from '../store.ts'
import type { PackedLine } from './store.ts'

type Key = Readonly<{ orderLineId: string; batchId: string; placeId: string }>
const keyOf = ({ orderLineId, batchId, placeId }: Key) => `${orderLineId} ${batchId} ${placeId}`
const units = (lines: readonly { quantity: number }[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0)

type Here = Readonly<{ here: readonly AllocatedRow[]; packed: readonly PackedLine[] }>
type Leaving = Pick<PlannedShipment, 'lines' | 'packed'>

/** One line for all of a batch at a place, whatever parcel it is in. Refuses `parcel_gone`, `goods_stopped`. */
export function linesOfParcels(
  refs: readonly string[],
  { here, packed, holds }: Here & { readonly holds: readonly ActiveHold[] },
): Leaving | Refusal {
  const meant = refs.map((ref) => packed.filter((line) => [line.parcelId, line.parcelNumber, line.sscc].includes(ref)))
  const gone = refs.find((_, at) => meant[at]?.length === 0)
  if (gone !== undefined) return new Refusal('parcel_gone', { parcel: gone })
  const leaving = [...new Set(meant.flat())]
  const rowOf = new Map(here.map((row) => [keyOf(row), row]))
  const lines: ParcelLine[] = []
  for (const [key, same] of groupBy(leaving, keyOf)) {
    const row = rowOf.get(key)
    const [first] = same
    const quantity = units(same)
    if (!row || row.quantity < quantity) return stopped(first, quantity, holds)
    lines.push(
      parcelLine(row, {
        where: `parcel ${first?.parcelNumber}`,
        quantity,
        serialIds: same.flatMap(({ serialIds }) => serialIds),
      }),
    )
  }
  const parcels = new Map(leaving.map(({ parcelId, warehouseId }) => [parcelId, { parcelId, warehouseId }]))
  return { lines, packed: [...parcels.values()] }
}

function stopped(line: PackedLine | undefined, quantity: number, holds: readonly ActiveHold[]): Refusal {
  if (!line) throw new Error('a parcel without goods')
  const hold = holds.find((one) => covers(one, line))
  const why: StopReason = hold ? { kind: 'held', hold: hold.number, reason: hold.reason } : { kind: 'released' }
  return new Refusal('goods_stopped', {
    parcel: line.parcelNumber,
    batch: line.batchCode,
    quantity,
    why: stopWords(why),
  })
}

/** Null where nothing that is in a parcel would leave beside it. */
export function refusePacked(number: string, lines: readonly ParcelLine[], { here, packed }: Here): Refusal | null {
  const packedAt = groupBy(packed, keyOf)
  const rowOf = new Map(here.map((row) => [keyOf(row), row]))
  for (const [key, same] of groupBy(lines, (line) => keyOf({ ...line, placeId: line.place.id }))) {
    const parcels = packedAt.get(key) ?? []
    const allocated = rowOf.get(key)?.quantity ?? 0
    const asked = units(same)
    if (parcels.length === 0 || asked > allocated || asked <= allocated - units(parcels)) continue
    const names = [...new Set(parcels.map(({ parcelNumber }) => parcelNumber))].join(', ')
    return new Refusal('packed_in_parcel', { number, parcels: names })
  }
  return null
}
