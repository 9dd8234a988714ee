/**
 * domain/unlabelled.ts — units that came back without a label are of one of several batches. Which one stays open, but not everything
 * is possible any more: together with all others they must fit into what is out.
 *
 * A flow: from each set of units to the batches it may be of, and through every scope its return speaks of (its order within its
 * customer within all), each of which has room for what is out there. Units that fit at all fit in whatever order they are placed
 * (they are independent in the sense of a gammoid), so that one greatest flow after another answers what fits.
 */
import { groupBy } from './group-by.ts'

export type UnlabelledUnits = Readonly<{
  id: string
  quantity: number // base units of which the batch is not known
  batches: readonly string[] // one of these
  scopes: readonly string[] // of its return, from the narrowest to the widest
}>
/** What is out of a batch in a scope, in base units; nothing where it is not said. */
export type Room = (scope: string, batch: string) => number
export type Bounds = Readonly<{ least: number; most: number }>

type Network = Map<string, Map<string, number>>
type Source = Readonly<{ from: string; quantity: number }>
type Step = readonly [from: string, to: string]
type Price = (from: string, to: string) => number

const source = 'source'
const sink = 'sink'
const unbounded = Number.MAX_SAFE_INTEGER

/** How many of these units, asked in this order, fit into what is out. All fit where the answer is their sum. */
export function unitsThatFit(sets: readonly UnlabelledUnits[], room: Room): number {
  const network = networkOf(sets, room)
  return flowFrom(network, sets.map(sourceOf))
}

/** How many units of a batch can come back in these scopes, if all sets are to stay possible. */
export function mostOf(batch: string, scopes: readonly string[], { sets, room }: Known): number {
  const labelled: UnlabelledUnits = { id: 'labelled', quantity: unbounded, batches: [batch], scopes }
  const network = networkOf([...sets, labelled], room)
  flowFrom(network, sets.map(sourceOf))
  return flowFrom(network, [sourceOf(labelled)])
}

export type Known = Readonly<{ sets: readonly UnlabelledUnits[]; room: Room }>

/**
 * Of these sets together, how many units are of any of the batches at least and at most, while all that fit stay possible. A cheapest flow: a unit that counts costs
 * one, so that as few as can be count. What costs nothing goes first, for it is found quickly; then each unit goes the cheapest way that is left. Of more than
 * `exactMax` pairs of a set and a batch it counts, no way is sought by its cost: never too narrow, but perhaps wider than need be.
 */
export function boundsOf(meantBatches: readonly string[], of: ReadonlySet<string>, { sets, room }: Known): Bounds {
  const others = sets.filter(({ id }) => !of.has(id))
  const meant = sets.filter(({ id }) => of.has(id))
  const fewest = (counts: (batch: string) => boolean) => {
    const network = networkOf(sets, room)
    flowFrom(network, others.map(sourceOf))
    const counting = meant.flatMap((set) => set.batches.filter(counts).map((batch) => firstStep(set, batch)))
    for (const [from, to] of counting) edge(network, from, to, 0)
    const free = flowFrom(network, meant.map(sourceOf))
    for (const [from, to] of counting) edge(network, from, to, unbounded)
    const isExact = counting.length <= exactMax
    const costs = isExact ? { priceOf: priceBy(counting), least: 1 } : nothing
    const placed = free + cheapestFirst(network, meant.map(sourceOf), costs)
    const count = counting.reduce((sum, step) => sum + flowOn(network, step), 0)
    return { placed, count: isExact ? count : placed - free }
  }
  const outside = fewest((batch) => !meantBatches.includes(batch))
  return {
    least: fewest((batch) => meantBatches.includes(batch)).count,
    most: outside.placed - outside.count,
  }
}

const exactMax = 6000

const sourceOf = ({ id, quantity }: UnlabelledUnits): Source => ({ from: `set ${id}`, quantity })

const firstStep = ({ id, scopes }: UnlabelledUnits, batch: string): Step => [`set ${id}`, `into ${scopes[0]} ${batch}`]

/** What went a way lies ready to go back. */
const flowOn = (network: Network, [from, to]: Step): number => network.get(to)?.get(from) ?? 0

/** One for each of these steps, and whoever goes back gets it back. */
function priceBy(steps: readonly Step[]): Price {
  const named = groupBy(steps, ([from]) => from)
  const ends = new Map([...named].map(([from, own]) => [from, new Set(own.map(([, to]) => to))]))
  const one: Price = (from, to) => Number(ends.get(from)?.has(to) ?? false)
  return (from, to) => one(from, to) - one(to, from)
}

function networkOf(sets: readonly UnlabelledUnits[], room: Room): Network {
  const network: Network = new Map()
  for (const set of sets) for (const batch of set.batches) openWay(network, { set, batch, room })
  return network
}

/** From a set through each scope to the sink; a scope has room for a batch once, whoever comes through it. */
function openWay(
  network: Network,
  { set, batch, room }: Readonly<{ set: UnlabelledUnits; batch: string; room: Room }>,
) {
  let from = `set ${set.id}`
  for (const scope of set.scopes) {
    const [into, out] = [`into ${scope} ${batch}`, `out ${scope} ${batch}`]
    edge(network, from, into, unbounded)
    if (!network.has(into)) edge(network, into, out, Math.max(0, room(scope, batch)))
    from = out
  }
  edge(network, from, sink, unbounded)
}

function edge(network: Network, from: string, to: string, capacity: number): void {
  const edges = network.get(from) ?? new Map<string, number>()
  network.set(from, edges)
  edges.set(to, capacity)
}

/** Adds as much as still fits, set by set; what was placed before is placed elsewhere where that makes room, and is never turned out. */
function flowFrom(network: Network, sources: readonly Source[]): number {
  for (const { from, quantity } of sources) edge(network, source, from, quantity)
  return cheapestFirst(network, sources, nothing)
}

/** `least`: no way costs less. */
type Costs = Readonly<{ priceOf: Price; least: number }>
const nothing: Costs = { priceOf: () => 0, least: 0 }

/** What one unit more of a set costs only grows: it is not sought again before its turn. Whatever is reached in vain leads nowhere any more, for no other way comes there. */
function cheapestFirst(network: Network, sources: readonly Source[], { priceOf, least }: Costs): number {
  const costs = new Map(sources.map(({ from }) => [from, least]))
  const vain = new Set<string>()
  let flow = 0
  for (let first = cheapestOf(costs, least); first !== null; first = cheapestOf(costs, least)) {
    const cost = costs.get(first) ?? 0
    const { steps, price } = cheapestWay(network, first, { priceOf, least: cost, vain })
    if (steps.length === 0) costs.delete(first)
    else if (price > cost) costs.set(first, price)
    else flow += pushAlong(network, steps)
  }
  return flow
}

function cheapestOf(costs: ReadonlyMap<string, number>, least: number): string | null {
  let [found, lowest]: [string | null, number] = [null, unbounded]
  for (const [set, cost] of costs) {
    if (cost <= least) return set
    if (cost < lowest) [found, lowest] = [set, cost]
  }
  return found
}

function pushAlong(network: Network, steps: readonly Step[]): number {
  const part = Math.min(...steps.map(([from, to]) => network.get(from)?.get(to) ?? 0))
  for (const step of steps) push(network, step, part)
  return part
}

function push(network: Network, [from, to]: Step, part: number): void {
  edge(network, from, to, (network.get(from)?.get(to) ?? 0) - part)
  // Nothing goes back to where it came from: who was placed stays placed.
  if (from !== source) edge(network, to, from, (network.get(to)?.get(from) ?? 0) + part)
}

type Search = Readonly<{
  prices: Map<string, number>
  cameFrom: Map<string, string>
  queue: string[]
  priceOf: Price
  vain: ReadonlySet<string>
}>
type Way = Readonly<{ steps: readonly Step[]; price: number }>

/** Of what is left of a set, as its steps; none where there is no room. Of ways that cost the same the shortest. No way goes round in a circle that pays, so that this comes to an end. */
function cheapestWay(network: Network, first: string, { priceOf, least, vain }: Costs & { vain: Set<string> }): Way {
  const prices = new Map([[first, 0]])
  const cameFrom = new Map([[first, source]])
  const queue = (network.get(source)?.get(first) ?? 0) > 0 ? [first] : []
  for (const at of queue) {
    goOn(network, at, { prices, cameFrom, queue, priceOf, vain })
    if ((prices.get(sink) ?? unbounded) <= least) break
  }
  if (queue.length > 0 && !prices.has(sink)) for (const at of queue) vain.add(at)
  return { steps: prices.has(sink) ? stepsTo(cameFrom) : [], price: prices.get(sink) ?? unbounded }
}

/** To all that is reached more cheaply from here. */
function goOn(network: Network, at: string, { prices, cameFrom, queue, priceOf, vain }: Search): void {
  const here = prices.get(at) ?? 0
  for (const [to, capacity] of network.get(at) ?? []) {
    const price = here + priceOf(at, to)
    if (capacity === 0 || vain.has(to) || price >= (prices.get(to) ?? unbounded)) continue
    prices.set(to, price)
    cameFrom.set(to, at)
    if (to !== sink) queue.push(to)
  }
}

function stepsTo(cameFrom: ReadonlyMap<string, string>): Step[] {
  const steps: Step[] = []
  for (let at = sink; at !== source; ) {
    const from = cameFrom.get(at) ?? source
    steps.push([from, at])
    at = from
  }
  return steps
}
