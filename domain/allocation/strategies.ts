/**
 * domain/allocation/strategies.ts — how much of each balance is taken, by how many batches may serve and in which packs.
 *
 * Rotation goes before fullness: what comes first is taken as far as its packs go, though another mix would serve more. Only
 * where all or nothing is wanted does fullness go first.
 */
import { groupBy } from '../group-by.ts'
import { wholePacks } from '../packs.ts'
import type { BatchChoice, PackOrder } from '../rules.ts'

/** A balance that fits, in rotation order; what may be taken of it, in multiples of `packOf`. Base units. */
export type Open = Readonly<{ batchId: string; quantity: number; packOf: number }>
export type Ask = Readonly<{
  quantity: number
  choice: BatchChoice
  packOrder: PackOrder
  whole?: boolean // a part would be refused
}>

/**
 * What is taken of each balance, in the order of `open`.
 *
 * Laws: no more than is open or asked, and whole packs. One batch: the first that serves all, else the first of those that
 * serve most. Fewest: no smaller set of batches serves as much as all together, and none of that size stands earlier. Whole,
 * from several batches: where any mix serves all, the one that takes most of what comes first. They hold where packs are of
 * one size, or each size divides the next.
 */
export function distribute(open: readonly Open[], ask: Ask): number[] {
  const taken = inRotation(open, ask)
  const mayMix = ask.choice !== 'one_per_line' && ask.choice !== 'one_per_order'
  return ask.whole && mayMix && total(taken) < ask.quantity ? (fillWhole(open, ask) ?? taken) : taken
}

function inRotation(open: readonly Open[], ask: Ask): number[] {
  switch (ask.choice) {
    case 'any':
      return fill(open, ask)
    case 'one_per_line':
    case 'one_per_order':
      return within(open, ask, oneBatch(open, ask))
    case 'fewest':
    case 'oldest_that_fills': {
      const few = within(open, ask, fewestBatches(open, ask))
      const all = fill(open, ask)
      return total(few) < total(all) ? all : few
    }
  }
}

export const total = (taken: readonly number[]): number => taken.reduce((sum, quantity) => sum + quantity, 0)

function within(open: readonly Open[], ask: Ask, batchIds: ReadonlySet<string>): number[] {
  return fill(
    open.map((one) => (batchIds.has(one.batchId) ? one : { ...one, quantity: 0 })),
    ask,
  )
}

/** What each batch could serve alone, in rotation order. */
function alone(open: readonly Open[], ask: Ask): { batchId: string; most: number }[] {
  return [...groupBy(open, ({ batchId }) => batchId)].map(([batchId, rows]) => ({
    batchId,
    most: total(fill(rows, ask)),
  }))
}

function oneBatch(open: readonly Open[], ask: Ask): Set<string> {
  const batches = alone(open, ask)
  const most = Math.max(0, ...batches.map((batch) => batch.most))
  const first = batches.find((batch) => batch.most === most)
  return new Set(first ? [first.batchId] : [])
}

function fewestBatches(open: readonly Open[], ask: Ask): Set<string> {
  const batches = alone(open, ask).map((batch, at) => ({ ...batch, at }))
  const needed = total(fill(open, ask))
  const largestFirst = batches.toSorted((a, b) => b.most - a.most)
  /** Of those behind `at`, together. */
  const largest = (at: number, count: number) => {
    const behind = largestFirst.filter((batch) => batch.at > at)
    return total(behind.slice(0, count).map(({ most }) => most))
  }
  let count = 0
  while (count < batches.length && largest(-1, count) < needed) count += 1
  const chosen = new Set<string>()
  let served = 0
  for (const { batchId, most, at } of batches) {
    // Taken as early as it may: with the largest of those behind it the rest can still be served.
    const rest = count - chosen.size - 1
    if (rest < 0) break
    if (served + most + largest(at, rest) < needed) continue
    chosen.add(batchId)
    served += most
  }
  return chosen
}

type Wanted = Pick<Ask, 'quantity' | 'packOrder'>

/** Balances in their order, those of one batch as its packs have it. */
const fill = (open: readonly Open[], wanted: Wanted): number[] =>
  batchByBatch(open, wanted, (own, _behind, rest) => fillBatch(own, rest, wanted.packOrder))

/** All that is wanted, where some mix serves it; null where none does. */
function fillWhole(open: readonly Open[], { quantity, packOrder }: Wanted): number[] | null {
  const makes = (rows: readonly Open[], sum: number) => total(fillBatch(rows, sum, packOrder)) === sum
  if (!makes(open, quantity)) return null
  const largest = Math.max(...open.map(({ packOf }) => packOf))
  const taken = batchByBatch(open, { quantity, packOrder }, (own, behind, rest) => {
    const most = total(fillBatch(own, rest, packOrder))
    let part = most
    while (part > Math.max(0, most - largest) && !(makes(own, part) && makes(behind, rest - part))) part -= 1
    return fillBatch(own, part, packOrder)
  })
  return total(taken) === quantity ? taken : null
}

/** In rotation order; `take` says how much of the balances of one batch, of `rest` that is still wanted. */
function batchByBatch(
  open: readonly Open[],
  { quantity }: Wanted,
  take: (own: readonly Open[], behind: readonly Open[], rest: number) => number[],
): number[] {
  const taken: number[] = []
  let rest = quantity
  for (let from = 0; from < open.length; from = taken.length) {
    let to = from + 1
    while (open[to]?.batchId === open[from]?.batchId) to += 1
    const part = take(open.slice(from, to), open.slice(to), rest)
    taken.push(...part)
    rest -= total(part)
  }
  return taken
}

type SameSize = Readonly<{ packOf: number; rows: readonly Readonly<{ at: number; quantity: number }>[] }>

function fillBatch(open: readonly Open[], wanted: number, packOrder: PackOrder): number[] {
  const rows = open.map(({ quantity, packOf }, at) => ({ at, packOf, quantity: wholePacks(quantity, packOf) }))
  const largestFirst = [...groupBy(rows, ({ packOf }) => packOf)]
    .map(([packOf, group]): SameSize => ({ packOf, rows: group }))
    .filter((size) => mostOf(size) > 0)
    .sort((a, b) => b.packOf - a.packOf)
  const most = packsFirst(largestFirst, open.length, wanted)
  if (packOrder === 'packs_first') return most
  const loose = looseFirst(largestFirst.toReversed(), open.length, total(most))
  return total(loose) < total(most) ? most : loose
}

function packsFirst(largestFirst: readonly SameSize[], count: number, wanted: number): number[] {
  const taken = Array.from({ length: count }, () => 0)
  let rest = wanted
  for (const size of largestFirst) {
    const part = wholePacks(Math.min(mostOf(size), rest), size.packOf)
    spread(size, part, taken)
    rest -= part
  }
  return taken
}

/** The small take as much as leaves whole packs of the next size. */
function looseFirst(smallestFirst: readonly SameSize[], count: number, wanted: number): number[] {
  const taken = Array.from({ length: count }, () => 0)
  let rest = wanted
  for (const [index, size] of smallestFirst.entries()) {
    const next = smallestFirst[index + 1]?.packOf ?? 1
    let part = wholePacks(Math.min(mostOf(size), rest), size.packOf)
    while (part > 0 && (rest - part) % next > 0) part -= size.packOf
    spread(size, part, taken)
    rest -= part
  }
  return taken
}

const mostOf = ({ rows }: SameSize): number => total(rows.map(({ quantity }) => quantity))

/** Over the balances with packs of one size, in their order; no more than they have. */
function spread({ rows }: SameSize, quantity: number, taken: number[]): void {
  let rest = quantity
  for (const row of rows) {
    taken[row.at] = Math.min(row.quantity, rest)
    rest -= taken[row.at] ?? 0
  }
}
