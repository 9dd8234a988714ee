/**
 * server/modules/putaway/bin-map.ts — the bins of a warehouse: how full each is, what expires first there, and what is held.
 */
import { groupBy } from '#domain/group-by.ts'
import { daysLeft } from '#domain/shelf-life.ts'
import { positionOf } from '#domain/storage/bin-position.ts'
import { breachWords } from '#domain/storage/may-lie.ts'
import { dayIn } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { placesById, type WarehouseRow } from '../places/index.ts'
import { type ActiveHold, activeHoldsEverywhere, covers } from '../quality/index.ts'
import { type StoredBin, storageBins } from '../stock/index.ts'
import { told } from './awaiting.ts'
import { wrongsIn } from './misplaced.ts'
import { type HereRow, lyingHere, type PlaceHere, placesHere } from './store.ts'

/** In the order of the route: docks and quarantine as well as bins. */
export async function binMap(db: Db, { id, timeZone }: WarehouseRow) {
  const [places, rows, holds, bins] = await Promise.all([
    placesHere(db, id),
    lyingHere(db, { warehouseId: id, kind: null, binId: null }),
    activeHoldsEverywhere(db),
    storageBins(db, [id]),
  ])
  const rowsOf = groupBy(rows, ({ binId }) => binId)
  const binOf = new Map(bins.map((bin, at) => [bin.id, { bin, at }]))
  const wrong = new Set(wrongsIn(bins).map(({ bin }) => bin.id))
  const today = dayIn(timeZone, db.act.at)
  return places
    .toSorted((a, b) => (binOf.get(a.id)?.at ?? -1) - (binOf.get(b.id)?.at ?? -1))
    .map((place) => ({
      ...place,
      ...rulesOf(place, binOf.get(place.id)?.bin),
      ...sumsOf(rowsOf.get(place.id) ?? [], holds, today),
      misplaced: wrong.has(place.id),
    }))
}

function rulesOf({ code }: PlaceHere, bin: StoredBin | undefined) {
  const position = bin?.position ?? positionOf({ code, aisle: null, bay: null, level: null })
  return {
    ...position,
    storage: bin?.storage ?? 'ambient',
    hazards: bin?.hazards ?? [],
    freeFrom: bin?.freeFrom ?? [],
    mixing: bin?.mixing ?? 'mixed',
    capacity: bin?.capacity ?? null,
  }
}

function sumsOf(rows: readonly HereRow[], holds: readonly ActiveHold[], today: string) {
  const [first] = rows // by last day
  const expiresOn = first?.expiresOn ?? null
  return {
    quantity: rows.reduce((sum, { onHand }) => sum + onHand, 0),
    batches: new Set(rows.map(({ batchId }) => batchId)).size,
    skus: [...new Set(rows.map(({ sku }) => sku))].slice(0, 3),
    expiresOn,
    daysLeft: expiresOn === null ? null : daysLeft(expiresOn, today),
    held: rows.some((row) => holds.some((hold) => covers(hold, row))),
  }
}

/** One place with all that lies there, and why it must not. Refuses `not_found`. */
export async function binDetail(db: Db, placeId: string) {
  const [named] = await placesById(db, [placeId])
  const id = named?.binId ?? named?.id
  if (!named?.warehouseId || !id) throw new Refusal('not_found', { kind: 'place', id: placeId })
  const [places, rows, holds, bins] = await Promise.all([
    placesHere(db, named.warehouseId),
    lyingHere(db, { warehouseId: named.warehouseId, kind: null, binId: id }),
    activeHoldsEverywhere(db),
    storageBins(db, [named.warehouseId]),
  ])
  const place = places.find((one) => one.id === id)
  if (!place) throw new Refusal('not_found', { kind: 'place', id: placeId })
  const bin = bins.find((one) => one.id === id)
  const wrongs = bin ? wrongsIn([bin]) : []
  const says = new Map(wrongs.map(({ goods, breaches }) => [goods.batchId, breaches.map(breachWords).join('; ')]))
  return {
    ...place,
    ...rulesOf(place, bin),
    quantity: rows.reduce((sum, { onHand }) => sum + onHand, 0),
    items: rows.map((row) => ({
      ...told(row, db),
      holds: holds.filter((hold) => covers(hold, row)).map(({ number }) => number),
      says: says.get(row.batchId) ?? null,
    })),
  }
}
