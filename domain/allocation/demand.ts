/**
 * domain/allocation/demand.ts — what the planner is told: stock, and demands with the rules that hold for them.
 */
import type { CalendarDate } from '../calendar-date.ts'
import { type BatchChoice, type PackOrder, type ResolvedRules, type Rotation, ruleName, type Won } from '../rules.ts'
import type { LifeRule, RuleName } from '../shelf-life.ts'

export type Obstacle = Readonly<{ kind: 'held'; hold: string; reason: string } | { kind: 'place'; placeKind: string }>

/** One batch at one place. */
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
  closedPackOf?: number // base units; lies in packs of so many that are not opened; loose where not told
}>

/** The latest expiry of what a customer has received of the product, and when. */
export type LastReceived = Readonly<{ expiresOn: CalendarDate; deliveredOn: CalendarDate }>
export type BatchList = Readonly<{ batchIds: readonly string[]; by: RuleName }>

/** Which stock is fit for a demand, its own obstacles and days apart. */
export type Fitness = Readonly<{
  rules: readonly LifeRule[] // all must hold on the day of delivery
  notOlder?: LastReceived & Readonly<{ by: RuleName }>
  approved?: readonly BatchList[] // a batch must be in each
  barred?: readonly BatchList[] // and in none of these
}>

export type Demand = Fitness &
  Readonly<{
    quantity: number
    rotation: Rotation
    deliverOn: CalendarDate | null // the day the customer has it; the first that can be where none is named
    arrivals?: ReadonlyMap<string, CalendarDate> // by warehouse: the first day the customer can have what lies there; today where not told
    warehouseId: string | null // only from there
    shortage: 'part' | 'whole' // whether a part is better than nothing
    history?: true // judged on its own day alone, though that is past
    takesExpired?: true // it goes to nobody, and somebody chose what goes
    dateless?: true // of goods that carry no date: where they have none, no life is asked of them
    waits?: true // its turn has not come: what would fit is first offered to those before it

    // What follows may be left out: then no rule speaks of it.
    channel?: string | null // whose pools it may take from
    orderId?: string // whose lines may have to share a batch
    boundTo?: string // the batch that the line or its order has some of already; only this one
    chosen?: readonly string[] // batch ids in the order a person chose, for manual rotation
    forced?: readonly string[] // batch ids that somebody let it have against its rules; the planner takes none for that
    batches?: Readonly<{ choice: BatchChoice; by: RuleName }>
    packs?: Readonly<{ of: number; by: RuleName }> // only whole packs of so many base units
    packOrder?: PackOrder // packs first where not told
    inWarehouse?: ReadonlyMap<string, Fitness> // by id, for what lies in a warehouse that has rules of its own
  }>

/** Facts about a line that its rules need. */
export type LineFacts = Readonly<{
  lastReceived: LastReceived | null // by this customer; null where it never got any, or none with a date
  chosen: readonly string[] // by a person, for manual rotation
  boundTo: string | null // batch that the line, or for one batch an order the order, has some of
}>

/** The demand as the rules have it: a rule's rotation takes the place of the demand's, its life comes on top of what that asks. */
export function underRules(demand: Demand, resolved: ResolvedRules, facts: LineFacts): Demand {
  const { rotation, life, batches, neverOlder, packOf, packOrder, approved, barred } = resolved
  const single = batches?.value === 'one_per_line' || batches?.value === 'one_per_order'
  return {
    ...demand,
    rotation: rotation?.value ?? demand.rotation,
    rules: life ? [...demand.rules, { ...life.value, by: ruleName(life.rule) }] : demand.rules,
    ...(rotation?.value === 'manual' ? { chosen: facts.chosen } : {}),
    ...(batches ? { batches: { choice: batches.value, by: ruleName(batches.rule) } } : {}),
    ...(single && facts.boundTo !== null ? { boundTo: facts.boundTo } : {}),
    ...(packOf ? { packs: { of: packOf.value, by: ruleName(packOf.rule) } } : {}),
    ...(packOrder ? { packOrder: packOrder.value } : {}),
    ...(neverOlder?.value && facts.lastReceived
      ? { notOlder: { ...facts.lastReceived, by: ruleName(neverOlder.rule) } }
      : {}),
    ...(approved.length > 0 ? { approved: approved.map(listOf) } : {}),
    ...(barred.length > 0 ? { barred: barred.map(listOf) } : {}),
  }
}

const listOf = ({ value, rule }: Won<'approved' | 'barred'>): BatchList => ({ batchIds: value, by: ruleName(rule) })
