/**
 * domain/unlabelled.ts — units that came back without a label are of one of several batches. Which one stays open, but not everything
 * is possible any more: together with all others they must fit into what is out.
 *
 * A flow: from each set of units to the batches it may be of, and through every scope its return speaks of (its order within its
 * customer within all), each of which has room for what is out there. Units that fit at all fit in whatever order they are placed
 * (they are independent in the sense of a gammoid), so that one greatest flow after another answers what fits.
 */
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
type Price = (step: Step) => number

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
 * one, so that as few as can be count; the cheapest of all greatest flows is found by going the cheapest way each time.
 */
export function boundsOf(meantBatches: readonly string[], of: ReadonlySet<string>, { sets, room }: Known): Bounds {
  const others = sets.filter(({ id }) => !of.has(id))
  const meant = sets.filter(({ id }) => of.has(id))
  const fewest = (counts: (batch: string) => boolean) => {
    const network = networkOf(sets, room)
    flowFrom(network, others.map(sourceOf))
    const counting = meant.flatMap((set) => set.batches.filter(counts).map((batch) => firstStep(set, batch)))
    const placed = flowFrom(network, meant.map(sourceOf), priceBy(counting))
    return { placed, count: counting.reduce((sum, step) => sum + flowOn(network, step), 0) }
  }
  const outside = fewest((batch) => !meantBatches.includes(batch))
  return {
    least: fewest((batch) => meantBatches.includes(batch)).count,
    most: outside.placed - outside.count,
  }
}

const sourceOf = ({ id, quantity }: UnlabelledUnits): Source => ({ from: `set ${id}`, quantity })

const firstStep = ({ id, scopes }: UnlabelledUnits, batch: string): Step => [`set ${id}`, `into ${scopes[0]} ${batch}`]

/** What went a way lies ready to go back. */
const flowOn = (network: Network, [from, to]: Step): number => network.get(to)?.get(from) ?? 0

const free: Price = () => 0

/** One for each of these steps, and whoever goes back gets it back. */
function priceBy(steps: readonly Step[]): Price {
  const named = new Set(steps.map(([from, to]) => `${from} ${to}`))
  return ([from, to]) => Number(named.has(`${from} ${to}`)) - Number(named.has(`${to} ${from}`))
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

/** Adds as much as still fits; what was placed before is placed elsewhere where that makes room, and is never turned out. */
function flowFrom(network: Network, sources: readonly Source[], priceOf: Price = free): number {
  for (const { from, quantity } of sources) edge(network, source, from, quantity)
  let flow = 0
  for (let path = cheapestWay(network, priceOf); path.length > 0; path = cheapestWay(network, priceOf)) {
    const part = Math.min(...path.map(([from, to]) => network.get(from)?.get(to) ?? 0))
    for (const step of path) push(network, step, part)
    flow += part
  }
  return flow
}

function push(network: Network, [from, to]: Step, part: number): void {
  edge(network, from, to, (network.get(from)?.get(to) ?? 0) - part)
  // Nothing goes back to where it came from: who was placed stays placed.
  if (from !== source) edge(network, to, from, (network.get(to)?.get(from) ?? 0) + part)
}

/** With room left, as its steps; empty where there is none. Of ways that cost the same the shortest. No way goes round in a circle that pays, so that this comes to an end. */
function cheapestWay(network: Network, priceOf: Price): Step[] {
  const cameFrom = new Map<string, string>()
  const prices = new Map<string, number>([[source, 0]])
  const queue = [source]
  for (const at of queue) {
    const here = prices.get(at) ?? 0
    const cheaper = [...(network.get(at) ?? [])]
      .filter(([, capacity]) => capacity > 0)
      .map(([to]) => [to, here + priceOf([at, to])] as const)
      .filter(([to, price]) => price < (prices.get(to) ?? unbounded))
    for (const [to, price] of cheaper) {
      prices.set(to, price)
      cameFrom.set(to, at)
      queue.push(to)
    }
  }
  return prices.has(sink) ? stepsTo(cameFrom) : []
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
