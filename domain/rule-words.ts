/**
 * domain/rule-words.ts — what a rule says, in the words that people read.
 */
import type { Criterion, RoutingRule } from './routing.ts'
import type { BatchChoice, PackOrder, Rotation, Settings } from './rules.ts'
import type { LifeRule } from './shelf-life.ts'

const rotations: Readonly<Record<Rotation, string>> = {
  fefo: 'first expired, first out',
  fifo: 'first in, first out',
  lifo: 'last in, first out',
  lefo: 'freshest first',
  manual: 'batches are chosen by hand',
}
const choices: Readonly<Record<BatchChoice, string>> = {
  any: 'as many batches as it takes',
  one_per_line: 'one batch per line',
  one_per_order: 'one batch per order',
  fewest: 'as few batches as can be',
  oldest_that_fills: 'the oldest batch that fills the line, else as few as can be',
}
const packOrders: Readonly<Record<PackOrder, string>> = {
  packs_first: 'closed packs before loose units',
  loose_first: 'loose units before closed packs',
}

const criteria: Readonly<Record<Criterion, string>> = {
  priority: 'priority',
  distance: 'distance',
  cost: 'cost of the parcel',
  expires_first: 'what expires first',
  freshest: 'what is freshest',
}

/** "from one warehouse, never split: by distance, then priority". */
function saysRouting({ criteria: named, split }: RoutingRule): string {
  const from = split === 'never' ? 'from one warehouse, never split' : 'from one warehouse, else the cheapest split'
  return named.length > 0 ? `${from}: by ${named.map((one) => criteria[one]).join(', then ')}` : from
}

/** "90 days left on delivery", "more than 66 % of its life left on delivery". */
export function saysLife(life: LifeRule): string {
  const least = life.kind === 'days' ? life.daysMin : life.percentMin
  const unit = life.kind === 'days' ? (least === 1 ? 'day' : 'days') : '% of its life'
  if (least === 0 && life.boundary !== 'more_than') return 'no life asked for beyond the last day'
  return `${life.boundary === 'more_than' ? 'more than' : 'at least'} ${least} ${unit} left on delivery`
}

const batches = (count: number) => `${count} ${count === 1 ? 'batch' : 'batches'}`

/** One phrase for each thing that is set, in a fixed order. */
export function saysSettings(sets: Partial<Settings>): string[] {
  const { rotation, life, batches: choice, neverOlder, packOf, packOrder, approved, barred, routing } = sets
  const phrases = [
    rotation && rotations[rotation],
    life && saysLife(life),
    choice && choices[choice],
    neverOlder !== undefined &&
      (neverOlder ? 'never older than the customer last received' : 'older than last received may go'),
    packOf !== undefined && (packOf > 1 ? `only whole packs of ${packOf}` : 'single units may go'),
    packOrder && packOrders[packOrder],
    approved && (approved.length > 0 ? `only ${batches(approved.length)} approved` : 'no batch approved'),
    barred && (barred.length > 0 ? `${batches(barred.length)} barred` : 'no batch barred'),
    routing && saysRouting(routing),
  ]
  return phrases.filter((phrase): phrase is string => typeof phrase === 'string')
}
