/**
 * domain/kits.ts — what a kit is made of, down to what lies in stock; kits may hold kits.
 */

/** One line of a kit's list; a list names a product once or more. */
export type KitPart = Readonly<{ productId: string; quantity: number }> // base units in one kit, whole, ≥ 1
/** By product id, what one of it holds. A product that is not here is no kit: it lies in stock. */
export type Kits = ReadonlyMap<string, readonly KitPart[]>

export type Expansion =
  | Readonly<{ kind: 'components'; components: readonly KitPart[] }>
  | Readonly<{ kind: 'cycle'; path: readonly string[] }> // product ids, from the one that comes again to itself
  | Readonly<{ kind: 'too_many'; productId: string }> // of which more are needed than can be counted
  | Readonly<{ kind: 'empty'; productId: string }> // a kit of nothing

/**
 * The components of so many of a product, each once, by their ids. A product that is no kit is its own component.
 *
 * No depth is too deep: a kit that does not hold itself ends, and each product is looked at once, however often it is held.
 * A kit that holds itself, over however many others, is refused with the path.
 */
export function expandKit({ productId, quantity }: KitPart, kits: Kits): Expansion {
  const sorted = holdersFirst(productId, kits)
  if (sorted.kind !== 'order') return sorted
  const needed = new Map([[productId, quantity]])
  const components: KitPart[] = []
  for (const id of sorted.order) {
    const count = needed.get(id) ?? 0
    if (!Number.isSafeInteger(count)) return { kind: 'too_many', productId: id }
    const parts = kits.get(id)
    if (!parts) components.push({ productId: id, quantity: count })
    for (const part of parts ?? [])
      needed.set(part.productId, (needed.get(part.productId) ?? 0) + part.quantity * count)
  }
  return { kind: 'components', components: components.sort((a, b) => (a.productId < b.productId ? -1 : 1)) }
}

type Sorted = Readonly<{ kind: 'order'; order: readonly string[] }> | Exclude<Expansion, { kind: 'components' }>
type Step = { productId: string; parts: readonly KitPart[]; next: number }

/** Every product that is held, behind all that hold it. Walks with a stack of its own, so that no depth is too deep for it. */
function holdersFirst(root: string, kits: Kits): Sorted {
  const done = new Set<string>()
  const open = new Set<string>()
  const steps: Step[] = []
  const enter = (productId: string) => {
    open.add(productId)
    steps.push({ productId, parts: kits.get(productId) ?? [], next: 0 })
  }
  enter(root)
  for (let step = steps.at(-1); step; step = steps.at(-1)) {
    if (kits.has(step.productId) && step.parts.length === 0) return { kind: 'empty', productId: step.productId }
    const part = step.parts[step.next]
    step.next += 1
    if (!part) {
      done.add(step.productId)
      open.delete(step.productId)
      steps.pop()
    } else if (open.has(part.productId)) {
      const path = [...open]
      return { kind: 'cycle', path: [...path.slice(path.indexOf(part.productId)), part.productId] }
    } else if (!done.has(part.productId)) enter(part.productId)
  }
  return { kind: 'order', order: [...done].reverse() }
}

/** What components lack to make whole kits of all that have gone of any: none where nothing is left over. */
export function missingToWhole(components: readonly KitPart[], gone: ReadonlyMap<string, number>): KitPart[] {
  const begun = kitsBegun(components, gone)
  return components.flatMap(({ productId, quantity }) => {
    const missing = begun * quantity - (gone.get(productId) ?? 0)
    return missing > 0 ? [{ productId, quantity: missing }] : []
  })
}

/** Of how many kits at least a part has gone. */
export function kitsBegun(components: readonly KitPart[], gone: ReadonlyMap<string, number>): number {
  return Math.max(0, ...components.map(({ productId, quantity }) => Math.ceil((gone.get(productId) ?? 0) / quantity)))
}

/** How many whole kits the components that can be had make. */
export function kitsPossible(components: readonly KitPart[], available: ReadonlyMap<string, number>): number {
  const counts = components.map(({ productId, quantity }) => Math.floor((available.get(productId) ?? 0) / quantity))
  return counts.length === 0 ? 0 : Math.min(...counts)
}

/** What is asked of a line now, and what of it has stock and has gone. */
export type LineUnits = Readonly<{ quantity: number; allocated: number; shipped: number }>
export type LineStanding = LineUnits & Readonly<{ backOrdered: number }>

/** The same of a line that sells kits, in whole kits: one of which a part is missing is neither allocated nor shipped. */
export function kitStanding(parts: readonly (LineUnits & Readonly<{ perKit: number }>)[]): LineStanding {
  const components = parts.map(({ perKit }, index) => ({ productId: String(index), quantity: perKit }))
  const whole = (of: (part: LineUnits) => number) =>
    kitsPossible(components, new Map(parts.map((part, index) => [String(index), of(part)])))
  const quantity = whole((part) => part.quantity)
  const shipped = whole((part) => part.shipped)
  const standing = whole((part) => part.allocated + part.shipped)
  return { quantity, allocated: standing - shipped, shipped, backOrdered: quantity - standing }
}
