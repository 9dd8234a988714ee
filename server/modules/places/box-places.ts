/**
 * server/modules/places/box-places.ts — where closed boxes of a size lie in a bin: a place of its own, made when the first come.
 */
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { auditMany } from '../access/index.ts'
import { boxPlacesOf, insertNewPlaces, noRules, type PlaceRow } from './store.ts'

export type Boxed = Readonly<{ bin: PlaceRow; packOf: number }>

const keyOf = (binId: string | null, packOf: number | null) => `${binId} ${packOf}`
const codeMax = 40

/**
 * Answers with the place of each; those that are missing are made, whoever else is just making them. The products must be
 * locked: a new place holds on to its bin, and who locks a place has locked the products before. Refuses `already_exists` where another place has the name, and boxes within boxes.
 */
export async function boxPlaces(tx: Tx, boxed: readonly Boxed[]): Promise<(one: Boxed) => PlaceRow> {
  if (boxed.length === 0) return placeOf([])
  const nested = boxed.find(({ bin }) => bin.packOf !== null)
  if (nested) {
    const message = `must name a bin; at ${nested.bin.code} lie closed boxes of ${nested.bin.packOf}`
    throw new Refusal('invalid_input', { problems: [{ at: 'lines', message }] })
  }
  const binIds = [...new Set(boxed.map(({ bin }) => bin.id))]
  const known = await boxPlacesOf(tx, binIds)
  const missing = missingOf(boxed, known)
  if (missing.length === 0) return placeOf(known)
  const made = new Set((await insertNewPlaces(tx, missing)).map(({ id }) => id))
  auditMany(
    tx,
    missing
      .filter(({ id }) => made.has(id))
      .map((place) => ({ action: 'place.add', subjectKind: 'place', subjectId: place.id, after: place })),
  )
  return placeOf(await boxPlacesOf(tx, binIds))
}

/** In one order for all, so that two who make the same places wait for each other one way round. */
function missingOf(boxed: readonly Boxed[], known: readonly PlaceRow[]): PlaceRow[] {
  const there = new Set(known.map(({ binId, packOf }) => keyOf(binId, packOf)))
  const wanted = new Map(boxed.map((one) => [keyOf(one.bin.id, one.packOf), one] as const))
  return [...wanted]
    .filter(([key]) => !there.has(key))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { bin, packOf }]) => ({
      ...bin,
      ...noRules,
      id: newId(),
      code: boxCode(bin.code, packOf),
      packOf,
      binId: bin.id,
    }))
}

/** Such as "A-01 ×100". */
export function boxCode(bin: string, packOf: number): string {
  const size = ` ×${packOf}`
  return `${bin.slice(0, codeMax - size.length)}${size}`
}

function placeOf(places: readonly PlaceRow[]): (one: Boxed) => PlaceRow {
  const byKey = new Map(places.map((place) => [keyOf(place.binId, place.packOf), place]))
  return ({ bin, packOf }) => {
    const place = byKey.get(keyOf(bin.id, packOf))
    if (place) return place
    throw new Refusal('already_exists', { kind: 'place', name: boxCode(bin.code, packOf) })
  }
}
