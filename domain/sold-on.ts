/**
 * domain/sold-on.ts — a customer who sells on says how many, and never of which batch. How many are of it all the same has a least and a most.
 *
 * What went to the customer and what came back with its label on are known by batch and day; what is reported is of any batch. By a day no more of a batch can have
 * left unseen than was there then, and than is missing later: what came back was not sold before. So many at most of the others is so many at least of it.
 *
 * Exact, unless something was brought back to the customer, or came back to us unread and can be of some batches only; then the truth lies
 * within, and the bounds may be wider than they had to be.
 */
import type { CalendarDate } from './calendar-date.ts'
import type { Bounds } from './unlabelled.ts'

export const reportKinds = ['sold', 'came_back', 'lost'] as const
/** `came_back`: to the customer, from those it sold to. `lost`: lost or destroyed with the customer. */
export type ReportKind = (typeof reportKinds)[number]
type Units = Readonly<{ on: CalendarDate; quantity: number }>
export type Reported = Units & Readonly<{ kind: ReportKind }>
export type Carried = Units & Readonly<{ batch: string }>
/** Came back to us, and nobody can read of which of these batches it is. */
export type Unread = Units & Readonly<{ batches: readonly string[] }>

/** Of one product, in base units; each on the day on which we sent it, took it in, or it is said to have left. */
export type WithCustomer = Readonly<{
  sent: readonly Carried[]
  returned: readonly Carried[]
  unread: readonly Unread[]
  reports: readonly Reported[]
}>

/** By a day more is reported than can be: of what was `sent` by then, `back` came back, by then or later. */
export type Beyond = Readonly<{ on: CalendarDate; reported: number; sent: number; back: number; most: number }>
export type SoldOn = Readonly<{
  sent: number
  returned: number // with its label on
  sold: Bounds // less what was brought back to the customer
  lost: Bounds
  there: Bounds
}>
export type Reckoned = Readonly<{
  /** The first day that cannot be, of what left the customer, and of what was brought back to it. */
  beyond: Beyond | null
  broughtBack: Beyond | null
  /** So many units at least are reported that cannot be. */
  gap: number
  /** Of all of these batches together. Where the reports cannot be, they say nothing: from nothing to all. */
  of(meant: ReadonlySet<string>): SoldOn
}>

export function reckonSoldOn(known: WithCustomer): Reckoned {
  const [left, brought] = [leavingByDay(known), broughtBackByDay(known)]
  const worst = Math.max(0, ...[...left, ...brought].map(({ reported, most }) => reported - most))
  const world = worldOf(anyBroughtBack(known) ? asOfOneDay(known) : known)
  return {
    beyond: left.find(isBeyond) ?? null,
    broughtBack: brought.find(isBeyond) ?? null,
    gap: worst,
    of: (meant) => (worst > 0 ? null : boundsOf(world, meant)) ?? unknown(known, meant),
  }
}

const isBeyond = ({ reported, most }: Beyond) => reported > most
const sum = (rows: readonly { quantity: number }[]) => rows.reduce((all, { quantity }) => all + quantity, 0)
const ofKind = (reports: readonly Reported[], ...kinds: ReportKind[]) =>
  reports.filter(({ kind }) => kinds.includes(kind))
const anyBroughtBack = ({ reports }: WithCustomer) => reports.some(({ kind }) => kind === 'came_back')

const daysOf = ({ sent, returned, unread, reports }: WithCustomer): CalendarDate[] =>
  [...new Set([sent, returned, unread, reports].flatMap((rows) => rows.map(({ on }) => on)))].toSorted()

/** What was brought back was sold before, and nobody knows when and of what: it is taken off what was sold in all. */
function asOfOneDay(known: WithCustomer): WithCustomer {
  const on = daysOf(known).at(-1) ?? ''
  const moved = <Row extends Units>(rows: readonly Row[]) => rows.map((row) => ({ ...row, on }))
  const { sent, returned, unread, reports } = known
  return { sent: moved(sent), returned: moved(returned), unread: moved(unread), reports: moved(reports) }
}

/** Day by day, the units of each. */
function daily(days: readonly CalendarDate[], rows: readonly Units[]): number[] {
  const on = new Map<CalendarDate, number>()
  for (const { on: day, quantity } of rows) on.set(day, (on.get(day) ?? 0) + quantity)
  return days.map((day) => on.get(day) ?? 0)
}

function running(quantities: readonly number[]): number[] {
  let total = 0
  return quantities.map((quantity) => {
    total += quantity
    return total
  })
}

function least(quantities: readonly number[]): number[] {
  let lowest = Number.MAX_SAFE_INTEGER
  const fromTheEnd = quantities.toReversed().map((quantity) => {
    lowest = Math.min(lowest, quantity)
    return lowest
  })
  return fromTheEnd.toReversed()
}

const less = (these: readonly number[], those: readonly number[]) => these.map((one, at) => one - (those[at] ?? 0))
const together = (rows: readonly (readonly number[])[], days: readonly unknown[]) =>
  days.map((_, at) => rows.reduce((all, row) => all + (row[at] ?? 0), 0))

/** Of a batch by each day, what can have left unseen, for it need not be there later. */
function roomOf({ sent, returned }: WithCustomer, days: readonly CalendarDate[], batch: string): number[] {
  const own = (rows: readonly Carried[]) =>
    running(
      daily(
        days,
        rows.filter((row) => row.batch === batch),
      ),
    )
  return less(own(sent), own(returned))
}
const noneBelowZero = (quantities: readonly number[]) => quantities.map((quantity) => Math.max(0, quantity))

/** What may have been brought back to the customer may have been there again: then a later day says nothing of an earlier one. */
function leavingByDay(known: WithCustomer): Beyond[] {
  const { sent, unread, reports } = known
  const days = daysOf(known)
  const total = (rows: readonly Units[]) => running(daily(days, rows))
  const [went, hidden] = [total(sent), total(unread)]
  const reported = less(total(ofKind(reports, 'sold', 'lost')), total(ofKind(reports, 'came_back')))
  const rooms = [...new Set(sent.map(({ batch }) => batch))].map((batch) => roomOf(known, days, batch))
  const seen = anyBroughtBack(known) ? rooms : rooms.map(least)
  const most = less(together(seen.map(noneBelowZero), days), hidden)
  return days.map((on, at) => {
    const [wentThen, mostThen] = [went[at] ?? 0, most[at] ?? 0]
    return { on, reported: reported[at] ?? 0, sent: wentThen, back: wentThen - mostThen, most: mostThen }
  })
}

function broughtBackByDay(known: WithCustomer): Beyond[] {
  const days = daysOf(known)
  const total = (kind: ReportKind) => running(daily(days, ofKind(known.reports, kind)))
  const [sold, brought] = [total('sold'), total('came_back')]
  return days.map((on, at) => ({ on, reported: brought[at] ?? 0, sent: 0, back: 0, most: sold[at] ?? 0 }))
}

/** What left unseen on a day, of which batch ever. */
type Day = Readonly<{ sold: number; lost: number; unread: number }>
const all = ({ sold, lost, unread }: Day) => sold + lost + unread

type World = Readonly<{
  known: WithCustomer
  days: readonly CalendarDate[]
  sold: readonly number[]
  lost: readonly number[]
  rooms: ReadonlyMap<string, readonly number[]>
}>

function worldOf(known: WithCustomer): World {
  const days = daysOf(known)
  const by = (kind: ReportKind) => daily(days, ofKind(known.reports, kind))
  const batches = [...new Set(known.sent.map(({ batch }) => batch))]
  return {
    known,
    days,
    sold: less(by('sold'), by('came_back')),
    lost: by('lost'),
    rooms: new Map(batches.map((batch) => [batch, noneBelowZero(least(roomOf(known, days, batch)))])),
  }
}

/** Null where units without a label leave no room for what is reported. */
function boundsOf({ known, days, sold, lost, rooms }: World, meant: ReadonlySet<string>): SoldOn | null {
  const certainly = (inside: boolean) =>
    known.unread.filter(({ batches }) => batches.every((id) => meant.has(id) === inside))
  const [ours, others] = [certainly(true), certainly(false)]
  const open = daily(
    days,
    known.unread.filter((one) => !ours.includes(one) && !others.includes(one)),
  )
  const left = days.map((_, at) => ({ sold: sold[at] ?? 0, lost: lost[at] ?? 0, unread: open[at] ?? 0 }))
  const roomFor = (inside: boolean, unread: readonly Unread[]) => {
    const own = [...rooms].flatMap(([batch, room]) => (meant.has(batch) === inside ? [room] : []))
    return least(less(together(own, days), running(daily(days, unread))))
  }
  const room = { own: roomFor(true, ours), others: roomFor(false, others) }
  const bounds = (wanted: (day: Day) => number) => boundsIn(left, room, wanted)
  const [ofSold, ofLost, ofAll] = [bounds((day) => day.sold), bounds((day) => day.lost), bounds(all)]
  if (!ofSold || !ofLost || !ofAll) return null
  const { sent, returned, kept } = carried(known, meant)
  const here = kept - sum(ours)
  return { sent, returned, sold: ofSold, lost: ofLost, there: { least: here - ofAll.most, most: here - ofAll.least } }
}

type Room = Readonly<{ own: readonly number[]; others: readonly number[] }>

function boundsIn(left: readonly Day[], { own, others }: Room, wanted: (day: Day) => number): Bounds | null {
  const units = left.reduce((total, day) => total + wanted(day), 0)
  const most = mostOf(left, { own, others }, wanted)
  const mostOfOthers = mostOf(left, { own: others, others: own }, wanted)
  return most === null || mostOfOthers === null ? null : { least: units - mostOfOthers, most }
}

/**
 * Day by day as many of those wanted as there is room for, and of the rest only what the others have no room for: what is placed early takes no more room than
 * it would later. Null where there is not room for all.
 */
function mostOf(left: readonly Day[], { own, others }: Room, wanted: (day: Day) => number): number | null {
  let [placed, units, total] = [0, 0, 0]
  for (const [at, day] of left.entries()) {
    total += all(day)
    const needed = Math.max(0, total - (others[at] ?? 0) - placed)
    const possible = Math.min(all(day), (own[at] ?? 0) - placed)
    if (needed > possible) return null
    const part = Math.max(needed, Math.min(wanted(day), possible))
    placed += part
    units += Math.min(part, wanted(day))
  }
  return units
}

function carried({ sent, returned }: WithCustomer, meant: ReadonlySet<string>) {
  const own = (rows: readonly Carried[]) => sum(rows.filter(({ batch }) => meant.has(batch)))
  const [went, back] = [own(sent), own(returned)]
  return { sent: went, returned: back, kept: Math.max(0, went - back) }
}

function unknown(known: WithCustomer, meant: ReadonlySet<string>): SoldOn {
  const { sent, returned, kept } = carried(known, meant)
  const upTo = (units: number) => ({ least: 0, most: Math.min(kept, units) })
  const reported = (kind: ReportKind) => upTo(sum(ofKind(known.reports, kind)))
  return { sent, returned, sold: reported('sold'), lost: reported('lost'), there: upTo(kept) }
}
