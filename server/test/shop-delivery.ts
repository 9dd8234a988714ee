/**
 * server/test/shop-delivery.ts — what those who see to delivery do in the simulation, and its law: nothing is promised that
 * would reach its customer with less life than it must have. Days are counted here once more, one after the other.
 */
import { addDays, daysBetween } from '../../domain/calendar-date.ts'
import { type Asker, ask, type State, type Step } from './shop-state.ts'
import type { Json, World } from './world.ts'

export const countries = ['US', 'CA', undefined]
export const carriers = ['GROUND', 'WEEK', undefined]
const buildings = ['CHI', 'DAL']
const weeks = [
  [1, 2, 3, 4, 5],
  [1, 3, 6],
  [1, 2, 3, 4, 5, 6, 7],
]

export async function openDelivery(world: World): Promise<void> {
  await world.post('/v1/delivery-services', { code: 'GROUND', name: 'Ground', workingDays: weeks[0], standard: true })
  await world.post('/v1/delivery-services', { code: 'WEEK', name: 'Every day', workingDays: weeks[2] })
}

const idOf = async ({ caller }: Pick<Asker, 'caller'>, url: string, code: string): Promise<string> =>
  (await caller.get(url)).items.find((one: Json) => one.code === code).id

export const deliverySteps: Readonly<Record<string, Step>> = {
  async transit({ caller, roll, state }) {
    const [country, service, warehouse] = [roll.of(countries), roll.of(carriers), roll.of([...buildings, undefined])]
    const transitDays = roll.chance(20) ? null : roll.below(9)
    await ask({ state, caller }, 'PUT', '/v1/transit-times', { rows: [{ country, service, warehouse, transitDays }] })
  },
  async warehouseDays({ caller, roll, state }) {
    const id = await idOf({ caller }, '/v1/warehouses', roll.of(buildings))
    const cutOff = roll.of(['00:00', '08:59', '09:00', '17:30', '23:59'])
    await ask({ state, caller }, 'PATCH', `/v1/warehouses/${id}`, { cutOff, workingDays: roll.of(weeks) })
  },
  async serviceDays({ caller, roll, state }) {
    const id = await idOf({ caller }, '/v1/delivery-services', roll.of(['GROUND', 'WEEK']))
    await ask({ state, caller }, 'PATCH', `/v1/delivery-services/${id}`, { workingDays: roll.of(weeks) })
  },
  async holiday({ caller, roll, state }) {
    const on = addDays('2025-11-23', roll.below(25))
    const whose = roll.of<Json>([{}, { warehouse: roll.of(buildings) }, { service: roll.of(['GROUND', 'WEEK']) }])
    const holidays = [{ on, name: roll.chance(30) ? null : 'Feast', ...whose }]
    await ask({ state, caller }, 'PUT', '/v1/holidays', { holidays })
  },
}

/** From now on everything is judged as if it arrived at once. */
export const forgetWays = (world: World) => world.call('PUT', '/v1/transit-times', { rows: [], replace: true })

type Tables = Readonly<Record<'rows' | 'services' | 'holidays' | 'warehouses', Json[]>>

async function tablesNow(world: World): Promise<Tables> {
  const [rows, services, holidays, warehouses] = await Promise.all(
    ['transit-times?limit=500', 'delivery-services', 'holidays', 'warehouses'].map(
      async (url): Promise<Json[]> => (await world.get(`/v1/${url}`)).items,
    ),
  )
  return { rows: rows ?? [], services: services ?? [], holidays: holidays ?? [], warehouses: warehouses ?? [] }
}

/** `2025-11-23 09:00`, as the clock on the wall shows it. */
const onTheWall = (timeZone: string, at: string): string =>
  new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(at))

type Way = Readonly<{ warehouseId: string; market: string | null; serviceId: string | null }>

/** The day on which the customer has what leaves next; today where no row says how long it takes. */
function arrivesOn({ warehouseId, market, serviceId }: Way, tables: Tables, at: string): string {
  const warehouse = tables.warehouses.find(({ id }) => id === warehouseId)
  const service = tables.services.find(({ id, standard }) => (serviceId === null ? standard : id === serviceId))
  const [today = '', time = ''] = onTheWall(warehouse.timeZone, at).split(' ')
  const open = (value: string | null, own: string | null) => value === null || value === own
  const weight = (row: Json) => (row.country ? 4 : 0) + (row.serviceId ? 2 : 0) + (row.warehouseId ? 1 : 0)
  const [way] = tables.rows
    .filter((row) => open(row.country, market) && open(row.serviceId, service.id) && open(row.warehouseId, warehouseId))
    .sort((a, b) => weight(b) - weight(a))
  if (!way) return today
  const rests = (of: 'warehouseId' | 'serviceId', id: string, day: string) =>
    tables.holidays.some(
      (one) => one.on === day && (one[of] === id || (one.warehouseId === null && one.serviceId === null)),
    )
  const weekday = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay() || 7
  const ships = (day: string) => warehouse.workingDays.includes(weekday(day)) && !rests('warehouseId', warehouseId, day)
  const carries = (day: string) => service.workingDays.includes(weekday(day)) && !rests('serviceId', service.id, day)
  const first = (from: string, works: (day: string) => boolean): string =>
    works(from) ? from : first(addDays(from, 1), works)
  const leaves = first(time <= warehouse.cutOff ? today : addDays(today, 1), ships)
  if (way.transitDays === 0) return first(leaves, carries)
  return Array.from({ length: way.transitDays }).reduce<string>((day) => first(addDays(day, 1), carries), leaves)
}

/** Promises that break the law, but what somebody forced: of batches that the customer would have with too few days left. */
export async function tooLate(world: World, rules: State['rules']): Promise<Json[]> {
  const tables = await tablesNow(world)
  const all: Json[] = (await world.get('/v1/rules?limit=500')).items
  const lives = all.filter(({ id, lifeDaysMin }) => rules.has(id) && lifeDaysMin !== null)
  const newest = lives.sort((a, b) => (a.id < b.id ? 1 : -1))[0]?.lifeDaysMin ?? 0
  const promised = await world.owner<Json[]>`
    select r.demand_id, b.code, b.expires_on, l.warehouse_id, d.market, d.service_id, coalesce(d.life_days_min, 0) as asked
    from stock.reservation r join stock.demand d on d.id = r.demand_id and d.kind = 'order' join batches.batch b on b.id = r.batch_id
    join places.place l on l.id = r.place_id
    where b.expires_on is not null and not exists (
      select from allocation.exception e where e.demand_id = r.demand_id and e.batch_id = r.batch_id)`
  return promised.flatMap((one) => {
    const arrives = arrivesOn(one, tables, world.clock.now())
    const needed = Math.max(one.asked, newest)
    return daysBetween(arrives, one.expiresOn) < needed ? [{ law: 'too late', arrives, needed, ...one }] : []
  })
}
