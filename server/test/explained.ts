/**
 * server/test/explained.ts — decisions held against the planner: the stock that a decision tells must lead the planner to
 * the same picks, the same shortfall and the same reasons.
 */
import { type AvailableStock, type Demand, type PassedOver, planAllocation } from '#domain/allocation/planner.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { World } from './world.ts'

type Row = Pick<AvailableStock, 'batchId' | 'batchCode' | 'placeId' | 'warehouseId' | 'expiresOn'> & {
  productId: string
  sku: string
}
export type Told = Pick<Demand, 'rotation' | 'shortage' | 'warehouseId'> & {
  id: string
  productId: string
  lifeDaysMin: number | null
  judgedOn: CalendarDate
  asked: number
  shortfall: number
  picks: { batchId: string; placeId: string; quantity: number }[]
  passedOver: PassedOver[]
  rules: { ruleId: string; setting: string }[]
}
/** What was true the whole time, for goods that all came on one day, to warehouses of one time zone. */
export type Known = Readonly<{
  rows: readonly Row[] // every balance there is
  endless: string // SKU of which every balance had some the whole time: all of it was considered
  holds: ReadonlyMap<string, string> // number → id of the batch
  rules: ReadonlyMap<string, number> // id → days of life it asks
}>

export const rowsOf = (world: World): Promise<Row[]> => world.owner<Row[]>`
  select b.id as batch_id, b.code as batch_code, b.expires_on, b.product_id, g.sku, p.id as place_id, p.warehouse_id
  from (select distinct batch_id, to_place_id from stock.move) m
  join batches.batch b on b.id = m.batch_id join catalog.product g on g.id = b.product_id
  join places.place p on p.id = m.to_place_id and p.kind = 'storage'`

export const toldOf = (world: World): Promise<Told[]> => world.owner<Told[]>`
  select d.id, t.product_id, t.warehouse_id, t.shortage, t.life_days_min, d.judged_on, d.rotation, d.asked, d.shortfall, d.picks,
    d.passed_over, d.rules
  from allocation.decision d join stock.demand t on t.id = d.demand_id order by d.id`

/** What is wrong with a decision; null where the planner would have said the same. */
export function unexplained(told: Told, known: Known): string | null {
  const wrongHold = told.passedOver.find(
    ({ batchId, reason }) => reason.kind === 'held' && known.holds.get(reason.hold) !== batchId,
  )
  if (wrongHold) return `${told.id}: no such hold of ${wrongHold.batchCode}`
  const plan = planAllocation(demandOf(told, known), stockOf(told, known))
  const again = sayAll(plan)
  return again === sayAll(told) ? null : `${told.id}: told ${sayAll(told)}, planned anew ${again}`
}

function demandOf({ asked, lifeDaysMin, rules, passedOver, ...told }: Told, known: Known): Demand {
  const own = lifeDaysMin === null ? [] : [{ kind: 'days' as const, daysMin: lifeDaysMin }]
  const byRules = rules
    .filter(({ setting }) => setting === 'life')
    .map(({ ruleId }) => ({
      kind: 'days' as const,
      daysMin: known.rules.get(ruleId) ?? 0,
      by: { ruleId, name: 'Race' },
    }))
  const waits = passedOver.some(({ reason }) => reason.kind === 'turn') ? { waits: true as const } : {}
  const { rotation, shortage, warehouseId } = told
  return { quantity: asked, rotation, shortage, warehouseId, deliverOn: null, rules: [...own, ...byRules], ...waits }
}

const enough = 1_000_000

/** As much of each balance as the decision tells; of what never ran out, all there was. */
function stockOf({ productId, judgedOn, picks, passedOver }: Told, { rows, endless }: Known): AvailableStock[] {
  const key = ({ batchId, placeId }: { batchId: string; placeId: string }) => `${batchId} ${placeId}`
  const taken = new Map(picks.map((one) => [key(one), one.quantity]))
  const left = new Map(passedOver.map((one) => [key(one), one]))
  return rows
    .filter((row) => row.productId === productId)
    .map((row) => {
      const over = left.get(key(row))
      const obstacles = over?.reason.kind === 'held' ? [over.reason] : []
      const free = row.sku === endless ? enough : (taken.get(key(row)) ?? 0)
      const available = over?.quantity ?? free
      return { ...row, available, today: judgedOn, receivedOn: judgedOn, producedOn: null, obstacles }
    })
}

const sayAll = ({ picks, shortfall, passedOver }: Pick<Told, 'picks' | 'shortfall' | 'passedOver'>): string =>
  JSON.stringify([
    shortfall,
    picks.map(({ batchId, placeId, quantity }) => [batchId, placeId, quantity]),
    passedOver.map(({ batchId, placeId, quantity, reason }) => [batchId, placeId, quantity, inOrder(reason)]),
  ])

/** Its entries by name, so that two with the same ones say the same. */
const inOrder = (value: object): unknown =>
  Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, of]) => [name, of instanceof Object ? inOrder(of) : of])
