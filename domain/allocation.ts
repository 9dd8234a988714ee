/**
 * domain/allocation.ts — chooses the batches that serve demands.
 *
 * Pure: the stock and the days come in, plans go out. Reserving what a plan picks is the caller's work, in the
 * transaction that read the stock.
 */
import { type CalendarDate, laterOf } from './calendar-date.ts'
import { type LifeRule, type LifeVerdict, lifeVerdict } from './shelf-life.ts'

export type Obstacle = Readonly<{ kind: 'held'; hold: string; reason: string } | { kind: 'place'; placeKind: string }>

export type AvailableStock = Readonly<{
  batchId: string
  batchCode: string
  placeId: string
  warehouseId: string
  available: number // base units, whole
  today: CalendarDate // in the zone of the warehouse where it lies
  receivedOn: CalendarDate
  producedOn: CalendarDate | null
  expiresOn: CalendarDate | null
  obstacles: readonly Obstacle[]
}>

export type Rotation = 'fefo' | 'fifo' | 'lifo'

export type Demand = Readonly<{
  quantity: number
  rotation: Rotation
  deliverOn: CalendarDate | null // the day the customer has it; today where none is named
  rules: readonly LifeRule[] // all must hold on that day
  warehouseId: string | null // only from there
  shortage: 'part' | 'whole' // whether a part is better than nothing
  history?: true // judged on its own day alone, though that is past
  waits?: true // its turn has not come: what would fit is first offered to those before it
}>

export type Pick = Readonly<{ batchId: string; placeId: string; quantity: number }>
export type WhyNot = Exclude<LifeVerdict, { kind: 'fits' }> | Obstacle | Readonly<{ kind: 'turn' }>
export type PassedOver = Readonly<{
  batchId: string
  batchCode: string
  placeId: string
  quantity: number
  reason: WhyNot
}>
export type Plan = Readonly<{ picks: Pick[]; shortfall: number; passedOver: PassedOver[] }>

/** Law: picks and shortfall add up to the demand, no pick exceeds what is available, and every batch passed over says why. */
export function planAllocation(demand: Demand, stock: readonly AvailableStock[]): Plan {
  const [plan] = planWave([demand], stock)
  return plan ?? { picks: [], shortfall: demand.quantity, passedOver: [] }
}

/**
 * Plans demands of one product in their order, each from what the earlier ones left. A batch is considered in rotation
 * order until the demand is served; those after it were not passed over.
 */
export function planWave(demands: readonly Demand[], stock: readonly AvailableStock[]): Plan[] {
  const left = stock.map(({ available }) => available)
  const queues = new Map<string, Queue>()
  return demands.map((demand) => {
    const key = queueKey(demand)
    const queue = queues.get(key) ?? judge(stock, demand)
    queues.set(key, queue)
    return serve(demand, queue, left)
  })
}

type Considered = Readonly<{ stock: AvailableStock; index: number; whyNot: WhyNot | null }>
/** The stock in rotation order, judged; rows before `start` are used up or judged unfit for good. */
type Queue = { rows: readonly Considered[]; unfit: readonly number[]; fit: readonly number[]; start: number }

const queueKey = ({ rotation, deliverOn, rules, warehouseId, history, waits }: Demand): string =>
  JSON.stringify([rotation, deliverOn, rules, warehouseId, history, waits])

function judge(stock: readonly AvailableStock[], demand: Demand): Queue {
  const rows = stock
    .map((row, index) => ({ stock: row, index, whyNot: whyNot(row, demand) }))
    .filter(
      ({ stock: row }) => row.available > 0 && (demand.warehouseId === null || row.warehouseId === demand.warehouseId),
    )
    .sort((a, b) => rotations[demand.rotation](a.stock, b.stock))
  const where = (fits: boolean) => rows.flatMap((row, at) => ((row.whyNot === null) === fits ? [at] : []))
  return { rows, fit: where(true), unfit: where(false), start: 0 }
}

function whyNot(stock: AvailableStock, { deliverOn, rules, history, waits }: Demand): WhyNot | null {
  const [obstacle] = stock.obstacles
  if (obstacle) return obstacle
  const day = deliverOn === null ? stock.today : history ? deliverOn : laterOf(deliverOn, stock.today)
  // Goods must be good when they leave as well as when they arrive; arriving is the later day.
  const verdict = lifeVerdict(stock, rules, day)
  if (verdict.kind !== 'fits') return verdict
  return waits ? { kind: 'turn' } : null
}

function serve(demand: Demand, queue: Queue, left: number[]): Plan {
  const picks: Pick[] = []
  let shortfall = demand.quantity
  let last = -1
  for (let at = queue.start; at < queue.fit.length && shortfall > 0; at += 1) {
    last = queue.fit[at] ?? -1
    const row = queue.rows[last]
    if (row) shortfall -= take(row, Math.min(shortfall, left[row.index] ?? 0), picks)
  }
  const passedOver = overlooked(queue, shortfall > 0 ? queue.rows.length : last, left)
  if (shortfall > 0 && demand.shortage === 'whole') return { picks: [], shortfall: demand.quantity, passedOver }
  commit(picks, queue, left)
  return { picks, shortfall, passedOver }
}

function take({ stock: { batchId, placeId } }: Considered, quantity: number, picks: Pick[]): number {
  if (quantity > 0) picks.push({ batchId, placeId, quantity })
  return quantity
}

function commit(picks: readonly Pick[], queue: Queue, left: number[]): void {
  let next = 0
  for (let at = queue.start; at < queue.fit.length && next < picks.length; at += 1) {
    const row = queue.rows[queue.fit[at] ?? -1]
    const pick = picks[next]
    if (!row || !pick || row.stock.batchId !== pick.batchId || row.stock.placeId !== pick.placeId) continue
    left[row.index] = (left[row.index] ?? 0) - pick.quantity
    next += 1
  }
  while (queue.start < queue.fit.length && leftAt(queue, left) === 0) queue.start += 1
}

const leftAt = (queue: Queue, left: readonly number[]): number =>
  left[queue.rows[queue.fit[queue.start] ?? -1]?.index ?? -1] ?? 0

/** With what earlier demands of the wave left of it: another's rules may have let it be picked. */
function overlooked(queue: Queue, before: number, left: readonly number[]): PassedOver[] {
  const passed: PassedOver[] = []
  for (const at of queue.unfit) {
    if (at >= before) break
    const row = queue.rows[at]
    const quantity = left[row?.index ?? -1] ?? 0
    if (!row?.whyNot || quantity === 0) continue
    const { batchId, batchCode, placeId } = row.stock
    passed.push({ batchId, batchCode, placeId, quantity, reason: row.whyNot })
  }
  return passed
}

type Order = (a: AvailableStock, b: AvailableStock) => number

const byText = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1)
const byExpiry: Order = (a, b) => {
  if (a.expiresOn === b.expiresOn) return 0
  if (a.expiresOn === null) return 1 // undated last
  if (b.expiresOn === null) return -1
  return byText(a.expiresOn, b.expiresOn)
}
const byReceipt: Order = (a, b) => byText(a.receivedOn, b.receivedOn)
const byName: Order = (a, b) =>
  byText(a.batchCode, b.batchCode) || byText(a.batchId, b.batchId) || byText(a.placeId, b.placeId)

const rotations: Readonly<Record<Rotation, Order>> = {
  fefo: (a, b) => byExpiry(a, b) || byReceipt(a, b) || byName(a, b),
  fifo: (a, b) => byReceipt(a, b) || byExpiry(a, b) || byName(a, b),
  lifo: (a, b) => byReceipt(b, a) || byExpiry(a, b) || byName(a, b),
}

export type Reserved = Readonly<{ batchId: string; placeId: string; quantity: number; expiresOn: CalendarDate | null }>

/** Which reserved stock to free when less is wanted: the latest expiry first, so that what must go soonest still goes. */
export function freeLatest<Row extends Reserved>(reserved: readonly Row[], quantity: number): Row[] {
  const latestFirst = [...reserved].sort(
    (a, b) =>
      -byText(a.expiresOn ?? '9999', b.expiresOn ?? '9999') ||
      -byText(a.batchId, b.batchId) ||
      -byText(a.placeId, b.placeId),
  )
  const freed: Row[] = []
  let wanted = quantity
  for (const row of latestFirst) {
    const part = Math.min(row.quantity, wanted)
    if (part > 0) freed.push({ ...row, quantity: part })
    wanted -= part
  }
  return freed
}

/** One sentence for the person at the bench: "B: 100 on hold (QA-17)". */
export function explainPassedOver({ batchCode, quantity, reason }: Omit<PassedOver, 'batchId' | 'placeId'>): string {
  switch (reason.kind) {
    case 'held':
      return `${batchCode}: ${quantity} on hold (${reason.hold})`
    case 'place':
      return `${batchCode}: ${quantity} at a ${reason.placeKind} place, not for sale`
    case 'expired':
      return `${batchCode}: expired ${reason.daysAgo} ${reason.daysAgo === 1 ? 'day' : 'days'} ago`
    case 'too_short':
      return `${batchCode}: ${reason.left} days left on ${reason.on}, ${reason.required} needed`
    case 'undated':
      return reason.missing === 'produced'
        ? `${batchCode}: its production date is needed for the rule of ${reason.percentMin} % of its life`
        : `${batchCode}: has no date to judge its remaining life by`
    case 'turn':
      return `${batchCode}: ${quantity} first offered to those who waited before`
  }
}
