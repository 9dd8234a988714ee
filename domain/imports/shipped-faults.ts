/**
 * domain/imports/shipped-faults.ts — what went wrong with past shipments, as far as a sheet tells: what was expired, too short of life or out of turn when
 * it left, and what a recall could not find.
 */
import { addDays, type CalendarDate, earlierOf, laterOf } from '../calendar-date.ts'
import { groupBy } from '../group-by.ts'
import { isExpired, type LifeRule, lifeDaysRequired } from '../shelf-life.ts'
import { isSpoiled } from './gaps.ts'
import { mostInRange } from './most-in-range.ts'

/** Each with what it means, in the order in which it weighs. */
export const faultMeanings = {
  shipped_expired: [
    'Expired when shipped',
    'The last day of the batch was over when these units left. Customers may have used them.',
  ],
  shipped_short: [
    'Too little life left',
    'Less was left on the day they left than the customer, the product or a rule asks: a marketplace or retailer refuses or destroys such goods.',
  ],
  shipped_out_of_turn: [
    'A batch that expires earlier stayed behind',
    'Goods that expire earlier, and were good enough for this customer, left on a later day or still lie here. Unless they came in between, the wrong batch was taken, and they grew older.',
  ],
  shipped_without_batch: [
    'No batch written',
    'If a batch is recalled, nobody can tell who got it: everybody who was sent the product has to be told.',
  ],
  shipped_code_spoiled: [
    'Batch spoiled by a spreadsheet',
    'The code reads as a day or as a number with an exponent: a recall that looks for what is printed on the goods misses it.',
  ],
  shipped_more: [
    'More shipped than came in',
    'The sheet says how many units of the batch came in, and more of it left. Some of these customers have another batch.',
  ],
  shipped_dates_differ: [
    'One batch, two dates',
    'A batch has one last day. One of the rows is wrong; the earlier one was taken here.',
  ],
  shipped_without_date: [
    'No date known',
    'Neither the sheet nor the stock says until when the goods were good, so nobody can tell whether they were.',
  ],
  row_unreadable: [
    'Rows that cannot be read',
    'A day, a quantity or the product is missing or unclear. Mend them above; until then nothing of them is judged.',
  ],
} as const
export type Fault = keyof typeof faultMeanings
export const faults = Object.keys(faultMeanings) as Fault[]

export type Shipped = Readonly<{
  on: CalendarDate
  quantity: number // base units
  batch: string | undefined
  expiresOn: CalendarDate | undefined
  producedOn: CalendarDate | undefined
  cameIn: number | undefined // base units, of the whole batch
  rules: readonly LifeRule[] // all of them
  /** Of the product. */
  needs: Readonly<{ batch: boolean; date: boolean; turn: boolean }>
}>
/** A batch that is known here; `lies` where some of it is in stock. */
export type KnownBatch = Readonly<{
  code: string
  producedOn: CalendarDate | null
  expiresOn: CalendarDate | null
  lies: boolean
}>

/** In their order. All are of one product, and all of that product's are among them. */
export function faultsIn(rows: readonly Shipped[], known: readonly KnownBatch[]): Fault[][] {
  const lastDays = lastDaysOf(rows, known)
  const judged = rows.map((row): Judged => {
    const last = row.batch === undefined ? row.expiresOn : lastDays.get(row.batch)
    const life = { producedOn: row.producedOn ?? null, expiresOn: last ?? null }
    return { row, last, daysMin: Math.max(0, ...row.rules.map((rule) => lifeDaysRequired(rule, life) ?? 0)) }
  })
  const outOfTurn = thoseOutOfTurn(judged, goodsIn(judged, known, lastDays))
  const byBatch = groupBy(
    rows.filter(({ batch }) => batch !== undefined),
    ({ batch }) => batch,
  )
  const more = new Set([...byBatch.values()].filter(isMore).flat())
  const differ = new Set([...byBatch.values()].filter(datesDiffer).flat())
  return judged.map((one): Fault[] => {
    const { row } = one
    const together: Partial<Record<Fault, boolean>> = {
      shipped_out_of_turn: outOfTurn.has(one),
      shipped_more: more.has(row),
      shipped_dates_differ: differ.has(row),
    }
    const own = ownFaults(one)
    return faults.filter((fault) => own[fault] ?? together[fault] ?? false)
  })
}

type Judged = Readonly<{ row: Shipped; last: CalendarDate | undefined; daysMin: number }>

function ownFaults({ row: { on, batch, needs }, last, daysMin }: Judged): Partial<Record<Fault, boolean>> {
  const expired = last !== undefined && isExpired(last, on)
  return {
    shipped_expired: expired,
    shipped_short: last !== undefined && !expired && last < addDays(on, daysMin),
    shipped_without_batch: batch === undefined && needs.batch,
    shipped_code_spoiled: batch !== undefined && isSpoiled(batch),
    shipped_without_date: last === undefined && needs.date,
  }
}

/** The earliest that the sheet says of a batch; else what is known here. */
function lastDaysOf(rows: readonly Shipped[], known: readonly KnownBatch[]): Map<string, CalendarDate> {
  const days = new Map<string, CalendarDate>()
  for (const { batch, expiresOn } of rows)
    if (batch !== undefined && expiresOn !== undefined)
      days.set(batch, earlierOf(days.get(batch) ?? expiresOn, expiresOn))
  for (const { code, expiresOn } of known) if (expiresOn !== null && !days.has(code)) days.set(code, expiresOn)
  return days
}

/** `latest`: the last day on which some of it left; of what still lies here, after all others. `producedOn` is empty where nobody knows it. */
type Goods = Readonly<{ last: CalendarDate; latest: CalendarDate; producedOn: string }>

function goodsIn(
  judged: readonly Judged[],
  known: readonly KnownBatch[],
  lastDays: ReadonlyMap<string, CalendarDate>,
): Goods[] {
  const produced = new Map(known.map(({ code, producedOn }) => [code, producedOn ?? '']))
  const left = groupBy(judged, ({ row, last }) => row.batch ?? JSON.stringify([last]))
  const shipped = [...left.values()].flatMap((group): Goods[] => {
    const [first] = group
    if (first?.last === undefined) return []
    const own = group.flatMap(({ row }) => row.producedOn ?? []).reduce(earlierOf, '9999-12-31')
    return [
      {
        last: first.last,
        latest: group.map(({ row }) => row.on).reduce(laterOf),
        producedOn: produced.get(first.row.batch ?? '') || (own === '9999-12-31' ? '' : own),
      },
    ]
  })
  const lying = known.flatMap(({ code, lies, producedOn }): Goods[] => {
    const last = lastDays.get(code)
    return lies && last !== undefined ? [{ last, latest: '9999-12-31', producedOn: producedOn ?? '' }] : []
  })
  return [...shipped, ...lying]
}

/** Day by day: what was produced by then joins those that could have been taken. */
function thoseOutOfTurn(judged: readonly Judged[], goods: readonly Goods[]): Set<Judged> {
  const lasts = [...new Set(goods.map(({ last }) => last))].sort()
  const placeOf = (day: CalendarDate) => lowerBound(lasts, day)
  const tree = mostInRange(lasts.length)
  const waiting = goods.toSorted((a, b) => (a.producedOn < b.producedOn ? 1 : -1))
  const found = new Set<Judged>()
  for (const one of judged.toSorted((a, b) => (a.row.on < b.row.on ? -1 : 1))) {
    const { row, last, daysMin } = one
    for (let next = waiting.at(-1); next && next.producedOn <= row.on; next = waiting.at(-1)) {
      tree.raise(placeOf(next.last), next.latest)
      waiting.pop()
    }
    if (last === undefined || !row.needs.turn) continue
    if (tree.most(placeOf(addDays(row.on, daysMin)), placeOf(last)) > row.on) found.add(one)
  }
  return found
}

/** The first place of those that are not before the day. */
function lowerBound(sorted: readonly CalendarDate[], day: CalendarDate): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < day) low = middle + 1
    else high = middle
  }
  return low
}

function isMore(rows: readonly Shipped[]): boolean {
  const cameIn = rows.reduce((most, row) => Math.max(most, row.cameIn ?? most), -1)
  return cameIn >= 0 && rows.reduce((sum, { quantity }) => sum + quantity, 0) > cameIn
}

const datesDiffer = (rows: readonly Shipped[]): boolean =>
  new Set(rows.flatMap(({ expiresOn }) => expiresOn ?? [])).size > 1
