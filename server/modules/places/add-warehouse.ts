import { isTimeZone } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { naming, onlyName } from '#platform/naming.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit, auditMany } from '../access/index.ts'
import {
  type BinRules,
  insertPlaces,
  insertWarehouse,
  insertZone,
  noRules,
  type PlaceRow,
  type WarehouseRow,
  type ZoneRow,
  zones,
} from './store.ts'

export type NewWarehouse = Readonly<{
  id?: string | undefined
  code: string
  name: string
  timeZone: string
  address?: string | null | undefined
  cutOff?: string | undefined
  workingDays?: number[] | undefined
  priority?: number | undefined
}>

const notBoxed = { packOf: null, binId: null, ...noRules }
const everyDay = [1, 2, 3, 4, 5, 6, 7]

/** A warehouse comes with a dock, a quarantine place and a first storage bin. Refuses a time zone that does not exist. */
export async function addWarehouse(tx: Tx, given: NewWarehouse): Promise<WarehouseRow> {
  if (!isTimeZone(given.timeZone)) {
    throw new Refusal('invalid_input', {
      problems: [{ at: 'timeZone', message: 'must be a time zone such as America/Chicago' }],
    })
  }
  const { code, name, timeZone } = given
  const warehouse = {
    id: given.id ?? newId(),
    code,
    name,
    timeZone,
    address: given.address ?? null,
    cutOff: given.cutOff ?? '23:59',
    workingDays: given.workingDays ?? everyDay,
    priority: given.priority ?? 0,
    createdAt: tx.act.at,
  }
  await naming({ kind: 'warehouse', name: code }, insertWarehouse(tx, warehouse))
  const place = (kind: PlaceRow['kind'], placeCode: string): PlaceRow => ({
    id: newId(),
    warehouseId: warehouse.id,
    zoneId: null,
    kind,
    code: placeCode,
    ...notBoxed,
  })
  await insertPlaces(tx, [place('storage', 'MAIN'), place('dock', 'DOCK'), place('quarantine', 'QUARANTINE')])
  audit(tx, { action: 'warehouse.add', subjectKind: 'warehouse', subjectId: warehouse.id, after: warehouse })
  return warehouse
}

type NewZone = Omit<ZoneRow, 'id' | 'hazards' | 'freeFrom'> & Partial<Pick<ZoneRow, 'id' | 'hazards' | 'freeFrom'>>

export async function addZone(tx: Tx, given: NewZone): Promise<ZoneRow> {
  const zone = { hazards: [], freeFrom: [], ...given, id: given.id ?? newId() }
  await naming({ kind: 'zone', name: zone.code }, insertZone(tx, zone))
  audit(tx, { action: 'zone.add', subjectKind: 'zone', subjectId: zone.id, after: zone })
  return zone
}

export type NewPlace = Readonly<{
  id?: string
  warehouseId: string
  zoneId?: string | null
  kind?: 'storage' | 'dock' | 'quarantine'
  code: string
}> &
  Readonly<Partial<BinRules>>

/** Refuses `invalid_input` for each place whose zone is not one of its warehouse. */
export async function addPlaces(tx: Tx, given: readonly NewPlace[]): Promise<PlaceRow[]> {
  const places = given.map(({ id, warehouseId, zoneId, kind, code, ...rules }) => ({
    id: id ?? newId(),
    warehouseId,
    zoneId: zoneId ?? null,
    kind: kind ?? 'storage',
    code,
    ...notBoxed,
    ...rules,
  }))
  await refuseForeignZones(tx, places)
  await naming({ kind: 'place', name: onlyName(places.map(({ code }) => code)) }, insertPlaces(tx, places))
  auditMany(
    tx,
    places.map((place) => ({ action: 'place.add', subjectKind: 'place', subjectId: place.id, after: place })),
  )
  return places
}

async function refuseForeignZones(tx: Tx, places: readonly PlaceRow[]): Promise<void> {
  if (places.every(({ zoneId }) => zoneId === null)) return
  const warehouseOf = new Map((await zones(tx)).map(({ id, warehouseId }) => [id, warehouseId]))
  const problems = places.flatMap(({ zoneId, warehouseId }, index) =>
    zoneId === null || warehouseOf.get(zoneId) === warehouseId
      ? []
      : [{ at: `places[${index}].zoneId`, message: 'must be a zone of the same warehouse' }],
  )
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
}

const virtualKinds = ['transit', 'supplier', 'customer', 'production', 'scrap', 'sample', 'count', 'opening'] as const

/** Where stock comes from and goes to beyond the warehouses: one of each, made with the account. */
export async function addVirtualPlaces(tx: Tx): Promise<void> {
  await insertPlaces(
    tx,
    virtualKinds.map((kind) => ({
      id: newId(),
      warehouseId: null,
      zoneId: null,
      kind,
      code: kind.toUpperCase(),
      ...notBoxed,
    })),
  )
}
