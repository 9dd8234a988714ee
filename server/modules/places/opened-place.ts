/**
 * server/modules/places/opened-place.ts — where the opened units of a warehouse lie: a place of its own, made when the first is opened.
 */
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { insertNewPlaces, noRules, openedPlaceOf, type PlaceRow } from './store.ts'

const code = 'OPENED'

/** Whoever else is just making it. Refuses `already_exists` where another place of the warehouse has its name. */
export async function openedPlace(tx: Tx, warehouseId: string): Promise<PlaceRow> {
  const [known] = await openedPlaceOf(tx, warehouseId)
  if (known) return known
  const kind = 'opened' as const
  const place = { id: newId(), warehouseId, zoneId: null, kind, code, packOf: null, binId: null, ...noRules }
  const made = await insertNewPlaces(tx, [place])
  if (made.length > 0)
    audit(tx, { action: 'place.add', subjectKind: 'place', subjectId: place.id, after: { warehouseId, kind, code } })
  const [now] = await openedPlaceOf(tx, warehouseId)
  if (!now) throw new Refusal('already_exists', { kind: 'place', name: code })
  return now
}
