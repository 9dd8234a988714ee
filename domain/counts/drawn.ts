/**
 * domain/counts/drawn.ts — a sample that can be drawn again: the same seed draws the same of the same.
 */

/** A number from 0 to below 1 for each call, from a seed of 32 bits: a Weyl sequence whose steps are mixed. */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
}

/** So many of them, each as likely as any other, in the order in which they stood; all where there are no more. */
export function drawn<Item>(
  items: readonly Item[],
  { count, seed }: Readonly<{ count: number; seed: number }>,
): Item[] {
  const next = numbersFrom(seed)
  const chosen = new Set(
    items
      .map((item, at) => ({ item, at, rank: next() }))
      .toSorted((a, b) => a.rank - b.rank || a.at - b.at)
      .slice(0, count)
      .map(({ at }) => at),
  )
  return items.filter((_, at) => chosen.has(at))
}
